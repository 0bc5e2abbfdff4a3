import { expect, test } from 'vitest'
import { daysOf, readSearch } from './paths.ts'

test('an address gives the search, and nonsense in it is left out', () => {
  expect(readSearch({ q: 'presse', kind: 'question', period: 'year', community: 'atelier' })).toEqual({
    q: 'presse',
    kind: 'question',
    period: 'year',
    community: 'atelier',
  })
  expect(readSearch({ q: 'x', sort: 'newest' })).toEqual({ q: 'x', sort: 'newest' })
  expect(readSearch({ q: 'x', sort: 'salary' })).toEqual({ q: 'x' })
  // The router reads ?q=42 as a number.
  expect(readSearch({ q: 42, kind: 'nothing', period: 7, author: '' })).toEqual({ q: '42' })
})

test('periods follow one another without a gap', () => {
  const now = new Date('2026-03-15T10:00:00Z')
  expect(daysOf('month', now)).toEqual({ from: '2026-02-13' })
  expect(daysOf('year', now)).toEqual({ from: '2025-03-15' })
  expect(daysOf('older', now)).toEqual({ to: '2025-03-14' })
  expect(daysOf(undefined, now)).toEqual({})
})
