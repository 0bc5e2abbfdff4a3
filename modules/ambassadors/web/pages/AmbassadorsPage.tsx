import '../components/ambassadors.css'
import { useSearch } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { ButtonLink, Link } from '#platform/web/links.tsx'
import { Page } from '#platform/web/Page.tsx'
import { PageHeader } from '#ui/PageHeader.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { ambassadorsPath, minePath } from '../paths.ts'
import { useT } from '../t.ts'

const Directory = lazy(async () => ({ default: (await import('../components/Directory.tsx')).Directory }))
const Mine = lazy(async () => ({ default: (await import('../components/Mine.tsx')).Mine }))
const ProgrammeView = lazy(async () => ({
  default: (await import('../components/ProgrammeView.tsx')).ProgrammeView,
}))

/** The directory; `view=mine` is one's own page, `programme` one programme. */
export function AmbassadorsPage() {
  const t = useT()
  const { view, programme } = useSearch({ strict: false }) as { view?: string; programme?: string }
  const back = <Link to={ambassadorsPath}>{t('programme.back')}</Link>
  return (
    <Page title={t(view === 'mine' ? 'mine.title' : 'directory.title')}>
      {view === 'mine' ? (
        <>
          <PageHeader title={t('mine.title')} kicker={back} lead={t('mine.lead')} />
          <Suspense fallback={<SkeletonRows rows={6} />}>
            <Mine />
          </Suspense>
        </>
      ) : programme ? (
        <div className="grid gap-3">
          <p>{back}</p>
          <Suspense fallback={<SkeletonRows rows={6} />}>
            <ProgrammeView programmeId={programme} level={1} />
          </Suspense>
        </div>
      ) : (
        <>
          <PageHeader
            title={t('directory.title')}
            lead={t('directory.lead')}
            acts={<ButtonLink to={minePath}>{t('directory.mine')}</ButtonLink>}
          />
          <Suspense fallback={<SkeletonRows rows={6} />}>
            <Directory />
          </Suspense>
        </>
      )}
    </Page>
  )
}
