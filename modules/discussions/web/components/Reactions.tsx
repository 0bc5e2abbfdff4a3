import { Heart, HandHelping, Lightbulb, SmilePlus, ThumbsUp, type LucideIcon } from 'lucide-react'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import type { PostDetail, ReactionKind } from '#modules/discussions/contract.ts'
import { useErrorToast } from '#platform/web/errors.ts'
import { Button } from '#ui/Button.tsx'
import { Menu } from '#ui/Menu.tsx'
import { react } from '../acts.ts'
import { reactionKinds } from '../kinds.ts'
import { useT } from '../t.ts'

const icons: Record<ReactionKind, LucideIcon> = {
  like: ThumbsUp,
  thanks: Heart,
  idea: Lightbulb,
  support: HandHelping,
}

interface Props {
  postId: string
  commentId: string | null
  counts: PostDetail['reactionCounts']
  mine: readonly ReactionKind[]
  isPermitted: boolean
}

/** Four words. Those that were said are shown with how many; nobody is ranked by them. */
export function Reactions({ postId, commentId, counts, mine, isPermitted }: Props) {
  const t = useT()
  const onError = useErrorToast(t)
  const set = (kind: ReactionKind, isOn: boolean) => void react(postId, commentId, kind, isOn).catch(onError)
  const said = reactionKinds.filter((kind) => (counts[kind] ?? 0) > 0 || mine.includes(kind))
  const others = reactionKinds.filter((kind) => !said.includes(kind))
  return (
    <>
      {said.map((kind) => {
        const Icon = icons[kind]
        const n = counts[kind] ?? 0
        return (
          <ToggleButton
            key={kind}
            className="react"
            isSelected={mine.includes(kind)}
            isDisabled={!isPermitted}
            onChange={(isOn) => set(kind, isOn)}
          >
            <Icon aria-hidden />
            <span>{t(`reaction.${kind}`)}</span>
            {n > 0 && (
              <span className="tabular-nums">
                {n} <span className="sr-only">{t('reaction.people', { n })}</span>
              </span>
            )}
          </ToggleButton>
        )
      })}
      {isPermitted && others.length > 0 && (
        <Menu
          label={t('reaction.react')}
          trigger={
            <Button look="quiet" size="small">
              <SmilePlus aria-hidden />
              {t('reaction.react')}
            </Button>
          }
          groups={[
            others.map((kind) => {
              const Icon = icons[kind]
              return {
                id: kind,
                label: t(`reaction.${kind}`),
                icon: <Icon aria-hidden />,
                onAction: () => set(kind, true),
              }
            }),
          ]}
        />
      )}
    </>
  )
}
