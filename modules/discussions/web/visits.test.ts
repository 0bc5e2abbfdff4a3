import { expect, test } from 'vitest'
import { continueVisit } from './visits.ts'

const minute = 60_000

test('reloading within half an hour is the same visit; later the former one gives the line', () => {
  const first = continueVisit(undefined, 0)
  expect(first).toEqual({ seen: 0, before: null })
  const still = continueVisit(first, 20 * minute)
  expect(still).toEqual({ seen: 20 * minute, before: null })
  expect(continueVisit(still, 45 * minute)).toEqual({ seen: 45 * minute, before: null })
  expect(continueVisit(still, 51 * minute)).toEqual({ seen: 51 * minute, before: 20 * minute })
})
