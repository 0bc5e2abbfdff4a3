import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query'
import { AdminTabs } from '#modules/people/web/public.ts'
import { api } from '#platform/web/api.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useErrorToast } from '#platform/web/errors.ts'
import { ButtonLink } from '#platform/web/links.tsx'
import { Page } from '#platform/web/Page.tsx'
import { queryClient } from '#platform/web/query-client.ts'
import { Slot } from '#platform/web/slots.tsx'
import { toast } from '#platform/web/toasts.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Yard } from '#ui/illustrations.tsx'
import { Rows, Section } from '#ui/Layout.tsx'
import { LoadMore } from '#ui/LoadMore.tsx'
import { PageHeader } from '#ui/PageHeader.tsx'
import { Skeleton, SkeletonRows } from '#ui/Skeleton.tsx'
import { Switch } from '#ui/Switch.tsx'
import { AdministeredRow } from '../components/AdministeredRow.tsx'
import { newCommunityPath } from '../paths.ts'
import { administeredQuery, creationPolicyQuery, flat, refresh } from '../queries.ts'
import { useT } from '../t.ts'

/** The administrator's room: life cycle and people of every community, never what is written in it. */
export function AdministeredCommunitiesPage() {
  const t = useT()
  const communities = useInfiniteQuery(administeredQuery)
  const items = flat(communities.data)
  return (
    <Page title={t('admin.title')}>
      <PageHeader title={t('admin.title')} lead={t('admin.lead')} />
      <AdminTabs />
      <CreationPolicy />
      <Slot name="administeredBlocks" />
      <Section title={t('admin.list')} hint={t('admin.audited')}>
        {communities.isError ? (
          <ErrorView error={communities.error} t={t} onRetry={() => void communities.refetch()} />
        ) : communities.isPending ? (
          <SkeletonRows rows={5} />
        ) : items.length === 0 ? (
          <EmptyState
            title={t('admin.empty')}
            picture={<Yard />}
            level={3}
            acts={
              <ButtonLink to={newCommunityPath} look="primary">
                {t('list.found')}
              </ButtonLink>
            }
          >
            {t('admin.emptyHint')}
          </EmptyState>
        ) : (
          <>
            <Rows label={t('admin.list')}>
              {items.map((community) => (
                <AdministeredRow key={community.id} community={community} />
              ))}
            </Rows>
            <LoadMore
              hasMore={communities.hasNextPage}
              isLoading={communities.isFetchingNextPage}
              onLoad={() => void communities.fetchNextPage()}
            />
          </>
        )}
      </Section>
    </Page>
  )
}

type CreatedBy = 'everyone' | 'administrators'

function CreationPolicy() {
  const t = useT()
  const onError = useErrorToast(t)
  const policy = useQuery(creationPolicyQuery)
  const decide = useMutation({
    mutationFn: (createdBy: CreatedBy) =>
      api('PUT /api/v1/admin/communities-policy', { body: { createdBy } }),
    onMutate: (createdBy) => queryClient.setQueryData(creationPolicyQuery.queryKey, { createdBy }),
    onSuccess: (_, createdBy) =>
      toast(t(createdBy === 'everyone' ? 'admin.policyOpen' : 'admin.policyReserved')),
    onError,
    // Also after a failure: the switch goes back to what is true. Lists say whether one may found.
    onSettled: () => refresh(),
  })
  return (
    <Section title={t('admin.policy')}>
      {policy.isError ? (
        <ErrorView error={policy.error} t={t} onRetry={() => void policy.refetch()} />
      ) : !policy.data ? (
        <Skeleton height="3.25rem" />
      ) : (
        <Switch
          isSelected={policy.data.createdBy === 'everyone'}
          onChange={(isOpen) => decide.mutate(isOpen ? 'everyone' : 'administrators')}
          hint={t('admin.everyoneHint')}
        >
          {t('admin.everyone')}
        </Switch>
      )}
    </Section>
  )
}
