import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { CircleCheck, Eye } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import type { PresenceLine } from '#modules/gatherings/contract.ts'
import { MemberAvatar } from '#modules/people/web/public.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { api, ApiError } from '#platform/web/api.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useErrorToast, useErrorWords } from '#platform/web/errors.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { ButtonLink } from '#platform/web/links.tsx'
import { Page } from '#platform/web/Page.tsx'
import { queryClient } from '#platform/web/query-client.ts'
import { Button } from '#ui/Button.tsx'
import { Checkbox } from '#ui/Checkbox.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Door } from '#ui/illustrations.tsx'
import { Notice, Rows, Section } from '#ui/Layout.tsx'
import { LoadMore } from '#ui/LoadMore.tsx'
import { PageHeader } from '#ui/PageHeader.tsx'
import { SearchField } from '#ui/SearchField.tsx'
import { SkeletonPage } from '#ui/Skeleton.tsx'
import { gatheringPath } from '../paths.ts'
import { checkInQuery, codeQuery, flat, gatheringQuery, keys, presenceQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useWhen } from '../time.ts'
import '../gatherings.css'

/** `/gatherings/:id/check-in`: the screen of the room, and the list that is ticked by hand. */
export function CheckInScreenPage() {
  const { gatheringId = '' } = useParams({ strict: false }) as { gatheringId?: string }
  const t = useT()
  const gathering = useQuery(gatheringQuery(gatheringId))
  const code = useQuery({ ...codeQuery(gatheringId), retry: false })
  const people = useInfiniteQuery(presenceQuery(gatheringId))
  const error = gathering.error ?? (code.error && isClosed(code.error) ? null : code.error)
  if (error) return <ErrorView error={error} t={t} onRetry={() => void gathering.refetch()} />
  if (!gathering.data) return <SkeletonPage />
  return (
    <Page title={t('checkIn.title')} place={gathering.data.title}>
      <div data-accent={gathering.data.community.accent}>
        <PageHeader title={t('checkIn.title')} kicker={gathering.data.title} lead={t('checkIn.lead')} />
        <div className="grid gap-8">
          {code.data ? (
            <div className="grid justify-items-start gap-3">
              <div
                className="check-in-code"
                role="img"
                aria-label={t('checkIn.code', { title: gathering.data.title })}
                // Drawn by our own server: squares, no text.
                dangerouslySetInnerHTML={{ __html: code.data.svg }}
              />
              <p className="m-0 text-sm text-muted">{t('checkIn.changes')}</p>
              <p className="m-0 font-semibold" role="status">
                {t('checkIn.there', { n: code.data.presentCount })}
              </p>
            </div>
          ) : (
            code.error && <Notice>{t('checkIn.closed')}</Notice>
          )}
          <Section title={t('checkIn.expected')}>
            <People gatheringId={gatheringId} lines={flat(people.data)} />
            <LoadMore
              hasMore={people.hasNextPage}
              isLoading={people.isFetchingNextPage}
              onLoad={() => void people.fetchNextPage()}
            />
            <p className="flex gap-2 pt-3 text-sm text-muted">
              <Eye aria-hidden className="mt-0.5 size-4 shrink-0" />
              {t('checkIn.seen')}
            </p>
          </Section>
        </div>
      </div>
    </Page>
  )
}

const isClosed = (error: unknown): boolean => error instanceof ApiError && error.code === 'checkInClosed'

function People({ gatheringId, lines }: { gatheringId: string; lines: readonly PresenceLine[] }) {
  const t = useT()
  const onError = useErrorToast(t)
  const [text, setText] = useState('')
  const q = useDeferredValue(text.trim().toLowerCase())
  const [changed, setChanged] = useState<Record<string, boolean>>({})
  if (lines.length === 0) return <p className="text-muted">{t('checkIn.none')}</p>
  const tick = (memberId: string, isThere: boolean) => {
    setChanged((before) => ({ ...before, [memberId]: isThere }))
    const params = { gatheringId, memberId }
    void (
      isThere
        ? api('PUT /api/v1/gatherings/:gatheringId/presence/:memberId', { params })
        : api('DELETE /api/v1/gatherings/:gatheringId/presence/:memberId', { params })
    ).then(
      () => void queryClient.invalidateQueries({ queryKey: keys.code(gatheringId) }),
      (error: unknown) => {
        setChanged((before) => ({ ...before, [memberId]: !isThere }))
        onError(error)
      },
    )
  }
  return (
    <>
      {lines.length > 8 && <SearchField label={t('checkIn.search')} value={text} onChange={setText} />}
      <Rows label={t('checkIn.expected')}>
        {lines
          .filter(({ member }) => member.displayName.toLowerCase().includes(q))
          .map(({ member, attends, waitsFor, presentAt }) => (
            <li key={member.id} className="flex items-center gap-3">
              <Checkbox
                aria-label={t('checkIn.tick', { name: member.displayName })}
                isSelected={changed[member.id] ?? presentAt !== null}
                onChange={(isThere) => tick(member.id, isThere)}
              >
                <span className="flex items-center gap-2.5">
                  <MemberAvatar member={member} size="s" />
                  <bdi>{member.displayName}</bdi>
                  {!attends && (
                    <span className="text-sm text-muted">
                      {t(waitsFor ? 'checkIn.waits' : 'checkIn.unplanned')}
                    </span>
                  )}
                </span>
              </Checkbox>
            </li>
          ))}
      </Rows>
    </>
  )
}

/** `/check-in/:token`: what a phone opens after reading the code. */
export function CheckInPage() {
  const { token = '' } = useParams({ strict: false }) as { token?: string }
  const t = useT()
  const when = useWhen()
  const say = useErrorWords(t)
  const { language } = useLanguage()
  const { data, error } = useQuery(checkInQuery(token))
  const here = useMutation({
    mutationFn: () => api('POST /api/v1/check-ins/:token', { params: { token } }),
    onSuccess: () => void queryClient.invalidateQueries({ queryKey: keys.all }),
  })
  const problem = error ?? here.error
  if (problem)
    return (
      <Page title={t('checkIn.hereTitle')}>
        <PageHeader title={t('checkIn.invalid')} />
        <EmptyState title={say(problem)} picture={<Door />}>
          {t('checkIn.invalidHint')}
        </EmptyState>
      </Page>
    )
  if (!data) return <SkeletonPage />
  const isDone = data.isPresent || here.isSuccess
  return (
    <Page title={t('checkIn.hereTitle')}>
      <div data-accent={data.community.accent}>
        <PageHeader
          title={data.title}
          kicker={pickText(data.community.name, language)}
          lead={
            <span className="inline-block first-letter:uppercase">{`${when.longDay(data.startsAt)}, ${when.time(data.startsAt)}`}</span>
          }
        />
        {isDone ? (
          <div className="grid justify-items-start gap-4">
            <p className="m-0 flex items-center gap-2 text-[1.1875rem] font-semibold" role="status">
              <CircleCheck aria-hidden className="text-good" />
              {t('checkIn.hereDone')}
            </p>
            <ButtonLink to={gatheringPath(data.gatheringId)}>{t('checkIn.hereSee')}</ButtonLink>
          </div>
        ) : (
          <Button look="primary" isPending={here.isPending} onPress={() => here.mutate()}>
            {t('checkIn.here')}
          </Button>
        )}
      </div>
    </Page>
  )
}
