import { describe, expect, test } from 'vitest'
import { defaultPreferences } from '../reasons.ts'
import { reach, strongest } from './plan.ts'
import { instantOf, isQuietAt, localMoment, nextAwake } from './quiet.ts'
import type { QuietRules } from './quiet.ts'

const paris: QuietRules = { ...defaultPreferences, timezone: 'Europe/Paris', country: 'FR' }
const at = (text: string): Date => new Date(text)
const awake = (rules: QuietRules, text: string): string => nextAwake(rules, at(text)).toISOString()

describe('quiet hours', () => {
  test('nights, weekends and public holidays of the site are quiet in the time of the person', () => {
    // Tuesday 24 November 2026, 11:00 in Paris.
    expect(isQuietAt(paris, at('2026-11-24T10:00:00Z'))).toBe(false)
    expect(awake(paris, '2026-11-24T10:00:00Z')).toBe('2026-11-24T10:00:00.000Z')
    expect(awake(paris, '2026-11-24T20:30:00Z')).toBe('2026-11-25T07:00:00.000Z')
    expect(awake(paris, '2026-11-24T03:00:00Z')).toBe('2026-11-24T07:00:00.000Z')
    expect(awake(paris, '2026-11-27T18:30:00Z')).toBe('2026-11-30T07:00:00.000Z')
    // Wednesday 11 November is a holiday in France, not elsewhere.
    expect(awake(paris, '2026-11-11T10:00:00Z')).toBe('2026-11-12T07:00:00.000Z')
    expect(isQuietAt({ ...paris, country: 'DE' }, at('2026-11-11T10:00:00Z'))).toBe(false)
    expect(isQuietAt({ ...paris, timezone: 'America/Montreal' }, at('2026-11-24T10:00:00Z'))).toBe(true)
  })

  test('each rule can be switched off; equal times mean no quiet nights; a day is quiet from morning to evening', () => {
    expect(isQuietAt({ ...paris, isQuiet: false }, at('2026-11-28T23:00:00Z'))).toBe(false)
    expect(isQuietAt({ ...paris, quietWeekends: false }, at('2026-11-28T10:00:00Z'))).toBe(false)
    expect(isQuietAt({ ...paris, quietFrom: '00:00', quietTo: '00:00' }, at('2026-11-24T23:30:00Z'))).toBe(
      false,
    )
    const nightShift = { ...paris, quietFrom: '08:00', quietTo: '17:00' }
    expect(awake(nightShift, '2026-11-24T10:00:00Z')).toBe('2026-11-24T16:00:00.000Z')
  })

  test('what is held on the eve of a clock change leaves at eight by the new clock', () => {
    const alwaysOn = { ...paris, quietWeekends: false }
    expect(awake(alwaysOn, '2027-03-27T22:00:00Z')).toBe('2027-03-28T06:00:00.000Z')
    expect(awake(alwaysOn, '2026-10-24T22:00:00Z')).toBe('2026-10-25T07:00:00.000Z')
    // A time that does not exist, and one that comes twice.
    expect(instantOf('2027-03-28', '02:30', 'Europe/Paris').toISOString()).toBe('2027-03-28T01:30:00.000Z')
    expect(instantOf('2026-10-25', '02:30', 'Europe/Paris').toISOString()).toBe('2026-10-25T00:30:00.000Z')
    expect(localMoment(at('2026-10-25T00:30:00Z'), 'Europe/Paris')).toEqual({
      day: '2026-10-25',
      time: '02:30',
      weekday: 7,
    })
  })
})

describe('what reaches a person', () => {
  test('the strongest reason counts, and nobody is told of their own act', () => {
    const chosen = strongest(
      [
        { memberId: 'a', reason: 'following' },
        { memberId: 'a', reason: 'mention' },
        { memberId: 'b', reason: 'reply' },
        { memberId: 'c', reason: 'answer' },
      ],
      'c',
    )
    expect([...chosen]).toEqual([
      ['a', 'mention'],
      ['b', 'reply'],
    ])
  })

  test('levels and mutes', () => {
    const by = (level: Parameters<typeof reach>[1]['level'], conversation: 'follow' | 'mute' | null = null) =>
      (['asked', 'mention', 'answer', 'reply', 'news', 'membership'] as const).map((reason) =>
        reach(reason, { level, conversation }),
      )
    expect(by(null)).toEqual(['leaves', 'leaves', 'leaves', 'inApp', 'nothing', 'inApp'])
    expect(by('all')).toEqual(['leaves', 'leaves', 'leaves', 'inApp', 'inApp', 'inApp'])
    expect(by('digest')).toEqual(['inApp', 'inApp', 'inApp', 'inApp', 'nothing', 'inApp'])
    expect(by('nothing')).toEqual(['nothing', 'nothing', 'nothing', 'nothing', 'nothing', 'inApp'])
    expect(by(null, 'mute')).toEqual(['leaves', 'leaves', 'nothing', 'nothing', 'nothing', 'inApp'])
    expect(by('nothing', 'follow')).toEqual(['leaves', 'leaves', 'leaves', 'inApp', 'nothing', 'inApp'])
  })
})
