import { createElement as h } from 'react'
import { text } from './drawing.ts'
import type { DrawingProps } from './drawing.ts'
import { dotsGeometry, sharesGeometry } from './geometry.ts'
import type { BarsSpec, DotsSpec, SharesSpec } from './types.ts'

/** Full, hatched, pale, empty: told apart without colour. */
const shades = [1, 0.55, 0.25, 0.08]

export function shares({ spec, width, palette, language }: DrawingProps<SharesSpec>) {
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

export function dots({ spec, width, palette }: DrawingProps<DotsSpec>) {
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

export function bars({ spec, width, palette, language }: DrawingProps<BarsSpec>) {
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
