import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shiftRow, weeksToNow } from './shift.ts'

test('whole weeks: weekday and hour stay, and nothing lies in the future', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2008-01-01'), max: new Date('2026-11-22'), noInvalidDate: true }),
      fc.date({ min: new Date('2026-11-22'), max: new Date('2036-01-01'), noInvalidDate: true }),
      (newest, now) => {
        const weeks = weeksToNow(newest, now)
        const text = newest.toISOString().slice(0, -1)
        const moved = new Date(shiftRow({ CreationDate: text }, weeks)['CreationDate']!)
        expect(moved.getUTCDay()).toBe(newest.getUTCDay())
        expect(moved.toISOString().slice(11)).toBe(newest.toISOString().slice(11))
        expect(moved.getTime()).toBeLessThanOrEqual(now.getTime())
        expect(now.getTime() - moved.getTime()).toBeLessThan(7 * 86_400_000)
      },
    ),
  )
})

test('only moments move; what is no date is left to be reported as such', () => {
  const row = {
    Id: '2011',
    Title: '2011-10-11',
    CreationDate: 'hier',
    LastEditDate: '2011-10-11T20:01:21.357',
  }
  expect(shiftRow(row, 1)).toEqual({ ...row, LastEditDate: '2011-10-18T20:01:21.357Z' })
  expect(shiftRow(row, 0)).toBe(row)
})
