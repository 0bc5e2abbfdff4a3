import { useState } from 'react'
import { api } from '#platform/web/api.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { TextField } from '#ui/TextField.tsx'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

/** Asks for a debate. */
export default function AskDialog({ slug, onClose }: { slug: string; onClose: () => void }) {
  const t = useT()
  const [question, setQuestion] = useState('')
  const [why, setWhy] = useState('')
  const act = useAct(
    () =>
      api('POST /api/v1/communities/:community/debate-wishes', {
        params: { community: slug },
        body: { question: question.trim(), ...(why.trim() && { why: why.trim() }) },
      }),
    t('list.asked'),
    onClose,
  )
  return (
    <Dialog
      title={t('list.ask')}
      isOpen
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button
            look="primary"
            isDisabled={!question.trim()}
            isPending={act.isPending}
            onPress={() => act.run()}
          >
            {t('common.send')}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <TextField
          label={t('prepare.question')}
          hint={t('prepare.questionHint')}
          value={question}
          onChange={setQuestion}
          maxLength={200}
          autoFocus
        />
        <TextArea
          label={t('list.why')}
          optional
          hint={t('list.whyHint')}
          value={why}
          onChange={setWhy}
          maxLength={1000}
        />
      </div>
    </Dialog>
  )
}
