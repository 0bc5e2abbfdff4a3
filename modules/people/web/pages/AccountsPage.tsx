import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { FileUp, UserPlus } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { EyeLink } from '#platform/web/links.tsx'
import { Page } from '#platform/web/Page.tsx'
import { Button } from '#ui/Button.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { FilterChips } from '#ui/FilterChips.tsx'
import { Lens } from '#ui/illustrations.tsx'
import { Rows } from '#ui/Layout.tsx'
import { LoadMore } from '#ui/LoadMore.tsx'
import { PageHeader } from '#ui/PageHeader.tsx'
import { SearchField } from '#ui/SearchField.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { AccountRow } from '../components/AccountRow.tsx'
import { AdminTabs } from '../components/AdminTabs.tsx'
import { NoMailNotice } from '../components/NoMailNotice.tsx'
import { accountsQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useDebounced } from '../use-debounced.ts'

const InviteDialog = lazy(async () => ({
  default: (await import('../components/InviteDialog.tsx')).InviteDialog,
}))
const CsvDialog = lazy(async () => ({ default: (await import('../components/CsvDialog.tsx')).CsvDialog }))

const states = ['active', 'invited', 'deactivated', 'dormant'] as const

export function AccountsPage() {
  const t = useT()
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as { q?: unknown; state?: unknown }
  const q = typeof search.q === 'string' || typeof search.q === 'number' ? String(search.q) : ''
  const state = states.find((known) => known === search.state)
  const choose = (change: { q?: string; state?: string | undefined }) => {
    const next = Object.fromEntries(Object.entries({ q, state, ...change }).filter(([, value]) => value))
    void navigate({ to: '.', search: next as never, replace: true })
  }
  const [text, setText] = useDebounced(q, (typed) => choose({ q: typed }))
  const [open, setOpen] = useState<'one' | 'file' | undefined>()
  const accounts = useInfiniteQuery(accountsQuery({ q: q || undefined, state }))
  const items = accounts.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Page title={t('accounts.title')}>
      <PageHeader
        title={t('accounts.title')}
        lead={t('accounts.lead')}
        acts={
          <div className="person-row-acts">
            <Button look="primary" onPress={() => setOpen('one')}>
              <UserPlus aria-hidden />
              {t('accounts.invite')}
            </Button>
            <Button onPress={() => setOpen('file')}>
              <FileUp aria-hidden />
              {t('accounts.file')}
            </Button>
          </div>
        }
      />
      <AdminTabs />
      <div className="people-filters pt-5">
        <NoMailNotice />
        <SearchField
          label={t('accounts.search')}
          value={text}
          onChange={setText}
          onSubmit={(typed) => choose({ q: typed.trim() })}
        />
        <FilterChips
          label={t('accounts.stateLabel')}
          options={states.map((id) => ({ id, label: t(`accounts.states.${id}`) }))}
          selected={state ? [state] : []}
          onSelect={([id]) => choose({ state: id })}
        />
        <p className="person-facts">
          {t('accounts.logged')} <EyeLink of={t('accounts.title')} />
        </p>
      </div>
      {accounts.isError ? (
        <ErrorView error={accounts.error} t={t} onRetry={() => void accounts.refetch()} />
      ) : accounts.isPending ? (
        <SkeletonRows rows={6} />
      ) : items.length === 0 ? (
        <EmptyState title={t('accounts.nobody')} picture={<Lens />}>
          {t('accounts.nobodyHint')}
        </EmptyState>
      ) : (
        <>
          <Rows label={t('accounts.title')}>
            {items.map((account) => (
              <AccountRow key={account.id} account={account} />
            ))}
          </Rows>
          <LoadMore
            hasMore={accounts.hasNextPage}
            isLoading={accounts.isFetchingNextPage}
            onLoad={() => void accounts.fetchNextPage()}
          />
        </>
      )}
      <Suspense>
        {open === 'one' && <InviteDialog onClose={() => setOpen(undefined)} />}
        {open === 'file' && <CsvDialog onClose={() => setOpen(undefined)} />}
      </Suspense>
    </Page>
  )
}
