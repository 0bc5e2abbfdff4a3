import { useState } from 'react'
import type { Programme } from '#modules/programmes/contract.ts'
import { api } from '#platform/web/api.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

const keys = ['wanted', 'changed', 'again', 'notAgain'] as const

/** Closes a programme with what was learnt; told to its communities. */
export default function ClosingDialog({ programme, onClose }: { programme: Programme; onClose: () => void }) {
  const t = useT()
  const { isActing, act } = useAct()
  const [words, setWords] = useState({ wanted: programme.vision ?? '', changed: '', again: '', notAgain: '' })
  const [whereNext, setWhereNext] = useState('')
  const isReady = keys.every((key) => words[key].trim())
  return (
    <Dialog
      title={t('closing.open')}
      isOpen
      wide
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button
            look="primary"
            isPending={isActing}
            isDisabled={!isReady}
            onPress={() =>
              act(async () => {
                await api('POST /api/v1/programmes/:programmeId/closing', {
                  params: { programmeId: programme.id },
                  body: { ...words, whereNext: whereNext.trim() || null },
                })
                return t('closing.done')
              }, onClose)
            }
          >
            {t('closing.send')}
          </Button>
        </>
      }
    >
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
        <p className="m-0 text-muted">{t('closing.warning', { n: programme.communities.length })}</p>
        {keys.map((key) => (
          <TextArea
            key={key}
            label={t(`closing.${key}`)}
            hint={key === 'changed' ? t('closing.changedHint') : undefined}
            value={words[key]}
            onChange={(value) => setWords({ ...words, [key]: value })}
            maxLength={3000}
          />
        ))}
        <TextArea
          label={t('closing.whereNext')}
          optional
          value={whereNext}
          onChange={setWhereNext}
          maxLength={1000}
          rows={2}
        />
      </div>
    </Dialog>
  )
}
