import { createElement as h } from 'react'
import type { ReactElement } from 'react'

// The eight competencies as a radar: the same element on a page and in a PDF, hence without JSX and without a style
// sheet. Its table stands beside it wherever it is shown.

export interface RadarPalette {
  ink: string
  muted: string
  line: string
  accent: string
}
export interface RadarProps {
  axes: readonly { label: string; level: number; before?: number | undefined }[]
  most: number
  width: number
  title: string
  description: string
  id: string
  palette: RadarPalette
  fontFamily?: string
}

const height = 300
const radius = 95

/** Angle of an axis, the first one upward, clockwise. */
const angleOf = (index: number, count: number): number => (2 * Math.PI * index) / count - Math.PI / 2

/** Where a level of an axis stands. */
export function pointOf(
  index: number,
  count: number,
  share: number,
  centre: { x: number; y: number },
): { x: number; y: number } {
  const angle = angleOf(index, count)
  const round = (value: number) => Math.round(value * 10) / 10
  return {
    x: round(centre.x + Math.cos(angle) * radius * share),
    y: round(centre.y + Math.sin(angle) * radius * share),
  }
}

export function drawRadar({
  axes,
  most,
  width,
  title,
  description,
  id,
  palette,
  fontFamily,
}: RadarProps): ReactElement {
  const centre = { x: width / 2, y: height / 2 }
  const count = axes.length
  const ring = (share: (index: number) => number): string =>
    axes
      .map((_axis, index) => pointOf(index, count, share(index), centre))
      .map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`)
      .join('') + 'Z'
  const hasBefore = axes.some(({ before }) => before !== undefined)
  return h(
    'svg',
    {
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'aria-labelledby': `${id}-t ${id}-d`,
      fontSize: 12,
      ...(fontFamily && { fontFamily }),
    },
    h('title', { id: `${id}-t` }, title),
    h('desc', { id: `${id}-d` }, description),
    Array.from({ length: most }, (_unused, level) =>
      h('path', {
        key: `ring${level}`,
        d: ring(() => (level + 1) / most),
        stroke: palette.line,
        fill: 'none',
      }),
    ),
    axes.map(({ label, level }, index) => {
      const edge = pointOf(index, count, 1, centre)
      const place = pointOf(index, count, 1.16, centre)
      const sideways = Math.cos(angleOf(index, count))
      return h(
        'g',
        { key: label },
        h('path', { d: `M${centre.x} ${centre.y}L${edge.x} ${edge.y}`, stroke: palette.line, fill: 'none' }),
        h(
          'text',
          {
            x: place.x,
            y: place.y + 4,
            fill: palette.ink,
            stroke: 'none',
            textAnchor: Math.abs(sideways) < 0.2 ? 'middle' : sideways > 0 ? 'start' : 'end',
          },
          // The level stands in the label: nothing has to be read off the rings.
          `${label}\u00a0: ${level}`,
        ),
      )
    }),
    hasBefore &&
      h('path', {
        key: 'before',
        d: ring((index) => (axes[index]!.before ?? axes[index]!.level) / most),
        stroke: palette.muted,
        strokeWidth: 1.5,
        strokeDasharray: '5 4',
        fill: 'none',
      }),
    h('path', {
      key: 'now',
      d: ring((index) => axes[index]!.level / most),
      stroke: palette.accent,
      strokeWidth: 2,
      fill: palette.accent,
      fillOpacity: 0.16,
      strokeLinejoin: 'round',
    }),
    axes.map(({ label, level }, index) => {
      const { x, y } = pointOf(index, count, level / most, centre)
      return h('circle', { key: `dot${label}`, cx: x, cy: y, r: 3.5, fill: palette.accent, stroke: 'none' })
    }),
  )
}
