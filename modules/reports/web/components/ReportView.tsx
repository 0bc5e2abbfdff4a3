import './reports.css'
import type { ReactNode } from 'react'
import type { Report, ReportChart } from '#modules/reports/contract.ts'
import { MemberLink } from '#modules/people/web/public.ts'
import { useFormat, useLanguage } from '#platform/web/i18n.tsx'
import { Link } from '#platform/web/links.tsx'
import { Chart } from '#ui/charts/Chart.tsx'
import { lineOf } from '#modules/reports/chart-spec.ts'
import type { SectionKey } from '#modules/reports/words.ts'
import { textPath } from '../paths.ts'
import { useT } from '../t.ts'
import { Radar } from './Radar.tsx'

/** A report as its readers see it: the same sentences, in the same order, as its PDF and its Markdown. */
export function ReportView({ report }: { report: Report }) {
  const part = (key: SectionKey, children: ReactNode) => (
    <section className="report-section" key={key} aria-labelledby={`report-${key}`}>
      <h2 id={`report-${key}`}>{report.headings[key]}</h2>
      {report.texts[key] && (
        <p className="report-words" lang={report.textLanguage} dir="auto">
          {report.texts[key]}
        </p>
      )}
      {children}
    </section>
  )
  return (
    <article className="report">
      {part(
        'problem',
        <>
          <Lines items={report.problem.sentences} />
          {report.problem.chart && <Line chart={report.problem.chart} />}
        </>,
      )}
      {part(
        'facts',
        <ol className="report-facts">
          {report.facts.map((fact) => (
            <li key={fact.key}>
              <div>
                {fact.text}
                <span className="report-basis">{fact.basis}</span>
                {fact.season && <span className="report-basis">{fact.season}</span>}
              </div>
            </li>
          ))}
        </ol>,
      )}
      {part('voices', <Voices report={report} />)}
      {part('health', <Health report={report} />)}
      {part('season', <Lines items={report.season} />)}
      {part('decisions', <Decisions report={report} />)}
      {part('unknown', <Lines items={report.unknown} />)}
      <Annex report={report} />
    </article>
  )
}

const Lines = ({ items }: { items: Report['season'] }) => (
  <ul className="report-list">
    {items.map(({ key, text }) => (
      <li key={key}>{text}</li>
    ))}
  </ul>
)

function Line({ chart }: { chart: ReportChart }) {
  const t = useT()
  const { language } = useLanguage()
  const words = { baseline: t('chart.baseline'), target: t('chart.target') }
  return (
    <Chart
      title={chart.title}
      description={chart.description}
      n={chart.basis}
      chart={lineOf(chart, words, language)}
      heading="h3"
    />
  )
}

function Voices({ report }: { report: Report }) {
  const t = useT()
  const shown = report.voices.filter(({ state }) => state === 'yes')
  if (shown.length === 0) return <p>{t('reader.noVoice')}</p>
  return shown.map(({ id, quote, author, postId }) => (
    <figure className="report-voice" key={id}>
      <blockquote lang={report.textLanguage} dir="auto">
        {t('quote', { text: quote })}
      </blockquote>
      <figcaption>
        {author ? <MemberLink member={author} /> : t('reader.anonymous')}
        {author && postId && (
          <>
            {' · '}
            <Link to={textPath(postId)}>{t('reader.open')}</Link>
          </>
        )}
      </figcaption>
    </figure>
  ))
}

function Health({ report }: { report: Report }) {
  const t = useT()
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a table that scrolls sideways is reached by keyboard */}
      <div className="report-scroll" tabIndex={0} role="region" aria-label={report.headings['health']}>
        <table className="report-table">
          <thead>
            <tr>
              {(['figure', 'value', 'basis', 'previous'] as const).map((key) => (
                <th key={key} scope="col">
                  {t(`column.${key}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {report.health.map((row) => (
              <tr key={row.id}>
                <th scope="row">{row.name}</th>
                <td>{row.value}</td>
                <td>
                  {`n\u202f=\u202f${row.n}`}
                  {row.interval && <span className="report-basis">{row.interval}</span>}
                </td>
                <td>
                  {row.previous ?? '–'}
                  <span className="report-basis">{t(`reader.change.${row.change}`)}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <details>
        <summary>{t('reader.definition')}</summary>
        <ul className="report-list pt-2">
          {report.health.map((row) => (
            <li key={row.id}>
              <strong>{row.name}</strong>
              {` · ${row.definition} (${row.window})`}
              {row.benchmark && <span className="report-basis">{row.benchmark}</span>}
            </li>
          ))}
        </ul>
      </details>
    </>
  )
}

function Decisions({ report }: { report: Report }) {
  const t = useT()
  const format = useFormat()
  const day = (one: string) => format.dateTime(new Date(`${one}T12:00:00Z`), 'day')
  if (report.decisions.length === 0) return <p>{t('reader.noDecision')}</p>
  return (
    <ul className="report-list">
      {report.decisions.map((decision) => (
        <li key={decision.id}>
          <span dir="auto">{decision.text}</span>
          <span className="report-basis">
            {decision.answer !== null
              ? t('reader.answered', { answer: decision.answer })
              : [
                  decision.owner
                    ? t('reader.awaited', { name: decision.owner.displayName })
                    : t('reader.nobody'),
                  decision.due &&
                    (decision.isLate ? t('reader.late') : t('reader.due', { day: day(decision.due) })),
                ]
                  .filter(Boolean)
                  .join(', ')}
          </span>
        </li>
      ))}
    </ul>
  )
}

function Annex({ report }: { report: Report }) {
  const t = useT()
  const { annex, headings } = report
  const isEmpty =
    annex.charts.length === 0 && annex.stories.length === 0 && !annex.maturity && annex.releases.length === 0
  if (isEmpty) return null
  return (
    <section className="report-section" aria-labelledby="report-annex">
      <h2 id="report-annex">{headings['annex']}</h2>
      {annex.charts.map((chart) => (
        <Line key={chart.key} chart={chart} />
      ))}
      {annex.stories.length > 0 && (
        <>
          <h3>{headings['stories']}</h3>
          <ul className="report-list">
            {annex.stories.map((story) => (
              <li key={story.id}>
                <strong>{t(`story.short.${story.cycle}`)}</strong>
                <span className="report-words block" lang={story.language} dir="auto">
                  {story.what}
                </span>
                <span className="report-basis">
                  {[
                    story.people.length > 0 &&
                      t('reader.with', {
                        names: story.people
                          .map(({ member }) => member?.displayName ?? t('story.anonymous'))
                          .join(', '),
                      }),
                    story.hours !== null && t('reader.hours', { n: story.hours }),
                    story.indicator,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
                {story.evidenceUrl && <Evidence url={story.evidenceUrl} label={t('reader.evidence')} />}
              </li>
            ))}
          </ul>
        </>
      )}
      {annex.maturity && (
        <>
          <h3>{headings['maturity']}</h3>
          <Radar half={annex.maturity.half} levels={annex.maturity.levels} />
        </>
      )}
      {annex.releases.length > 0 && (
        <>
          <h3>{headings['releases']}</h3>
          <div className="report-scroll">
            <table className="report-table">
              <thead>
                <tr>
                  {(['figure', 'cell', 'value', 'n'] as const).map((key) => (
                    <th key={key} scope="col">
                      {t(`column.${key}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {annex.releases.map((row, index) => (
                  <tr key={index}>
                    <th scope="row">{row.name}</th>
                    <td>{row.cell}</td>
                    <td>{row.value}</td>
                    <td>{row.n}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </section>
  )
}

/** An address of ours stays in the product; another opens as any link of the web does. */
export const Evidence = ({ url, label }: { url: string; label: string }) =>
  url.startsWith('/') ? (
    <Link to={url}>{label}</Link>
  ) : (
    <a className="link" href={url} rel="noreferrer noopener" target="_blank">
      {label}
    </a>
  )
