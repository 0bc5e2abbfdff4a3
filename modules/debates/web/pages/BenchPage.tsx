import '../components/debates.css'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import type { Debate } from '#modules/debates/contract.ts'
import { MemberLink } from '#modules/people/web/public.ts'
import { Frame } from '#modules/workbench/web/public.ts'
import { api } from '#platform/web/api.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { ButtonLink, PlainLink } from '#platform/web/links.tsx'
import { useInvalidateOn } from '#platform/web/realtime.ts'
import { Button } from '#ui/Button.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Talk } from '#ui/illustrations.tsx'
import { Section } from '#ui/Layout.tsx'
import { LoadMore } from '#ui/LoadMore.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { Tag } from '#ui/Tag.tsx'
import { DeciderStep, PeriodStep, ReadersStep, SynthesisStep } from '../components/BenchSteps.tsx'
import { DebateRows } from '../components/DebateRows.tsx'
import { PrepareForm } from '../components/PrepareForm.tsx'
import { MergePart, WaitingPart } from '../components/WaitingPart.tsx'
import { benchPath, debatePath } from '../paths.ts'
import { debateQuery, keys, listQuery, wishesQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

const WordDialog = lazy(() => import('../components/WordDialog.tsx'))
const VideoStep = lazy(() => import('../components/VideoStep.tsx'))
const DecisionDialog = lazy(() => import('../components/DecisionDialog.tsx'))

/** Debates for those who run the community: prepare, hold, close. `debate` opens one, `new` begins one. */
export function BenchPage() {
  const t = useT()
  const navigate = useNavigate()
  const { debate, wish, part } = useSearch({ strict: false }) as {
    debate?: string
    wish?: string
    part?: string
  }
  if (debate)
    return (
      <Frame needs="moderate" title={t('title')}>
        {({ slug, id }) => <One slug={slug} communityId={id} debateId={debate} />}
      </Frame>
    )
  return (
    <Frame needs="moderate" title={t('title')} lead={t('bench.lead')}>
      {({ slug, can }) =>
        part === 'new' && can.manage ? (
          <Beginning
            slug={slug}
            wishId={wish}
            onDone={(made) => void navigate({ to: benchPath(slug), search: { debate: made.id } as never })}
          />
        ) : (
          <All slug={slug} mayManage={can.manage} />
        )
      }
    </Frame>
  )
}

function Beginning({
  slug,
  wishId,
  onDone,
}: {
  slug: string
  wishId: string | undefined
  onDone: (made: Debate) => void
}) {
  const wishes = useQuery({ ...wishesQuery(slug), enabled: wishId !== undefined })
  if (wishId && wishes.isPending) return <SkeletonRows rows={4} />
  return <PrepareForm slug={slug} wish={wishes.data?.items.find(({ id }) => id === wishId)} onDone={onDone} />
}

function All({ slug, mayManage }: { slug: string; mayManage: boolean }) {
  const t = useT()
  const [refused, setRefused] = useState<string>()
  const query = useInfiniteQuery(listQuery(slug))
  const wishes = useQuery(wishesQuery(slug)).data?.items ?? []
  const items = query.data?.pages.flatMap((page) => page.items)
  if (query.error && !items)
    return <ErrorView error={query.error} t={t} onRetry={() => void query.refetch()} />
  if (!items) return <SkeletonRows rows={4} />
  return (
    <div className="grid gap-6">
      {mayManage && (
        <p>
          <ButtonLink to={`${benchPath(slug)}?part=new`} look="primary">
            {t('bench.prepare')}
          </ButtonLink>
        </p>
      )}
      {wishes.length > 0 && (
        <Section title={t('bench.wishes')}>
          <ul className="debate-list">
            {wishes.map((wish) => (
              <li key={wish.id} className="debate-argument">
                <p>
                  <strong>{wish.question}</strong>
                </p>
                {wish.why && <p>{wish.why}</p>}
                <p className="debate-facts">
                  <MemberLink member={wish.by} />
                </p>
                {mayManage && (
                  <p className="debate-acts">
                    <ButtonLink to={`${benchPath(slug)}?part=new&wish=${wish.id}`} size="small">
                      {t('bench.prepareIt')}
                    </ButtonLink>
                    <Button size="small" look="quiet" onPress={() => setRefused(wish.id)}>
                      {t('bench.notNow')}
                    </Button>
                  </p>
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {items.length === 0 ? (
        <EmptyState title={t('list.empty')} picture={<Talk />} level={3}>
          {t('bench.emptyHint')}
        </EmptyState>
      ) : (
        <DebateRows debates={items} to={(id) => `${benchPath(slug)}?debate=${id}`} />
      )}
      <LoadMore
        hasMore={query.hasNextPage}
        isLoading={query.isFetchingNextPage}
        onLoad={() => void query.fetchNextPage()}
      />
      <Suspense>
        {refused && (
          <WordDialog
            title={t('bench.notNow')}
            label={t('mine.why')}
            said={t('mine.sent')}
            send={(word) =>
              api('POST /api/v1/debate-wishes/:wishId/answer', {
                params: { wishId: refused },
                body: { word },
              })
            }
            onClose={() => setRefused(undefined)}
          />
        )}
      </Suspense>
    </div>
  )
}

function One({ slug, communityId, debateId }: { slug: string; communityId: string; debateId: string }) {
  const t = useT()
  const { data: debate, error, refetch } = useQuery(debateQuery(debateId))
  useInvalidateOn(
    `community:${communityId}`,
    keys.debate(debateId),
    keys.waiting(debateId),
    keys.arguments(debateId),
  )
  if (error && !debate) return <ErrorView error={error} t={t} onRetry={() => void refetch()} />
  if (!debate) return <SkeletonRows rows={5} />
  const { can } = debate
  const is = (...states: Debate['state'][]): boolean => states.includes(debate.state)
  return (
    <div className="grid gap-5">
      <header className="grid gap-2">
        <p>
          <PlainLink to={benchPath(slug)} className="member-link">
            {t('page.all')}
          </PlainLink>
        </p>
        <h2 lang={debate.language}>{debate.question}</h2>
        <p className="debate-facts">
          <Tag tone={is('open') ? 'accent' : 'neutral'}>{t(`state.${debate.state}`)}</Tag>
          <PlainLink to={debatePath(debate.id)} className="member-link">
            {t('bench.asMembers')}
          </PlainLink>
        </p>
      </header>
      {can.manage && is('prepared') && (
        <>
          <PrepareForm key={debate.id} slug={slug} debate={debate} onDone={() => {}} />
          <Suspense fallback={<SkeletonRows rows={2} />}>
            <VideoStep debate={debate} />
          </Suspense>
          <ReadersStep
            key={debate.reviews.map(({ reviewer }) => reviewer.id).join()}
            slug={slug}
            debate={debate}
          />
        </>
      )}
      {!is('prepared') && <WaitingPart debate={debate} />}
      {can.manage && is('open', 'closed') && <MergePart debate={debate} />}
      {can.manage && is('open') && <PeriodStep debate={debate} />}
      {can.manage && is('open', 'closed', 'decided') && <SynthesisStep debate={debate} />}
      {can.manage && is('prepared', 'open', 'closed') && <DeciderStep debate={debate} slug={slug} />}
      {can.manage && <EndStep debate={debate} />}
    </div>
  )
}

/** The end of a debate: the decision written for the decision-maker, the reason for its absence, the archive. */
function EndStep({ debate }: { debate: Debate }) {
  const t = useT()
  const [open, setOpen] = useState<'decide' | 'none'>()
  const params = { debateId: debate.id }
  const archive = useAct(() => api('POST /api/v1/debates/:debateId/archive', { params }), t('bench.archived'))
  if (debate.state !== 'closed' && debate.state !== 'decided') return null
  return (
    <section className="debate-step">
      <h3>{t('bench.end')}</h3>
      <p className="text-sm text-muted">
        {t(debate.state === 'closed' ? 'bench.endHint' : 'bench.archiveHint')}
      </p>
      <p className="debate-acts">
        {debate.can.decide && <Button onPress={() => setOpen('decide')}>{t('decision.writeFor')}</Button>}
        {debate.state === 'closed' && (
          <Button look="quiet" onPress={() => setOpen('none')}>
            {t('decision.noneAct')}
          </Button>
        )}
        {debate.state === 'decided' && (
          <Button isPending={archive.isPending} onPress={() => archive.run()}>
            {t('bench.archive')}
          </Button>
        )}
      </p>
      <Suspense>
        {open === 'decide' && <DecisionDialog debate={debate} onClose={() => setOpen(undefined)} />}
        {open === 'none' && (
          <WordDialog
            title={t('decision.noneAct')}
            label={t('mine.why')}
            hint={t('decision.noneHint')}
            said={t('decision.published')}
            maxLength={4000}
            send={(reason) => api('POST /api/v1/debates/:debateId/no-decision', { params, body: { reason } })}
            onClose={() => setOpen(undefined)}
          />
        )}
      </Suspense>
    </section>
  )
}
