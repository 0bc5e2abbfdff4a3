import { answers } from './answers.ts'
import { carriers } from './carriers.ts'
import { circles } from './circles.ts'
import { life } from './life.ts'
import type { Metric, RolledUp } from './metric.ts'
import { newcomers } from './newcomers.ts'
import { season } from './season.ts'
import { later, network, value } from './value.ts'

/** The catalogue M01–M35, each declared once: what the page, the documentation and the tests read. */
export const metrics: readonly Metric[] = [
  ...answers,
  ...newcomers,
  ...carriers,
  ...circles,
  ...network,
  ...life,
  ...season,
  ...value,
  ...later,
]

/** Those that the rollups keep. */
export const rolledUp = metrics.filter((metric): metric is RolledUp => metric.from === 'rollup')
