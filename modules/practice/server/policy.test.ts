import { expect, test } from 'vitest'
import { ageOf, inWords, latestWeeks, median, weekOf, weeksAbove } from './policy.ts'

test('a week is its Monday, also when the clocks change', () => {
  expect(weekOf('2026-11-22')).toBe('2026-11-16')
  expect(weekOf('2026-11-23')).toBe('2026-11-23')
  expect(latestWeeks('2026-10-28', 3)).toEqual(['2026-10-26', '2026-10-19', '2026-10-12'])
})

test('weeks above the budget are counted one after the other, the one that runs only once it is above', () => {
  const weeks = (...minutes: (number | null)[]) =>
    latestWeeks('2026-11-25', minutes.length).map((week, index) => ({ week, minutes: minutes[index]! }))
  expect(weeksAbove(weeks(null, 300, 310, 400, 100), 240, '2026-11-25')).toBe(3)
  expect(weeksAbove(weeks(500, 300, 310, 100), 240, '2026-11-25')).toBe(3)
  expect(weeksAbove(weeks(60, 300, null, 400), 240, '2026-11-25')).toBe(1)
  expect(weeksAbove(weeks(500, 300), null, '2026-11-25')).toBe(0)
  expect(weeksAbove(weeks(240, 240), 240, '2026-11-25')).toBe(0)
})

test('a comparison is a word', () => {
  expect([0.9, 0.75, 0.5, 0.4, 0.2].map(inWords)).toEqual(['most', 'most', 'half', 'half', 'few'])
  expect([median([1, 3, 2]), median([1, 2, 3, 4])]).toEqual([2, 2.5])
  expect([10, 200, 900].map(ageOf)).toEqual(['young', 'settled', 'old'])
})
