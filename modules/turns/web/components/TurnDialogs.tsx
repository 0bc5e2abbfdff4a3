import { useState } from 'react'
import type { MyTurn } from '#modules/turns/contract.ts'
import { api } from '#platform/web/api.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Select } from '#ui/Select.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'
import { weekWords } from '../week.ts'

interface Props {
  turn: MyTurn
  onClose: () => void
}

/** What was published, and a word to the next. */
export function EndDialog({ turn, onClose }: Props) {
  const t = useT()
  const [links, setLinks] = useState(turn.links.join('\n'))
  const [word, setWord] = useState(turn.word ?? '')
  const end = useAct(
    (_, idempotencyKey) =>
      api('POST /api/v1/account-turns/:turnId/end', {
        params: { turnId: turn.id },
        body: {
          links: links.split('\n').filter((link) => link.trim() !== ''),
          word: word.trim() || null,
        },
        idempotencyKey,
      }),
    t('turn.endSaved'),
    onClose,
  )
  return (
    <Dialog
      title={t('turn.endTitle')}
      isOpen
      onClose={onClose}
      acts={
        <Button look="primary" isPending={end.isPending} onPress={() => end.run()}>
          {t('turn.endSave')}
        </Button>
      }
    >
      <div className="grid gap-4">
        <p className="m-0 text-muted">{t('turn.endLead')}</p>
        <TextArea
          label={t('turn.links')}
          hint={t('turn.linksHint')}
          rows={3}
          value={links}
          onChange={setLinks}
          maxLength={5000}
          optional
        />
        <TextArea label={t('turn.word')} rows={3} value={word} onChange={setWord} maxLength={2000} optional />
      </div>
    </Dialog>
  )
}

/** Asks the holder of another week; nothing changes before they accept. */
export function SwapDialog({ turn, onClose }: Props) {
  const t = useT()
  const [chosen, setChosen] = useState<string | null>(turn.swapWith[0]?.turnId ?? null)
  const ask = useAct(
    (_, idempotencyKey) =>
      api('POST /api/v1/account-turns/:turnId/swaps', {
        params: { turnId: turn.id },
        body: { withTurnId: chosen! },
        idempotencyKey,
      }),
    t('turn.swapAsked'),
    onClose,
  )
  return (
    <Dialog
      title={t('turn.swapTitle')}
      isOpen
      onClose={onClose}
      acts={
        <Button look="primary" isDisabled={!chosen} isPending={ask.isPending} onPress={() => ask.run()}>
          {t('turn.swapAsk')}
        </Button>
      }
    >
      <div className="grid gap-4">
        <p className="m-0 text-muted">{t('turn.swapLead')}</p>
        {turn.swapWith.length === 0 ? (
          <p className="m-0">{t('turn.swapNone')}</p>
        ) : (
          <Select
            label={t('turn.swapWith')}
            value={chosen}
            onChange={setChosen}
            options={turn.swapWith.map(({ turnId, week, member }) => ({
              id: turnId,
              label: t('turn.swapOption', { name: member.displayName, week: weekWords(t, week) }),
            }))}
          />
        )}
      </div>
    </Dialog>
  )
}

/** Another pair of eyes, for whoever wants it. */
export function LookDialog({ turn, onClose }: Props) {
  const t = useT()
  const [to, setTo] = useState<string | null>(turn.lookers[0]?.id ?? null)
  const [text, setText] = useState('')
  const ask = useAct(
    (_, idempotencyKey) =>
      api('POST /api/v1/account-turns/:turnId/looks', {
        params: { turnId: turn.id },
        body: { memberId: to!, text: text.trim() },
        idempotencyKey,
      }),
    t('turn.lookSent'),
    onClose,
  )
  return (
    <Dialog
      title={t('turn.lookTitle')}
      isOpen
      onClose={onClose}
      acts={
        <Button
          look="primary"
          isDisabled={!to || text.trim() === ''}
          isPending={ask.isPending}
          onPress={() => ask.run()}
        >
          {t('turn.lookAsk')}
        </Button>
      }
    >
      <div className="grid gap-4">
        <p className="m-0 text-muted">{t('turn.lookLead')}</p>
        <Select
          label={t('turn.lookTo')}
          value={to}
          onChange={setTo}
          options={turn.lookers.map(({ id, displayName }) => ({ id, label: displayName }))}
        />
        <TextArea label={t('turn.lookText')} rows={4} value={text} onChange={setText} maxLength={2000} />
      </div>
    </Dialog>
  )
}
