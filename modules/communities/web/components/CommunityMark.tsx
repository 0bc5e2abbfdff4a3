import type { CommunityRef } from '#modules/communities/contract.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { pickText } from '#platform/shared/local-text.ts'
import { accentOf, isAccent } from '#ui/accents.ts'
import { initialsOf } from '#ui/Avatar.tsx'
import { cx } from '#ui/cx.ts'

type Marked = Pick<CommunityRef, 'id' | 'name' | 'accent'>

/** The community's square in its own colour; hidden from readers, its name stands beside it. */
export function CommunityMark({
  community,
  size = 'm',
}: {
  community: Marked
  size?: 's' | 'm' | 'l' | undefined
}) {
  const { language } = useLanguage()
  return (
    <span
      className={cx('avatar avatar-square', size !== 'm' && `avatar-${size}`)}
      data-accent={isAccent(community.accent) ? community.accent : accentOf(community.id)}
      aria-hidden
    >
      {initialsOf(pickText(community.name, language))}
    </span>
  )
}
