import { renderToStaticMarkup } from 'react-dom/server'
import { drawRadar } from '#modules/reports/radar.ts'
import type { ReportChart } from '#modules/reports/contract.ts'
import { drawChart } from '#ui/charts/drawings.ts'
import { printPalette } from '#ui/charts/types.ts'
import type { Block } from './document.ts'

/** Drawings as SVG text, in the fixed colours of paper. The page of the browser draws the same components. */

type Radar = Extract<Block, { kind: 'radar' }>

export function svgOfChart(
  chart: ReportChart,
  size: { width: number; height: number },
  language: string,
  words: { baseline: string; target: string },
): string {
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 2 })
  const known = chart.points.flatMap(({ value }) => value ?? [])
  const levels = [chart.baseline, chart.target].flatMap((value) => value ?? [])
  return renderToStaticMarkup(
    drawChart({
      ...size,
      language,
      id: `chart-${chart.key}`,
      title: chart.title,
      description: chart.description,
      palette: printPalette,
      spec: {
        kind: 'line',
        points: chart.points.map(({ label, value, n }) => ({
          label,
          short: label.length > 8 ? `${label.slice(0, 4)}.` : label,
          value,
          ...(n !== null && { n }),
        })),
        format: (value) => number.format(value),
        domain: [Math.min(0, ...known, ...levels), Math.max(1, ...known, ...levels) * 1.05],
        ...(chart.target !== null && { target: { value: chart.target, label: words.target } }),
        ...(chart.baseline !== null && { baseline: { value: chart.baseline, label: words.baseline } }),
        annotations: chart.notes.map(({ label, text }) => ({ at: label, date: label, text })),
        columns: [chart.columns.label, chart.columns.value],
      },
    }),
  )
}

export const svgOfRadar = (radar: Radar, width: number): string =>
  renderToStaticMarkup(
    drawRadar({
      axes: radar.axes,
      most: 4,
      width,
      title: radar.title,
      description: radar.description,
      id: 'maturity',
      palette: printPalette,
    }),
  )
