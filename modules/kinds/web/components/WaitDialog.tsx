import { useState } from 'react'
import { PersonPicker } from '#modules/communities/web/public.ts'
import type { BoardCard } from '#modules/kinds/contract.ts'
import { api } from '#platform/web/api.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { TextField } from '#ui/TextField.tsx'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

/** Whom a conversation waits for, with a word for them. */
export default function WaitDialog({
  slug,
  card,
  onClose,
}: {
  slug: string
  card: BoardCard
  onClose: () => void
}) {
  const t = useT()
  const { isActing, act } = useAct()
  const [who, setWho] = useState(card.waitsFor)
  const [note, setNote] = useState(card.note ?? '')
  const send = (waitsForId: string | null, name: string) =>
    act(async () => {
      await api('PUT /api/v1/posts/:postId/step', {
        params: { postId: card.postId },
        body: {
          stepId: card.stepId,
          fromStepId: card.stepId,
          waitsForId,
          note: waitsForId ? note.trim() || null : null,
        },
      })
      return waitsForId ? t('wait.saved', { name }) : t('wait.freed')
    }, onClose)
  return (
    <Dialog
      title={t('wait.title')}
      isOpen
      onClose={onClose}
      acts={
        <>
          {card.waitsFor && (
            <Button isDisabled={isActing} onPress={() => send(null, '')}>
              {t('wait.nobody')}
            </Button>
          )}
          <Button
            look="primary"
            isPending={isActing}
            isDisabled={!who}
            onPress={() => who && send(who.id, who.displayName)}
          >
            {t('common.save')}
          </Button>
        </>
      }
    >
      <div className="grid gap-5">
        <p className="font-semibold" dir="auto">
          {card.title}
        </p>
        <PersonPicker slug={slug} label={t('wait.who')} chosen={who} onChoose={setWho} />
        <TextField label={t('wait.note')} value={note} onChange={setNote} maxLength={300} optional />
      </div>
    </Dialog>
  )
}
