import type { BoardCard } from '#modules/kinds/contract.ts'
import type { T } from './t.ts'

/** A calendar day stays the same day in every time zone. */
export const dayOf = (day: string): Date => new Date(`${day}T12:00:00`)

export function today(): string {
  const now = new Date()
  const two = (n: number) => String(n).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

/** How late, or how long is left, in words: hours below a business day, days from one on. */
export function delayWords(t: T, card: BoardCard): string | null {
  if (card.hoursOver === null) return null
  const hours = Math.abs(card.hoursOver)
  const inDays = hours >= card.hoursPerDay
  const unit = inDays ? 'days' : 'hours'
  const amount = inDays ? hours / card.hoursPerDay : hours
  return card.isLate
    ? t(`board.late.${unit}`, { n: Math.max(1, Math.floor(amount)) })
    : t(`board.left.${unit}`, { n: Math.floor(amount) })
}
