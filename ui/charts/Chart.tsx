import './charts.css'
import { useId, useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import { useUi } from '../strings.tsx'
import { drawChart, drawSpark } from './drawings.ts'
import { tableOf } from './table.ts'
import { screenPalette, type ChartSpec, type SparkSpec } from './types.ts'
import { chartWords } from './words.ts'

export interface ChartProps {
  /** The sentence that the chart proves. */
  title: string
  /** What it shows, for those who do not see it. */
  description: string
  chart: ChartSpec
  /** « n = 143 questions ». */
  n?: string | undefined
  /** « octobre 2026 », « treize semaines, du … au … ». */
  window?: string | undefined
  /** A published value with its source; null says that there is none; absent says nothing. */
  benchmark?: string | null | undefined
  /** 95 % interval of the value in the title, in words. */
  interval?: string | undefined
  /** A further remark: what the season lets expect, what is not known. */
  note?: ReactNode | undefined
  /** The decision that the figure serves. */
  decision?: ReactNode | undefined
  /** « How this is computed »: definition, formula, source. */
  computed?: ReactNode | undefined
  height?: number | undefined
  /** Level of the title as a heading; a caption without. */
  heading?: 'h2' | 'h3' | 'h4' | undefined
}

/** Width of the place, so that a chart is laid out for it instead of shrunk into it. */
function useWidth() {
  const ref = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  // Outside system: the browser's layout.
  useLayoutEffect(() => {
    const element = ref.current
    if (!element) return
    const measure = () => setWidth(Math.floor(element.clientWidth))
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return { ref, width }
}

/** A chart with everything that makes it honest: sentence, n, window, uncertainty, benchmark, table, definition. */
export function Chart(props: ChartProps) {
  const { title, description, chart, note, decision, computed, interval, benchmark, height } = props
  const { language } = useUi()
  const words = chartWords(language)
  const id = useId().replaceAll(/[^\w-]/g, '')
  const { ref, width } = useWidth()
  const Title = props.heading ?? 'div'
  const facts = [props.n, props.window, interval && words.says(words.interval, interval)].filter(Boolean)
  return (
    <figure className="chart" aria-labelledby={`${id}-title`}>
      <figcaption>
        <Title id={`${id}-title`} className="chart-title">
          {title}
        </Title>
        {facts.length > 0 && <p className="chart-note">{facts.join(' · ')}</p>}
      </figcaption>
      <div ref={ref} className="chart-drawing">
        {width > 0 &&
          drawChart({ spec: chart, width, height, title, description, id, palette: screenPalette, language })}
      </div>
      <Legend chart={chart} language={language} />
      {note && <div className="chart-note">{note}</div>}
      {benchmark !== undefined && (
        <p className="chart-note">
          {benchmark === null ? words.noBenchmark : words.says(words.benchmark, benchmark)}
        </p>
      )}
      {decision && <div className="chart-decision">{decision}</div>}
      <details>
        <summary>{words.asTable}</summary>
        <p className="chart-note">{description}</p>
        <ChartTableView chart={chart} language={language} title={title} />
      </details>
      {computed && (
        <details>
          <summary>{words.howComputed}</summary>
          <div className="chart-note">{computed}</div>
        </details>
      )}
    </figure>
  )
}

/** What the marks stand for, in words: never by colour alone. */
function Legend({ chart, language }: { chart: ChartSpec; language: string }) {
  const words = chartWords(language)
  if (chart.kind === 'line' && chart.annotations?.length)
    return (
      <div className="chart-note">
        <p className="sr-only">{words.actions}</p>
        <ol className="chart-acts">
          {chart.annotations.map((one, index) => (
            <li key={`${one.at}${index}`}>
              <span aria-hidden>{index + 1}</span>
              <span>{words.says(one.date, one.text)}</span>
            </li>
          ))}
        </ol>
        {hasExpected(chart) && <Expected label={chart.expectedLabel ?? words.expected} />}
      </div>
    )
  if (chart.kind === 'line' && hasExpected(chart))
    return <Expected label={chart.expectedLabel ?? words.expected} />
  if (chart.kind === 'shares')
    return (
      <ul className="chart-key">
        {(chart.rows.at(-1)?.shares ?? []).map((share, index) => (
          <li key={share.key}>
            <span className="chart-swatch" data-order={index} aria-hidden />
            {share.label}
          </li>
        ))}
      </ul>
    )
  return null
}

const hasExpected = (chart: ChartSpec): boolean =>
  chart.kind === 'line' && chart.points.some(({ expected }) => typeof expected === 'number')

const Expected = ({ label }: { label: string }) => (
  <p className="chart-key chart-note">
    <svg width="26" height="8" aria-hidden>
      <path d="M0 4H26" stroke="var(--muted)" strokeWidth="1.5" strokeDasharray="4 4" />
    </svg>
    {label}
  </p>
)

function ChartTableView({ chart, language, title }: { chart: ChartSpec; language: string; title: string }) {
  const { head, rows } = tableOf(chart, language)
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a wide table scrolls in its own place, which the keyboard has to reach
    <div className="chart-scroll" role="region" aria-label={title} tabIndex={0}>
      <table className="data-table">
        <thead>
          <tr>
            {head.map((cell, index) => (
              <th key={index} scope="col">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([first, ...rest], index) => (
            <tr key={index}>
              <th scope="row" className="font-normal">
                {first}
              </th>
              {rest.map((cell, column) => (
                <td key={column}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The line alone, for a header where the title is said beside it. `label` is its text alternative. */
export function SparkLine({
  label,
  values,
  target,
  width = 120,
  height = 40,
}: Omit<SparkSpec, 'kind'> & { label: string; width?: number | undefined; height?: number | undefined }) {
  return drawSpark({ spec: { kind: 'spark', values, target }, label, width, height, palette: screenPalette })
}
