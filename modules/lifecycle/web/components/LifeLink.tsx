import { Archive, BookOpenText } from 'lucide-react'
import { useCommunity } from '#modules/communities/web/public.ts'
import { ButtonLink } from '#platform/web/links.tsx'
import type { SlotCommunity } from '#platform/web/slots.tsx'
import { canvasPath } from '../paths.ts'
import { useT } from '../t.ts'

/** Under the charter of a community's page: the whole canvas, or the closing page. */
export default function LifeLink({ community }: { community: SlotCommunity }) {
  const t = useT()
  const stage = useCommunity(community.slug)?.stage
  const isOver = stage === 'closing' || stage === 'archived'
  return (
    <p className="mt-4">
      <ButtonLink to={canvasPath(community.slug)} size="small" look="quiet">
        {isOver ? <Archive aria-hidden /> : <BookOpenText aria-hidden />}
        {t(isOver ? 'farewell.see' : 'canvas.read')}
      </ButtonLink>
    </p>
  )
}
