import type { ProtectedValue, ReleasedRow, ReleaseMetricId } from '#modules/measurement/release-contract.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { Group } from '../audit.ts'
import type { Grain, Span } from '../periods.ts'
import { protectShare } from '../protect.ts'

export type Dimension = 'entity' | 'site' | 'tenure' | 'job'

/** `null`: the whole organisation. */
export interface Scope {
  communityId: string | null
}

/** Cells of people by dimension, as frozen when the period began. */
export type Cohorts = ReadonlyMap<Dimension, ReadonlyMap<string, string>>

export interface Protected {
  value: ProtectedValue
  parts: { key: string; value: ProtectedValue }[]
}

/** The people a figure rests on, and the figure of any part of them, protected. */
export interface Evidence {
  population: Group
  figure(people: Group): Protected
}

/** A metric that leaves through the release engine: nobody asks it for anything that is not written here. */
export interface ReleaseMetric {
  id: ReleaseMetricId
  /** One grain each: periods of a metric never overlap. */
  grain: Grain
  unit: ReleasedRow['unit']
  /** Distinct people: 5 for activity, 10 for ties and flows. */
  k: 5 | 10
  /** Days that what happened in the period needs before it can be judged. */
  maturityDays?: number
  /** Inside a community at most one dimension, and none under 50 members; of the organisation two, never crossed. */
  breakdowns: { community: Dimension | null; organisation: readonly Dimension[] | 'notReleased' }
  read(tx: Tx, scope: Scope, span: Span, cohorts: Cohorts): Promise<Evidence>
}

/** A person's part in a share: what counts over what it is counted among. */
export interface Part {
  memberId: string
  part: number
  n: number
}

const none: ProtectedValue = { value: null, code: null, low: null, high: null }

/** A share: the parts of the people over what they are counted among. */
export function shareOf(rows: readonly Part[]): Evidence {
  const byPerson = new Map(rows.map((row) => [row.memberId, row]))
  return {
    population: new Set(byPerson.keys()),
    figure(people) {
      let part = 0
      let n = 0
      for (const person of people) {
        part += byPerson.get(person)?.part ?? 0
        n += byPerson.get(person)?.n ?? 0
      }
      return { value: n === 0 ? none : protectShare(part / n), parts: [] }
    },
  }
}

/** A distribution over `keys`: everybody stands in one of them. */
export function distributionOf(
  rows: readonly { memberId: string; key: string }[],
  keys: readonly string[],
): Evidence {
  const byPerson = new Map(rows.map((row) => [row.memberId, row.key]))
  return {
    population: new Set(byPerson.keys()),
    figure(people) {
      const counts = new Map<string, number>()
      for (const person of people) {
        const key = byPerson.get(person)!
        counts.set(key, (counts.get(key) ?? 0) + 1)
      }
      const parts = keys.map((key) => ({ key, value: protectShare((counts.get(key) ?? 0) / people.size) }))
      return { value: none, parts }
    },
  }
}

export const noValue = none
