import { createTranslator } from 'use-intl/core'
import type { LocalText } from '#platform/shared/local-text.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { dateFormat } from '#ui/date-format.ts'
import measurementEn from '#modules/measurement/messages/en.ts'
import measurementFr from '#modules/measurement/messages/fr.ts'
import { en, fr } from '../messages/sentences.ts'

export type Language = 'fr' | 'en'

/** Words and formats of one language, for everything that the product says in a report. */
export interface Say {
  language: Language
  t: (key: string, values?: Record<string, string | number>) => string
  /** A key of measurement's messages in words; undefined where there is none. */
  ofMeasurement: (key: string) => string | undefined
  number: (value: number, digits?: number) => string
  percent: (value: number) => string
  day: (day: string) => string
  month: (month: string) => string
  shortMonth: (month: string) => string
  list: (items: readonly string[]) => string
  text: (text: LocalText) => string
  /** A released value as it may be said. */
  protectedValue: (value: ProtectedValue, unit: string) => string
}

export interface ProtectedValue {
  value: number | null
  code: 'under10' | 'over90' | 'band' | null
  low: number | null
  high: number | null
}

const made = new Map<Language, Say>()

export function sayIn(language: Language): Say {
  const known = made.get(language)
  if (known) return known
  const locale = language === 'fr' ? 'fr-FR' : 'en-GB'
  const translate = createTranslator({
    locale,
    messages: (language === 'fr' ? fr : en) as typeof fr,
    timeZone: 'UTC',
  }) as unknown as Say['t']
  const measured: unknown = language === 'fr' ? measurementFr : measurementEn
  const date = (options: Intl.DateTimeFormatOptions) => {
    const format = dateFormat(locale, { ...options, timeZone: 'UTC' })
    return (day: string) => format.format(new Date(`${day}T00:00:00Z`))
  }
  const day = date({ day: 'numeric', month: 'long', year: 'numeric' })
  const month = date({ month: 'long', year: 'numeric' })
  const shortMonth = date({ month: 'short' })
  const number = (value: number, digits = 1) =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value)
  const say: Say = {
    language,
    t: translate,
    ofMeasurement(key) {
      let found: unknown = measured
      for (const part of key.split('.')) found = (found as Record<string, unknown> | undefined)?.[part]
      return typeof found === 'string' ? found : undefined
    },
    number,
    percent: (value) => translate('unit.percent', { n: number(value, 0) }),
    day,
    month: (one) => month(`${one}-01`),
    shortMonth: (one) => shortMonth(`${one}-01`),
    list: (items) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(items),
    text: (text) => pickText(text, language),
    protectedValue({ value, code, low, high }, unit) {
      const said = (one: number) =>
        unit === '%' ? translate('unit.percent', { n: number(one) }) : number(one)
      if (code === 'under10' || code === 'over90') return translate(`protected.${code}`)
      if (code === 'band')
        return low === null
          ? translate('protected.upTo', { high: said(high ?? 0) })
          : high === null
            ? translate('protected.from', { low: said(low) })
            : translate('protected.band', { low: said(low), high: said(high) })
      return value === null ? '–' : said(value)
    },
  }
  made.set(language, say)
  return say
}
