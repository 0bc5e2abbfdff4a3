import { useState } from 'react'
import { api } from '#platform/web/api.ts'
import { Button } from '#ui/Button.tsx'
import { DateField } from '#ui/DateField.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { TextField } from '#ui/TextField.tsx'
import { useT } from '../t.ts'
import { today } from '../today.ts'
import { useAct } from '../use-act.ts'

export type WordAct = 'decline' | 'pause' | 'withdraw' | 'done'
const said = { decline: 'declined', pause: 'paused', withdraw: 'withdrawn', done: 'done' } as const

interface Props {
  commitmentId: string
  act: WordAct
  onClose: () => void
}

/** What a sponsor does with a commitment beside keeping it, each with its word. */
export default function WordDialog({ commitmentId, act: which, onClose }: Props) {
  const t = useT()
  const [word, setWord] = useState('')
  const [from, setFrom] = useState<string | null>(() => today())
  const [to, setTo] = useState<string | null>(() => today(14))
  const params = { commitmentId }
  const act = useAct<void, unknown>(
    async (_, idempotencyKey) => {
      const text = word.trim()
      if (which === 'decline')
        return api('POST /api/v1/sponsorship/commitments/:commitmentId/decline', {
          params,
          body: { word: text || null },
          idempotencyKey,
        })
      if (which === 'pause')
        return api('POST /api/v1/sponsorship/commitments/:commitmentId/pause', {
          params,
          body: { from: from ?? '', to: to ?? '', word: text || null },
          idempotencyKey,
        })
      if (which === 'withdraw')
        return api('POST /api/v1/sponsorship/commitments/:commitmentId/withdrawal', {
          params,
          body: { reason: text },
          idempotencyKey,
        })
      return api('POST /api/v1/sponsorship/commitments/:commitmentId/done', {
        params,
        body: { url: text },
        idempotencyKey,
      })
    },
    t(`said.${said[which]}`),
    onClose,
  )
  const form = { decline: 'declineForm', pause: 'pauseForm', withdraw: 'endForm', done: 'doneForm' } as const
  const isReady =
    which === 'decline' ||
    (which === 'pause' ? from !== null && to !== null && from <= to : word.trim() !== '')
  return (
    <Dialog
      title={t(`${form[which]}.title`)}
      isOpen
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button look="primary" isDisabled={!isReady} isPending={act.isPending} onPress={() => act.run()}>
            {t(`${form[which]}.send`)}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        {which === 'pause' && (
          <>
            <p>{t('pauseForm.hint')}</p>
            <DateField label={t('pauseForm.from')} value={from} onChange={setFrom} />
            <DateField label={t('pauseForm.to')} value={to} onChange={setTo} min={today()} />
          </>
        )}
        {which === 'withdraw' && <p>{t('endForm.hint')}</p>}
        {which === 'done' ? (
          <TextField
            label={t('doneForm.url')}
            hint={t('doneForm.hint')}
            value={word}
            onChange={setWord}
            maxLength={500}
          />
        ) : (
          <TextArea
            label={t(
              which === 'pause'
                ? 'pauseForm.word'
                : which === 'withdraw'
                  ? 'endForm.word'
                  : 'declineForm.word',
            )}
            value={word}
            onChange={setWord}
            maxLength={which === 'pause' ? 200 : 500}
          />
        )}
      </div>
    </Dialog>
  )
}
