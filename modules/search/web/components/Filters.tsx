import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMyCommunities } from '#modules/communities/web/public.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { api } from '#platform/web/api.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { ComboBox } from '#ui/ComboBox.tsx'
import { Select } from '#ui/Select.tsx'
import { hitKinds, periods, sorts, type HitKind, type Period, type Search } from '../paths.ts'
import { authorQuery } from '../queries.ts'
import { useT } from '../t.ts'

interface Props {
  search: Search
  onChange: (patch: Partial<Search>) => void
}

/** Kind, community, author, period, order; each choice is in the address. */
export function Filters({ search, onChange }: Props) {
  const t = useT()
  const { language } = useLanguage()
  const communities = useMyCommunities()
  return (
    <div className="hit-filters" role="group" aria-label={t('filters')}>
      <Select
        label={t('kind')}
        options={[
          { id: 'any', label: t('anyKind') },
          ...hitKinds.map((id) => ({ id, label: t(`kinds.${id}`) })),
        ]}
        value={search.kind ?? 'any'}
        onChange={(id) => onChange({ kind: id === 'any' ? undefined : (id as HitKind) })}
      />
      <Select
        label={t('community')}
        options={[
          { id: 'any', label: t('anyCommunity') },
          ...communities.map(({ slug, name }) => ({ id: slug, label: pickText(name, language) })),
        ]}
        value={search.community ?? 'any'}
        onChange={(id) => onChange({ community: id === 'any' ? undefined : id })}
      />
      <Author key={search.author ?? ''} search={search} onChange={onChange} />
      <Select
        label={t('period')}
        options={[
          { id: 'any', label: t('periods.any') },
          ...periods.map((id) => ({ id, label: t(`periods.${id}`) })),
        ]}
        value={search.period ?? 'any'}
        onChange={(id) => onChange({ period: id === 'any' ? undefined : (id as Period) })}
      />
      <Select
        label={t('sort')}
        options={sorts.map((id) => ({ id, label: t(`sorts.${id}`) }))}
        value={search.sort ?? 'relevance'}
        onChange={(id) => onChange({ sort: id === 'newest' ? 'newest' : undefined })}
      />
    </div>
  )
}

function Author({ search, onChange }: Props) {
  const t = useT()
  const chosen = useQuery(authorQuery(search.author ?? ''))
  const [typed, setTyped] = useState<string | undefined>()
  const q = (typed ?? '').trim()
  const found = useQuery({
    queryKey: ['search', 'authors', q],
    queryFn: ({ signal }) => api('GET /api/v1/members/suggestions', { query: { q }, signal }),
    enabled: q !== '',
    staleTime: 60_000,
    placeholderData: (before) => before,
  })
  const people = found.data?.items ?? (chosen.data ? [chosen.data] : [])
  return (
    <ComboBox
      label={t('author')}
      placeholder={t('authorHint')}
      options={people.map(({ id, displayName, jobTitle }) => ({
        id,
        label: displayName,
        ...(jobTitle && { hint: jobTitle }),
      }))}
      value={search.author ?? null}
      inputValue={typed ?? chosen.data?.displayName ?? ''}
      onInputChange={(text) => {
        setTyped(text)
        if (text === '' && search.author) onChange({ author: undefined })
      }}
      onChange={(id) => {
        if (id === null || id === search.author) return
        setTyped(undefined)
        onChange({ author: id })
      }}
      menuTrigger="input"
    />
  )
}
