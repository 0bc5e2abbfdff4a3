import { createElement as h } from 'react'
import type { ReactElement } from 'react'
import { text } from './drawing.ts'
import type { DrawingProps } from './drawing.ts'
import { lineGeometry, sparkGeometry } from './geometry.ts'
import type { LineSpec, SparkSpec } from './types.ts'

export function line({ spec, width, height = 220, palette }: DrawingProps<LineSpec>) {
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
