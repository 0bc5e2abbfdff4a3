import { leaks } from './audit.ts'
import type { Group } from './audit.ts'

/** A cell of a breakdown with the people it rests on. `names`: one, or those that were merged. */
export interface Cell {
  names: readonly string[]
  people: Group
}

export interface Breakdown {
  dimension: string
  cells: Cell[]
}

export type Outcome = 'cells' | 'total' | 'nothing'
export type Reason = 'fewPeople' | 'smallCommunity' | 'noCohort' | 'oneCell' | 'audit' | 'noBreakdown'

export interface Plan {
  outcome: Outcome
  /** Why there are no cells, or nothing at all. */
  reason: Reason | null
  /** Only those that stay, after merging and coarsening. */
  breakdowns: Breakdown[]
  rawCells: number
  keptCells: number
}

/**
 * Folds cells below `k` with the next smallest into one until it reaches `k`. Nothing is blanked: a cell left out
 * could be found by subtraction, a merged one is a set of at least `k`. One cell left says no more than the total.
 */
export function mergeSmall(cells: readonly Cell[], k: number): Cell[] {
  const bySize = cells.filter(({ people }) => people.size > 0).toSorted(smallestFirst)
  const bag: Cell[] = []
  let size = 0
  while (bySize.length > 0 && (bySize[0]!.people.size < k || (bag.length > 0 && size < k))) {
    const next = bySize.shift()!
    bag.push(next)
    size += next.people.size
  }
  return bag.length === 0 ? bySize : [...bySize, merged(bag)]
}

/** Groups people by a cell's name; those without one (arrived after the cohort was frozen) form a cell of their own. */
export function partition(
  people: Iterable<string>,
  cellOf: ReadonlyMap<string, string>,
  without: string,
): Cell[] {
  const cells = Map.groupBy(people, (person) => cellOf.get(person) ?? without)
  return [...cells].map(([name, members]) => ({ names: [name], people: new Set(members) }))
}

/**
 * What may be published of a population: its total and the breakdowns that survive merging, the audit against
 * `ledger` (all that was already published for the metric and period) and coarsening; else the total; else nothing.
 */
export function planRelease(
  input: {
    population: Group
    breakdowns: readonly Breakdown[]
    ledger: readonly Group[]
    k: number
    /** Why there are no breakdowns to begin with. */
    without?: Reason
  },
  random?: (below: number) => number,
): Plan {
  const { population, ledger, k } = input
  const rawCells = input.breakdowns.reduce((sum, { cells }) => sum + cells.length, 0)
  const nothing = (reason: Reason): Plan => ({
    outcome: 'nothing',
    reason,
    breakdowns: [],
    rawCells,
    keptCells: 0,
  })
  if (population.size < k) return nothing('fewPeople')
  const breakdowns = input.breakdowns
    .map(({ dimension, cells }) => ({ dimension, cells: mergeSmall(cells, k) }))
    .filter(({ cells }) => cells.length > 1)
  const hadCells = breakdowns.length > 0
  const audit = (): boolean =>
    leaks(
      [population, ...breakdowns.flatMap(({ cells }) => cells.map(({ people }) => people)), ...ledger],
      k,
      random,
    )
  while (audit()) {
    const finest = breakdowns.toSorted((a, b) => b.cells.length - a.cells.length)[0]
    if (!finest) return nothing('audit')
    coarsen(finest)
    if (finest.cells.length < 2) breakdowns.splice(breakdowns.indexOf(finest), 1)
  }
  const keptCells = breakdowns.reduce((sum, { cells }) => sum + cells.length, 0)
  if (keptCells > 0) return { outcome: 'cells', reason: null, breakdowns, rawCells, keptCells }
  const reason = input.without ?? (rawCells === 0 ? 'noBreakdown' : hadCells ? 'audit' : 'oneCell')
  return { outcome: 'total', reason, breakdowns: [], rawCells, keptCells: 0 }
}

/** Merges the two smallest cells. */
function coarsen(breakdown: Breakdown): void {
  const [first, second, ...rest] = breakdown.cells.toSorted(smallestFirst)
  breakdown.cells = [...rest, merged([first!, second!])]
}

const merged = (cells: readonly Cell[]): Cell => ({
  names: cells.flatMap(({ names }) => names),
  people: new Set(cells.flatMap(({ people }) => [...people])),
})

/** Equal sizes by name, so that the same population always gives the same cells. */
const smallestFirst = (a: Cell, b: Cell): number =>
  a.people.size - b.people.size || (a.names.join() < b.names.join() ? -1 : 1)
