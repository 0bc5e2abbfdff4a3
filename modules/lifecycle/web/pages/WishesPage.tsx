import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { CommunityLink, mineQuery } from '#modules/communities/web/public.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { api } from '#platform/web/api.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useLanguage } from '#platform/web/i18n.tsx'
import { TabLink } from '#platform/web/links.tsx'
import { Page } from '#platform/web/Page.tsx'
import { Button } from '#ui/Button.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Door, Talk, Yard } from '#ui/illustrations.tsx'
import { Rows, Section } from '#ui/Layout.tsx'
import { LoadMore } from '#ui/LoadMore.tsx'
import { PageHeader } from '#ui/PageHeader.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { NavTabs } from '#ui/Tabs.tsx'
import type { Takeover } from '#modules/lifecycle/contract.ts'
import { WishForm } from '../components/WishForm.tsx'
import { WishRow } from '../components/WishRow.tsx'
import { wishesPath } from '../paths.ts'
import { flat, takeoversQuery, wishesQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

const parts = ['open', 'settled', 'asked'] as const

/** What is missing, what became of it, and what is asked of the reader. */
export function WishesPage() {
  const t = useT()
  const { part } = useSearch({ strict: false }) as { part?: string }
  const shown = parts.find((one) => one === part) ?? 'open'
  return (
    <Page title={t('wishes.page')}>
      <PageHeader title={t('wishes.page')} lead={t('wishes.hint')} />
      <NavTabs label={t('wishes.page')}>
        {parts.map((one) => (
          <TabLink
            key={one}
            to={one === 'open' ? wishesPath : `${wishesPath}?part=${one}`}
            current={one === shown}
          >
            {t(`wishes.${one}`)}
          </TabLink>
        ))}
      </NavTabs>
      {shown === 'asked' ? (
        <Asked />
      ) : (
        <>
          {shown === 'open' && (
            <Section title={t('wishes.title')}>
              <WishForm />
            </Section>
          )}
          <List settled={shown === 'settled'} />
        </>
      )}
    </Page>
  )
}

function List({ settled }: { settled: boolean }) {
  const t = useT()
  const mine = useQuery(mineQuery)
  const list = useInfiniteQuery(wishesQuery(settled))
  const wishes = flat(list.data)
  if (list.error) return <ErrorView error={list.error} t={t} onRetry={() => void list.refetch()} />
  if (list.isPending) return <SkeletonRows rows={4} />
  if (wishes.length === 0)
    return (
      <EmptyState
        title={t(settled ? 'wishes.settledEmpty' : 'wishes.empty')}
        picture={settled ? <Yard /> : <Talk />}
      >
        {t(settled ? 'wishes.settledEmptyHint' : 'wishes.emptyHint')}
      </EmptyState>
    )
  return (
    <Section title={t(settled ? 'wishes.settled' : 'wishes.open')}>
      <Rows label={t('wishes.page')}>
        {wishes.map((wish) => (
          <li key={wish.id}>
            <WishRow wish={wish} mayCreate={mine.data?.mayCreate ?? false} />
          </li>
        ))}
      </Rows>
      <LoadMore
        hasMore={list.hasNextPage}
        isLoading={list.isFetchingNextPage}
        onLoad={() => void list.fetchNextPage()}
      />
    </Section>
  )
}

function Asked() {
  const t = useT()
  const list = useQuery(takeoversQuery)
  if (list.error) return <ErrorView error={list.error} t={t} onRetry={() => void list.refetch()} />
  if (!list.data) return <SkeletonRows rows={2} />
  if (list.data.items.length === 0)
    return (
      <EmptyState title={t('wishes.askedEmpty')} picture={<Door />}>
        {t('wishes.askedEmptyHint')}
      </EmptyState>
    )
  return (
    <Section title={t('wishes.asked')}>
      <Rows label={t('wishes.asked')}>
        {list.data.items.map((one) => (
          <li key={one.id}>
            <TakeoverRow takeover={one} />
          </li>
        ))}
      </Rows>
    </Section>
  )
}

function TakeoverRow({ takeover }: { takeover: Takeover }) {
  const t = useT()
  const { language } = useLanguage()
  const answer = useAct(
    (given: 'accepted' | 'declined') =>
      api('PUT /api/v1/me/takeovers/:takeoverId', {
        params: { takeoverId: takeover.id },
        body: { answer: given },
      }),
    (_, given) => t(given === 'accepted' ? 'wishes.accepted' : 'wishes.refused'),
  )
  return (
    <div className="grid gap-2">
      <h3 className="text-lg">
        {t('wishes.takeover', { name: pickText(takeover.community.name, language) })}
      </h3>
      <p>
        <CommunityLink community={takeover.community} />
      </p>
      <p className="text-muted">
        {t('wishes.takeoverBy', { name: takeover.askedBy?.displayName ?? t('someone') })}{' '}
        {takeover.leaver && t('wishes.takeoverLeaver', { name: takeover.leaver.displayName })}
      </p>
      {takeover.word && <p dir="auto">{takeover.word}</p>}
      <div className="flex flex-wrap gap-2">
        <Button look="quiet" isDisabled={answer.isPending} onPress={() => answer.run('declined')}>
          {t('wishes.refuse')}
        </Button>
        <Button look="primary" isDisabled={answer.isPending} onPress={() => answer.run('accepted')}>
          {t('wishes.accept')}
        </Button>
      </div>
    </div>
  )
}
