import { createElement as h } from 'react'
import type { ReactElement, ReactNode } from 'react'
import {
  dotsGeometry,
  flowAsHeat,
  lineGeometry,
  matrixGeometry,
  sharesGeometry,
  sparkGeometry,
} from './geometry.ts'
import type {
  BarsSpec,
  ChartPalette,
  ChartSpec,
  DotsSpec,
  HeatSpec,
  LineSpec,
  SharesSpec,
  SparkSpec,
} from './types.ts'

// The drawings as plain SVG elements with presentation attributes only, no style sheet: the same element stands on a
// page (palette of theme variables) and in a file (fixed palette, `renderToStaticMarkup` on the server). Hence .ts.

interface DrawingProps<S> {
  spec: S
  width: number
  /** Ignored by kinds whose rows decide. */
  height?: number | undefined
  palette: ChartPalette
  language: string
  /** Identifier that is unique in the document: hatches are referred to by it. */
  id: string
  fontFamily?: string | undefined
}
/** Props of `drawChart`: `title` and `description` are the text alternative inside the drawing. */
export interface DrawChartProps extends DrawingProps<ChartSpec> {
  title: string
  description: string
}

const fontSize = 12

/** The drawing of any kind of chart as one `<svg role="img">` with its title and description. */
export function drawChart({ title, description, ...props }: DrawChartProps): ReactElement {
  const { spec, width, id, fontFamily } = props
  const { height, content } = draw({ ...props, spec })
  return h(
    'svg',
    {
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'aria-labelledby': `${id}-t ${id}-d`,
      fontSize,
      ...(fontFamily && { fontFamily }),
    },
    h('title', { id: `${id}-t` }, title),
    h('desc', { id: `${id}-d` }, description),
    content,
  )
}

function draw(props: DrawingProps<ChartSpec>): { height: number; content: ReactNode } {
  const { spec } = props
  switch (spec.kind) {
    case 'line':
      return line({ ...props, spec })
    case 'shares':
      return shares({ ...props, spec })
    case 'dots':
      return dots({ ...props, spec })
    case 'bars':
      return bars({ ...props, spec })
    case 'flow':
      return heat({ ...props, spec: flowAsHeat(spec) })
    case 'heat':
      return heat({ ...props, spec })
  }
}

const text = (key: string, x: number, y: number, content: string, more: Record<string, unknown> = {}) =>
  h('text', { key, x, y, stroke: 'none', ...more }, content)

function line({ spec, width, height = 220, palette }: DrawingProps<LineSpec>) {
  const g = lineGeometry(spec, { width, height })
  const label = { fill: palette.muted }
  return {
    height,
    content: [
      ...g.yTicks.map((tick) =>
        h(
          'g',
          { key: `y${tick.at}` },
          h('path', { d: `M${g.left} ${tick.at}H${g.right}`, stroke: palette.line, fill: 'none' }),
          text('t', g.left - 6, tick.at + 4, tick.text, { ...label, textAnchor: 'end' }),
        ),
      ),
      h('path', { key: 'band', d: g.band, fill: palette.accent, fillOpacity: 0.16, stroke: 'none' }),
      ...g.levels.map((level) =>
        h(
          'g',
          { key: level.kind },
          h('path', {
            d: `M${g.left} ${level.y}H${g.right}`,
            stroke: palette.strong,
            strokeDasharray: level.kind === 'target' ? '6 4' : '2 3',
            fill: 'none',
          }),
          text('t', g.right, level.y - 4, level.label, { fill: palette.ink, textAnchor: 'end' }),
        ),
      ),
      ...g.annotations.map((one) =>
        h(
          'g',
          { key: `a${one.number}` },
          h('path', {
            d: `M${one.x} 20V${g.bottom}`,
            stroke: palette.ink,
            strokeDasharray: '1 3',
            fill: 'none',
          }),
          h('circle', { cx: one.x, cy: 11, r: 9, fill: palette.surface, stroke: palette.ink }),
          text('t', one.x, 15, String(one.number), { fill: palette.ink, textAnchor: 'middle' }),
        ),
      ),
      h('path', {
        key: 'expected',
        d: g.expected,
        stroke: palette.muted,
        strokeWidth: 1.5,
        strokeDasharray: '4 4',
        fill: 'none',
      }),
      h('path', {
        key: 'line',
        d: g.path,
        stroke: palette.accent,
        strokeWidth: 2,
        strokeLinejoin: 'round',
        strokeLinecap: 'round',
        fill: 'none',
      }),
      ...g.points.map((point) =>
        h('circle', {
          key: `p${point.index}`,
          cx: point.x,
          cy: point.y,
          r: point.isLast ? 4.5 : g.points.length > 40 ? 1.5 : 3,
          fill: point.isLast ? palette.accent : palette.surface,
          stroke: palette.accent,
          strokeWidth: 1.5,
        }),
      ),
      // Nothing is known here: a cross on the axis, not a value of zero.
      ...g.missing.map(({ x, index }) =>
        h('path', {
          key: `m${index}`,
          d: `M${x - 3} ${g.bottom - 3}l6 6m0 -6l-6 6`,
          stroke: palette.muted,
          fill: 'none',
        }),
      ),
      ...g.xTicks.map((tick) =>
        text(`x${tick.at}`, Math.min(tick.at, g.right), height - 6, tick.text, {
          ...label,
          textAnchor: tick.at > g.right - 30 ? 'end' : 'middle',
        }),
      ),
    ],
  }
}

/** Full, hatched, pale, empty: told apart without colour. */
const shades = [1, 0.55, 0.25, 0.08]

function shares({ spec, width, palette, language }: DrawingProps<SharesSpec>) {
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 0 })
  const g = sharesGeometry(spec, width, (value) => number.format(value))
  return {
    height: g.height,
    content: g.rows.flatMap((row, index) => [
      text(`l${index}`, 0, row.y, row.label, { fill: palette.ink }),
      ...row.segments.flatMap((segment) => [
        h('rect', {
          key: `r${index}${segment.key}`,
          x: segment.x,
          y: segment.y,
          width: Math.max(0, segment.width - 2),
          height: segment.height,
          rx: 3,
          fill: palette.accent,
          fillOpacity: shades[segment.order] ?? 0.08,
          stroke: palette.accent,
          strokeOpacity: 0.7,
        }),
        ...(segment.width > segment.text.length * 7 + 8
          ? [
              text(`v${index}${segment.key}`, segment.x + 6, segment.y + 17, segment.text, {
                fill: segment.order === 0 ? palette.onAccent : palette.ink,
                fontWeight: 600,
              }),
            ]
          : []),
      ]),
    ]),
  }
}

function dots({ spec, width, palette }: DrawingProps<DotsSpec>) {
  const g = dotsGeometry(spec, width)
  return {
    height: g.height,
    content: [
      ...g.ticks.map((tick) =>
        h(
          'g',
          { key: `t${tick.at}` },
          h('path', { d: `M${tick.at} 18V${g.bottom}`, stroke: palette.line, fill: 'none' }),
          text('t', tick.at, g.bottom + 16, tick.text, { fill: palette.muted, textAnchor: 'middle' }),
        ),
      ),
      ...(g.reference === null
        ? []
        : [
            h('path', {
              key: 'reference',
              d: `M${g.reference} 18V${g.bottom}`,
              stroke: palette.ink,
              strokeDasharray: '6 4',
              fill: 'none',
            }),
          ]),
      ...g.rows.flatMap((row, index) => {
        const colour = row.isMarked ? palette.accent : palette.muted
        return [
          text(`l${index}`, 0, row.y - 14, row.label, { fill: palette.ink }),
          text(`v${index}`, width, row.y - 14, row.text, {
            fill: palette.ink,
            textAnchor: 'end',
            fontWeight: 600,
          }),
          ...(row.low !== null && row.high !== null
            ? [
                h('path', {
                  key: `i${index}`,
                  d: `M${row.low} ${row.y - 4}v8M${row.low} ${row.y}H${row.high}M${row.high} ${row.y - 4}v8`,
                  stroke: colour,
                  strokeWidth: 1.5,
                  fill: 'none',
                }),
              ]
            : []),
          ...(row.x === null
            ? []
            : [
                h('circle', {
                  key: `d${index}`,
                  cx: row.x,
                  cy: row.y,
                  r: 5,
                  fill: colour,
                  stroke: palette.surface,
                }),
              ]),
        ]
      }),
    ],
  }
}

function bars({ spec, width, palette, language }: DrawingProps<BarsSpec>) {
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 })
  const format = spec.format ?? ((value: number) => number.format(value))
  const most = spec.max ?? Math.max(1, ...spec.rows.map(({ value }) => value ?? 0))
  const anyMarked = spec.rows.some((row) => row.mark)
  const rowHeight = 40
  return {
    height: spec.rows.length * rowHeight,
    content: spec.rows.flatMap((row, index) => {
      const y = index * rowHeight
      const isMarked = row.mark ?? !anyMarked
      return [
        text(`l${index}`, 0, y + 13, row.label, { fill: palette.ink }),
        text(
          `v${index}`,
          width,
          y + 13,
          row.value === null ? (row.why ?? '–') : (row.text ?? format(row.value)),
          {
            fill: palette.ink,
            textAnchor: 'end',
            fontWeight: isMarked ? 600 : 400,
          },
        ),
        h('rect', {
          key: `g${index}`,
          x: 0,
          y: y + 20,
          width,
          height: 10,
          rx: 5,
          fill: palette.line,
          fillOpacity: 0.6,
        }),
        h('rect', {
          key: `r${index}`,
          x: 0,
          y: y + 20,
          width: ((row.value ?? 0) / most) * width,
          height: 10,
          rx: 5,
          fill: isMarked ? palette.accent : palette.strong,
        }),
      ]
    }),
  }
}

function heat({ spec, width, palette, language, id }: DrawingProps<HeatSpec>) {
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 2 })
  const format = spec.format ?? ((value: number) => number.format(value))
  const g = matrixGeometry(spec, width)
  const shorten = (label: string, room: number) => {
    const fits = Math.max(3, Math.floor(room / 6.3))
    return label.length > fits ? `${label.slice(0, fits - 1)}…` : label
  }
  return {
    height: g.height,
    content: [
      h(
        'defs',
        { key: 'defs' },
        h(
          'pattern',
          {
            id: `${id}-h`,
            width: 6,
            height: 6,
            patternUnits: 'userSpaceOnUse',
            patternTransform: 'rotate(45)',
          },
          h('path', { d: 'M0 0V6', stroke: palette.strong, strokeWidth: 1.5 }),
        ),
      ),
      ...spec.columns.map((column, index) => {
        const cell = g.cells[0]?.[index]
        if (!cell) return null
        return text(`c${index}`, cell.x + cell.width / 2, 14, g.isNumbered ? String(index + 1) : column, {
          fill: palette.muted,
          textAnchor: 'middle',
        })
      }),
      ...spec.rows.map((row, index) =>
        text(
          `r${index}`,
          0,
          g.top + index * 34 + 20,
          g.isNumbered && spec.columns.length === spec.rows.length
            ? shorten(`${index + 1}. ${row}`, g.left)
            : shorten(row, g.left),
          { fill: palette.ink },
        ),
      ),
      ...g.cells.flatMap((row, rowIndex) =>
        row.flatMap((cell, column) => {
          const key = `${rowIndex}-${column}`
          const box = { x: cell.x, y: cell.y, width: cell.width, height: cell.height, rx: 3 }
          if (cell.value === null)
            return [h('rect', { key, ...box, fill: 'none', stroke: palette.line, strokeDasharray: '2 3' })]
          // Beyond this strength the number would lose its contrast on the shade.
          const shade = Math.min(0.42, cell.strength * 0.42)
          return [
            h('rect', {
              key,
              ...box,
              fill: palette.accent,
              fillOpacity: cell.isBelow ? 0.04 : shade,
              stroke: palette.line,
            }),
            ...(cell.isBelow
              ? [
                  h('rect', {
                    key: `h${key}`,
                    ...box,
                    fill: `url(#${id}-h)`,
                    fillOpacity: cell.strength * 0.5,
                    stroke: 'none',
                  }),
                ]
              : []),
            text(`t${key}`, cell.x + cell.width / 2, cell.y + cell.height / 2 + 4, format(cell.value), {
              fill: palette.ink,
              textAnchor: 'middle',
            }),
          ]
        }),
      ),
    ],
  }
}

/** A short line without axes, for a header or a table; `label` is its text alternative. */
export function drawSpark({
  spec,
  label,
  width,
  height = 40,
  palette,
}: Omit<DrawingProps<SparkSpec>, 'language' | 'id'> & { label: string }): ReactElement {
  const g = sparkGeometry(spec, { width, height })
  return h(
    'svg',
    { width, height, viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': label },
    h('path', { d: g.area, fill: palette.accent, fillOpacity: 0.12, stroke: 'none' }),
    g.target === null
      ? null
      : h('path', {
          d: `M0 ${g.target}H${width}`,
          stroke: palette.strong,
          strokeDasharray: '3 4',
          fill: 'none',
        }),
    h('path', { d: g.path, fill: 'none', stroke: palette.accent, strokeWidth: 2, strokeLinejoin: 'round' }),
    g.last && h('circle', { cx: g.last.x, cy: g.last.y, r: 3, fill: palette.accent }),
  )
}
