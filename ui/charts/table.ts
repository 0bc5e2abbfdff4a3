import type { ChartSpec } from './types.ts'
import { chartWords } from './words.ts'

export interface ChartTable {
  head: string[]
  /** The first cell of a row is its head. */
  rows: string[][]
}

/** The table twin of a chart: everything that it shows, in words. */
export function tableOf(spec: ChartSpec, language: string): ChartTable {
  const words = chartWords(language)
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 2 })
  const format = ('format' in spec && spec.format) || ((value: number) => number.format(value))
  const said = (value: number | null, text?: string, why?: string) =>
    value === null ? (why ?? words.noValue) : (text ?? format(value))
  const span = (low?: number | null, high?: number | null) =>
    typeof low === 'number' || typeof high === 'number'
      ? words.between(
          typeof low === 'number' ? format(low) : '…',
          typeof high === 'number' ? format(high) : '…',
        )
      : ''
  switch (spec.kind) {
    case 'line': {
      const hasInterval = spec.points.some(
        ({ low, high }) => typeof low === 'number' || typeof high === 'number',
      )
      const hasExpected = spec.points.some(({ expected }) => typeof expected === 'number')
      const hasN = spec.points.some(({ n }) => n !== undefined)
      return {
        head: [
          ...spec.columns,
          ...(hasInterval ? [words.interval] : []),
          ...(hasExpected ? [spec.expectedLabel ?? words.expected] : []),
          ...(hasN ? [words.cases] : []),
        ],
        rows: spec.points.map((point) => [
          point.label,
          said(point.value, point.text, point.why),
          ...(hasInterval ? [span(point.low, point.high)] : []),
          ...(hasExpected ? [typeof point.expected === 'number' ? format(point.expected) : ''] : []),
          ...(hasN ? [point.n === undefined ? '' : number.format(point.n)] : []),
        ]),
      }
    }
    case 'shares': {
      const first = spec.rows[0]?.shares ?? []
      return {
        head: [spec.columns[0], ...first.map(({ label }) => label)],
        rows: spec.rows.map((row) => [
          row.label,
          ...row.shares.map(({ value, text }) =>
            value === null ? (text ?? words.noValue) : (text ?? format(value)),
          ),
        ]),
      }
    }
    case 'dots': {
      const hasN = spec.rows.some(({ n }) => n !== undefined)
      return {
        head: [...spec.columns, words.interval, ...(hasN ? [words.cases] : [])],
        rows: spec.rows.map((row) => [
          row.label,
          said(row.value, row.text, row.why),
          span(row.low, row.high),
          ...(hasN ? [row.n === undefined ? '' : number.format(row.n)] : []),
        ]),
      }
    }
    case 'bars':
      return {
        head: [...spec.columns],
        rows: spec.rows.map((row) => [row.label, said(row.value, row.text, row.why)]),
      }
    case 'flow':
    case 'heat': {
      const rows = spec.kind === 'flow' ? spec.from : spec.rows
      const columns = spec.kind === 'flow' ? spec.to : spec.columns
      const blank = spec.kind === 'heat' ? spec.blank : undefined
      return {
        head: [spec.corner, ...columns],
        rows: rows.map((row, index) => [
          row,
          ...(spec.cells[index] ?? []).map((value) => said(value, undefined, blank)),
        ]),
      }
    }
  }
}
