import type { LocalText } from '#platform/shared/local-text.ts'
import type { FactSeed } from './choose-facts.ts'
import type { ProtectedValue } from './say.ts'

/** One figure as it was computed for the closed month; the page of figures shows the same. */
export interface FrozenFigure {
  id: string
  unit: string
  value: number | null
  part: number | null
  n: number
  low: number | null
  high: number | null
  withheld: string | null
  from: string
  to: string
  series: { month: string; value: number | null; n: number }[]
  benchmark: { text: string; source: string } | null
}

/** What a report rests on: counted once for the closed month, kept as it was, naming nobody. */
export interface ReportFacts {
  /** `null`: nobody computes it yet. In the order of the health list. */
  health: { id: string; now: FrozenFigure | null; before: FrozenFigure | null }[]
  chosen: FactSeed[]
  problem: {
    indicator: string | null
    unit: string | null
    baseline: number | null
    baselineOn: string | null
    target: number | null
    targetOn: string | null
    progress: number | null
    values: { on: string; value: number }[]
    interventions: { on: string; text: string }[]
  } | null
  /** Observed over expected in the weeks of the month; null where it cannot be said. */
  season: { ratio: number | null; profile: 'own' | 'default' } | null
  seasonNote: LocalText | null
  themes: { id: string; title: string }[]
  releases: {
    metric: string
    dimension: string
    cell: string
    value: ProtectedValue
    nBand: string
    unit: string
  }[]
  includesImported: boolean
  /** Where the text of a benchmark is a key of measurement's messages. */
  from: string
  to: string
}

/** The health list of the report, in its order. */
export const healthIds = ['M02', 'M09', 'M13', 'M14', 'M20'] as const
