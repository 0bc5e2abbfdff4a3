import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changeOf, chooseFacts, mostFacts } from './choose-facts.ts'
import { estimateReturn, stepsAround } from './estimate.ts'
import type { FrozenFigure } from './facts.ts'
import { daysOf, daysOfQuarter, halfOf, isClosed, monthsAfter, quarterOf } from './months.ts'

const figure = (id: string, value: number | null, low: number | null, high: number | null): FrozenFigure => ({
  id,
  unit: '%',
  value,
  part: 12,
  n: 40,
  low,
  high,
  withheld: value === null ? 'fewCases' : null,
  from: '2026-10-01',
  to: '2026-10-31',
  series: [],
  benchmark: null,
})
const counts = { questions: 9, answered: 7, answerers: 5 }

describe('facts', () => {
  test('an arrow only where the intervals lie apart', () => {
    const before = figure('M13', 40, 30, 50)
    expect(changeOf(figure('M13', 60, 51, 70), before)).toBe('up')
    expect(changeOf(figure('M13', 60, 50, 70), before)).toBe('unclear')
    expect(changeOf(figure('M13', 20, 10, 29), before)).toBe('down')
    expect(changeOf(figure('M13', null, null, null), before)).toBe('unclear')
    expect(changeOf(figure('M13', 60, 51, 70), null)).toBe('unclear')
  })

  test('changes beyond chance come first, two at most, and no figure is told twice', () => {
    const facts = chooseFacts({
      now: [figure('M13', 60, 51, 70), figure('M16', 60, 51, 70), figure('M12', 10, 1, 20)],
      before: [figure('M13', 40, 30, 50), figure('M16', 40, 30, 50), figure('M12', 40, 30, 50)],
      themes: [{ title: 'Outillage' }],
      timeSaved: null,
      counts,
    })
    expect(facts.map(({ key, figure: one }) => [key, one?.id])).toEqual([
      ['up', 'M13'],
      ['up', 'M16'],
      ['themes', undefined],
    ])
  })

  test('three where there is something to tell, and always the same', () => {
    const quiet = {
      now: [],
      before: [],
      themes: [],
      timeSaved: null,
      counts: { questions: 0, answered: 0, answerers: 0 },
    }
    expect(chooseFacts(quiet)).toHaveLength(1)
    const sources = { ...quiet, now: [figure('M13', 60, 51, 70), figure('M10', 3, null, null)], counts }
    expect(chooseFacts(sources)).toHaveLength(mostFacts)
    expect(chooseFacts(sources)).toEqual(chooseFacts(structuredClone(sources)))
  })

  test('few minutes saved are not told: the nearest five hours would be none', () => {
    const sources = { now: [], before: [], themes: [], counts }
    const told = (sumMinutes: number) =>
      chooseFacts({ ...sources, timeSaved: { n: 9, sumMinutes, medianMinutes: 15 } }).map(({ key }) => key)
    expect(told(149)).not.toContain('timeSaved')
    expect(told(150)).toContain('timeSaved')
  })
})

describe('the return', () => {
  const input = {
    answersMonth: 20,
    helpsMonth: 40,
    medianMinutes: 15,
    lowMinutes: null,
    baseMinutes: null,
    highMinutes: null,
    costHoursMonth: 10,
    hourlyCost: null,
  }
  test('12 × (A + S) × v against C, with the answers just below and above', () => {
    expect(estimateReturn(input)).toEqual({
      low: { minutes: 5, from: 'readers', hours: 60, ratio: -50, money: null },
      base: { minutes: 15, from: 'readers', hours: 180, ratio: 50, money: null },
      high: { minutes: 60, from: 'readers', hours: 720, ratio: 500, money: null },
    })
  })
  test('nothing declared and nothing entered: nothing is said', () => {
    expect(estimateReturn({ ...input, medianMinutes: null })).toBeNull()
    expect(estimateReturn({ ...input, medianMinutes: null, baseMinutes: 10 })?.base.from).toBe('entered')
  })
  test('money only with an hourly cost, and no ratio without a cost', () => {
    expect(estimateReturn({ ...input, hourlyCost: 40 })?.base.money).toBe((180 - 120) * 40)
    expect(estimateReturn({ ...input, costHoursMonth: null })?.base.ratio).toBeNull()
  })
  test('the range is in order whatever readers declared', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 240, noNaN: true }), (median) => {
        const { below, above } = stepsAround(median)
        expect(below).toBeLessThanOrEqual(median)
        expect(above).toBeGreaterThanOrEqual(median)
      }),
    )
  })
})

test('months, quarters and half-years', () => {
  expect(daysOf('2024-02')).toEqual({ from: '2024-02-01', to: '2024-02-29' })
  expect(monthsAfter('2026-01', -1)).toBe('2025-12')
  expect(quarterOf('2026-11-22')).toBe('2026-Q4')
  expect(daysOfQuarter('2026-Q4')).toEqual({ from: '2026-10-01', to: '2026-12-31' })
  expect(halfOf('2026-07-01')).toBe('2026-H2')
  // Three days of grace: the fourth is the first day on which the month before is closed.
  expect(isClosed('2026-10', '2026-11-03', 3)).toBe(false)
  expect(isClosed('2026-10', '2026-11-04', 3)).toBe(true)
})
