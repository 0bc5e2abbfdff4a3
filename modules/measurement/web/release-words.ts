import { useLanguage } from '#platform/web/i18n.tsx'
import type { ProtectedValue, ReleasedRow } from '../release-contract.ts'
import { useT } from './t.ts'

/** How released rows are said: periods, bands, protected values, cells. */
export function useReleaseWords() {
  const t = useT()
  const { language } = useLanguage()
  const month = new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  const plain = new Intl.NumberFormat(language, { maximumFractionDigits: 2 })
  const signed = new Intl.NumberFormat(language, { maximumFractionDigits: 1, signDisplay: 'exceptZero' })
  const minus = (text: string) => text.replace('-', '−')

  const period = (of: string): string => {
    if (of[5] !== 'Q') return month.format(new Date(`${of}-01T00:00:00Z`))
    const year = of.slice(0, 4)
    return of[6] === '1'
      ? t('release.firstQuarter', { year })
      : t('release.quarter', { quarter: of[6]!, year })
  }
  const band = (of: string): string =>
    of.endsWith('+')
      ? t('release.peopleOver', { n: of.slice(0, -1) })
      : t('release.people', { band: of.replace('-', '–') })
  const index = (value: number): string => minus(signed.format(value))
  const value = ({ value: exact, code, low, high }: ProtectedValue, unit: ReleasedRow['unit']): string => {
    if (unit === 'days' && code === 'band')
      return high === null
        ? t('release.value.daysOver', { low: String(low) })
        : low === 0
          ? t('release.value.daysUnder', { high: String(high) })
          : t('release.value.days', { low: String(low), high: String(high) })
    if (code === 'under10') return t(unit === 'index' ? 'release.value.indexUnder' : 'release.value.under10')
    if (code === 'over90') return t(unit === 'index' ? 'release.value.indexOver' : 'release.value.over90')
    if (exact === null) return t('release.value.none')
    if (unit === '%') return t('release.value.about', { value: plain.format(exact) })
    if (unit === 'h') return t('release.value.hours', { value: plain.format(exact) })
    return t('release.value.index', { value: index(exact) })
  }
  const known = { unknown: 'unknown', under1: 'under1', from1to3: 'from1to3', over3: 'over3' } as const
  const cell = (of: string): string => {
    const [, further] = /^other(-\d+)?$/.exec(of) ?? []
    if (of.startsWith('other') && /^other(-\d+)?$/.test(of))
      return `${t('release.cell.other')}${further ? ` ${further.slice(1)}` : ''}`
    const key = known[of as keyof typeof known]
    return key ? t(`release.cell.${key}`) : of
  }
  /** Names of a merged cell as a list. */
  const names = (of: readonly string[]): string =>
    new Intl.ListFormat(language, { type: 'conjunction' }).format(of.map(cell))
  return {
    t,
    language,
    period,
    band,
    value,
    cell,
    names,
    index,
    plain: (n: number) => minus(plain.format(n)),
  }
}
export type ReleaseWords = ReturnType<typeof useReleaseWords>
