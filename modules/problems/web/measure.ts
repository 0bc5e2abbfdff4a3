import type { Indicator } from '#modules/problems/contract.ts'
import { useFormat, useLanguage } from '#platform/web/i18n.tsx'

/** A calendar day stays the same day in every time zone. */
export const dayOf = (day: string): Date => new Date(`${day}T12:00:00`)

/** Today, here. */
export function today(): string {
  const now = new Date()
  const two = (n: number) => String(n).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

/** A number as people write it, with a comma or a point; null when it is none. */
export function readMeasure(text: string): number | null {
  const digits = text
    .replaceAll(/[\s\u00A0\u202F]/g, '')
    .replace('\u2212', '-')
    .replace(',', '.')
  return /^[+-]?\d+(\.\d+)?$/.test(digits) ? Number(digits) : null
}

/** A value as it is typed again. */
export const writeMeasure = (value: number | null, language: string): string =>
  value === null ? '' : language === 'fr' ? String(value).replace('.', ',') : String(value)

/** Values with their unit, shares in percent. */
export function useMeasure(unit: Indicator['unit']) {
  const format = useFormat()
  const { language } = useLanguage()
  return {
    value: (value: number) => `${format.number(value)}${unit ? `\u00a0${unit}` : ''}`,
    share: (share: number) => format.number(share, 'percent'),
    typed: (value: number | null) => writeMeasure(value, language),
  }
}
