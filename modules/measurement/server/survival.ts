import { z95 } from './intervals.ts'

/** One case: how long it was observed, and whether what we wait for happened then (else it is censored). */
export interface Observation {
  time: number
  happened: boolean
}

export interface Survival {
  n: number
  events: number
  /** Time by which a share `p` of the cases had their event; null when the curve never falls that low. */
  quantile(p: number): number | null
  /** 95 % interval of the median (Brookmeyer and Crowley, 1982, on the log-log scale); null bound = not reached. */
  medianInterval: { low: number | null; high: number | null }
}

interface Step {
  time: number
  survival: number
  low: number
  high: number
}

/**
 * Kaplan–Meier estimate (1958) with Greenwood's variance: unanswered questions count for as long as they were
 * observed, neither left out (which flatters) nor taken as answered now. At equal times events come before
 * censorings. Where the curve is exactly at 1 − p over an interval, the quantile is its middle.
 */
export function kaplanMeier(observations: readonly Observation[]): Survival {
  const steps = curve(observations)
  const crossing = (level: number, bound: 'survival' | 'low' | 'high'): number =>
    steps.findIndex((step) => step[bound] <= level + 1e-9)
  const bound = (which: 'low' | 'high'): number | null => steps[crossing(0.5, which)]?.time ?? null
  return {
    n: observations.length,
    events: observations.reduce((sum, observation) => sum + (observation.happened ? 1 : 0), 0),
    quantile(p) {
      const index = crossing(1 - p, 'survival')
      const step = steps[index]
      if (!step) return null
      const next = steps[index + 1]
      return next && Math.abs(step.survival - (1 - p)) < 1e-9 ? (step.time + next.time) / 2 : step.time
    },
    medianInterval: { low: bound('low'), high: bound('high') },
  }
}

function curve(observations: readonly Observation[]): Step[] {
  const sorted = observations.toSorted((a, b) => a.time - b.time || Number(b.happened) - Number(a.happened))
  const steps: Step[] = []
  let survival = 1
  let greenwood = 0
  for (let index = 0; index < sorted.length;) {
    const time = sorted[index]!.time
    const atRisk = sorted.length - index
    let events = 0
    for (; index < sorted.length && sorted[index]!.time === time; index++)
      if (sorted[index]!.happened) events++
    if (events === 0) continue
    survival *= 1 - events / atRisk
    greenwood += events / (atRisk * (atRisk - events))
    steps.push({ time, survival, ...logLogInterval(survival, greenwood) })
  }
  return steps
}

/** The interval on the log(−log S) scale, which stays within 0..1. */
function logLogInterval(survival: number, greenwood: number): { low: number; high: number } {
  if (survival <= 0) return { low: 0, high: 0 }
  const spread = (z95 * Math.sqrt(greenwood)) / Math.abs(Math.log(survival))
  return { low: survival ** Math.exp(spread), high: survival ** Math.exp(-spread) }
}
