import { scaleBand, scaleLinear } from '@visx/scale'
import { area, line } from '@visx/shape'
import type { DotsSpec, HeatSpec, FlowSpec, LineSpec, SharesSpec, SparkSpec } from './types.ts'

// Where things stand. Pure: numbers in, coordinates and paths out, the same in a browser, a worker and a test.

export interface Box {
  width: number
  height: number
}
export interface Tick {
  at: number
  text: string
}

/** About how wide a text of the axis is, in the units of the drawing (12 px sans serif). */
export const textWidth = (text: string): number => text.length * 6.3

const plain = (value: number): string => String(Math.round(value * 100) / 100)
const isNumber = (value: number | null | undefined): value is number => typeof value === 'number'

export interface LineGeometry extends Box {
  left: number
  right: number
  top: number
  bottom: number
  /** Path of the known values, broken at missing ones. */
  path: string
  /** Band between low and high. */
  band: string
  expected: string
  points: { x: number; y: number; index: number; isLast: boolean }[]
  /** Places along the axis where nothing is known. */
  missing: { x: number; index: number }[]
  yTicks: Tick[]
  xTicks: Tick[]
  levels: { y: number; label: string; kind: 'target' | 'baseline' }[]
  annotations: { x: number; number: number; text: string; date: string }[]
}

/** Lays out a line over time. Labels under the axis are thinned until they fit. */
export function lineGeometry(spec: LineSpec, { width, height }: Box): LineGeometry {
  const { points } = spec
  const values = [
    ...points.flatMap((point) => [point.value, point.low, point.high, point.expected]),
    spec.target?.value,
    spec.baseline?.value,
  ].filter(isNumber)
  const [low, high] = spec.domain ?? [Math.min(0, ...values), Math.max(...values, 0) || 1]
  const top = spec.annotations?.length ? 26 : 10
  const bottom = height - 24
  const y = scaleLinear<number>({ domain: [low, high], range: [bottom, top], nice: !spec.domain })
  const format = spec.format ?? plain
  const yTicks = y.ticks(4).map((value) => ({ at: y(value), text: format(value) }))
  const left = Math.min(width / 3, Math.max(...yTicks.map(({ text }) => textWidth(text)), 12) + 10)
  const right = width - 12
  const x = (index: number): number =>
    points.length < 2 ? (left + right) / 2 : left + 8 + (index / (points.length - 1)) * (right - left - 8)
  const indexed = points.map((point, index) => ({ ...point, index }))
  type Indexed = (typeof indexed)[number]
  const path = (of: (point: Indexed) => number | null | undefined): string =>
    line<Indexed>({
      x: (point) => x(point.index),
      y: (point) => y(of(point) ?? 0),
      defined: (point) => isNumber(of(point)),
    })(indexed) ?? ''
  const widest = Math.max(...points.map((point) => textWidth(point.short ?? point.label)), 1)
  const every = Math.max(1, Math.ceil((points.length * (widest + 10)) / Math.max(1, right - left)))
  const lastIndex = indexed.findLast(({ value }) => value !== null)?.index
  return {
    width,
    height,
    left,
    right,
    top,
    bottom,
    path: path((point) => point.value),
    band:
      area<Indexed>({
        x: (point) => x(point.index),
        y0: (point) => y(point.low ?? 0),
        y1: (point) => y(point.high ?? 0),
        defined: (point) => isNumber(point.low) && isNumber(point.high),
      })(indexed) ?? '',
    expected: path((point) => point.expected),
    points: indexed.flatMap(({ value, index }) =>
      value === null ? [] : [{ x: x(index), y: y(value), index, isLast: index === lastIndex }],
    ),
    missing: indexed.flatMap(({ value, index }) => (value === null ? [{ x: x(index), index }] : [])),
    yTicks,
    // The newest label always stands; the others are counted back from it.
    xTicks: indexed.flatMap((point) =>
      (points.length - 1 - point.index) % every === 0
        ? [{ at: x(point.index), text: point.short ?? point.label }]
        : [],
    ),
    levels: (['target', 'baseline'] as const).flatMap((kind) => {
      const level = spec[kind]
      return level ? [{ y: y(level.value), label: level.label, kind }] : []
    }),
    annotations: (spec.annotations ?? []).flatMap((one, order) => {
      const index = points.findIndex((point) => point.label === one.at)
      return index < 0 ? [] : [{ x: x(index), number: order + 1, text: one.text, date: one.date }]
    }),
  }
}

/** A line in a box of its own, without axes. */
export function sparkGeometry(
  spec: SparkSpec,
  { width, height }: Box,
): { path: string; area: string; target: number | null; last: { x: number; y: number } | null } {
  const values = [...spec.values, spec.target].filter(isNumber)
  const y = scaleLinear<number>({
    domain: [Math.min(0, ...values), Math.max(...values, 0) || 1],
    range: [height - 2, 3],
  })
  const inner = width - 6
  const x = (index: number): number =>
    spec.values.length < 2 ? width / 2 : 3 + (index / (spec.values.length - 1)) * inner
  const data = spec.values.map((value, index) => ({ value, index }))
  const last = data.findLast(({ value }) => value !== null)
  const accessors = {
    x: (point: { index: number }) => x(point.index),
    defined: (point: { value: number | null }) => point.value !== null,
  }
  return {
    path: line<(typeof data)[number]>({ ...accessors, y: (point) => y(point.value ?? 0) })(data) ?? '',
    area:
      area<(typeof data)[number]>({ ...accessors, y0: height, y1: (point) => y(point.value ?? 0) })(data) ??
      '',
    target: spec.target === undefined ? null : y(spec.target),
    last: last ? { x: x(last.index), y: y(last.value ?? 0) } : null,
  }
}

export interface ShareSegment {
  x: number
  width: number
  y: number
  height: number
  key: string
  text: string
  /** Position in the row: shades and hatches follow it. */
  order: number
}

/** Bars of shares, one under the other, with room for a label above each. Unpublished shares take no room. */
export function sharesGeometry(
  spec: SharesSpec,
  width: number,
  format: (value: number) => string,
): { height: number; rows: { label: string; y: number; segments: ShareSegment[] }[] } {
  const rowHeight = 56
  return {
    height: spec.rows.length * rowHeight,
    rows: spec.rows.map((row, index) => {
      const known = row.shares.map((share, order) => ({ ...share, order })).filter(({ value }) => value)
      const total = Math.max(
        100,
        known.reduce((sum, { value }) => sum + (value ?? 0), 0),
      )
      let x = 0
      return {
        label: row.label,
        y: index * rowHeight + 14,
        segments: known.map((share) => {
          const segment = {
            x,
            width: ((share.value ?? 0) / total) * width,
            y: index * rowHeight + 22,
            height: 26,
            key: share.key,
            text: share.text ?? format(share.value ?? 0),
            order: share.order,
          }
          x += segment.width
          return segment
        }),
      }
    }),
  }
}

export interface DotRow {
  y: number
  label: string
  x: number | null
  low: number | null
  high: number | null
  text: string
  isMarked: boolean
}

/** Values with intervals: the label stands above its line, so that a phone has the width for the axis. */
export function dotsGeometry(
  spec: DotsSpec,
  width: number,
): { height: number; rows: DotRow[]; ticks: Tick[]; reference: number | null; bottom: number } {
  const rowHeight = 42
  const format = spec.format ?? plain
  const values = [
    ...spec.rows.flatMap((row) => [row.value, row.low, row.high]),
    spec.reference?.value,
  ].filter(isNumber)
  const x = scaleLinear<number>({
    domain: spec.domain ? [...spec.domain] : [Math.min(0, ...values), Math.max(...values, 0) || 1],
    range: [6, width - 10],
    nice: !spec.domain,
  })
  const bottom = spec.rows.length * rowHeight + 4
  const anyMarked = spec.rows.some((row) => row.mark)
  return {
    height: bottom + 22,
    bottom,
    reference: spec.reference ? x(spec.reference.value) : null,
    ticks: x.ticks(width < 420 ? 4 : 6).map((value) => ({ at: x(value), text: format(value) })),
    rows: spec.rows.map((row, index) => ({
      y: index * rowHeight + 28,
      label: row.label,
      x: row.value === null ? null : x(row.value),
      low: isNumber(row.low) ? x(row.low) : null,
      high: isNumber(row.high) ? x(row.high) : null,
      text: row.text ?? (row.value === null ? (row.why ?? '–') : format(row.value)),
      isMarked: row.mark ?? !anyMarked,
    })),
  }
}

export interface MatrixCell {
  x: number
  y: number
  width: number
  height: number
  value: number | null
  /** 0 (no shade) to 1. */
  strength: number
  /** Below the neutral value: hatched, so that more and less differ without colour. */
  isBelow: boolean
}

/** Cells of a matrix with its heads. On a narrow page heads are numbered instead (`isNumbered`) and named below. */
export function matrixGeometry(
  spec: Pick<HeatSpec, 'rows' | 'columns' | 'cells' | 'neutral'>,
  width: number,
): { left: number; top: number; height: number; cells: MatrixCell[][]; isNumbered: boolean } {
  const widest = Math.max(...spec.rows.map(textWidth), 0)
  const headWidth = Math.max(...spec.columns.map(textWidth), 0)
  const roomy = (width - Math.min(widest, 160)) / Math.max(1, spec.columns.length)
  const isNumbered = headWidth + 8 > roomy
  const left = Math.min(widest + (isNumbered ? 34 : 12), width * 0.4)
  const top = 24
  const cellHeight = 34
  const bands = scaleBand<number>({
    domain: spec.columns.map((_unused, index) => index),
    range: [left, width],
    paddingInner: 0.06,
  })
  const known = spec.cells.flat().filter(isNumber)
  const neutral = spec.neutral ?? 0
  const most = Math.max(...known.map((value) => Math.abs(value - neutral)), 0) || 1
  return {
    left,
    top,
    isNumbered,
    height: top + spec.rows.length * cellHeight,
    cells: spec.cells.map((row, rowIndex) =>
      row.map((value, column) => ({
        x: bands(column) ?? left,
        y: top + rowIndex * cellHeight,
        width: bands.bandwidth(),
        height: cellHeight - 3,
        value,
        strength: value === null ? 0 : Math.abs(value - neutral) / most,
        isBelow: value !== null && value < neutral,
      })),
    ),
  }
}

/** A flow matrix is a heat matrix of percentages. */
export const flowAsHeat = (spec: FlowSpec): HeatSpec => ({
  kind: 'heat',
  rows: spec.from,
  columns: spec.to,
  cells: spec.cells,
  format: spec.format,
  corner: spec.corner,
})
