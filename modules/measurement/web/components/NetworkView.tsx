import './network.css'
import { useQuery } from '@tanstack/react-query'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { ButtonLink } from '#platform/web/links.tsx'
import { Chart } from '#ui/charts/Chart.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Yard } from '#ui/illustrations.tsx'
import { Rows, Section } from '#ui/Layout.tsx'
import { Select } from '#ui/Select.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import type { Network, NetworkMap as Map } from '#modules/measurement/network-contract.ts'
import { jointGatheringPath } from '../network-paths.ts'
import { networkQuery } from '../release-queries.ts'
import { useReleaseWords } from '../release-words.ts'
import type { ReleaseWords } from '../release-words.ts'
import { NetworkMap } from './NetworkMap.tsx'
import { ScrollPlace } from './ScrollPlace.tsx'

interface Props {
  slug: string
  period?: string | undefined
  onPeriod: (period: string) => void
  /** Whoever may call a joint gathering is offered to. */
  mayAct: boolean
}

/** Ties between entities in a closed quarter: map, matrix, sentences, what to do about it, what it is not for. */
export function NetworkView({ slug, period, onPeriod, mayAct }: Props) {
  const words = useReleaseWords()
  const { t } = words
  const network = useQuery(networkQuery(slug, period))
  if (network.isError) return <ErrorView error={network.error} t={t} onRetry={() => void network.refetch()} />
  if (network.isPending) return <SkeletonRows rows={6} />
  const { map, periods } = network.data
  const reason = network.data.withheld ?? 'notYet'
  return (
    <div className="released">
      {map ? (
        <>
          {periods.length > 1 && (
            <Select
              label={t('release.period')}
              options={periods.map((id) => ({ id, label: words.period(id) }))}
              value={map.period}
              onChange={onPeriod}
              className="released-period"
            />
          )}
          <Drawn map={map} words={words} slug={slug} mayAct={mayAct} />
        </>
      ) : (
        <EmptyState title={t('network.title')} picture={<Yard />}>
          {t(`network.withheld.${reason}`)}
        </EmptyState>
      )}
      <Topics network={network.data} words={words} />
      <Section title={t('network.ethics.title')}>
        <ul className="network-rules">
          {(['announced', 'entities', 'use', 'silence', 'sources'] as const).map((rule) => (
            <li key={rule}>{t(`network.ethics.${rule}`)}</li>
          ))}
        </ul>
      </Section>
    </div>
  )
}

function Drawn({
  map,
  words,
  slug,
  mayAct,
}: {
  map: Map
  words: ReleaseWords
  slug: string
  mayAct: boolean
}) {
  const { t } = words
  return (
    <>
      <Section
        title={t('network.map.title')}
        hint={`${words.period(map.period)} · ${t('network.people', { band: bandOnly(map.nBand) })} · ${t('release.threshold', { k: String(map.k) })}`}
      >
        <ul className="network-sentences">
          {sentences(map, words).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        <div className="network-pair">
          <NetworkMap map={map} words={words} />
          <Entities map={map} words={words} />
        </div>
        <p className="text-sm text-muted">{t('network.map.description')}</p>
      </Section>
      <Section title={t('network.matrix.title')}>
        <Matrix map={map} words={words} />
      </Section>
      <Bridges map={map} words={words} slug={slug} mayAct={mayAct} />
    </>
  )
}

const bandOnly = (band: string): string => (band.endsWith('+') ? band : band.replace('-', '–'))

function sentences(map: Map, words: ReleaseWords): string[] {
  const { t } = words
  const said: string[] = []
  if (map.expected !== null && (map.ei.value !== null || map.ei.code !== null)) {
    const ei = map.ei.value ?? (map.ei.code === 'over90' ? 0.9 : -0.9)
    said.push(
      `${t('network.sentence.ei', { value: words.value(map.ei, 'index'), expected: words.index(map.expected) })} ${t(ei < map.expected ? 'network.sentence.closed' : 'network.sentence.open')}`,
    )
  }
  said.push(t('network.sentence.twoWay', { value: words.value(map.twoWay, '%') }))
  if (map.dependency.value !== null || map.dependency.code !== null)
    said.push(t('network.sentence.dependency', { value: words.value(map.dependency, '%') }))
  if (map.silo !== null) said.push(t('network.sentence.silo', { value: words.plain(map.silo) }))
  if (map.groups)
    said.push(
      t('network.sentence.groups', {
        count: map.groups.count,
        stability: words.plain(map.groups.stability),
        overlap: words.plain(map.groups.overlap),
      }),
    )
  if (map.density !== null && map.components !== null)
    said.push(
      t('network.sentence.density', {
        density: words.plain(map.density),
        components: String(map.components),
      }),
    )
  return said
}

function Entities({ map, words }: { map: Map; words: ReleaseWords }) {
  const { t } = words
  return (
    <div className="network-entities">
      <ScrollPlace label={t('network.entities.title')}>
        <table className="data-table">
          <thead>
            <tr>
              <th scope="col">{t('release.dimension.entity')}</th>
              <th scope="col">{t('release.columns.people')}</th>
              <th scope="col">{t('network.entities.ei')}</th>
              <th scope="col">{t('network.entities.expected')}</th>
            </tr>
          </thead>
          <tbody>
            {map.cells.map((cell, index) => (
              <tr key={cell.cell}>
                <th scope="row" className="font-normal">
                  <span className="network-index">{index + 1}</span> <bdi>{words.cell(cell.cell)}</bdi>
                </th>
                <td>{words.band(cell.nBand)}</td>
                <td>{words.value(cell.ei, 'index')}</td>
                <td>{cell.expected === null ? '' : words.index(cell.expected)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollPlace>
      {map.cells
        .filter((cell) => cell.includes.length > 0)
        .map((cell) => (
          <p key={cell.cell} className="text-sm text-muted">
            {t('release.cell.includes', { names: words.names(cell.includes) })}
          </p>
        ))}
    </div>
  )
}

function Matrix({ map, words }: { map: Map; words: ReleaseWords }) {
  const { t } = words
  const names = map.cells.map(({ cell }) => words.cell(cell))
  const ratioOf = (one: string, other: string): number | null =>
    map.pairs.find(({ a, b }) => (a === one && b === other) || (a === other && b === one))?.ratio ?? null
  return (
    <Chart
      title={t('network.matrix.caption')}
      description={t('network.matrix.description')}
      window={words.period(map.period)}
      chart={{
        kind: 'heat',
        rows: names,
        columns: names,
        cells: map.cells.map(({ cell }) => map.cells.map((other) => ratioOf(cell, other.cell))),
        neutral: 1,
        format: words.plain,
        corner: t('release.dimension.entity'),
        blank: t('network.matrix.blank'),
      }}
      note={t('network.matrix.description')}
    />
  )
}

function Bridges({
  map,
  words,
  slug,
  mayAct,
}: {
  map: Map
  words: ReleaseWords
  slug: string
  mayAct: boolean
}) {
  const { t } = words
  const weak = map.pairs.filter(({ isFragile }) => isFragile)
  return (
    <Section title={t('network.bridges.title')} hint={t('network.bridges.lead')}>
      {weak.length === 0 ? (
        <p className="text-muted">{t('network.bridges.none')}</p>
      ) : (
        <Rows label={t('network.bridges.title')}>
          {weak.map(({ a, b }) => {
            const pair = { a: words.cell(a), b: words.cell(b) }
            return (
              <li key={`${a} ${b}`} className="network-bridge">
                <span>{t('network.matrix.between', pair)}</span>
                {mayAct && (
                  <ButtonLink
                    to={jointGatheringPath(slug)}
                    look="quiet"
                    aria-label={t('network.bridges.ideaFor', pair)}
                  >
                    {t('network.bridges.idea')}
                  </ButtonLink>
                )}
              </li>
            )
          })}
        </Rows>
      )}
    </Section>
  )
}

function Topics({ network, words }: { network: Network; words: ReleaseWords }) {
  const { t } = words
  const bands = { '1': 'one', '2-3': 'few', '4+': 'many' } as const
  return (
    <Section title={t('network.topics.title')} hint={t('network.topics.lead')}>
      {network.topics.length === 0 ? (
        <p className="text-muted">{t('network.topics.none')}</p>
      ) : (
        <ScrollPlace label={t('network.topics.title')}>
          <table className="data-table">
            <thead>
              <tr>
                <th scope="col">{t('network.topics.topic')}</th>
                <th scope="col">{t('network.topics.band')}</th>
                <th scope="col">{t('network.topics.accepted')}</th>
              </tr>
            </thead>
            <tbody>
              {network.topics.map(({ topic, band, accepted }) => (
                <tr key={topic}>
                  <th scope="row" className="font-normal">
                    <bdi>{topic}</bdi>
                  </th>
                  <td>{t(`network.topics.${bands[band]}`)}</td>
                  <td>{accepted}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollPlace>
      )}
    </Section>
  )
}
