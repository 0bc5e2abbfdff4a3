import type { CellOf } from './measures.ts'
import type { Tie } from './ties.ts'

/** Two cells, and how many people hold ties across: `bridges` counts the fewer ends of the two sides. */
export interface CellPair {
  a: string
  b: string
  ties: number
  bridges: number
}

/**
 * Every two cells (a < b) with the number of people who would have to leave for them to lose touch: the smallest set
 * of people that touches every tie across (a minimum vertex cover, by König's theorem a largest matching).
 */
export function cellPairs(ties: readonly Tie[], cellOf: CellOf): CellPair[] {
  const cells = [...new Set(cellOf.values())].toSorted()
  const across = new Map<string, [string, string][]>()
  for (const tie of ties) {
    const [one, other] = [cellOf.get(tie.a)!, cellOf.get(tie.b)!]
    if (one === other) continue
    const key = one < other ? `${one}\u0000${other}` : `${other}\u0000${one}`
    const list = across.get(key) ?? []
    list.push(one < other ? [tie.a, tie.b] : [tie.b, tie.a])
    across.set(key, list)
  }
  return cells.flatMap((a, index) =>
    cells.slice(index + 1).map((b) => {
      const list = across.get(`${a}\u0000${b}`) ?? []
      return { a, b, ties: list.length, bridges: largestMatching(list) }
    }),
  )
}

function largestMatching(edges: readonly (readonly [string, string])[]): number {
  const byLeft = Map.groupBy(edges, ([left]) => left)
  const taken = new Map<string, string>()
  const place = (left: string, seen: Set<string>): boolean => {
    for (const [, right] of byLeft.get(left)!) {
      if (seen.has(right)) continue
      seen.add(right)
      const before = taken.get(right)
      if (before === undefined || place(before, seen)) {
        taken.set(right, left)
        return true
      }
    }
    return false
  }
  let size = 0
  for (const left of byLeft.keys()) if (place(left, new Set())) size++
  return size
}

/** Cells without which, and pairs of cells without whose link, the graph of cells falls apart (Tarjan, 1972). */
export function weakPlaces(pairs: readonly Pick<CellPair, 'a' | 'b'>[]): {
  articulations: string[]
  bridges: [string, string][]
} {
  const neighbours = new Map<string, string[]>()
  for (const { a, b } of pairs)
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const)
      neighbours.set(from, [...(neighbours.get(from) ?? []), to])
  const found = new Map<string, number>()
  const low = new Map<string, number>()
  const articulations = new Set<string>()
  const bridges: [string, string][] = []
  const visit = (node: string, parent: string | null): void => {
    found.set(node, found.size)
    low.set(node, found.get(node)!)
    let children = 0
    for (const next of neighbours.get(node)!) {
      if (next === parent) continue
      if (found.has(next)) {
        low.set(node, Math.min(low.get(node)!, found.get(next)!))
        continue
      }
      children++
      visit(next, node)
      low.set(node, Math.min(low.get(node)!, low.get(next)!))
      if (low.get(next)! > found.get(node)!) bridges.push(node < next ? [node, next] : [next, node])
      if (parent !== null && low.get(next)! >= found.get(node)!) articulations.add(node)
    }
    if (parent === null && children > 1) articulations.add(node)
  }
  for (const node of [...neighbours.keys()].toSorted()) if (!found.has(node)) visit(node, null)
  return {
    articulations: [...articulations].toSorted(),
    bridges: bridges.toSorted((one, other) => (one.join() < other.join() ? -1 : 1)),
  }
}

/** The smallest number of people who gave half of the accepted answers on a topic, as a band. */
export function depthBand(acceptedByPerson: readonly number[]): '1' | '2-3' | '4+' {
  const sum = acceptedByPerson.reduce((total, count) => total + count, 0)
  let reached = 0
  let people = 0
  for (const count of acceptedByPerson.toSorted((a, b) => b - a)) {
    reached += count
    people++
    if (reached * 2 >= sum) break
  }
  return people <= 1 ? '1' : people <= 3 ? '2-3' : '4+'
}
