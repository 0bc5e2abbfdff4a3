import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { composeRule, nthOf, readRule, ruleFrom, weekdayOf } from '#modules/gatherings/rule.ts'
import type { RepeatRule } from '#modules/gatherings/rule.ts'
import { unroll } from './recurrence.ts'

const file = join(import.meta.dirname, '../../../../shared/data/formats/recur.txt')

interface Case {
  description: string
  rule: string
  exclusionRules: string[]
  exclusions: string[]
  start: string
  expected: number
}

/** The sections of the file: folded lines are joined, and whatever a semicolon comments out is left aside. */
function readCases(text: string): Case[] {
  const lines = text.replace(/\r?\n[ \t]/g, '').split(/\r?\n/)
  const cases: Case[] = []
  let at = new Map<string, string[]>()
  for (const line of lines) {
    if (line.startsWith(';')) continue
    if (line === 'BEGIN:VEVENT') at = new Map()
    const found = /^([A-Z-]+)(?:;[^:]*)?:(.*)$/.exec(line)
    if (found) at.set(found[1]!, [...(at.get(found[1]!) ?? []), found[2]!.trim()])
    if (line === 'END:VEVENT')
      cases.push({
        description: at.get('DESCRIPTION')![0]!,
        rule: at.get('RRULE')![0]!,
        exclusionRules: at.get('EXRULE') ?? [],
        exclusions: at.get('EXDATE') ?? [],
        start: wallOf(at.get('DTSTART')![0]!),
        expected: Number(at.get('X-EXPECT-NUMEVENTS')![0]),
      })
  }
  return cases
}

const wallOf = (compact: string): string =>
  compact.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)\d\dZ?$/, '$1-$2-$3T$4:$5')

/**
 * The file comes from a library that counted in 32-bit seconds: a rule "forever" ends for it on 19 January 2038. Its
 * two endless rules say 39 and 37 events, which is exactly one a year from 1999 and 2001 up to that day.
 */
const endOfTime = '2038-01-19'
const isEndless = (rule: string): boolean => !/COUNT=|UNTIL=/.test(rule)

const count = ({ rule, start, exclusions, exclusionRules }: Case): number => {
  const walls = unroll(rule, start, isEndless(rule) ? { untilDay: endOfTime } : {})
  const out = new Set([...exclusions.map(wallOf), ...exclusionRules.flatMap((one) => unroll(one, start))])
  return walls.filter((wall) => !out.has(wall)).length
}

if (!existsSync(file))
  // oxlint-disable-next-line no-console
  console.warn('recurrence: ../shared/data/formats/recur.txt is absent, its 57 rules were not counted')

describe.skipIf(!existsSync(file))('the rules of recur.txt', () => {
  const cases = existsSync(file) ? readCases(readFileSync(file, 'utf8')) : []

  test('are 57, and one that the file itself comments out', () => expect(cases).toHaveLength(57))

  test.each(cases.map((one, index) => [index + 1, one.description, one] as const))(
    '%i: %s',
    (_number, _description, one) => expect(count(one)).toBe(one.expected),
  )

  test('only the endless ones depend on the window in which the file counted', () =>
    expect(
      cases.filter(({ rule }) => isEndless(rule)).map(({ start, expected }) => [start, expected]),
    ).toEqual([
      ['1999-02-01T17:20', 39],
      ['2001-02-05T09:00', 37],
    ]))
})

describe('a rule in words', () => {
  const rules: [RepeatRule, string][] = [
    [{ unit: 'week', every: 2, days: ['TU'], end: { kind: 'never' } }, 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU'],
    [
      { unit: 'month', every: 1, nth: -1, day: 'FR', end: { kind: 'count', count: 6 } },
      'FREQ=MONTHLY;INTERVAL=1;BYDAY=-1FR;COUNT=6',
    ],
    [
      { unit: 'monthDay', every: 3, monthDay: 15, end: { kind: 'until', day: '2027-12-31' } },
      'FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=15;UNTIL=20271231T235959',
    ],
    [{ unit: 'day', every: 1, end: { kind: 'count', count: 3 } }, 'FREQ=DAILY;INTERVAL=1;COUNT=3'],
  ]
  test.each(rules)('is composed and read again: %o', (rule, text) => {
    expect(composeRule(rule)).toBe(text)
    expect(readRule(text)).toEqual(rule)
  })

  test('is refused outside our subset', () => {
    for (const text of [
      'FREQ=HOURLY;INTERVAL=1',
      'FREQ=WEEKLY;BYDAY=XX',
      'FREQ=WEEKLY;INTERVAL=0;BYDAY=MO',
      'FREQ=MONTHLY;BYDAY=5MO',
      'FREQ=MONTHLY;BYDAY=1MO;BYMONTHDAY=3',
      'FREQ=DAILY;COUNT=100000',
      'FREQ=DAILY;COUNT=3;UNTIL=20270101',
      'FREQ=DAILY;FREQ=DAILY',
      'RRULE',
    ])
      expect(readRule(text), text).toBeUndefined()
  })

  test('follows its series to another day where it names one day', () => {
    expect(weekdayOf('2026-11-24T09:00')).toBe('TU')
    expect([nthOf('2026-11-24'), nthOf('2026-11-01'), nthOf('2026-11-30')]).toEqual([4, 1, 5])
    const weekly: RepeatRule = { unit: 'week', every: 1, days: ['TU'], end: { kind: 'never' } }
    expect(ruleFrom(weekly, '2026-11-26T09:00')).toEqual({ ...weekly, days: ['TH'] })
    expect(ruleFrom({ ...weekly, days: ['MO', 'TU'] }, '2026-11-26T09:00')).toBeUndefined()
    expect(
      ruleFrom({ unit: 'month', every: 1, nth: 1, day: 'MO', end: { kind: 'never' } }, '2026-11-30'),
    ).toMatchObject({ nth: -1, day: 'MO' })
  })

  test('keeps the wall time when the clocks change, skips days that a month does not have, and ends', () => {
    expect(unroll('FREQ=WEEKLY;INTERVAL=1;BYDAY=SU', '2026-10-18T02:30', { max: 3 })).toEqual([
      '2026-10-18T02:30',
      '2026-10-25T02:30',
      '2026-11-01T02:30',
    ])
    expect(unroll('FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=31', '2027-01-31T09:00', { max: 3 })).toEqual([
      '2027-01-31T09:00',
      '2027-03-31T09:00',
      '2027-05-31T09:00',
    ])
    expect(unroll('FREQ=YEARLY;INTERVAL=1', '2028-02-29T09:00', { max: 2 })).toEqual([
      '2028-02-29T09:00',
      '2032-02-29T09:00',
    ])
    expect(unroll('FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;UNTIL=20261208T235959', '2026-11-10T09:00')).toHaveLength(
      3,
    )
    expect(unroll('FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=31', '2027-02-01T09:00', { max: 3 })).toEqual([])
  })
})
