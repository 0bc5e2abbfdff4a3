import './network.css'
import { useQuery } from '@tanstack/react-query'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Lens } from '#ui/illustrations.tsx'
import { Section } from '#ui/Layout.tsx'
import { Select } from '#ui/Select.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import type { ReleaseDecision, ReleasedRow } from '#modules/measurement/release-contract.ts'
import { releasesQuery } from '../release-queries.ts'
import { useReleaseWords } from '../release-words.ts'
import type { ReleaseWords } from '../release-words.ts'
import { ScrollPlace } from './ScrollPlace.tsx'

interface Props {
  slug: string
  /** Only this metric, for a page that says the rest itself. */
  metric?: ReleasedRow['metric']
  /** The period shown and who keeps it; without them, the newest. */
  period?: string | undefined
  onPeriod?: ((period: string) => void) | undefined
}

/** Published rows about groups of a community's people, one period at a time, and why the rest is not there. */
export function ReleasedCells({ slug, metric, period, onPeriod }: Props) {
  const words = useReleaseWords()
  const { t } = words
  const releases = useQuery(releasesQuery(slug))
  if (releases.isError)
    return <ErrorView error={releases.error} t={t} onRetry={() => void releases.refetch()} />
  if (releases.isPending) return <SkeletonRows rows={5} />
  const { scope, rows } = releases.data
  if (scope === 'public') return <p className="text-muted">{t('release.membersOnly')}</p>
  const decisions = releases.data.decisions.filter((one) => !metric || one.metric === metric)
  const periods = [...new Set(decisions.map((one) => one.period))]
  const isSaid = (of: string) => decisions.some((one) => one.period === of && one.outcome !== 'nothing')
  const shown = periods.find((one) => one === period) ?? periods.find(isSaid) ?? periods[0]
  if (!shown)
    return (
      <EmptyState title={t('release.empty.title')} picture={<Lens />}>
        {t('release.empty.text')}
      </EmptyState>
    )
  const ofPeriod = decisions.filter((one) => one.period === shown)
  return (
    <div className="released">
      {onPeriod && periods.length > 1 && (
        <Select
          label={t('release.period')}
          options={periods.map((id) => ({ id, label: words.period(id) }))}
          value={shown}
          onChange={onPeriod}
          className="released-period"
        />
      )}
      {ofPeriod.map((decision) => (
        <Released
          key={decision.metric}
          decision={decision}
          rows={rows.filter((row) => row.metric === decision.metric && row.period === shown)}
          words={words}
        />
      ))}
    </div>
  )
}

function Released({
  decision,
  rows,
  words,
}: {
  decision: ReleaseDecision
  rows: readonly ReleasedRow[]
  words: ReleaseWords
}) {
  const { t } = words
  const total = rows.find((row) => row.dimension === 'total')
  const cells = rows.filter((row) => row.dimension !== 'total')
  const facts = [
    words.period(decision.period),
    total && words.band(total.nBand),
    t('release.threshold', { k: String(decision.k) }),
  ].filter(Boolean)
  return (
    <Section title={t(`release.metric.${decision.metric}`)} hint={facts.join(' · ')}>
      {total && total.parts.length === 0 && (
        <p className="released-value">{words.value(total.value, total.unit)}</p>
      )}
      {total && total.parts.length > 0 && <Table rows={[total]} words={words} />}
      {Object.entries(Object.groupBy(cells, (row) => row.dimension)).map(([dimension, group]) => (
        <Table key={dimension} rows={group} words={words} />
      ))}
      {cells
        .filter((row) => row.includes.length > 0)
        .map((row) => (
          <p key={row.cell} className="text-sm text-muted">
            {t('release.cell.includes', { names: words.names(row.includes) })}
          </p>
        ))}
      {decision.reason && (
        <p className="text-muted">{t(`release.why.${decision.reason}`, { k: String(decision.k) })}</p>
      )}
      <details className="released-how">
        <summary>{t('howComputed')}</summary>
        <p>{t(`release.definition.${decision.metric}`)}</p>
      </details>
    </Section>
  )
}

/** The rows of one breakdown; a figure of several shares has a column for each. */
function Table({ rows, words }: { rows: readonly ReleasedRow[]; words: ReleaseWords }) {
  const { t } = words
  const first = rows[0]!
  const title = t(`release.dimension.${first.dimension}`)
  const partKeys = first.parts.map(({ key }) => key)
  return (
    <ScrollPlace label={`${t(`release.metric.${first.metric}`)} · ${title}`}>
      <table className="data-table">
        <thead>
          <tr>
            <th scope="col">{title}</th>
            <th scope="col">{t('release.columns.people')}</th>
            {partKeys.length === 0 ? (
              <th scope="col">{t('release.columns.value')}</th>
            ) : (
              partKeys.map((key) => (
                <th key={key} scope="col">
                  {t(`release.part.${key as 'core'}`)}
                </th>
              ))
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.cell}>
              <th scope="row" className="font-normal">
                <bdi>{row.dimension === 'total' ? t('release.dimension.total') : words.cell(row.cell)}</bdi>
              </th>
              <td>{words.band(row.nBand)}</td>
              {partKeys.length === 0 ? (
                <td>{words.value(row.value, row.unit)}</td>
              ) : (
                row.parts.map(({ key, value }) => <td key={key}>{words.value(value, row.unit)}</td>)
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollPlace>
  )
}
