import { ArrowRight, Ellipsis, Hourglass, LogOut, MoveRight } from 'lucide-react'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import type { BoardCard, Step } from '#modules/kinds/contract.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { api } from '#platform/web/api.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { Button } from '#ui/Button.tsx'
import { Menu } from '#ui/Menu.tsx'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

const WaitDialog = lazy(() => import('./WaitDialog.tsx'))

/** Moves a conversation, and says where it is now. */
export function useMove() {
  const t = useT()
  const { language } = useLanguage()
  const { isActing, act } = useAct()
  return {
    isActing,
    move: (card: { postId: string; title: string; stepId: string | null }, step: Step) =>
      act(async () => {
        await api('PUT /api/v1/posts/:postId/step', {
          params: { postId: card.postId },
          body: { stepId: step.id, fromStepId: card.stepId },
        })
        return t('board.placed', { title: card.title, step: pickText(step.name, language) })
      }),
    takeOff: (card: { postId: string; title: string }) =>
      act(async () => {
        await api('DELETE /api/v1/posts/:postId/step', { params: { postId: card.postId } })
        return t('board.takenOff', { title: card.title })
      }),
  }
}

/** Everything that can be done with a card without dragging it: by keyboard, on a phone. */
export function CardMenu({
  slug,
  card,
  steps,
  trigger,
}: {
  slug: string
  card: BoardCard
  steps: readonly Step[]
  trigger?: ReactNode
}) {
  const t = useT()
  const { language } = useLanguage()
  const { isActing, move, takeOff } = useMove()
  const [isWaiting, setWaiting] = useState(false)
  const place = steps.findIndex(({ id }) => id === card.stepId)
  const label = t('common.acts', { title: card.title })
  return (
    <>
      <Menu
        label={label}
        trigger={
          trigger ?? (
            <Button look="quiet" size="small" icon isDisabled={isActing} aria-label={label}>
              <Ellipsis aria-hidden />
            </Button>
          )
        }
        groups={[
          steps.flatMap((step, index) =>
            step.id === card.stepId
              ? []
              : [
                  {
                    id: step.id,
                    icon: index === place + 1 ? <ArrowRight aria-hidden /> : <MoveRight aria-hidden />,
                    label: t(index === place + 1 ? 'board.next' : 'board.moveTo', {
                      step: pickText(step.name, language),
                    }),
                    onAction: () => move(card, step),
                  },
                ],
          ),
          [
            {
              id: 'wait',
              icon: <Hourglass aria-hidden />,
              label: t('board.wait'),
              onAction: () => setWaiting(true),
            },
            { id: 'off', icon: <LogOut aria-hidden />, label: t('board.off'), onAction: () => takeOff(card) },
          ],
        ]}
      />
      {isWaiting && (
        <Suspense>
          <WaitDialog slug={slug} card={card} onClose={() => setWaiting(false)} />
        </Suspense>
      )}
    </>
  )
}
