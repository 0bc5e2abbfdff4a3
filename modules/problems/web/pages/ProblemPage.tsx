import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { CalendarClock, Ellipsis, Flag, Plus } from 'lucide-react'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import { useCommunity } from '#modules/communities/web/public.ts'
import { Frame } from '#modules/workbench/web/public.ts'
import type { ProblemView } from '#modules/problems/contract.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { api } from '#platform/web/api.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useLanguage } from '#platform/web/i18n.tsx'
import { Page } from '#platform/web/Page.tsx'
import { useInvalidateOn } from '#platform/web/realtime.ts'
import { Button } from '#ui/Button.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Lens } from '#ui/illustrations.tsx'
import { Notice, Section } from '#ui/Layout.tsx'
import { Menu } from '#ui/Menu.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { ProblemChart } from '../components/ProblemChart.tsx'
import { Interventions, Reviews } from '../components/ProblemNotes.tsx'
import { dayOf, today } from '../measure.ts'
import { valuesFile } from '../paths.ts'
import { keys, problemQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

const dialogs = () => import('../components/WriteDialogs.tsx')
const Dialogs = {
  value: lazy(async () => ({ default: (await dialogs()).ValueDialog })),
  intervention: lazy(async () => ({ default: (await dialogs()).InterventionDialog })),
  review: lazy(async () => ({ default: (await dialogs()).ReviewDialog })),
  compare: lazy(async () => ({ default: (await dialogs()).CompareDialog })),
  declare: lazy(async () => ({ default: (await dialogs()).IndicatorDialog })),
  file: lazy(() => import('../components/FileDialog.tsx')),
}
type Writing = keyof typeof Dialogs
const History = lazy(() => import('../components/History.tsx'))

/** `/communities/:slug/problem`: for whoever reads the community. */
export function ProblemPage() {
  const t = useT()
  const { language } = useLanguage()
  const { slug = '' } = useParams({ strict: false }) as { slug?: string }
  const community = useCommunity(slug)
  const name = community ? pickText(community.name, language) : ''
  return (
    <Page title={`${t('title')} · ${name}`} place={name}>
      <Followed slug={slug} communityId={community?.id ?? ''}>
        {(view) => (
          <>
            {view.indicator.problem && (
              <p className="max-w-[70ch] text-pretty" dir="auto">
                {view.indicator.problem}
              </p>
            )}
            {view.indicator.name === null ? (
              <EmptyState title={t('empty.title')} picture={<Lens />}>
                {t('empty.reader')}
              </EmptyState>
            ) : (
              <Story slug={slug} view={view} canManage={false} />
            )}
          </>
        )}
      </Followed>
    </Page>
  )
}

/** `/communities/:slug/workbench/problem`: the same, and what a manager writes. */
export function WorkbenchProblem() {
  const t = useT()
  const [writing, setWriting] = useState<Writing>()
  return (
    <Frame title={t('title')} lead={t('lead')}>
      {({ slug, id }) => (
        <Followed slug={slug} communityId={id}>
          {(view) => {
            const Open = writing && Dialogs[writing]
            return (
              <>
                {view.indicator.name === null ? (
                  <EmptyState
                    title={t('empty.title')}
                    picture={<Lens />}
                    acts={
                      <Button look="primary" onPress={() => setWriting('declare')}>
                        {t('empty.declare')}
                      </Button>
                    }
                  >
                    {t('empty.manager')}
                  </EmptyState>
                ) : (
                  <>
                    <Due view={view} />
                    <Acts slug={slug} view={view} onWrite={setWriting} />
                    <Story slug={slug} view={view} canManage />
                  </>
                )}
                <Suspense>
                  {Open && <Open slug={slug} view={view} onClose={() => setWriting(undefined)} />}
                </Suspense>
              </>
            )
          }}
        </Followed>
      )}
    </Frame>
  )
}

function Followed({
  slug,
  communityId,
  children,
}: {
  slug: string
  communityId: string
  children: (view: ProblemView) => ReactNode
}) {
  const t = useT()
  const { data, error, refetch } = useQuery(problemQuery(slug))
  useInvalidateOn(`community:${communityId}`, keys.one(slug))
  if (error && !data) return <ErrorView error={error} t={t} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={6} />
  return <div className="grid grid-cols-[minmax(0,1fr)] gap-6">{children(data)}</div>
}

function Due({ view: { nextValueDue, rhythm } }: { view: ProblemView }) {
  const t = useT()
  if (!nextValueDue) return null
  const isLate = nextValueDue <= today()
  return (
    <Notice
      icon={<CalendarClock aria-hidden />}
      tone={isLate ? 'warn' : 'plain'}
      title={t(isLate ? 'due.late' : 'due.on', { on: dayOf(nextValueDue) })}
    >
      <p>{t(`due.${rhythm}`)}</p>
    </Notice>
  )
}

function Acts({
  slug,
  view,
  onWrite,
}: {
  slug: string
  view: ProblemView
  onWrite: (what: Writing) => void
}) {
  const t = useT()
  const { act } = useAct()
  const stop = (comparisonId: string) =>
    act(async () => {
      await api('DELETE /api/v1/communities/:community/problem/comparisons/:comparisonId', {
        params: { community: slug, comparisonId },
      })
      return t('compare.removed')
    })
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button look="primary" onPress={() => onWrite('value')}>
        <Plus aria-hidden />
        {t('acts.value')}
      </Button>
      <Button onPress={() => onWrite('intervention')}>
        <Flag aria-hidden />
        {t('acts.intervention')}
      </Button>
      <Button onPress={() => onWrite('review')}>{t('acts.review')}</Button>
      <Menu
        label={t('acts.more')}
        trigger={
          <Button look="quiet" icon aria-label={t('acts.more')}>
            <Ellipsis aria-hidden />
          </Button>
        }
        groups={[
          [
            { id: 'file', label: t('acts.file'), onAction: () => onWrite('file') },
            { id: 'compare', label: t('acts.compare'), onAction: () => onWrite('compare') },
            { id: 'declare', label: t('acts.declare'), onAction: () => onWrite('declare') },
            { id: 'download', label: t('acts.download'), href: valuesFile(slug) },
          ],
          ...(view.comparisons.length > 0
            ? [
                view.comparisons.map(({ id, name }) => ({
                  id,
                  label: t('acts.removeOf', { what: name }),
                  onAction: () => stop(id),
                })),
              ]
            : []),
        ]}
      />
    </div>
  )
}

/** The chart, what was done, what was decided, and every value written. */
function Story({ slug, view, canManage }: { slug: string; view: ProblemView; canManage: boolean }) {
  const t = useT()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      {view.points.length === 0 ? (
        <EmptyState title={t('empty.noValues')} picture={<Lens />} level={2}>
          {t('empty.noValuesHint')}
        </EmptyState>
      ) : (
        <ProblemChart view={view} />
      )}
      <Interventions slug={slug} view={view} canManage={canManage} />
      <Reviews view={view} />
      <Section title={t('history.title')} hint={t('history.hint')}>
        {isOpen ? (
          <Suspense fallback={<SkeletonRows rows={4} />}>
            <History slug={slug} canManage={canManage} />
          </Suspense>
        ) : (
          <div>
            <Button onPress={() => setOpen(true)}>{t('history.show')}</Button>
          </div>
        )}
      </Section>
    </>
  )
}
