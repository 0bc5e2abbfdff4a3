import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { Page } from '#platform/web/Page.tsx'
import { Button } from '#ui/Button.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Yard } from '#ui/illustrations.tsx'
import { Rows } from '#ui/Layout.tsx'
import { PageHeader } from '#ui/PageHeader.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { accountsQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { AccountRow } from './AccountRow.tsx'

const AccountForm = lazy(() => import('./AccountForm.tsx'))

/** Accounts in the care of a community. */
export function AccountsView({ slug }: { slug: string }) {
  const t = useT()
  const { data, error, refetch } = useQuery(accountsQuery(slug))
  const [isAdding, setAdding] = useState(false)
  const add = data?.canAdd && (
    <Button look="primary" onPress={() => setAdding(true)}>
      {t('accounts.add')}
    </Button>
  )
  return (
    <Page title={t('accounts.title')}>
      <PageHeader
        title={t('accounts.title')}
        lead={t('accounts.lead')}
        acts={data && data.items.length > 0 ? add : undefined}
      />
      {error && !data ? (
        <ErrorView error={error} t={t} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonRows rows={3} />
      ) : data.items.length === 0 ? (
        <EmptyState title={t('accounts.empty')} picture={<Yard />} acts={add}>
          {t('accounts.emptyHint')}
        </EmptyState>
      ) : (
        <Rows label={t('accounts.title')}>
          {data.items.map((account) => (
            <AccountRow key={account.id} account={account} />
          ))}
        </Rows>
      )}
      {isAdding && (
        <Suspense fallback={null}>
          <AccountForm slug={slug} onClose={() => setAdding(false)} />
        </Suspense>
      )}
    </Page>
  )
}
