import { Check, Ellipsis, MoveRight, Pencil, RotateCcw, Trash2, X } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import type { Accelerator, Card, Programme } from '#modules/programmes/contract.ts'
import { accelerators } from '#modules/programmes/words.ts'
import { api } from '#platform/web/api.ts'
import { Button } from '#ui/Button.tsx'
import { Menu } from '#ui/Menu.tsx'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

const CardDialog = lazy(() => import('./CardDialog.tsx'))
const StateDialog = lazy(() => import('./StateDialog.tsx'))

/** Moves a card to a column, before another one or to its end, and says where it is now. */
export function useMove(programmeId: string) {
  const t = useT()
  const { isActing, act } = useAct()
  return {
    isActing,
    move: (card: Card, accelerator: Accelerator, before: string | null = null) =>
      act(async () => {
        await api('PUT /api/v1/programmes/:programmeId/cards/:cardId/place', {
          params: { programmeId, cardId: card.id },
          body: { accelerator, before },
        })
        return t('board.placed', { title: card.title, column: t(`accelerator.${accelerator}.name`) })
      }),
  }
}

/** Everything that can be done with a card without dragging it: by keyboard, on a phone. */
export function CardActs({
  programme,
  card,
  withMoves,
}: {
  programme: Programme
  card: Card
  withMoves?: boolean
}) {
  const t = useT()
  const { isActing, act } = useAct()
  const { move } = useMove(programme.id)
  const [open, setOpen] = useState<'edit' | 'done' | 'refused'>()
  const label = t('board.acts', { title: card.title })
  const params = { programmeId: programme.id, cardId: card.id }
  const isOpen = card.state === 'open' || card.state === 'late'
  const { lead } = programme.can
  return (
    <>
      <Menu
        label={label}
        trigger={
          <Button look="quiet" size="small" icon isDisabled={isActing} aria-label={label}>
            <Ellipsis aria-hidden />
          </Button>
        }
        groups={[
          [
            ...(isOpen
              ? [
                  {
                    id: 'done',
                    icon: <Check aria-hidden />,
                    label: t(`done.${card.kind}`),
                    onAction: () => setOpen('done'),
                  },
                  ...(card.kind === 'win'
                    ? []
                    : [
                        {
                          id: 'refused',
                          icon: <X aria-hidden />,
                          label: t('state.refuse'),
                          onAction: () => setOpen('refused'),
                        },
                      ]),
                ]
              : [
                  {
                    id: 'reopen',
                    icon: <RotateCcw aria-hidden />,
                    label: t('state.reopen'),
                    onAction: () =>
                      act(async () => {
                        await api('PUT /api/v1/programmes/:programmeId/cards/:cardId/state', {
                          params,
                          body: { state: 'open' },
                        })
                        return t('state.reopened')
                      }),
                  },
                ]),
            ...(lead
              ? [
                  {
                    id: 'edit',
                    icon: <Pencil aria-hidden />,
                    label: t('common.edit'),
                    onAction: () => setOpen('edit'),
                  },
                ]
              : []),
            ...(lead && card.kind !== 'action'
              ? [
                  {
                    id: 'delete',
                    icon: <Trash2 aria-hidden />,
                    label: t('common.delete'),
                    danger: true,
                    onAction: () =>
                      act(async () => {
                        await api('DELETE /api/v1/programmes/:programmeId/cards/:cardId', { params })
                        return t('board.deleted', { title: card.title })
                      }),
                  },
                ]
              : []),
          ],
          ...(withMoves && lead
            ? [
                accelerators.flatMap((one) =>
                  one === card.accelerator
                    ? []
                    : [
                        {
                          id: one,
                          icon: <MoveRight aria-hidden />,
                          label: t('board.moveTo', { column: t(`accelerator.${one}.name`) }),
                          onAction: () => move(card, one),
                        },
                      ],
                ),
              ]
            : []),
        ]}
      />
      <Suspense>
        {open === 'edit' && (
          <CardDialog programme={programme} card={card} kind={card.kind} onClose={() => setOpen(undefined)} />
        )}
        {(open === 'done' || open === 'refused') && (
          <StateDialog programme={programme} card={card} state={open} onClose={() => setOpen(undefined)} />
        )}
      </Suspense>
    </>
  )
}
