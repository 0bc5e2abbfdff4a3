import { listArcs } from '#modules/measurement/server/network/queries.ts'
import { buildTies } from '#modules/measurement/server/network/ties.ts'
import type { Tie } from '#modules/measurement/server/network/ties.ts'
import { protectIndex, protectShare } from '../protect.ts'
import { noValue } from './metric.ts'
import type { ReleaseMetric } from './metric.ts'

const peopleOf = (ties: readonly Tie[]): Set<string> => new Set(ties.flatMap(({ a, b }) => [a, b]))

/** M21: pairs who exchange both ways over pairs who exchange. */
export const twoWay: ReleaseMetric = {
  id: 'M21',
  grain: 'quarter',
  unit: '%',
  k: 10,
  breakdowns: { community: null, organisation: [] },
  async read(tx, { communityId }, span) {
    const ties = buildTies(await listArcs(tx, communityId, span.start, span.end))
    return {
      population: peopleOf(ties),
      figure: () => ({
        value: protectShare(ties.filter(({ isTwoWay }) => isTwoWay).length / Math.max(1, ties.length)),
        parts: [],
      }),
    }
  },
}

/** M22: (E − I) / (E + I) over the ties of an entity's people, or of all; entities as they stood when the quarter began. */
export const eiIndex: ReleaseMetric = {
  id: 'M22',
  grain: 'quarter',
  unit: 'index',
  k: 10,
  breakdowns: { community: 'entity', organisation: ['entity'] },
  async read(tx, { communityId }, span, cohorts) {
    const entityOf = cohorts.get('entity') ?? new Map<string, string>()
    // Without an entity at one end nobody can say whether the tie crosses.
    const ties = buildTies(await listArcs(tx, communityId, span.start, span.end)).filter(
      ({ a, b }) => entityOf.has(a) && entityOf.has(b),
    )
    return {
      population: peopleOf(ties),
      figure(people) {
        let outwards = 0
        let all = 0
        for (const { a, b } of ties)
          if (people.has(a) || people.has(b)) {
            all++
            if (entityOf.get(a) !== entityOf.get(b)) outwards++
          }
        return { value: all === 0 ? noValue : protectIndex(outwards / all), parts: [] }
      },
    }
  },
}

/** M25: 1 − (ties reached by ranks 2 to 5, averaged) / (ties reached by rank 1). */
export const dependency: ReleaseMetric = {
  id: 'M25',
  grain: 'quarter',
  unit: '%',
  k: 10,
  breakdowns: { community: null, organisation: [] },
  async read(tx, { communityId }, span) {
    const ties = buildTies(await listArcs(tx, communityId, span.start, span.end))
    const share = dependencyOf(ties)
    return {
      population: peopleOf(ties),
      figure: () => ({ value: share === null ? noValue : protectShare(share), parts: [] }),
    }
  },
}

/** 0..1; null with fewer than five people. */
export function dependencyOf(ties: readonly Tie[]): number | null {
  const degree = new Map<string, number>()
  for (const { a, b } of ties) for (const person of [a, b]) degree.set(person, (degree.get(person) ?? 0) + 1)
  const [first, ...next] = [...degree.values()].toSorted((a, b) => b - a).slice(0, 5)
  if (first === undefined || next.length < 4) return null
  return 1 - next.reduce((sum, ties) => sum + ties, 0) / 4 / first
}
