import { expect, test } from 'vitest'
import { readCalendarFile } from './calendar-file.ts'
import { addDays, dayIn, daysBetween, isWorkingDay, mondayFrom, workingDaysBefore } from './days.ts'
import { canBeAsked, dueReminder } from './policy.ts'
import { composeRule, daysOf, endsBy } from './recurrence.ts'
import { schoolHolidays } from './school-holidays.ts'
import { bandsOf, holidayName, relaunchesOf, seasonOf } from './season.ts'

const france = { workdays: [1, 2, 3, 4, 5], country: 'FR', alsaceMoselle: false }
const zone = (letter: 'A' | 'B' | 'C') => ({ ...france, periods: schoolHolidays(letter) })

test('days do not move when the clocks change', () => {
  // Clocks change on 29 March and 25 October 2026 in Paris.
  expect(addDays('2026-03-28', 2)).toBe('2026-03-30')
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2)
  expect(addDays('2026-10-24', 7)).toBe('2026-10-31')
  expect(daysOf(composeRule('week', '2026-03-24', null), '2026-03-24', null, '2026-04-14')).toEqual([
    '2026-03-24',
    '2026-03-31',
    '2026-04-07',
    '2026-04-14',
  ])
  expect(dayIn(new Date('2026-03-28T23:30:00Z'), 'Europe/Paris')).toBe('2026-03-29')
  expect(dayIn(new Date('2026-10-24T22:30:00Z'), 'Europe/Paris')).toBe('2026-10-25')
  expect(dayIn(new Date('2026-10-25T22:30:00Z'), 'Europe/Paris')).toBe('2026-10-25')
  expect(mondayFrom('2026-11-23')).toBe('2026-11-23')
  expect(mondayFrom('2026-11-24')).toBe('2026-11-30')
})

test('working days leave out weekends, public holidays and, where it is so, those of Alsace-Moselle', () => {
  expect(isWorkingDay(france, '2026-11-11')).toBe(false)
  expect(isWorkingDay(france, '2026-11-12')).toBe(true)
  // Good Friday 2026 is 3 April.
  expect(isWorkingDay(france, '2026-04-03')).toBe(true)
  expect(isWorkingDay({ ...france, alsaceMoselle: true }, '2026-04-03')).toBe(false)
  expect(isWorkingDay({ ...france, alsaceMoselle: true }, '2029-12-26')).toBe(false)
  // Tuesday 17 November 2026: a weekend and Armistice Day lie in between.
  expect(workingDaysBefore(france, '2026-11-17', 1)).toBe('2026-11-16')
  expect(workingDaysBefore(france, '2026-11-17', 3)).toBe('2026-11-12')
  expect(workingDaysBefore(france, '2026-11-17', 7)).toBe('2026-11-05')
  expect(workingDaysBefore({ ...france, workdays: [] }, '2026-11-17', 1)).toBe('2026-08-17')
})

test('a slot is reminded seven, three and one working days before, each once, the nearest first', () => {
  const slot = { on: '2026-11-17', sent: [] as number[] }
  expect(dueReminder(france, slot, '2026-11-04')).toBeUndefined()
  expect(dueReminder(france, slot, '2026-11-05')).toEqual({ lead: 7, passed: [] })
  expect(dueReminder(france, { ...slot, sent: [7] }, '2026-11-09')).toBeUndefined()
  expect(dueReminder(france, { ...slot, sent: [7] }, '2026-11-12')).toEqual({ lead: 3, passed: [] })
  expect(dueReminder(france, slot, '2026-11-16')).toEqual({ lead: 1, passed: [7, 3] })
  expect(dueReminder(france, { ...slot, sent: [7, 3, 1] }, '2026-11-16')).toBeUndefined()
  expect(dueReminder(france, slot, '2026-11-17')).toBeUndefined()
})

test('nobody is asked twice until all who are willing had a turn', () => {
  expect(canBeAsked({ rounds: 1, leastRounds: 0 })).toBe('notTheirTurn')
  expect(canBeAsked({ rounds: 1, leastRounds: 1 })).toBe(true)
  expect(canBeAsked(undefined)).toBe(true)
})

test('what comes back: weekly, every second week, the same weekday of the month', () => {
  expect(composeRule('month', '2026-11-30', null)).toBe('FREQ=MONTHLY;BYDAY=-1MO')
  expect(daysOf(composeRule('month', '2026-11-30', null), '2026-11-30', '2026-11-30', '2027-02-28')).toEqual([
    '2026-12-28',
    '2027-01-25',
    '2027-02-22',
  ])
  const rule = composeRule('twoWeeks', '2026-11-24', '2026-12-31')
  expect(daysOf(rule, '2026-11-24', null, '2027-12-31')).toEqual(['2026-11-24', '2026-12-08', '2026-12-22'])
  expect(endsBy(rule, '2026-12-31')).toBe(true)
  expect(endsBy(rule, '2026-12-30')).toBe(false)
})

test('school holidays by zone begin on a Saturday and end on the day before lessons', () => {
  const weekdayOf = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay()
  for (const letter of ['A', 'B', 'C'] as const) {
    const periods = schoolHolidays(letter)
    expect(periods).toHaveLength(11)
    for (const one of periods.filter(({ label }) => !/Ascension|été/.test(label.fr!))) {
      expect(weekdayOf(one.from), one.from).toBe(6)
      expect(weekdayOf(one.to), one.to).toBe(0)
      expect(daysBetween(one.from, one.to), one.from).toBe(15)
    }
  }
  expect(schoolHolidays('C', '2027-02-01', '2027-02-28').map(({ from, to }) => [from, to])).toEqual([
    ['2027-02-06', '2027-02-21'],
  ])
})

test('relaunch weeks: early September and January, after the February break of the zone, after the bridges of May', () => {
  const of = (letter: 'A' | 'B' | 'C') =>
    relaunchesOf(zone(letter), '2026-12-01', '2027-09-30').map(({ key, startsOn }) => [key, startsOn])
  expect(of('A')).toEqual([
    ['2027-january', '2027-01-04'],
    ['2027-february', '2027-03-01'],
    ['2027-may', '2027-05-10'],
    ['2027-september', '2027-09-06'],
  ])
  expect(of('C')[1]).toEqual(['2027-february', '2027-02-22'])
  // Nobody chose a zone: there is no February break to come back from.
  expect(
    relaunchesOf({ ...france, periods: [] }, '2026-12-01', '2027-09-30').map(({ kind }) => kind),
  ).toEqual(['january', 'may', 'september'])
})

test('bands and the sentence of a season', () => {
  const bands = bandsOf(zone('B'), '2027-05-01', '2027-05-31')
  expect(bands.map(({ label, from }) => [label.fr, from])).toEqual([
    ['Vacances de printemps', '2027-04-17'],
    ['Pont de l’Ascension', '2027-05-06'],
    ['Fête du Travail', '2027-05-01'],
    ['Ascension', '2027-05-06'],
    ['Victoire de 1945', '2027-05-08'],
    ['Lundi de Pentecôte', '2027-05-17'],
  ])
  expect(holidayName('2027-03-26').fr).toBe('Vendredi saint')
  expect(seasonOf(zone('B'), '2027-02')).toEqual({
    fr: 'Février est un creux habituel\u00a0: Vacances d’hiver du 20 février au 7 mars.',
    en: 'February is a usual low: Winter school holidays, February 20 to March 7.',
  })
  expect(seasonOf({ ...france, periods: [] }, '2026-11')).toBeNull()
})

test('a calendar file gives its whole days; anything else is not one', () => {
  const file = (events: string) => `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${events}END:VCALENDAR\r\n`
  const event = (lines: string) => `BEGIN:VEVENT\r\n${lines}\r\nEND:VEVENT\r\n`
  expect(
    readCalendarFile(
      `\uFEFF${file(
        event(
          'DTSTART;VALUE=DATE:20261024\r\nDTEND;VALUE=DATE:20261109\r\nSUMMARY:Congé d’automne\\, Commu\r\n nauté française',
        ) +
          event('DTSTART;VALUE=DATE:20261102\r\nSUMMARY:Toussaint') +
          event('DTSTART:20261103T090000Z\r\nDTEND:20261103T100000Z\r\nSUMMARY:Réunion') +
          event('DTSTART;VALUE=DATE:20260101\r\nRRULE:FREQ=YEARLY\r\nSUMMARY:Anniversaire') +
          event('DTSTART;VALUE=DATE:20261399\r\nSUMMARY:Faux'),
      )}`,
    ),
  ).toEqual([
    { label: 'Congé d’automne, Communauté française', from: '2026-10-24', to: '2026-11-08' },
    { label: 'Toussaint', from: '2026-11-02', to: '2026-11-02' },
  ])
  expect(readCalendarFile('<html>')).toBeUndefined()
  expect(readCalendarFile(file(event('DTSTART;VALUE=DATE:20261102').repeat(201)))).toBeUndefined()
  expect(readCalendarFile(file(' '.repeat(200_000)))).toBeUndefined()
})
