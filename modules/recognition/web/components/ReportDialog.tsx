import { useState } from 'react'
import { api } from '#platform/web/api.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

/** Says that a word of thanks hurts; those who moderate decide. */
export default function ReportDialog({ thanksId, onClose }: { thanksId: string; onClose: () => void }) {
  const t = useT()
  const [words, setWords] = useState('')
  const act = useAct(
    (_, idempotencyKey) =>
      api('POST /api/v1/thanks/:thanksId/report', {
        params: { thanksId },
        body: { words: words.trim() || null },
        idempotencyKey,
      }),
    t('under.reported'),
    onClose,
  )
  return (
    <Dialog
      title={t('under.reportTitle')}
      isOpen
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button look="primary" isPending={act.isPending} onPress={() => act.run()}>
            {t('under.report')}
          </Button>
        </>
      }
    >
      <TextArea
        label={t('under.reportWords')}
        optional
        value={words}
        onChange={setWords}
        maxLength={1000}
        autoFocus
      />
    </Dialog>
  )
}
