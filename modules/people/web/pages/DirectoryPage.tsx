import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { Page } from '#platform/web/Page.tsx'
import { Button } from '#ui/Button.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Lens } from '#ui/illustrations.tsx'
import { Rows } from '#ui/Layout.tsx'
import { LoadMore } from '#ui/LoadMore.tsx'
import { PageHeader } from '#ui/PageHeader.tsx'
import { SearchField } from '#ui/SearchField.tsx'
import { Select } from '#ui/Select.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { PersonRow } from '../components/PersonRow.tsx'
import { SkillField } from '../components/SkillField.tsx'
import { useNames } from '../names.ts'
import { directoryQuery, filtersQuery, type DirectoryFilter } from '../queries.ts'
import { useT } from '../t.ts'
import { useDebounced } from '../use-debounced.ts'

const all = 'all'
const textOf = (value: unknown): string | undefined =>
  (typeof value === 'string' || typeof value === 'number' ? String(value) : undefined) || undefined

export function DirectoryPage() {
  const t = useT()
  const navigate = useNavigate()
  const { languageName } = useNames()
  const search = useSearch({ strict: false }) as Record<keyof DirectoryFilter, unknown>
  const filter: DirectoryFilter = {
    q: textOf(search.q),
    entity: textOf(search.entity),
    site: textOf(search.site),
    language: textOf(search.language),
    skill: textOf(search.skill),
  }
  const choose = (change: DirectoryFilter) => {
    const next = Object.fromEntries(
      Object.entries({ ...filter, ...change }).filter(([, value]) => value && value !== all),
    )
    void navigate({ to: '.', search: next as never, replace: true })
  }
  const [text, setText] = useDebounced(filter.q ?? '', (q) => choose({ q }))
  const filters = useQuery(filtersQuery)
  const people = useInfiniteQuery(directoryQuery(filter))
  const items = people.data?.pages.flatMap((page) => page.items) ?? []
  const isNarrowed = Object.values(filter).some(Boolean)
  const select = (name: 'entity' | 'site' | 'language', options: { id: string; label: string }[]) =>
    options.length > 1 || filter[name] ? (
      <Select
        label={t(`directory.${name}`)}
        value={filter[name] ?? all}
        onChange={(id) => choose({ [name]: id })}
        options={[{ id: all, label: t(`directory.every.${name}`) }, ...options]}
      />
    ) : null
  const named = (list: { id: string; name: string }[] | undefined) =>
    (list ?? []).map(({ id, name }) => ({ id, label: name }))
  return (
    <Page title={t('directory.title')}>
      <PageHeader title={t('directory.title')} lead={t('directory.lead')} />
      <search className="people-filters">
        <SearchField
          label={t('directory.search')}
          value={text}
          onChange={setText}
          onSubmit={(q) => choose({ q: q.trim() })}
        />
        <div className="people-filters-row">
          <SkillField
            key={filter.skill ?? ''}
            chosen={filter.skill}
            onChoose={(skill) => choose({ skill })}
          />
          {select('entity', named(filters.data?.entities))}
          {select('site', named(filters.data?.sites))}
          {select(
            'language',
            (filters.data?.languages ?? []).map((id) => ({ id, label: languageName(id) })),
          )}
        </div>
      </search>
      {people.isError ? (
        <ErrorView error={people.error} t={t} onRetry={() => void people.refetch()} />
      ) : people.isPending ? (
        <SkeletonRows rows={6} />
      ) : items.length === 0 ? (
        <EmptyState
          title={isNarrowed ? t('directory.nobody') : t('directory.alone')}
          picture={<Lens />}
          acts={
            isNarrowed && (
              <Button onPress={() => void navigate({ to: '.', search: {} as never, replace: true })}>
                {t('directory.clear')}
              </Button>
            )
          }
        >
          {isNarrowed ? t('directory.nobodyHint') : t('directory.aloneHint')}
        </EmptyState>
      ) : (
        <>
          <Rows label={t('directory.title')}>
            {items.map((person) => (
              <PersonRow key={person.id} person={person} />
            ))}
          </Rows>
          <LoadMore
            hasMore={people.hasNextPage}
            isLoading={people.isFetchingNextPage}
            onLoad={() => void people.fetchNextPage()}
          />
        </>
      )}
    </Page>
  )
}
