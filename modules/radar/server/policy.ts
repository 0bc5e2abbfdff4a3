import type { Vector, VectorState } from '#modules/radar/words.ts'
import { vectors } from '#modules/radar/words.ts'

/** A signal: `on` says that the change is failing this way, `off` that it is not, `unknown` that nobody can say. */
export interface Signal {
  key: string
  kind: 'computed' | 'asked'
  state: 'on' | 'off' | 'unknown'
  /** What was counted, for the sentence that says it. */
  n: number | null
  /** Who answered and until when it counts, for what is asked. */
  by: string | null
  until: string | null
  url: string | null
}
/** A piece of evidence: something that exists and that the server has looked at. */
export interface Evidence {
  key: string
  isThere: boolean
  have: number
  need: number
  /** Last day on which it counts; null: while it is there. */
  until: string | null
}

/**
 * How a vector stands, from what exists at this moment. Cleared: all its evidence is there and no signal is on. Failing: a
 * signal is on and the evidence is not all there. Watch: between the two. Nothing else makes it so: there is no box.
 */
export function stateOf(signals: readonly Signal[], evidence: readonly Evidence[]): VectorState {
  const isProven = evidence.length > 0 && evidence.every(({ isThere }) => isThere)
  const isOn = signals.some(({ state }) => state === 'on')
  if (isProven) return isOn ? 'watch' : 'cleared'
  if (isOn) return 'failing'
  return signals.some(({ state }) => state === 'off') || evidence.some(({ have }) => have > 0)
    ? 'watch'
    : 'unknown'
}

/** The first day on which a piece of its evidence no longer counts. */
export const clearedUntil = (evidence: readonly Evidence[]): string | null =>
  evidence.map(({ until }) => until).reduce<string | null>((a, b) => (a && (!b || a < b) ? a : b), null)

/** The one to work on now: what fails before what is to be watched before what is not known, in the fixed order. */
export function firstBarrier(states: readonly { vector: Vector; state: VectorState }[]): Vector | null {
  for (const state of ['failing', 'watch', 'unknown'] as const) {
    const found = vectors.find((vector) => states.some((one) => one.vector === vector && one.state === state))
    if (found) return found
  }
  return null
}

export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day.slice(0, 10)}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
/** First and last day of the quarter of a day. */
export function quarterOf(day: string): [string, string] {
  const year = Number(day.slice(0, 4))
  const first = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3
  const at = (month: number, date: number) => new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10)
  return [at(first, 1), at(first + 3, 0)]
}
/** Monday of the week of a day. */
export function mondayOf(day: string): string {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
  return addDays(day, -weekday)
}
