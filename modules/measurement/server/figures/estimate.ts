import type { Figure } from '#modules/measurement/contract.ts'
import { wilsonInterval } from '../intervals.ts'
import { kaplanMeier } from '../survival.ts'
import type { Observation } from '../survival.ts'

/** A value with what it rests on; the same shape for a figure and for its parts. */
export type Estimate = Pick<Figure, 'value' | 'part' | 'n' | 'low' | 'high' | 'withheld'>

/** Below this a share would say more than the cases can: only the counts are given. */
export const fewestCases = 20
/** A delay estimated from fewer conversations is an anecdote. */
export const fewestDelays = 5

export const percent = (share: number): number => Math.round(share * 1000) / 10
export const hundredths = (value: number): number => Math.round(value * 100) / 100
const hundredthsOrNull = (value: number | null): number | null => (value === null ? null : hundredths(value))

/** A share in percent with Wilson's 95 % interval; counts only below twenty cases. */
export function share(part: number, n: number): Estimate {
  if (n < fewestCases)
    return { value: null, part, n, low: null, high: null, withheld: n === 0 ? 'noCase' : 'fewCases' }
  const { low, high } = wilsonInterval(part, n)
  return { value: percent(part / n), part, n, low: percent(low), high: percent(high), withheld: null }
}

/** A plain number of things. */
export const count = (n: number): Estimate => ({
  value: n,
  part: null,
  n,
  low: null,
  high: null,
  withheld: null,
})

/** The median delay in hours, unanswered ones censored, with its 95 % interval. `part` is the number of answers. */
export function medianDelay(observations: readonly Observation[]): Estimate {
  const survival = kaplanMeier(observations)
  const { low, high } = survival.medianInterval
  return delay(
    observations.length,
    survival.events,
    survival.quantile(0.5),
    hundredthsOrNull(low),
    hundredthsOrNull(high),
  )
}

/** Another quantile of the same delays; no interval. */
export function delayQuantile(observations: readonly Observation[], p: number): Estimate {
  const survival = kaplanMeier(observations)
  return delay(observations.length, survival.events, survival.quantile(p), null, null)
}

function delay(
  n: number,
  events: number,
  value: number | null,
  low: number | null,
  high: number | null,
): Estimate {
  const withheld = n === 0 ? 'noCase' : n < fewestDelays ? 'fewDelays' : value === null ? 'notReached' : null
  if (withheld === 'noCase' || withheld === 'fewDelays')
    return { value: null, part: events, n, low: null, high: null, withheld }
  return { value: hundredthsOrNull(value), part: events, n, low, high, withheld }
}
