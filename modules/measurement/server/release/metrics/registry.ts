import type { ReleaseMetricId } from '#modules/measurement/release-contract.ts'
import { contributors, coverage, interactive, memberShare, retention, stickiness } from './acts.ts'
import { circleFlows, circleShares } from './circles.ts'
import type { ReleaseMetric } from './metric.ts'
import { isolatedNewcomers, timeToFirst } from './newcomers.ts'
import { timeSaved } from './time-saved.ts'
import { dependency, eiIndex, twoWay } from './ties.ts'

/** Everything that can leave about groups of people. What is not here cannot be asked for. */
export const releaseMetrics: readonly ReleaseMetric[] = [
  coverage,
  interactive,
  contributors,
  circleShares,
  circleFlows,
  stickiness,
  memberShare,
  timeToFirst,
  retention,
  twoWay,
  eiIndex,
  isolatedNewcomers,
  dependency,
  timeSaved,
]

export function metricOf(id: ReleaseMetricId): ReleaseMetric {
  const metric = releaseMetrics.find((one) => one.id === id)
  if (!metric) throw new Error(`${id} is not registered for release`)
  return metric
}
