import { easterSunday, publicHolidays } from '#platform/shared/holidays.ts'
import { pickText } from '#platform/shared/local-text.ts'
import type { LocalText } from '#platform/shared/local-text.ts'
import { dateFormat } from '#ui/date-format.ts'
import type { Band } from '#modules/editorial/contract.ts'
import { relaunchItems } from '#modules/editorial/words.ts'
import type { RelaunchItemKey, RelaunchKind } from '#modules/editorial/words.ts'
import { addDays, alsaceMoselleDays, daysBetween, mondayFrom } from './days.ts'
import type { WorkCalendar } from './days.ts'
import type { Period } from './school-holidays.ts'

/** A site's year as far as it is known: when it works, when schools do not. */
export interface YearFacts extends WorkCalendar {
  periods: readonly Period[]
}

const holidayNames: readonly [string, LocalText][] = [
  ['01-01', { fr: 'Jour de l’an', en: 'New Year’s Day' }],
  ['05-01', { fr: 'Fête du Travail', en: 'Labour Day' }],
  ['05-08', { fr: 'Victoire de 1945', en: 'Victory in Europe Day' }],
  ['07-14', { fr: 'Fête nationale', en: 'Bastille Day' }],
  ['08-15', { fr: 'Assomption', en: 'Assumption' }],
  ['11-01', { fr: 'Toussaint', en: 'All Saints’ Day' }],
  ['11-11', { fr: 'Armistice de 1918', en: 'Armistice Day' }],
  ['12-25', { fr: 'Noël', en: 'Christmas Day' }],
  ['12-26', { fr: 'Saint-Étienne', en: 'St Stephen’s Day' }],
]
const movingNames: readonly [number, LocalText][] = [
  [-2, { fr: 'Vendredi saint', en: 'Good Friday' }],
  [1, { fr: 'Lundi de Pâques', en: 'Easter Monday' }],
  [39, { fr: 'Ascension', en: 'Ascension Day' }],
  [50, { fr: 'Lundi de Pentecôte', en: 'Whit Monday' }],
]

/** What a public holiday of France is called. */
export function holidayName(day: string): LocalText {
  const fixed = holidayNames.find(([end]) => day.endsWith(end))
  if (fixed) return fixed[1]
  const easter = easterSunday(Number(day.slice(0, 4)))
    .toISOString()
    .slice(0, 10)
  const moving = movingNames.find(([days]) => addDays(easter, days) === day)
  return moving?.[1] ?? { fr: 'Jour férié', en: 'Public holiday' }
}

export function publicHolidayDays(facts: WorkCalendar, from: string, to: string): string[] {
  const days: string[] = []
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year++)
    days.push(...publicHolidays(facts.country, year), ...(facts.alsaceMoselle ? alsaceMoselleDays(year) : []))
  return [...new Set(days)].filter((day) => day >= from && day <= to).toSorted()
}

/** Bands of the calendar: school holidays, then public holidays, in order. */
export const bandsOf = (facts: YearFacts, from: string, to: string): Band[] => [
  ...facts.periods
    .filter((one) => one.from <= to && one.to >= from)
    .map((one) => ({ kind: 'school' as const, ...one })),
  ...publicHolidayDays(facts, from, to).map((day) => ({
    kind: 'publicHoliday' as const,
    from: day,
    to: day,
    label: holidayName(day),
  })),
]

export interface PlannedRelaunch {
  key: string
  kind: RelaunchKind
  /** A Monday. */
  startsOn: string
  items: { key: RelaunchItemKey; text: null; done: false }[]
}

/**
 * Weeks in which a community is taken up again: early September, early January, after the February break and after the
 * bridges of May (measurement R10, seeds of M33). Without known school holidays there is no February break; without
 * French holidays, no May.
 */
export function relaunchesOf(facts: YearFacts, from: string, to: string): PlannedRelaunch[] {
  const planned: PlannedRelaunch[] = []
  const add = (year: number, kind: RelaunchKind, startsOn: string) => {
    if (startsOn <= to && addDays(startsOn, 4) >= from)
      planned.push({
        key: `${year}-${kind}`,
        kind,
        startsOn,
        items: relaunchItems.map((key) => ({ key, text: null, done: false })),
      })
  }
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year++) {
    // The week in which everybody is back: the first Monday once the holidays that run into it are over.
    const after = (day: string): string => {
      const running = facts.periods.find((one) => one.from <= day && one.to >= day)
      return mondayFrom(running && daysBetween(running.from, running.to) > 4 ? addDays(running.to, 1) : day)
    }
    add(year, 'january', after(`${year}-01-02`))
    const february = facts.periods.find(
      (one) =>
        one.from >= `${year}-02-01` && one.from <= `${year}-03-01` && daysBetween(one.from, one.to) > 4,
    )
    if (february) add(year, 'february', mondayFrom(addDays(february.to, 1)))
    if (facts.country === 'FR') {
      const ascension = addDays(easterSunday(year).toISOString().slice(0, 10), 39)
      const last = ascension > `${year}-05-08` ? ascension : `${year}-05-08`
      add(year, 'may', mondayFrom(addDays(last, 1)))
    }
    add(year, 'september', after(`${year}-09-01`))
  }
  return planned.toSorted((one, other) => (one.startsOn < other.startsOn ? -1 : 1))
}

const dips: Readonly<Record<number, LocalText>> = {
  2: { fr: 'Février est un creux habituel', en: 'February is a usual low' },
  5: { fr: 'Mai est un creux habituel, avec ses ponts', en: 'May is a usual low, with its long weekends' },
  7: { fr: 'L’activité baisse d’ordinaire en juillet', en: 'Activity usually drops in July' },
  8: { fr: 'Août est le creux de l’année', en: 'August is the low of the year' },
  12: { fr: 'Décembre ralentit avant Noël', en: 'December slows down before Christmas' },
  1: { fr: 'Janvier reprend doucement', en: 'January starts slowly' },
  9: { fr: 'Septembre reprend après l’été', en: 'September starts again after the summer' },
}

/** What the season explains about a month, `YYYY-MM`; null where nothing is to be expected. */
export function seasonOf(facts: YearFacts, month: string): LocalText | null {
  const from = `${month}-01`
  const to = addDays(`${addDays(from, 31).slice(0, 7)}-01`, -1)
  const dip = facts.country === 'FR' ? dips[Number(month.slice(5))] : undefined
  // A day or two at the edge of a month explain nothing of it.
  const school = facts.periods.filter((one) => {
    const [first, last] = [one.from > from ? one.from : from, one.to < to ? one.to : to]
    return daysBetween(first, last) >= 2
  })
  const holidays = publicHolidayDays(facts, from, to).length
  if (!dip && school.length === 0) return null
  const dayIn = (language: string) => {
    const format = dateFormat(language, { day: 'numeric', month: 'long', timeZone: 'UTC' })
    return (day: string) => format.format(new Date(`${day}T00:00:00Z`))
  }
  const [frDay, enDay] = [dayIn('fr'), dayIn('en')]
  const fr = [
    ...school.map((one) => `${pickText(one.label, 'fr')} du ${frDay(one.from)} au ${frDay(one.to)}`),
    ...(holidays > 0 ? [holidays === 1 ? 'un jour férié' : `${holidays} jours fériés`] : []),
  ].join(', ')
  const en = [
    ...school.map((one) => `${pickText(one.label, 'en')}, ${enDay(one.from)} to ${enDay(one.to)}`),
    ...(holidays > 0 ? [holidays === 1 ? 'one public holiday' : `${holidays} public holidays`] : []),
  ].join('; ')
  const lead = dip ?? { fr: 'Une partie des membres est absente', en: 'Some members are away' }
  return {
    fr: fr ? `${lead.fr}\u00a0: ${fr}.` : `${lead.fr}.`,
    en: en ? `${lead.en}: ${en}.` : `${lead.en}.`,
  }
}
