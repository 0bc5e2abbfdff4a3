import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { drawChart, drawSpark } from './drawings.ts'
import { dotsGeometry, lineGeometry, matrixGeometry, sharesGeometry } from './geometry.ts'
import { tableOf } from './table.ts'
import { printPalette } from './types.ts'
import type { ChartSpec, LineSpec } from './types.ts'

const months: LineSpec = {
  kind: 'line',
  columns: ['Mois', 'Valeur'],
  points: Array.from({ length: 12 }, (_unused, index) => ({
    label: `mois ${index + 1}`,
    value: index === 4 ? null : index * 2,
    low: index === 4 ? null : index,
    high: index === 4 ? null : index * 3,
    n: index === 4 ? 0 : 30,
    why: 'trop peu',
  })),
  target: { value: 40, label: 'Cible' },
  annotations: [{ at: 'mois 3', date: '3 mars', text: 'atelier' }],
}

const charts: ChartSpec[] = [
  months,
  {
    kind: 'shares',
    columns: ['T', 'Part'],
    rows: [
      {
        label: 'T1',
        shares: [
          { key: 'a', label: 'A', value: 60 },
          { key: 'b', label: 'B', value: null },
        ],
      },
    ],
  },
  {
    kind: 'flow',
    corner: 'De',
    from: ['A', 'B'],
    to: ['A', 'B'],
    cells: [
      [90, 10],
      [null, 60],
    ],
  },
  {
    kind: 'dots',
    columns: ['Q', 'V'],
    rows: [
      { label: 'un', value: 4, low: 2, high: 8, n: 30 },
      { label: 'deux', value: null, why: 'rien' },
    ],
  },
  { kind: 'bars', columns: ['Q', 'V'], rows: [{ label: 'un', value: 4 }] },
  {
    kind: 'heat',
    corner: 'E',
    rows: ['A', 'B'],
    columns: ['A', 'B'],
    neutral: 1,
    cells: [
      [2, 0.5],
      [null, 1],
    ],
  },
]

describe('geometry', () => {
  it('keeps everything inside the drawing, the target above the values included', () => {
    const g = lineGeometry(months, { width: 340, height: 200 })
    for (const { x, y } of g.points) {
      expect(x).toBeGreaterThanOrEqual(g.left)
      expect(x).toBeLessThanOrEqual(g.right)
      expect(y).toBeGreaterThanOrEqual(g.top)
      expect(y).toBeLessThanOrEqual(g.bottom)
    }
    expect(g.levels[0]!.y).toBeGreaterThanOrEqual(g.top)
  })
  it('breaks the line at a missing month and marks it', () => {
    const g = lineGeometry(months, { width: 600, height: 200 })
    expect(g.path.match(/M/g)).toHaveLength(2)
    expect(g.missing.map(({ index }) => index)).toEqual([4])
  })
  it('thins labels to what a phone has room for, the newest always standing', () => {
    const wide = lineGeometry(months, { width: 1200, height: 200 })
    const narrow = lineGeometry(months, { width: 320, height: 200 })
    expect(wide.xTicks).toHaveLength(12)
    expect(narrow.xTicks.length).toBeLessThan(7)
    expect(narrow.xTicks.at(-1)!.text).toBe('mois 12')
  })
  it('puts an annotation above the point that it names', () => {
    const g = lineGeometry(months, { width: 600, height: 200 })
    expect(g.annotations).toEqual([
      { x: g.points.find(({ index }) => index === 2)!.x, number: 1, text: 'atelier', date: '3 mars' },
    ])
  })
  it('draws one value, and none, without a fault', () => {
    const one = { ...months, points: months.points.slice(1, 2) }
    expect(lineGeometry(one, { width: 300, height: 200 }).points).toHaveLength(1)
    expect(lineGeometry({ ...months, points: [] }, { width: 300, height: 200 }).path).toBe('')
  })
  it('fills a bar with its shares and no more', () => {
    const chart = charts[1]!
    if (chart.kind !== 'shares') throw new Error('not shares')
    const [row] = sharesGeometry(chart, 200, String).rows
    expect(row!.segments).toHaveLength(1)
    expect(row!.segments[0]!.width).toBeCloseTo(120)
  })
  it('places intervals around their value', () => {
    const chart = charts[3]!
    if (chart.kind !== 'dots') throw new Error('not dots')
    const [row] = dotsGeometry(chart, 300).rows
    expect(row!.low).toBeLessThan(row!.x!)
    expect(row!.high).toBeGreaterThan(row!.x!)
  })
  it('numbers the heads of a matrix that would not fit', () => {
    const names = ['Direction de la production', 'Direction des achats', 'Direction de la qualité']
    const spec = { rows: names, columns: names, cells: names.map(() => names.map(() => 1)) }
    expect(matrixGeometry(spec, 340).isNumbered).toBe(true)
    expect(matrixGeometry(spec, 1200).isNumbered).toBe(false)
  })
})

describe('drawing', () => {
  it.each(charts.map((spec) => [spec.kind, spec] as const))(
    'says %s in markup without a style sheet',
    (_kind, spec) => {
      const markup = renderToStaticMarkup(
        drawChart({
          spec,
          width: 400,
          title: 'Un titre',
          description: 'Ce que l’on voit',
          id: 'c1',
          palette: printPalette,
          language: 'fr',
        }),
      )
      expect(markup).toMatch(/^<svg/)
      expect(markup).toContain('<title id="c1-t">Un titre</title>')
      expect(markup).not.toMatch(/NaN|undefined|class=|style=|var\(/)
    },
  )
  it('draws a short line', () => {
    const markup = renderToStaticMarkup(
      drawSpark({
        spec: { kind: 'spark', values: [1, null, 3] },
        label: 'monte',
        width: 100,
        palette: printPalette,
      }),
    )
    expect(markup).toContain('aria-label="monte"')
    expect(markup).not.toContain('NaN')
  })
})

describe('table twin', () => {
  it('says value, interval and n of each point, and why one is missing', () => {
    const { head, rows } = tableOf(months, 'fr')
    expect(head).toEqual(['Mois', 'Valeur', 'Intervalle à 95\u202f%', 'n'])
    expect(rows[1]).toEqual(['mois 2', '2', '1 à 3', '30'])
    expect(rows[4]).toEqual(['mois 5', 'trop peu', '', '0'])
  })
  it('has a cell for every head', () => {
    for (const spec of charts) {
      const { head, rows } = tableOf(spec, 'en')
      for (const row of rows) expect(row).toHaveLength(head.length)
    }
  })
})
