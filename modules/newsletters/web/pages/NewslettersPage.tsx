import '../components/newsletters.css'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { MailPlus, Plus, Users } from 'lucide-react'
import { useState } from 'react'
import type { IssueCard, NewsletterCard } from '#modules/newsletters/contract.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { api } from '#platform/web/api.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useFormat, useLanguage } from '#platform/web/i18n.tsx'
import { PlainLink } from '#platform/web/links.tsx'
import { Page } from '#platform/web/Page.tsx'
import { useMember } from '#platform/web/session.ts'
import { MemberLink } from '#modules/people/web/public.ts'
import { Button } from '#ui/Button.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Yard } from '#ui/illustrations.tsx'
import { Rows, Section } from '#ui/Layout.tsx'
import { LoadMore } from '#ui/LoadMore.tsx'
import { PageHeader } from '#ui/PageHeader.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { Tag } from '#ui/Tag.tsx'
import { BeginDialog } from '../components/BeginDialog.tsx'
import { ManageDialog } from '../components/ManageDialog.tsx'
import { editPath, issuePath } from '../paths.ts'
import { archiveQuery, listQuery, troublesQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

/** The newsletters one may read or write, and every issue that left. */
export function NewslettersPage() {
  const t = useT()
  const { data, error, refetch } = useQuery(listQuery)
  const [isBeginning, setBeginning] = useState(false)
  const [managed, setManaged] = useState<string>()
  const begin = (
    <Button look="primary" onPress={() => setBeginning(true)}>
      <Plus aria-hidden />
      {t('list.begin')}
    </Button>
  )
  return (
    <Page title={t('title')}>
      <PageHeader title={t('title')} lead={t('lead')} acts={begin} />
      {error && !data && <ErrorView error={error} t={t} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonRows rows={3} />}
      {data?.items.length === 0 && (
        <EmptyState title={t('list.empty')} picture={<Yard />}>
          {t('list.emptyHint')}
        </EmptyState>
      )}
      <div className="grid gap-4">
        {data?.items.map((one) => (
          <Newsletter key={one.id} newsletter={one} onManage={() => setManaged(one.id)} />
        ))}
      </div>
      <Archive />
      {data?.mayBegin && <Troubles />}
      {isBeginning && (
        <BeginDialog
          mayBeginForAll={data?.mayBegin === true}
          onClose={(id) => {
            setBeginning(false)
            if (id) setManaged(id)
          }}
        />
      )}
      {managed && <ManageDialog id={managed} onClose={() => setManaged(undefined)} />}
    </Page>
  )
}

function Newsletter({ newsletter: one, onManage }: { newsletter: NewsletterCard; onManage: () => void }) {
  const t = useT()
  const navigate = useNavigate()
  const { language } = useLanguage()
  const begin = useAct(
    (_: void, idempotencyKey) =>
      api('POST /api/v1/newsletters/:newsletter/issues', {
        params: { newsletter: one.id },
        body: {},
        idempotencyKey,
      }),
    t('state.draft'),
    ({ id }) => void navigate({ to: editPath(id) }),
  )
  return (
    <article className="card grid gap-3" data-accent={one.community?.accent}>
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="grid gap-1">
          <h2>{pickText(one.name, language)}</h2>
          <p className="text-sm text-muted">
            {[
              one.community && t('list.ofCommunity', { name: pickText(one.community.name, language) }),
              t(`rhythm.${one.rhythm}`),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </div>
        <div className="flex flex-wrap gap-2">
          {one.isClosed && <Tag>{t('list.closed')}</Tag>}
          {(one.can.name || one.can.edit) && (
            <Button size="small" onPress={onManage}>
              <Users aria-hidden />
              {t('list.manage')}
            </Button>
          )}
          {one.can.edit && !one.isClosed && (
            <Button size="small" look="primary" isPending={begin.isPending} onPress={() => begin.run()}>
              <MailPlus aria-hidden />
              {t('list.newIssue')}
            </Button>
          )}
        </div>
      </div>
      {pickText(one.purpose, language) && <p>{pickText(one.purpose, language)}</p>}
      {one.atWork.length > 0 && (
        <ul className="grid gap-1">
          {one.atWork.map((issue) => (
            <li key={issue.id}>
              <IssueLine issue={issue} to={editPath(issue.id)} />
            </li>
          ))}
        </ul>
      )}
      {one.latest && <IssueLine issue={one.latest} to={issuePath(one.latest.id)} />}
    </article>
  )
}

const tones = {
  draft: 'neutral',
  scheduled: 'accent',
  sending: 'accent',
  sent: 'good',
  stopped: 'warn',
} as const

function IssueLine({ issue, to, name }: { issue: IssueCard; to: string; name?: string }) {
  const t = useT()
  const format = useFormat()
  const { language } = useLanguage()
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <PlainLink to={to} className="font-semibold hover:underline">
        {pickText(issue.title, language) || t('untitled')}
      </PlainLink>
      {issue.state !== 'sent' && <Tag tone={tones[issue.state]}>{t(`state.${issue.state}`)}</Tag>}
      <span className="text-sm text-muted">
        {[name, format.dateTime(new Date(issue.at), 'day')].filter(Boolean).join(' · ')}
      </span>
    </p>
  )
}

function Archive() {
  const t = useT()
  const { language } = useLanguage()
  const list = useInfiniteQuery(archiveQuery)
  const items = list.data?.pages.flatMap((page) => page.items)
  return (
    <Section title={t('archive.title')}>
      {items?.length === 0 && <p className="text-muted">{t('archive.empty')}</p>}
      {items && items.length > 0 && (
        <Rows label={t('archive.title')}>
          {items.map((issue) => (
            <li key={issue.id}>
              <IssueLine
                issue={issue}
                to={issuePath(issue.id)}
                name={pickText(issue.newsletterName, language)}
              />
            </li>
          ))}
        </Rows>
      )}
      <LoadMore
        hasMore={list.hasNextPage}
        isLoading={list.isFetchingNextPage}
        onLoad={() => void list.fetchNextPage()}
      />
    </Section>
  )
}

/** For administrators: addresses to correct. Asked for by a press, since each look is written. */
function Troubles() {
  const t = useT()
  const member = useMember()
  const format = useFormat()
  const [isShown, setShown] = useState(false)
  const { data } = useQuery({ ...troublesQuery, enabled: isShown && member.isAdministrator })
  return (
    <Section title={t('troubles.title')} hint={t('troubles.hint')}>
      {!isShown && <Button onPress={() => setShown(true)}>{t('troubles.show')}</Button>}
      {data?.items.length === 0 && <p className="text-muted">{t('troubles.none')}</p>}
      {data && data.items.length > 0 && (
        <Rows label={t('troubles.title')}>
          {data.items.map(({ member: one, code, since }) => (
            <li key={one.id} className="flex flex-wrap items-center justify-between gap-2">
              <MemberLink member={one} />
              <span className="text-sm text-muted">
                {code} · {format.dateTime(new Date(since), 'day')}
              </span>
            </li>
          ))}
        </Rows>
      )}
    </Section>
  )
}
