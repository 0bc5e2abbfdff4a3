import type { LineSpec } from '#ui/charts/types.ts'
import type { ReportChart } from './contract.ts'

/** A chart of the report as the kit draws it: the same on the page and in the PDF. */
export function lineOf(
  chart: ReportChart,
  words: { baseline: string; target: string },
  language: string,
): LineSpec {
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 2 })
  const known = chart.points.flatMap(({ value }) => value ?? [])
  const levels = [chart.baseline, chart.target].flatMap((value) => value ?? [])
  return {
    kind: 'line',
    points: chart.points.map(({ label, short, value, n }) => ({
      label,
      short,
      value,
      ...(n !== null && { n }),
    })),
    format: (value) => number.format(value),
    domain: [Math.min(0, ...known, ...levels), Math.max(1, ...known, ...levels) * 1.05],
    ...(chart.target !== null && { target: { value: chart.target, label: words.target } }),
    ...(chart.baseline !== null && { baseline: { value: chart.baseline, label: words.baseline } }),
    annotations: chart.notes.map(({ label, date, text }) => ({ at: label, date, text })),
    columns: [chart.columns.label, chart.columns.value],
  }
}
