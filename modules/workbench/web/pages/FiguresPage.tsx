import { lazy, Suspense } from 'react'
import { MissedSearchesNote } from '#modules/search/web/public.ts'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { Frame } from '../components/Frame.tsx'
import { useT } from '../t.ts'

const FigureBoard = lazy(async () => ({
  default: (await import('#modules/measurement/web/public.ts')).FigureBoard,
}))

/** The community's figures, the same for everybody; here beside the rest of the craft. */
export function FiguresPage() {
  const t = useT()
  return (
    <Frame title={t('nav.figures')}>
      {(community) => (
        <Suspense fallback={<SkeletonRows rows={6} />}>
          <FigureBoard slug={community.slug} />
          <MissedSearchesNote slug={community.slug} />
        </Suspense>
      )}
    </Frame>
  )
}
