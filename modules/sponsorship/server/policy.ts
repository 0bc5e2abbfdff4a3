import type { CommitmentKind, PromiseState } from '#modules/sponsorship/words.ts'

export interface CommitmentFacts {
  what: CommitmentKind
  perMonth: number | null
  dueOn: string | null
  agreedAt: Date | null
  doneAt: Date | null
  withdrawnAt: Date | null
  pauses: readonly { from: string; to: string }[]
}

/** `2026-11` of a day or an instant. */
export const monthOf = (day: string | Date): string =>
  (typeof day === 'string' ? day : day.toISOString()).slice(0, 7)
export const lastDayOf = (month: string): string => {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10)
}
const firstDayOf = (month: string): string => `${month}-01`
const nextMonth = (month: string): string => {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 7)
}

/** A month that touches a pause asks nothing. */
export const isPaused = (facts: Pick<CommitmentFacts, 'pauses'>, month: string): boolean =>
  facts.pauses.some(({ from, to }) => from <= lastDayOf(month) && to >= firstDayOf(month))

/** Months from the agreement to today or to the withdrawal, the oldest first; at most twenty-four. */
export function monthsOf(facts: Pick<CommitmentFacts, 'agreedAt' | 'withdrawnAt'>, today: string): string[] {
  if (!facts.agreedAt) return []
  const end = monthOf(facts.withdrawnAt ?? today)
  const months: string[] = []
  for (let month = monthOf(facts.agreedAt); month <= end; month = nextMonth(month)) months.push(month)
  return months.slice(-24)
}

/**
 * How one month of a monthly commitment stands: done once the acts are there, late once the month is over without
 * them. The month of the agreement counts only when ten days at least were left of it.
 */
export function stateOfMonth(
  facts: CommitmentFacts,
  month: string,
  kept: number,
  today: string,
): PromiseState {
  if (kept >= (facts.perMonth ?? 1)) return 'done'
  if (isPaused(facts, month)) return 'paused'
  if (facts.withdrawnAt && month === monthOf(facts.withdrawnAt)) return 'withdrawn'
  if (month >= monthOf(today)) return 'promised'
  const agreed = facts.agreedAt?.toISOString().slice(0, 10) ?? today
  return monthOf(agreed) === month && daysBetween(agreed, lastDayOf(month)) < 10 ? 'promised' : 'late'
}

/** How a dated promise stands. */
export const stateOfDate = (facts: CommitmentFacts, today: string): PromiseState =>
  facts.doneAt
    ? 'done'
    : facts.withdrawnAt
      ? 'withdrawn'
      : (facts.dueOn ?? today) < today
        ? 'late'
        : 'promised'

export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
