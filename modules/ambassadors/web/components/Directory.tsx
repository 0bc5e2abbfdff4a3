import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { MemberAvatar, MemberLink } from '#modules/people/web/public.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { PlainLink } from '#platform/web/links.tsx'
import { Checkbox } from '#ui/Checkbox.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Yard } from '#ui/illustrations.tsx'
import { Rows, Section } from '#ui/Layout.tsx'
import { LoadMore } from '#ui/LoadMore.tsx'
import { SearchField } from '#ui/SearchField.tsx'
import { Select } from '#ui/Select.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { Tag } from '#ui/Tag.tsx'
import { programmePath } from '../paths.ts'
import { directoryQuery, placesQuery, programmesQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { Seats } from './ProgrammeView.tsx'

const every = 'every'
const labelled = (places: readonly { id: string; name: string }[]) =>
  places.map(({ id, name }) => ({ id, label: name }))

/** Programmes, then whom to turn to. */
export function Directory() {
  const t = useT()
  const programmes = useQuery(programmesQuery())
  const [q, setQ] = useState('')
  const [programme, setProgramme] = useState(every)
  const [entity, setEntity] = useState(every)
  const [site, setSite] = useState(every)
  const [alumni, setAlumni] = useState(false)
  const places = useQuery(placesQuery).data
  const asked = useDeferredValue(q.trim())
  const people = useInfiniteQuery(
    directoryQuery({
      ...(asked && { q: asked }),
      ...(programme !== every && { programme }),
      ...(entity !== every && { entity }),
      ...(site !== every && { site }),
      ...(alumni && { alumni }),
    }),
  )
  const open = programmes.data?.items ?? []
  const items = people.data?.pages.flatMap((page) => page.items)
  if (programmes.error && !programmes.data)
    return <ErrorView error={programmes.error} t={t} onRetry={() => void programmes.refetch()} />
  if (programmes.data && open.length === 0)
    return (
      <EmptyState title={t('directory.none')} picture={<Yard />}>
        {t('directory.noneHint')}
      </EmptyState>
    )
  return (
    <>
      <Section title={t('directory.programmes')}>
        <div className="amb-grid">
          {open.map((one) => (
            <div key={one.id} className="amb-tile">
              <PlainLink to={programmePath(one.id)} className="member-link person-row-link">
                {one.name}
              </PlainLink>
              <p>{one.purpose}</p>
              <Seats programme={one} />
            </div>
          ))}
        </div>
      </Section>
      <Section title={t('directory.people')}>
        <div className="grid gap-3">
          <SearchField label={t('directory.search')} value={q} onChange={setQ} />
          {open.length > 1 && (
            <Select
              label={t('directory.programme')}
              options={[
                { id: every, label: t('directory.allProgrammes') },
                ...open.map(({ id, name }) => ({ id, label: name })),
              ]}
              value={programme}
              onChange={setProgramme}
            />
          )}
          {places && places.entities.length + places.sites.length > 0 && (
            <div className="grid gap-3 sm:grid-cols-2">
              <Select
                label={t('directory.entity')}
                options={[{ id: every, label: t('directory.allEntities') }, ...labelled(places.entities)]}
                value={entity}
                onChange={setEntity}
              />
              <Select
                label={t('directory.site')}
                options={[{ id: every, label: t('directory.allSites') }, ...labelled(places.sites)]}
                value={site}
                onChange={setSite}
              />
            </div>
          )}
          <Checkbox isSelected={alumni} onChange={setAlumni}>
            {t('directory.former')}
          </Checkbox>
        </div>
        {!items ? (
          <SkeletonRows rows={5} />
        ) : items.length === 0 ? (
          <EmptyState level={3} title={t('directory.empty')}>
            {t('directory.emptyHint')}
          </EmptyState>
        ) : (
          <Rows label={t('directory.people')}>
            {items.map(({ member, siteName, programmes: of, reachWord, isAlumni }) => (
              <li key={member.id} className="amb-person">
                <MemberAvatar member={member} />
                <div className="grid min-w-0 gap-1">
                  <p className="amb-acts">
                    <MemberLink member={member} />
                    {isAlumni && <Tag>{t('directory.wasOne')}</Tag>}
                  </p>
                  <p className="amb-facts">
                    {[member.jobTitle, member.entityName, siteName]
                      .filter((one) => one !== null)
                      .map((one) => (
                        <span key={one}>{one}</span>
                      ))}
                  </p>
                  <p className="amb-facts">
                    {of.map(({ id, name }) => (
                      <PlainLink key={id} to={programmePath(id)} className="underline">
                        {name}
                      </PlainLink>
                    ))}
                  </p>
                  {reachWord && <p>{t('directory.reach', { how: reachWord })}</p>}
                </div>
              </li>
            ))}
          </Rows>
        )}
        <LoadMore
          hasMore={people.hasNextPage}
          isLoading={people.isFetchingNextPage}
          onLoad={() => void people.fetchNextPage()}
        />
      </Section>
    </>
  )
}
