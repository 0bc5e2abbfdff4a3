import { expect, test } from 'vitest'
import { few, fewParts, figuresOf, median } from './figures.ts'
import type { CaseFact } from './figures.ts'

const fact = (hours: number | null, more: Partial<CaseFact> = {}): CaseFact => ({
  article: 1,
  articleTitle: { fr: 'Respect' },
  outcome: hours === null ? null : 'talked',
  reports: 2,
  hours,
  appealed: false,
  overturned: false,
  urgent: false,
  ...more,
})

test('under five a count only says that there are few; none is none', () => {
  expect([0, 1, 4, 5, 12].map(few)).toEqual([0, null, null, 5, 12])
})

test('a single small part keeps another one back, so that the total does not give it away', () => {
  expect(fewParts([9, 6, 2])).toEqual([9, null, null])
  expect(fewParts([9, 3, 2])).toEqual([9, null, null])
  expect(fewParts([9, 6, 0])).toEqual([9, 6, 0])
  expect(fewParts([2])).toEqual([null])
})

test('the median needs five closed cases', () => {
  expect(median([3, 1, 2])).toBe(2)
  expect(median([4, 1, 2, 3])).toBe(2.5)
  expect(figuresOf([fact(1), fact(2), fact(3), fact(4), fact(null)], 1000)).toMatchObject({
    medianHours: null,
    reports: 10,
    cases: 5,
    articles: [{ number: 1, cases: 5 }],
    outcomes: [{ outcome: 'talked', cases: null }],
  })
  expect(
    figuresOf(
      [1, 2, 3, 4, 5].map((h) => fact(h, { urgent: true })),
      1000,
    ).urgent,
  ).toBe(5)
  expect(figuresOf([fact(1, { urgent: true }), fact(2)], 1000).urgent).toBeNull()
  expect(
    figuresOf(
      [1, 2, 3, 4, 50].map((h) => fact(h)),
      1000,
    ).medianHours,
  ).toBe(3)
})

test('a rate of reports is published from five on, over what was written', () => {
  const reported = (n: number) => Array.from({ length: n }, () => fact(1, { reports: 1 }))
  expect(figuresOf(reported(5), 2000).perThousand).toBe(2.5)
  expect(figuresOf(reported(4), 2000).perThousand).toBeNull()
  expect(figuresOf(reported(5), 0).perThousand).toBeNull()
})
