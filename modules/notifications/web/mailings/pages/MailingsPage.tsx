import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { MailPlus } from 'lucide-react'
import type { MailingRow } from '#modules/notifications/mailings-contract.ts'
import { Frame } from '#modules/workbench/web/public.ts'
import { api } from '#platform/web/api.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useLanguage } from '#platform/web/i18n.tsx'
import { PlainLink } from '#platform/web/links.tsx'
import { Button } from '#ui/Button.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Talk } from '#ui/illustrations.tsx'
import { LoadMore } from '#ui/LoadMore.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { Tag } from '#ui/Tag.tsx'
import { dayOf } from '../days.ts'
import { managedMailingPath } from '../paths.ts'
import { managedQuery, refreshMailings } from '../queries.ts'
import { useT } from '#modules/notifications/web/t.ts'
import '../mailings.css'

/** Mailings of a community, drafts first to hand: write, go on, see what became of one. */
export function MailingsPage() {
  const t = useT()
  const navigate = useNavigate()
  const { language } = useLanguage()
  const { slug = '' } = useParams({ strict: false }) as { slug?: string }
  const list = useInfiniteQuery(managedQuery(slug))
  const begin = useMutation({
    mutationFn: () =>
      api('POST /api/v1/communities/:community/workbench/mailings', {
        params: { community: slug },
        body: { subject: '', bodyMd: '', language },
      }),
    onSuccess(mailing) {
      refreshMailings()
      void navigate({ to: managedMailingPath(slug, mailing.id) })
    },
  })
  const rows = list.data?.pages.flatMap((page) => page.items) ?? []
  const write = (
    <Button look="primary" isPending={begin.isPending} onPress={() => begin.mutate()}>
      <MailPlus aria-hidden />
      {t('mailings.new')}
    </Button>
  )
  return (
    <Frame title={t('mailings.title')} lead={t('mailings.lead')} acts={rows.length > 0 ? write : undefined}>
      {() => (
        <div className="grid gap-4">
          {begin.error && <ErrorView error={begin.error} t={t} />}
          {list.error && !list.data && (
            <ErrorView error={list.error} t={t} onRetry={() => void list.refetch()} />
          )}
          {!list.data && !list.error && <SkeletonRows rows={3} />}
          {list.data && rows.length === 0 && (
            <EmptyState title={t('mailings.empty')} picture={<Talk />} acts={write}>
              {t('mailings.emptyHint')}
            </EmptyState>
          )}
          {rows.length > 0 && (
            <ul className="rows" aria-label={t('mailings.list')}>
              {rows.map((row) => (
                <li key={row.id}>
                  <Row slug={slug} row={row} />
                </li>
              ))}
            </ul>
          )}
          <LoadMore
            hasMore={list.hasNextPage}
            isLoading={list.isFetchingNextPage}
            onLoad={() => void list.fetchNextPage()}
          />
        </div>
      )}
    </Frame>
  )
}

const tones = {
  draft: 'neutral',
  queued: 'accent',
  sending: 'accent',
  sent: 'good',
  cancelled: 'warn',
} as const

function Row({ slug, row }: { slug: string; row: MailingRow }) {
  const t = useT()
  const { language } = useLanguage()
  const date = dayOf(row.startedAt ?? row.changedAt, language)
  return (
    <article className="mailing-row">
      <div className="mailing-row-top">
        <PlainLink
          to={managedMailingPath(slug, row.id)}
          className="hover:underline"
          lang={row.language}
          dir="auto"
        >
          {row.subject || t('mailings.untitled')}
        </PlainLink>
        <Tag tone={tones[row.state]}>{t(`mailings.state.${row.state}`)}</Tag>
      </div>
      <p className="text-muted">
        {t(row.state === 'draft' ? 'mailings.draftOf' : 'mailings.byOn', {
          name: row.author.displayName,
          date,
        })}
        {row.report && row.report.members > 0 && ` · ${t('mailings.reachShort', { n: row.report.members })}`}
      </p>
    </article>
  )
}
