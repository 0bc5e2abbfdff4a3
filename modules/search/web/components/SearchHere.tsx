import { Search } from 'lucide-react'
import { ButtonLink } from '#platform/web/links.tsx'
import type { SlotCommunity } from '#platform/web/slots.tsx'
import { searchInPath } from '../paths.ts'
import { useT } from '../t.ts'

/** In a community's header: the search page with this community chosen. */
export default function SearchHere({ community }: { community: SlotCommunity }) {
  const t = useT()
  return (
    <ButtonLink to={searchInPath(community.slug)} look="quiet" icon aria-label={t('here')}>
      <Search aria-hidden />
    </ButtonLink>
  )
}
