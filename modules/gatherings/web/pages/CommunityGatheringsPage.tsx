import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { CalendarPlus } from 'lucide-react'
import { useCommunity } from '#modules/communities/web/public.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { api } from '#platform/web/api.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useErrorToast } from '#platform/web/errors.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { ButtonLink } from '#platform/web/links.tsx'
import { Page } from '#platform/web/Page.tsx'
import { queryClient } from '#platform/web/query-client.ts'
import { useInvalidateOn } from '#platform/web/realtime.ts'
import { toast } from '#platform/web/toasts.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { FilterChips } from '#ui/FilterChips.tsx'
import { Bench } from '#ui/illustrations.tsx'
import { Rows } from '#ui/Layout.tsx'
import { LoadMore } from '#ui/LoadMore.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { Switch } from '#ui/Switch.tsx'
import { GatheringRow } from '../components/GatheringRow.tsx'
import { communityGatheringsPath, newGatheringPath } from '../paths.ts'
import { communityQuery, flat, keys, settingsQuery } from '../queries.ts'
import { useT } from '../t.ts'

/** `/communities/:slug/gatherings`: those to come, and those that were with their minutes. */
export function CommunityGatheringsPage() {
  const t = useT()
  const { language } = useLanguage()
  const navigate = useNavigate()
  const { slug = '' } = useParams({ strict: false }) as { slug?: string }
  const search = useSearch({ strict: false }) as { when?: string }
  const when = search.when === 'past' ? 'past' : 'next'
  const community = useCommunity(slug)
  const list = useInfiniteQuery(communityQuery(slug, when))
  useInvalidateOn(`community:${community?.id ?? ''}`, [...keys.all, 'community', slug])
  const items = flat(list.data)
  const mayCreate = list.data?.pages[0]?.mayCreate ?? false
  const name = community ? pickText(community.name, language) : ''
  const create = (
    <ButtonLink to={newGatheringPath(slug)} look="primary">
      <CalendarPlus aria-hidden />
      {t('list.create')}
    </ButtonLink>
  )
  return (
    <Page title={`${t('list.title')} · ${name}`} place={name}>
      <h2 className="sr-only">{t('list.title')}</h2>
      <div className="flex flex-wrap items-center justify-between gap-3 pb-3">
        <FilterChips
          label={t('list.when')}
          selected={[when]}
          onSelect={([id]) =>
            void navigate({
              href: `${communityGatheringsPath(slug)}${id === 'past' ? '?when=past' : ''}`,
              replace: true,
            })
          }
          options={[
            { id: 'next', label: t('list.next') },
            { id: 'past', label: t('list.past') },
          ]}
        />
        {mayCreate && items.length > 0 && create}
      </div>
      {list.error ? (
        <ErrorView error={list.error} t={t} onRetry={() => void list.refetch()} />
      ) : list.isPending ? (
        <SkeletonRows rows={4} />
      ) : items.length === 0 ? (
        <EmptyState
          title={t(when === 'next' ? 'list.noneNext' : 'list.nonePast')}
          picture={<Bench />}
          level={3}
          acts={when === 'next' && mayCreate ? create : undefined}
        >
          {t(when === 'past' ? 'list.nonePastHint' : mayCreate ? 'list.noneNextHint' : 'list.noneNextReader')}
        </EmptyState>
      ) : (
        <Rows label={t(when === 'next' ? 'list.next' : 'list.past')}>
          {items.map((one) => (
            <li key={one.id}>
              <GatheringRow gathering={one} />
            </li>
          ))}
        </Rows>
      )}
      <LoadMore
        hasMore={list.hasNextPage}
        isLoading={list.isFetchingNextPage}
        onLoad={() => void list.fetchNextPage()}
      />
      {community?.can.manage && <WhoMayCreate slug={slug} />}
    </Page>
  )
}

function WhoMayCreate({ slug }: { slug: string }) {
  const t = useT()
  const onError = useErrorToast(t)
  const { data } = useQuery(settingsQuery(slug))
  if (!data?.mayChange) return null
  const save = (membersMayCreate: boolean) => {
    queryClient.setQueryData(settingsQuery(slug).queryKey, { ...data, membersMayCreate })
    void api('PUT /api/v1/communities/:community/gathering-settings', {
      params: { community: slug },
      body: { membersMayCreate },
    })
      .then(() => toast(t('list.saved')), onError)
      .finally(() => void queryClient.invalidateQueries({ queryKey: settingsQuery(slug).queryKey }))
  }
  return (
    <div className="mt-6 border-t border-line pt-4">
      <Switch isSelected={data.membersMayCreate} onChange={save} hint={t('list.membersMayCreateHint')}>
        {t('list.membersMayCreate')}
      </Switch>
    </div>
  )
}
