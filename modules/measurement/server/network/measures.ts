import { UndirectedGraph } from 'graphology'
import { betweennessOf, countConnectedComponents, louvain, modularity, undirectedDensity } from './library.ts'
import type { Tie } from './ties.ts'

export type CellOf = ReadonlyMap<string, string>
type Pair = Pick<Tie, 'a' | 'b'>

/** The undirected graph of ties; `cell` carries the entity. */
export function graphOf(ties: readonly Tie[], cellOf: CellOf = new Map()): UndirectedGraph {
  const graph = new UndirectedGraph()
  for (const { a, b, weight } of ties) {
    for (const person of [a, b])
      if (!graph.hasNode(person)) graph.addNode(person, { cell: cellOf.get(person) ?? '' })
    if (!graph.hasEdge(a, b)) graph.addEdge(a, b, { weight })
  }
  return graph
}

/** Krackhardt and Stern (1988): (E − I) / (E + I); `outwards` is E / (E + I), 0 without ties. */
export function eiIndex(ties: readonly Pair[], cellOf: CellOf): { outwards: number; ei: number } {
  const external = ties.filter(({ a, b }) => cellOf.get(a) !== cellOf.get(b)).length
  const outwards = ties.length === 0 ? 0 : external / ties.length
  return { outwards, ei: ties.length === 0 ? 0 : 2 * outwards - 1 }
}

/** E-I if ties fell on pairs of people at random: pairs between − pairs within, over all pairs. Null below two people. */
export function expectedEi(sizes: readonly number[]): number | null {
  const n = sizes.reduce((sum, size) => sum + size, 0)
  const all = (n * (n - 1)) / 2
  if (all === 0) return null
  const within = sizes.reduce((sum, size) => sum + (size * (size - 1)) / 2, 0)
  return (all - 2 * within) / all
}

/** The same seen from one cell: only pairs with at least one of its people. */
export function expectedEiOf(size: number, n: number): number | null {
  const between = size * (n - size)
  const within = (size * (size - 1)) / 2
  return between + within === 0 ? null : (between - within) / (between + within)
}

export interface Mixing {
  a: string
  b: string
  ties: number
  /** Over the configuration model: kₐ·k_b / 2m between cells, kₐ² / 4m within one. */
  ratio: number
}

/** Ties between each two cells (a ≤ b, itself included) against what people as active as these would have at random. */
export function mixing(ties: readonly Pair[], cellOf: CellOf): Mixing[] {
  const degree = new Map<string, number>()
  const observed = new Map<string, number>()
  for (const tie of ties) {
    const ends = [cellOf.get(tie.a)!, cellOf.get(tie.b)!].toSorted()
    for (const cell of ends) degree.set(cell, (degree.get(cell) ?? 0) + 1)
    const key = ends.join('\u0000')
    observed.set(key, (observed.get(key) ?? 0) + 1)
  }
  const cells = [...degree.keys()].toSorted()
  const m = ties.length
  return cells.flatMap((a, index) =>
    cells.slice(index).map((b) => {
      const count = observed.get(`${a}\u0000${b}`) ?? 0
      const expected = (degree.get(a)! * degree.get(b)!) / (2 * m) / (a === b ? 2 : 1)
      return { a, b, ties: count, ratio: expected === 0 ? 0 : count / expected }
    }),
  )
}

/** Modularity of the partition by cell: Σ [L_c/m − (d_c/2m)²], ties counted once each. */
export function siloLevel(ties: readonly Tie[], cellOf: CellOf): number | null {
  if (ties.length === 0) return null
  return modularity(graphOf(ties, cellOf), { getNodeCommunity: 'cell', getEdgeWeight: null })
}

export interface Groups {
  count: number
  /** Of the best of the drawings. */
  modularity: number
  /** Mean similarity (NMI) of each drawing with the best one, 0..1. */
  stability: number
  labels: CellOf
}

/** Louvain, drawn 20 times from fixed seeds: the same graph always gives the same groups, and says how sure they are. */
export function emergentGroups(graph: UndirectedGraph, drawings = 20): Groups | null {
  if (graph.size === 0) return null
  const all = Array.from({ length: drawings }, (_, seed) => {
    const drawn = louvain.detailed(graph, { rng: seededRandom(seed + 1), getEdgeWeight: null })
    return {
      count: drawn.count,
      modularity: drawn.modularity,
      labels: new Map(Object.entries(drawn.communities).map(([node, group]) => [node, String(group)])),
    }
  })
  const best = all.reduce((one, other) => (other.modularity > one.modularity + 1e-12 ? other : one))
  const similar = all.map(({ labels }) => similarity(labels, best.labels))
  return { ...best, stability: similar.reduce((sum, value) => sum + value, 0) / similar.length }
}

/** Normalised mutual information of two partitions of the same people, 0..1; 1 when both are a single group. */
export function similarity(one: CellOf, other: CellOf): number {
  const n = one.size
  const joint = new Map<string, number>()
  const left = new Map<string, number>()
  const right = new Map<string, number>()
  const add = (counts: Map<string, number>, key: string) => void counts.set(key, (counts.get(key) ?? 0) + 1)
  for (const [person, a] of one) {
    const b = other.get(person) ?? ''
    add(joint, `${a}\u0000${b}`)
    add(left, a)
    add(right, b)
  }
  const entropy = (counts: Map<string, number>) =>
    [...counts.values()].reduce((sum, count) => sum - (count / n) * Math.log(count / n), 0)
  const total = entropy(left) + entropy(right)
  return total < 1e-12 ? 1 : Math.max(0, (2 * (total - entropy(joint))) / total)
}

/**
 * Betweenness, 0..1. `getEdgeWeight: null`, because the library reads a weight as a distance: a strong tie would be a
 * long road. Above `mostNodes` it is estimated from so many pivots, drawn from a fixed seed (Brandes and Pich, 2007).
 */
export function betweenness(graph: UndirectedGraph, mostNodes = 5_000): Map<string, number> {
  if (graph.order <= mostNodes)
    return new Map(Object.entries(betweennessOf(graph, { getEdgeWeight: null, normalized: true })))
  return sampledBetweenness(graph, mostNodes)
}

function sampledBetweenness(graph: UndirectedGraph, pivots: number): Map<string, number> {
  const nodes = graph.nodes()
  const indexOf = new Map(nodes.map((node, index) => [node, index]))
  const neighbours = nodes.map((node) => graph.mapNeighbors(node, (other) => indexOf.get(other)!))
  const random = seededRandom(1)
  for (let at = 0; at < pivots; at++) {
    const other = at + Math.floor(random() * (nodes.length - at))
    ;[nodes[at], nodes[other]] = [nodes[other]!, nodes[at]!]
  }
  const score = new Float64Array(nodes.length)
  const sources = nodes.slice(0, pivots).map((node) => indexOf.get(node)!)
  for (const source of sources) {
    const order: number[] = [source]
    const distance = new Int32Array(neighbours.length).fill(-1)
    const paths = new Float64Array(neighbours.length)
    const share = new Float64Array(neighbours.length)
    distance[source] = 0
    paths[source] = 1
    for (let head = 0; head < order.length; head++)
      for (const next of neighbours[order[head]!]!) {
        if (distance[next] === -1) {
          distance[next] = distance[order[head]!]! + 1
          order.push(next)
        }
        if (distance[next] === distance[order[head]!]! + 1) paths[next]! += paths[order[head]!]!
      }
    for (const node of order.toReversed()) {
      for (const next of neighbours[node]!)
        if (distance[next] === distance[node]! + 1)
          share[node]! += (paths[node]! / paths[next]!) * (1 + share[next]!)
      if (node !== source) score[node]! += share[node]!
    }
  }
  const n = neighbours.length
  const scale = n / pivots / ((n - 1) * (n - 2))
  return new Map([...indexOf].map(([node, index]) => [node, score[index]! * scale]))
}

/** How far somebody's ties spread over cells: 1 − Σ (k_is / k_i)²; null without ties. */
export function participation(graph: UndirectedGraph, node: string): number | null {
  const k = graph.degree(node)
  if (k === 0) return null
  const counts = new Map<string, number>()
  graph.forEachNeighbor(node, (_, { cell }) => void counts.set(cell, (counts.get(cell) ?? 0) + 1))
  return 1 - [...counts.values()].reduce((sum, count) => sum + (count / k) ** 2, 0)
}

/** Burt's constraint Σ_j (p_ij + Σ_q p_iq·p_qj)², ties counted equally; null without ties. Shown to oneself only. */
export function constraint(graph: UndirectedGraph, node: string): number | null {
  const own = graph.neighbors(node)
  if (own.length === 0) return null
  const p = (i: string, j: string) => (graph.hasEdge(i, j) ? 1 / graph.degree(i) : 0)
  return own.reduce((sum, j) => {
    const indirect = own.reduce((through, q) => (q === j ? through : through + p(node, q) * p(q, j)), 0)
    return sum + (p(node, j) + indirect) ** 2
  }, 0)
}

export interface Shape {
  density: number
  components: number
}
export const shapeOf = (graph: UndirectedGraph): Shape => ({
  density: graph.order < 2 ? 0 : undirectedDensity(graph),
  components: countConnectedComponents(graph),
})

/** mulberry32: small, seeded, the same everywhere. */
export function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}
