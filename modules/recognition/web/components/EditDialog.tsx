import { useState } from 'react'
import type { Thanks } from '#modules/recognition/contract.ts'
import { api } from '#platform/web/api.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'
import { AudienceField } from './AudienceField.tsx'

/** Other words for one's own thanks, or another audience. */
export default function EditDialog({ thanks, onClose }: { thanks: Thanks; onClose: () => void }) {
  const t = useT()
  const [text, setText] = useState(thanks.text)
  const [isPrivate, setPrivate] = useState(thanks.isPrivate)
  const act = useAct(
    () =>
      api('PATCH /api/v1/thanks/:thanksId', {
        params: { thanksId: thanks.id },
        body: { text: text.trim(), isPrivate },
      }),
    t('under.saved'),
    onClose,
  )
  return (
    <Dialog
      title={t('under.edit')}
      isOpen
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button
            look="primary"
            isDisabled={!text.trim()}
            isPending={act.isPending}
            onPress={() => act.run()}
          >
            {t('common.save')}
          </Button>
        </>
      }
    >
      <div className="grid gap-5">
        <TextArea label={t('give.text')} value={text} onChange={setText} maxLength={600} autoFocus />
        <AudienceField isPrivate={isPrivate} onChange={setPrivate} />
      </div>
    </Dialog>
  )
}
