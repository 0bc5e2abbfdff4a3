import '../components/kinds.css'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { CalendarClock, Plus, X } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { settingsPath, useCommunity } from '#modules/communities/web/public.ts'
import { postPath } from '#modules/discussions/web/public.ts'
import type { Decision, KindView } from '#modules/kinds/contract.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { api } from '#platform/web/api.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useLanguage } from '#platform/web/i18n.tsx'
import { ButtonLink, Link } from '#platform/web/links.tsx'
import { Page } from '#platform/web/Page.tsx'
import { useInvalidateOn } from '#platform/web/realtime.ts'
import { Button } from '#ui/Button.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Talk } from '#ui/illustrations.tsx'
import { Notice, Rows } from '#ui/Layout.tsx'
import { LoadMore } from '#ui/LoadMore.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { Tag } from '#ui/Tag.tsx'
import { ReviewPart } from '../components/ReviewPart.tsx'
import { lifePath } from '../paths.ts'
import { decisionsQuery, keys, kindQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'
import { dayOf } from '../when.ts'

const DecisionDialog = lazy(() => import('../components/DecisionDialog.tsx'))

/** `/communities/:slug/decisions`: what the project decided and why, when it ends, and what it leaves. */
export function DecisionsPage() {
  const t = useT()
  const { language } = useLanguage()
  const { slug = '' } = useParams({ strict: false }) as { slug?: string }
  const community = useCommunity(slug)
  const kind = useQuery(kindQuery(slug))
  const list = useInfiniteQuery(decisionsQuery(slug))
  useInvalidateOn(`community:${community?.id ?? ''}`, keys.one(slug))
  const [isNoting, setNoting] = useState(false)
  const decisions = list.data?.pages.flatMap(({ items }) => items) ?? []
  const canManage = list.data?.pages[0]?.can.manage ?? false
  const name = community ? pickText(community.name, language) : ''
  const note = canManage && (
    <Button look="primary" onPress={() => setNoting(true)}>
      <Plus aria-hidden />
      {t('project.note')}
    </Button>
  )
  return (
    <Page title={`${t('project.title')} · ${name}`} place={name}>
      <h2 className="sr-only">{t('project.title')}</h2>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
        {kind.data?.closing && <End slug={slug} closing={kind.data.closing} canManage={canManage} />}
        {list.error ? (
          <ErrorView error={list.error} t={t} onRetry={() => void list.refetch()} />
        ) : !list.data ? (
          <SkeletonRows rows={4} />
        ) : decisions.length === 0 ? (
          <EmptyState title={t('project.empty')} picture={<Talk />} acts={note || undefined}>
            {t('project.emptyHint')}
          </EmptyState>
        ) : (
          <>
            <div className="flex flex-wrap items-center justify-between gap-3">
              <p className="m-0 text-muted">{t('project.lead')}</p>
              {note}
            </div>
            <Rows label={t('project.title')}>
              {decisions.map((decision) => (
                <DecisionLine key={decision.id} slug={slug} decision={decision} canManage={canManage} />
              ))}
            </Rows>
            <LoadMore
              hasMore={list.hasNextPage}
              isLoading={list.isFetchingNextPage}
              onLoad={() => void list.fetchNextPage()}
            />
          </>
        )}
        <ReviewPart slug={slug} />
      </div>
      {isNoting && (
        <Suspense>
          <DecisionDialog
            slug={slug}
            standing={decisions.filter(({ replacedBy }) => replacedBy === null)}
            onClose={() => setNoting(false)}
          />
        </Suspense>
      )}
    </Page>
  )
}

/** When the project ends; a date reached proposes to close, and does nothing by itself. */
export function End({
  slug,
  closing,
  canManage,
}: {
  slug: string
  closing: NonNullable<KindView['closing']>
  canManage: boolean
}) {
  const t = useT()
  const { endsOn, daysLeft, isReached } = closing
  const settle = canManage && (
    <ButtonLink to={settingsPath(slug)} size="small">
      {t('project.setEnd')}
    </ButtonLink>
  )
  if (endsOn === null)
    return (
      <Notice icon={<CalendarClock aria-hidden />} title={t('project.noEnd')}>
        {settle}
      </Notice>
    )
  if (isReached)
    return (
      <Notice icon={<CalendarClock aria-hidden />} tone="warn" title={t('project.reached')}>
        <p>{t('project.reachedHint')}</p>
        {canManage && (
          <p className="flex flex-wrap gap-2 pt-2">
            <ButtonLink to={lifePath(slug)} size="small">
              {t('project.close')}
            </ButtonLink>
            {settle}
          </p>
        )}
      </Notice>
    )
  return (
    <Notice icon={<CalendarClock aria-hidden />} title={t('project.ends', { on: dayOf(endsOn) })}>
      {daysLeft !== null && <p>{t('project.daysLeft', { n: daysLeft })}</p>}
    </Notice>
  )
}

function DecisionLine({
  slug,
  decision,
  canManage,
}: {
  slug: string
  decision: Decision
  canManage: boolean
}) {
  const t = useT()
  const { isActing, act } = useAct()
  return (
    <li id={`d-${decision.id}`} className="flex items-start justify-between gap-3">
      <div className="grid min-w-0 gap-1">
        <p className="m-0 font-semibold" dir="auto">
          {decision.decision}
        </p>
        <p className="m-0 whitespace-pre-line" dir="auto">
          {decision.why}
        </p>
        <p className="m-0 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
          <span>
            {t('project.by', { who: t(`project.as.${decision.decidedAs}`), on: dayOf(decision.on) })}
          </span>
          {decision.post && (
            <Link to={postPath(decision.post.id)} dir="auto">
              {decision.post.title}
            </Link>
          )}
          {decision.replacedBy && (
            <>
              <Tag>{t('project.replaced')}</Tag>
              <a className="link" href={`#d-${decision.replacedBy}`}>
                {t('project.replacedBy')}
              </a>
            </>
          )}
        </p>
      </div>
      {canManage && (
        <Button
          look="quiet"
          icon
          isDisabled={isActing}
          aria-label={t('project.withdraw', { what: decision.decision })}
          onPress={() =>
            act(async () => {
              await api('DELETE /api/v1/communities/:community/project/decisions/:decisionId', {
                params: { community: slug, decisionId: decision.id },
              })
              return t('project.withdrawn')
            })
          }
        >
          <X aria-hidden />
        </Button>
      )}
    </li>
  )
}
