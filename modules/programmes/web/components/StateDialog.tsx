import { useState } from 'react'
import type { Card, Programme } from '#modules/programmes/contract.ts'
import { api } from '#platform/web/api.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

/** Done, and what came of it; or refused, and why. */
export default function StateDialog({
  programme,
  card,
  state,
  onClose,
}: {
  programme: Programme
  card: Card
  state: 'done' | 'refused'
  onClose: () => void
}) {
  const t = useT()
  const { isActing, act } = useAct()
  const [words, setWords] = useState('')
  const isRefusal = state === 'refused'
  return (
    <Dialog
      title={isRefusal ? t('state.refuse') : t(`done.${card.kind}`)}
      isOpen
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button
            look="primary"
            isPending={isActing}
            isDisabled={isRefusal && !words.trim()}
            onPress={() =>
              act(async () => {
                await api('PUT /api/v1/programmes/:programmeId/cards/:cardId/state', {
                  params: { programmeId: programme.id, cardId: card.id },
                  body: { state, words: words.trim() || null },
                })
                return t(isRefusal ? 'state.refused' : 'state.done')
              }, onClose)
            }
          >
            {t('common.save')}
          </Button>
        </>
      }
    >
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
        <p className="m-0 font-semibold" dir="auto">
          {card.title}
        </p>
        <TextArea
          label={isRefusal ? t('state.why') : card.kind === 'barrier' ? t('state.how') : t('state.outcome')}
          hint={isRefusal ? t('state.whyHint') : undefined}
          optional={!isRefusal}
          value={words}
          onChange={setWords}
          maxLength={1000}
          autoFocus
        />
      </div>
    </Dialog>
  )
}
