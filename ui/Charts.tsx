import { useId, type ReactNode } from 'react'
import { useUi } from './strings.tsx'

export interface Point {
  /** What the reader calls it, e.g. "week of 3 March". */
  label: string
  value: number
  /** `value` in words; the number formatted by default. */
  text?: string | undefined
  /** Drawn in the accent; the others are quiet when at least one is marked. */
  mark?: boolean | undefined
}

interface ChartProps {
  /** The sentence that the chart proves. */
  title: string
  /** What it shows, for those who do not see it. */
  description: string
  points: readonly Point[]
  /** Heads of the table twin: what a row is, what the value is. */
  columns: readonly [string, string]
  /** n, window, benchmark. */
  note?: ReactNode | undefined
}

function Frame({
  title,
  description,
  points,
  columns,
  note,
  drawing,
}: ChartProps & { drawing: (titleId: string) => ReactNode }) {
  const { strings, language } = useUi()
  const id = useId()
  const number = new Intl.NumberFormat(language)
  return (
    <figure className="chart" aria-labelledby={id}>
      <figcaption id={id} className="chart-title">
        {title}
      </figcaption>
      {drawing(id)}
      {note && <p className="chart-note">{note}</p>}
      <details>
        <summary>{strings.asTable}</summary>
        <p className="chart-note">{description}</p>
        <table className="data-table">
          <thead>
            <tr>
              <th scope="col">{columns[0]}</th>
              <th scope="col">{columns[1]}</th>
            </tr>
          </thead>
          <tbody>
            {points.map((point) => (
              <tr key={point.label}>
                <th scope="row" className="font-normal">
                  {point.label}
                </th>
                <td>{point.text ?? number.format(point.value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}

/** The line alone, for a header where the title is said beside it. `label` is its text alternative. */
export function SparkLine({
  values,
  target,
  label,
}: {
  values: readonly number[]
  target?: number | undefined
  label: string
}) {
  const all = target === undefined ? values : [...values, target]
  const low = Math.min(0, ...all)
  const span = Math.max(...all) - low || 1
  const x = (index: number) => (values.length < 2 ? 50 : (index / (values.length - 1)) * 100)
  const y = (value: number) => 38 - ((value - low) / span) * 36
  const line = values
    .map((value, index) => `${index ? 'L' : 'M'}${x(index).toFixed(2)} ${y(value).toFixed(2)}`)
    .join('')
  return (
    <svg className="spark" viewBox="0 0 100 40" preserveAspectRatio="none" role="img" aria-label={label}>
      <path className="spark-area" d={`${line}L100 40L0 40Z`} />
      {target !== undefined && <path className="spark-target" d={`M0 ${y(target)}H100`} />}
      <path d={line} />
    </svg>
  )
}

/** A short series in time, with title sentence and table twin. */
export function Sparkline(props: ChartProps & { target?: number | undefined }) {
  return (
    <Frame
      {...props}
      drawing={() => (
        <SparkLine
          values={props.points.map((point) => point.value)}
          target={props.target}
          label={props.description}
        />
      )}
    />
  )
}

/** A few quantities compared, with title sentence and table twin. */
export function Bars(props: ChartProps & { max?: number | undefined }) {
  const { language } = useUi()
  const number = new Intl.NumberFormat(language)
  const { points, max = Math.max(1, ...points.map((point) => point.value)) } = props
  const marked = points.some((point) => point.mark)
  return (
    <Frame
      {...props}
      drawing={() => (
        <div className="bars" role="img" aria-label={props.description}>
          {points.map((point) => (
            <div key={point.label} className="contents">
              <span>{point.label}</span>
              <svg className="bars-track" aria-hidden>
                <rect
                  width={`${Math.max(0.5, (point.value / max) * 100)}%`}
                  height="100%"
                  rx="4"
                  {...(marked && !point.mark && { className: 'bars-quiet' })}
                />
              </svg>
              <span>{point.text ?? number.format(point.value)}</span>
            </div>
          ))}
        </div>
      )}
    />
  )
}
