import fc from 'fast-check'
import { expect, test } from 'vitest'
import { businessClock } from '#modules/measurement/public.ts'
import { dueAtOf, hoursOver } from './clock.ts'
import { warningFor } from './jobs.ts'
import { atLeast, progressOf } from './progress.ts'

test('counts of people come by fives, and never below five', () => {
  fc.assert(
    fc.property(fc.nat(500), (ticks) => {
      const told = atLeast(ticks)
      if (ticks < 5) expect(told).toBeNull()
      else {
        expect(told! % 5).toBe(0)
        expect(told!).toBeLessThanOrEqual(ticks)
        expect(ticks - told!).toBeLessThan(5)
      }
    }),
  )
})

test('one’s way through a programme adds up, whatever the order of the ticks', () => {
  const step = fc.record({ isDone: fc.boolean(), minutes: fc.option(fc.integer({ min: 1, max: 90 })) })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (given) => {
      const steps = given.map((one, index) => ({ ...one, id: String(index) }))
      const { done, minutesLeft, nextStepId } = progressOf(steps)
      expect(done).toBe(steps.filter(({ isDone }) => isDone).length)
      expect(nextStepId === null).toBe(done === steps.length)
      if (nextStepId !== null) {
        const next = steps.findIndex(({ id }) => id === nextStepId)
        expect(steps.slice(0, next).every(({ isDone }) => isDone)).toBe(true)
        // Ticking the next step never lengthens the way.
        const after = progressOf(steps.map((one) => (one.id === nextStepId ? { ...one, isDone: true } : one)))
        expect(after.done).toBe(done + 1)
        expect(after.minutesLeft).toBeLessThanOrEqual(minutesLeft)
      }
    }),
  )
})

const clock = businessClock({
  timezone: 'Europe/Paris',
  opens: '09:00',
  closes: '17:00',
  workdays: [1, 2, 3, 4, 5],
  country: 'FR',
})
test('a target in days skips nights, week-ends and holidays', () => {
  // Thursday 30 April 2026, 16:00 in Paris; 1 May is a holiday.
  const entered = new Date('2026-04-30T14:00:00Z')
  const due = dueAtOf(clock, { targetAmount: 1, targetUnit: 'days', ends: false }, entered)!
  expect(due.toISOString()).toBe('2026-05-04T14:00:00.000Z')
  expect(hoursOver(clock, due, new Date('2026-05-05T08:00:00Z'))).toBeCloseTo(2)
  expect(hoursOver(clock, due, entered)).toBeCloseTo(-8)
  expect(dueAtOf(clock, { targetAmount: 1, targetUnit: 'days', ends: true }, entered)).toBeNull()
  expect(hoursOver(clock, null, entered)).toBeNull()
})
test('what is within its target when it leaves is never late, and the other way round', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 40 }), (minutes, hours) => {
      const entered = new Date('2026-03-02T08:00:00Z')
      const due = dueAtOf(clock, { targetAmount: hours, targetUnit: 'hours', ends: false }, entered)!
      const now = new Date(entered.getTime() + minutes * 3_600_000)
      const spent = clock.hoursBetween(entered, now)
      if (now <= due) expect(spent).toBeLessThanOrEqual(hours + 1e-9)
      else expect(spent).toBeGreaterThanOrEqual(hours - 1e-9)
    }),
    { numRuns: 60 },
  )
})

test('the nearest warning that has come is the one given', () => {
  expect([31, 30, 8, 7, 1, 0, -4].map(warningFor)).toEqual([undefined, 30, 30, 7, 7, 0, 0])
})
