import { createElement as h } from 'react'
import { text } from './drawing.ts'
import type { DrawingProps } from './drawing.ts'
import { matrixGeometry } from './geometry.ts'
import type { HeatSpec } from './types.ts'

export function heat({ spec, width, palette, language, id }: DrawingProps<HeatSpec>) {
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
