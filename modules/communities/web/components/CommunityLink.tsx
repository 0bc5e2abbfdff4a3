import type { CommunityRef } from '#modules/communities/contract.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { Link } from '#platform/web/links.tsx'
import { pickLanguage, pickText } from '#platform/shared/local-text.ts'
import { communityPath } from '../paths.ts'
import { CommunityMark } from './CommunityMark.tsx'

/** A community's name in the reader's language, linking to it; with its mark when asked. */
export function CommunityLink({ community, mark }: { community: CommunityRef; mark?: boolean | undefined }) {
  const { language } = useLanguage()
  const name = (
    <Link to={communityPath(community.slug)} lang={pickLanguage(community.name, language)}>
      {pickText(community.name, language)}
    </Link>
  )
  if (!mark) return name
  return (
    <span className="inline-flex items-center gap-2">
      <CommunityMark community={community} size="s" />
      {name}
    </span>
  )
}
