import { renderToStaticMarkup } from 'react-dom/server'
import { lineOf } from '#modules/reports/chart-spec.ts'
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
  return renderToStaticMarkup(
    drawChart({
      ...size,
      language,
      id: `chart-${chart.key}`,
      title: chart.title,
      description: chart.description,
      palette: printPalette,
      spec: lineOf(chart, words, language),
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
