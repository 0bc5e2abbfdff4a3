import { dateFormat } from '#ui/date-format.ts'
import type { Figure } from '../contract.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { useT } from './t.ts'

type Estimate = Pick<Figure, 'value' | 'part' | 'n' | 'withheld'>

/** How numbers of figures are said: units, windows, reasons why a value is not given. */
export function useFigureWords() {
  const t = useT()
  const { language } = useLanguage()
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 })
  const whole = new Intl.NumberFormat(language, { maximumFractionDigits: 0 })
  const ratio = new Intl.NumberFormat(language, { maximumFractionDigits: 2 })
  const dayOf = dateFormat(language, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
  const monthOf = new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' })

  const amount = (value: number, unit: Figure['unit']): string => {
    if (unit === '%') return t('unit.percent', { value: number.format(value) })
    if (unit === 'h') return t('unit.hours', { value: number.format(value) })
    if (unit === 'bh') return t('unit.businessHours', { value: number.format(value) })
    return unit === 'ratio' ? t('unit.ratio', { value: ratio.format(value) }) : whole.format(value)
  }
  return {
    t,
    amount,
    number: (value: number) => number.format(value),
    /** The value; the counts alone where there are too few cases; else why there is none. */
    said: (one: Estimate, unit: Figure['unit']): string => {
      if (one.value !== null) return amount(one.value, unit)
      if (one.withheld === 'fewCases' && one.part !== null)
        return t('counted', { part: whole.format(one.part), n: whole.format(one.n) })
      return one.withheld ? t(`withheld.${one.withheld}`) : ''
    },
    interval: (one: Pick<Figure, 'low' | 'high'>, unit: Figure['unit']): string | undefined =>
      one.low !== null && one.high !== null
        ? t('interval', { low: amount(one.low, unit), high: amount(one.high, unit) })
        : undefined,
    window: ({ window }: Figure): string =>
      t(`window.${window.kind}`, {
        from: dayOf.format(new Date(window.from)),
        to: dayOf.format(new Date(window.to)),
      }),
    month: (month: string): string => monthOf.format(new Date(`${month}-01`)),
    /** A message whose key comes with the figure. */
    text: (key: string): string => t(key as 'howComputed'),
  }
}
