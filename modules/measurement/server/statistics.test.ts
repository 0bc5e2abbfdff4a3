import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, businessClock, dayOf, startOfDay } from './business-clock.ts'
import { easterSunday, publicHolidays } from '#platform/shared/holidays.ts'
import { quantile, wilsonInterval } from './intervals.ts'
import { kaplanMeier } from './survival.ts'

describe('Wilson interval', () => {
  it('gives the published values', () => {
    // Newcombe (1998), table I, method 3.
    for (const [part, n, low, high] of [
      [81, 263, 0.2553, 0.3662],
      [15, 148, 0.0624, 0.1605],
      [0, 20, 0, 0.1611],
      [1, 29, 0.0061, 0.1718],
      [29, 29, 0.883, 1],
    ] as const) {
      const interval = wilsonInterval(part, n)
      expect(interval.low).toBeCloseTo(low, 4)
      expect(interval.high).toBeCloseTo(high, 4)
    }
  })
})

describe('quantile', () => {
  it('averages at the jumps of the distribution only', () => {
    expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5)
    expect(quantile([1, 2, 3], 0.5)).toBe(2)
    expect(quantile([1, 2, 3, 4, 5], 0.9)).toBe(5)
    expect(quantile([], 0.5)).toBeNull()
  })
})

const cases = (text: string) =>
  text.split(' ').map((word) => ({ time: Number.parseInt(word), happened: !word.endsWith('+') }))

describe('Kaplan–Meier', () => {
  // Freireich et al. (1963), remission of leukaemia in weeks: the example of every textbook.
  const treated = kaplanMeier(cases('6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+'))
  const placebo = kaplanMeier(cases('1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23'))

  it('gives the published medians and their log-log intervals', () => {
    expect(treated.quantile(0.5)).toBe(23)
    expect(treated.medianInterval).toEqual({ low: 13, high: null })
    expect(placebo.quantile(0.5)).toBe(8)
    expect(placebo.medianInterval).toEqual({ low: 4, high: 11 })
    expect([treated.n, treated.events]).toEqual([21, 9])
  })

  it('says when a quantile was not reached', () => {
    expect(treated.quantile(0.9)).toBeNull()
    expect(kaplanMeier([]).quantile(0.5)).toBeNull()
    expect(kaplanMeier(cases('5+ 6+')).quantile(0.5)).toBeNull()
  })

  it('is the plain quantile when nothing is censored', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 40 }),
        fc.constantFrom(0.25, 0.5, 0.75, 0.9),
        (times, p) => {
          const estimate = kaplanMeier(times.map((time) => ({ time, happened: true }))).quantile(p)!
          const plain = quantile(times, p)!
          expect(estimate).toBeCloseTo(plain, 6)
        },
      ),
    )
  })
})

describe('business clock', () => {
  const paris = businessClock({
    timezone: 'Europe/Paris',
    opens: '09:00',
    closes: '18:00',
    workdays: [1, 2, 3, 4, 5],
    country: 'FR',
  })
  const at = (text: string) => new Date(text)

  it('runs while the site is open', () => {
    // Friday 2026-11-20, winter time (UTC+1).
    expect(paris.hoursBetween(at('2026-11-20T16:00+01:00'), at('2026-11-23T10:30+01:00'))).toBe(3.5)
    expect(paris.hoursBetween(at('2026-11-21T10:00+01:00'), at('2026-11-22T20:00+01:00'))).toBe(0)
    expect(paris.hoursBetween(at('2026-11-20T07:00+01:00'), at('2026-11-20T23:00+01:00'))).toBe(9)
    expect(paris.hoursBetween(at('2026-11-20T12:00+01:00'), at('2026-11-20T11:00+01:00'))).toBe(0)
    expect(paris.hoursPerDay).toBe(9)
  })

  it('keeps its hours across daylight saving', () => {
    // Clocks go forward on 2026-03-29 and back on 2026-10-25, both Sundays.
    expect(paris.hoursBetween(at('2026-03-27T17:00+01:00'), at('2026-03-30T10:00+02:00'))).toBe(2)
    expect(paris.hoursBetween(at('2026-10-23T17:00+02:00'), at('2026-10-26T10:00+01:00'))).toBe(2)
    const nights = businessClock({
      timezone: 'Europe/Paris',
      opens: '00:00',
      closes: '12:00',
      workdays: [7],
      country: 'DE',
    })
    expect(nights.hoursBetween(at('2026-03-28T12:00Z'), at('2026-03-30T12:00Z'))).toBe(11)
    expect(nights.hoursBetween(at('2026-10-24T12:00Z'), at('2026-10-26T12:00Z'))).toBe(13)
  })

  it('rests on French public holidays, also those that move with Easter', () => {
    expect(easterSunday(2026).toISOString().slice(0, 10)).toBe('2026-04-05')
    expect(easterSunday(2024).toISOString().slice(0, 10)).toBe('2024-03-31')
    expect(easterSunday(2038).toISOString().slice(0, 10)).toBe('2038-04-25')
    expect([...publicHolidays('FR', 2026)].toSorted()).toEqual([
      '2026-01-01',
      '2026-04-06',
      '2026-05-01',
      '2026-05-08',
      '2026-05-14',
      '2026-05-25',
      '2026-07-14',
      '2026-08-15',
      '2026-11-01',
      '2026-11-11',
      '2026-12-25',
    ])
    // Easter Monday.
    expect(paris.hoursBetween(at('2026-04-03T17:00+02:00'), at('2026-04-07T10:00+02:00'))).toBe(2)
    const lyonInBelgium = businessClock({
      timezone: 'Europe/Brussels',
      opens: '09:00',
      closes: '18:00',
      workdays: [1, 2, 3, 4, 5],
      country: 'BE',
    })
    expect(lyonInBelgium.hoursBetween(at('2026-04-03T17:00+02:00'), at('2026-04-07T10:00+02:00'))).toBe(11)
  })

  it('finds the instant after so many hours, and agrees with itself', () => {
    expect(paris.after(at('2026-11-20T16:00+01:00'), 3.5)).toEqual(at('2026-11-23T10:30+01:00'))
    expect(paris.after(at('2026-11-20T16:00+01:00'), 2)).toEqual(at('2026-11-20T18:00+01:00'))
    expect(paris.after(at('2026-11-21T10:00+01:00'), 1)).toEqual(at('2026-11-23T10:00+01:00'))
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3 * 365 * 24 }),
        fc.double({ min: 0.01, max: 400, noNaN: true }),
        (hoursFromStart, hours) => {
          const start = new Date(Date.UTC(2024, 0, 1) + hoursFromStart * 3_600_000)
          expect(paris.hoursBetween(start, paris.after(start, hours))).toBeCloseTo(hours, 3)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('covers twelve years as well as an hour', () => {
    expect(paris.hoursBetween(at('2011-10-11T19:42:20Z'), at('2023-12-02T00:00:00Z'))).toBeGreaterThan(26_000)
  })

  it('knows the days of a time zone', () => {
    expect(startOfDay('2026-03-29', 'Europe/Paris')).toEqual(at('2026-03-28T23:00Z'))
    expect(dayOf(at('2026-03-28T23:30Z'), 'Europe/Paris')).toBe('2026-03-29')
    expect(dayOf(at('2026-03-28T23:30Z'), 'America/New_York')).toBe('2026-03-28')
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01')
  })
})
