import { useLanguage } from '#platform/web/i18n.tsx'
import { dateFormat } from '#ui/date-format.ts'
import type { BoardFigure } from '../contract.ts'
import { useReleaseWords } from './release-words.ts'
import { useT } from './t.ts'

type Estimate = Pick<BoardFigure, 'value' | 'part' | 'n' | 'withheld'>

/** How figures are said: units, sentences, windows, reasons why a value is not given. */
export function useFigureWords() {
  const t = useT()
  const { language } = useLanguage()
  const release = useReleaseWords()
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 })
  const whole = new Intl.NumberFormat(language, { maximumFractionDigits: 0 })
  const ratio = new Intl.NumberFormat(language, { maximumFractionDigits: 2 })
  const dayOf = dateFormat(language, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
  const shortMonth = new Intl.DateTimeFormat(language, { month: 'short', timeZone: 'UTC' })
  const shortDay = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', timeZone: 'UTC' })

  const amount = (value: number, unit: BoardFigure['unit']): string => {
    if (unit === '%') return t('unit.percent', { value: number.format(value) })
    if (unit === 'bh') return t('unit.businessHours', { value: number.format(value) })
    return unit === 'ratio' ? t('unit.ratio', { value: ratio.format(value) }) : whole.format(value)
  }
  const name = (id: string): string => t(`figure.${id}.name` as 'howComputed')
  return {
    t,
    release,
    language,
    amount,
    name,
    short: (value: number) => number.format(value),
    count: (value: number) => whole.format(value),
    percent: (share: number) => t('unit.percent', { value: whole.format(share * 100) }),
    /** The value; the counts alone where there are too few cases; else why there is none. */
    said: (one: Estimate, unit: BoardFigure['unit']): string => {
      if (one.value !== null) return amount(one.value, unit)
      if (one.withheld === 'fewCases' && one.part !== null)
        return t('counted', { part: whole.format(one.part), n: whole.format(one.n) })
      return one.withheld ? t(`withheld.${one.withheld}`) : ''
    },
    interval: (one: Pick<BoardFigure, 'low' | 'high'>, unit: BoardFigure['unit']): string | undefined =>
      one.low !== null && one.high !== null
        ? t('interval', { low: amount(one.low, unit), high: amount(one.high, unit) })
        : undefined,
    /** The sentence that the figure proves. */
    sentence: (figure: BoardFigure): string => {
      const { id, value, part, n, unit, withheld } = figure
      if (id === 'M10' || id === 'M15') return t(`closed.say.${id}`, { n })
      if (id === 'M08' && value !== null) return t('closed.say.M08', { n: value })
      if (id === 'M17' && value !== null)
        return t('closed.say.M17', { n: whole.format(part ?? 0), m: whole.format(n) })
      if (value !== null && id !== 'M08' && id !== 'M17')
        return t(`closed.say.${id}`, { value: amount(value, unit) })
      if (withheld === 'fewCases' && part !== null)
        return t('closed.say.counted', { name: name(id), part: whole.format(part), n: whole.format(n) })
      return t('closed.say.none', { name: name(id) })
    },
    window: ({ window }: BoardFigure): string =>
      t(`closed.windows.${window.kind}`, {
        from: dayOf.format(new Date(window.from)),
        to: dayOf.format(new Date(window.to)),
      }),
    day: (day: string) => dayOf.format(new Date(day)),
    shortDay: (day: string) => shortDay.format(new Date(day)),
    /** `oct.`, `T3`. */
    shortPeriod: (period: string): string =>
      period[5] === 'Q'
        ? `${language.startsWith('fr') ? 'T' : 'Q'}${period[6]}`
        : shortMonth.format(new Date(`${period}-01`)),
    /** A message whose key comes with the figure. */
    text: (key: string): string => t(key as 'howComputed'),
  }
}
export type FigureWords = ReturnType<typeof useFigureWords>
