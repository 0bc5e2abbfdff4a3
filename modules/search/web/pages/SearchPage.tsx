import '../search.css'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { postPath, writePath } from '#modules/discussions/web/public.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { request } from '#platform/web/api.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useLanguage } from '#platform/web/i18n.tsx'
import { ButtonLink, PlainLink } from '#platform/web/links.tsx'
import { Page } from '#platform/web/Page.tsx'
import { isAccent } from '#ui/accents.ts'
import { Avatar } from '#ui/Avatar.tsx'
import { Button } from '#ui/Button.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Lens } from '#ui/illustrations.tsx'
import { LoadMore } from '#ui/LoadMore.tsx'
import { PageHeader } from '#ui/PageHeader.tsx'
import { SearchField } from '#ui/SearchField.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { Filters } from '../components/Filters.tsx'
import { HitRow } from '../components/HitRow.tsx'
import { readSearch, whoKnowsPath, type Search } from '../paths.ts'
import { searchQuery, similarQuery } from '../queries.ts'
import { useT } from '../t.ts'

/** `/search`: people and communities first, then what was written. */
export function SearchPage() {
  const t = useT()
  const { language } = useLanguage()
  const navigate = useNavigate()
  const search = readSearch(useSearch({ strict: false }))
  // What is typed counts until the address changes (palette, back button).
  const [typed, setTyped] = useState({ over: search.q, text: search.q })
  const text = typed.over === search.q ? typed.text : search.q
  const { data, error, isFetching, isFetchingNextPage, hasNextPage, fetchNextPage, refetch } =
    useInfiniteQuery(searchQuery(search))
  const go = (next: Search) => void navigate({ to: '/search', search: { ...next }, replace: true })

  const first = data?.pages[0]
  const hits = data?.pages.flatMap((page) => page.items) ?? []
  const isFiltered = Boolean(search.kind ?? search.community ?? search.author ?? search.period)
  const isNarrowed = Boolean(search.kind ?? search.author ?? search.period)
  const isNothing = data && hits.length === 0 && first?.people.length === 0 && first.communities.length === 0
  const isNear = first !== undefined && hits.length > 0 && first.match !== 'all'
  const isMissed =
    first !== undefined &&
    !isNarrowed &&
    (first.match === 'some' || first.match === 'none') &&
    first.people.length + first.communities.length === 0
  const { data: similar } = useQuery(similarQuery(search.q, Boolean(isNothing)))
  useNotedMiss(isMissed, search)
  const ways = (
    <>
      <ButtonLink to={writePath({ text: search.q, kind: 'question' })} look="primary">
        {t('ask')}
      </ButtonLink>
      <ButtonLink to={whoKnowsPath(search.q)}>{t('whoKnows')}</ButtonLink>
    </>
  )
  return (
    <Page title={search.q ? t('of', { text: search.q }) : t('title')} place={t('title')}>
      <PageHeader title={t('title')} />
      <SearchField
        label={t('field')}
        value={text}
        autoFocus={search.q === ''}
        onChange={(next) => setTyped({ over: search.q, text: next })}
        onSubmit={() => go({ ...search, q: text.trim() })}
        onClear={() => go({ q: '' })}
      />
      {(search.q || isFiltered) && (
        <div className="py-4">
          <Filters search={search} onChange={(patch) => go(readSearch({ ...search, ...patch }))} />
        </div>
      )}
      <p className="sr-only" role="status">
        {data && !isFetching
          ? t('results', { n: hits.length + (first?.people.length ?? 0) + (first?.communities.length ?? 0) })
          : ''}
      </p>
      {!search.q && (
        <EmptyState title={t('start')} picture={<Lens />}>
          {t('startHint')} {t('hint')}
        </EmptyState>
      )}
      {error && !data && <ErrorView error={error} onRetry={() => void refetch()} t={t} />}
      {search.q && !data && !error && <SkeletonRows rows={6} />}
      {first && first.people.length > 0 && (
        <section className="section" aria-labelledby="found-people">
          <h2 id="found-people" className="mb-2">
            {t('people')}
          </h2>
          <ul className="grid grid-cols-1 gap-1 sm:grid-cols-2">
            {first.people.map((person) => (
              <li key={person.id}>
                <PlainLink
                  to={`/people/${person.id}`}
                  className="flex min-h-14 items-center gap-3 rounded-lg px-2 py-1 hover:bg-tint"
                >
                  <Avatar id={person.id} name={person.displayName} photo={person.photoUrl} />
                  <span className="min-w-0">
                    <span className="block truncate font-semibold">{person.displayName}</span>
                    <span className="block truncate text-sm text-muted">
                      {[person.jobTitle, person.entityName].filter(Boolean).join(' · ')}
                    </span>
                  </span>
                </PlainLink>
              </li>
            ))}
          </ul>
        </section>
      )}
      {first && first.communities.length > 0 && (
        <section className="section" aria-labelledby="found-communities">
          <h2 id="found-communities" className="mb-2">
            {t('communities')}
          </h2>
          <ul className="grid grid-cols-1 gap-1 sm:grid-cols-2">
            {first.communities.map((community) => {
              const name = pickText(community.name, language)
              return (
                <li
                  key={community.id}
                  data-accent={isAccent(community.accent) ? community.accent : undefined}
                >
                  <PlainLink
                    to={`/communities/${community.slug}`}
                    className="flex min-h-14 items-center gap-3 rounded-lg px-2 py-1 hover:bg-tint"
                  >
                    <Avatar id={community.id} name={name} square />
                    <span className="font-semibold">{name}</span>
                  </PlainLink>
                </li>
              )
            })}
          </ul>
        </section>
      )}
      {hits.length > 0 && (
        <section className="section" aria-labelledby="found-texts">
          <h2 id="found-texts" className="mb-1">
            {isNear ? t('nearTexts') : t('texts')}
          </h2>
          {isNear && (
            <p className="mb-3 text-muted">{first.match === 'near' ? t('nearHint') : t('someHint')}</p>
          )}
          <ul className="rows">
            {hits.map((hit) => (
              <li key={hit.id}>
                <HitRow hit={hit} />
              </li>
            ))}
          </ul>
          <LoadMore
            hasMore={hasNextPage}
            isLoading={isFetchingNextPage}
            onLoad={() => void fetchNextPage()}
          />
        </section>
      )}
      {isNothing && (
        <EmptyState
          title={t('nothing', { text: search.q })}
          picture={<Lens />}
          acts={
            <>
              {isFiltered && <Button onPress={() => go({ q: search.q })}>{t('clear')}</Button>}
              {ways}
            </>
          }
        >
          {isFiltered ? t('nothingFiltered') : t('nothingHint')}
        </EmptyState>
      )}
      {isNothing && similar && similar.items.length > 0 && (
        <section className="section" aria-labelledby="similar-questions">
          <h2 id="similar-questions" className="mb-1">
            {t('similar')}
          </h2>
          <ul className="rows">
            {similar.items.map((question) => (
              <li key={question.id}>
                <PlainLink to={postPath(question.id)} className="block py-2 font-semibold hover:text-accent">
                  {question.title ?? question.excerpt}
                </PlainLink>
              </li>
            ))}
          </ul>
        </section>
      )}
      {isMissed && hits.length > 0 && !hasNextPage && (
        <section className="section flex flex-wrap items-center gap-3" aria-label={t('notThere')}>
          <p className="grow">{t('notThere')}</p>
          {ways}
        </section>
      )}
    </Page>
  )
}

/** Tells the server, once for each search, that it found nothing; the server looks for itself and keeps no name. */
function useNotedMiss(isMissed: boolean, { q, community }: Search) {
  // Outside system: the server's count of what is searched and not found.
  useEffect(() => {
    if (!isMissed) return
    const timer = setTimeout(() => {
      request('POST /api/v1/search/misses', { body: { q, ...(community && { community }) } }).catch(
        () => undefined,
      )
    }, 1500)
    return () => clearTimeout(timer)
  }, [isMissed, q, community])
}
