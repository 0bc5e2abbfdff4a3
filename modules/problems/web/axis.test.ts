import { expect, test } from 'vitest'
import { axisOf } from './axis.ts'

const said = (days: string[], rhythm: 'month' | 'quarter') =>
  axisOf(days, rhythm).map(({ on, isMissing }) => (isMissing ? `(${on})` : on))

test('a month without a value keeps its place', () => {
  expect(said(['2026-04-30', '2025-12-31', '2026-01-31'], 'month')).toEqual([
    '2025-12-31',
    '2026-01-31',
    '(2026-02-28)',
    '(2026-03-31)',
    '2026-04-30',
  ])
})

test('quarterly, only a quarter without any does', () => {
  expect(said(['2026-01-15', '2026-06-30', '2026-12-01'], 'quarter')).toEqual([
    '2026-01-15',
    '2026-06-30',
    '(2026-09-30)',
    '2026-12-01',
  ])
})

test('several values in a month stand side by side, and ages of silence are not drawn out', () => {
  expect(said(['2026-01-15', '2026-01-31'], 'month')).toEqual(['2026-01-15', '2026-01-31'])
  expect(said(['1990-01-15', '2026-01-31'], 'month')).toEqual(['1990-01-15', '2026-01-31'])
  expect(axisOf([], 'month')).toEqual([])
})
