import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { UndirectedGraph } from 'graphology'
import florentinePackage from 'graphology-generators/social/florentine-families.js'
import karatePackage from 'graphology-generators/social/karate-club.js'
import kitePackage from 'graphology-generators/small/krackhardt-kite.js'
import { describe, expect, it } from 'vitest'
import { cellPairs, depthBand, weakPlaces } from './fragile.ts'
import {
  betweenness,
  constraint,
  eiIndex,
  emergentGroups,
  expectedEi,
  expectedEiOf,
  graphOf,
  mixing,
  participation,
  seededRandom,
  similarity,
  siloLevel,
} from './measures.ts'
import { buildTies } from './ties.ts'
import type { Tie } from './ties.ts'

type Made = (graph: typeof UndirectedGraph) => UndirectedGraph
const karateClub = (karatePackage as unknown as Made)(UndirectedGraph)
const florentine = (florentinePackage as unknown as Made)(UndirectedGraph)
const kite = (kitePackage as unknown as Made)(UndirectedGraph)

const tie = (a: string, b: string): Tie => ({ a, b, weight: 1, isTwoWay: false })
const tiesOf = (graph: UndirectedGraph): Tie[] => graph.mapEdges((_edge, _attributes, a, b) => tie(a, b))

describe('ties', () => {
  it('count distinct conversations up to five, both ways, and nobody with themselves', () => {
    const arc = (from: string, to: string, thread: string) => ({ from, to, thread })
    const ties = buildTies([
      arc('a', 'b', '1'),
      arc('b', 'a', '1'),
      arc('a', 'b', '2'),
      arc('c', 'a', '3'),
      arc('a', 'a', '4'),
      ...Array.from({ length: 9 }, (_, at) => arc('d', 'a', `t${at}`)),
    ])
    expect(ties).toEqual([
      { a: 'a', b: 'b', weight: 2, isTwoWay: true },
      { a: 'a', b: 'c', weight: 1, isTwoWay: false },
      { a: 'a', b: 'd', weight: 5, isTwoWay: false },
    ])
  })
})

describe('known answers', () => {
  const ties = tiesOf(karateClub)
  const clubs = new Map(karateClub.mapNodes((node, { club }) => [node, String(club)]))

  it('Zachary’s karate club', () => {
    expect([karateClub.order, karateClub.size]).toEqual([34, 78])
    expect(siloLevel(ties, clubs)).toBeCloseTo(0.358235, 6)
    expect(eiIndex(ties, clubs).ei).toBeCloseTo(-0.7179, 4)
    const central = betweenness(karateClub)
    expect(central.get('0')).toBeCloseTo(0.4376, 4)
    expect(central.get('33')).toBeCloseTo(0.3041, 4)
    expect(constraint(karateClub, '0')).toBeCloseTo(0.1554, 4)
    const groups = emergentGroups(karateClub)!
    expect(groups.modularity).toBeCloseTo(0.41979, 5)
    expect(groups.stability).toBeGreaterThan(0.7)
    // The same graph gives the same groups at every run.
    expect(emergentGroups(karateClub)).toEqual(groups)
  })

  it('the Florentine families and Krackhardt’s kite', () => {
    expect([florentine.order, florentine.size]).toEqual([15, 20])
    const central = betweenness(florentine)
    expect(central.get('Medici')).toBeCloseTo(0.522, 4)
    expect(central.get('Guadagni')).toBeCloseTo(0.2546, 4)
    expect(central.get('Albizzi')).toBeCloseTo(0.2125, 4)
    expect(betweenness(kite).get('Heather')).toBeCloseTo(0.3889, 4)
  })

  it('does not read a strong tie as a long road', () => {
    // a–b–c is tied strongly, a–d–c weakly: as distances the weak way would carry everything.
    const graph = graphOf([
      { ...tie('a', 'b'), weight: 5 },
      { ...tie('b', 'c'), weight: 5 },
      { ...tie('a', 'd'), weight: 1 },
      { ...tie('c', 'd'), weight: 1 },
    ])
    const central = betweenness(graph)
    expect(central.get('b')).toBe(central.get('d'))
  })

  it('estimates betweenness from pivots where the graph is large', () => {
    const exact = betweenness(karateClub)
    const estimated = betweenness(karateClub, 33)
    for (const [node, value] of exact) expect(Math.abs(estimated.get(node)! - value)).toBeLessThan(0.06)
    const top = (scores: Map<string, number>) =>
      [...scores]
        .toSorted((a, b) => b[1] - a[1])
        .slice(0, 2)
        .map(([node]) => node)
    expect(top(estimated)).toEqual(top(exact))
  })
})

describe('entities', () => {
  const cellOf = new Map(
    ['a', 'b', 'c', 'd'].map((one) => [one, 'X']).concat(['e', 'f', 'g'].map((one) => [one, 'Y'])) as [
      string,
      string,
    ][],
  )

  it('E-I beside what chance would give', () => {
    // 21 pairs, 12 of them between four and three people: (12 − 9) / 21.
    expect(expectedEi([4, 3])).toBeCloseTo(3 / 21, 10)
    expect(expectedEiOf(4, 7)).toBeCloseTo((12 - 6) / 18, 10)
    expect(expectedEi([1])).toBeNull()
    const ties = [tie('a', 'b'), tie('c', 'd'), tie('a', 'e')]
    expect(eiIndex(ties, cellOf).ei).toBeCloseTo(-1 / 3, 10)
  })

  it('mixing sums to the ties there are, and is 1 where chance alone mixes', () => {
    const ties = ['a', 'b', 'c', 'd'].flatMap((one) => ['e', 'f', 'g'].map((other) => tie(one, other)))
    const matrix = mixing(ties, cellOf)
    expect(matrix.reduce((sum, one) => sum + one.ties, 0)).toBe(12)
    // Every tie goes between: twice what the configuration model expects (12 · 12 / 24 = 6).
    expect(matrix.find(({ a, b }) => a === 'X' && b === 'Y')).toMatchObject({ ties: 12, ratio: 2 })
    expect(matrix.find(({ a, b }) => a === 'X' && b === 'X')).toMatchObject({ ties: 0, ratio: 0 })
  })

  it('counts the people who keep two entities together, not the ties', () => {
    // One person of X knows all of Y: three ties, one bridge.
    expect(cellPairs([tie('a', 'e'), tie('a', 'f'), tie('a', 'g')], cellOf)).toEqual([
      { a: 'X', b: 'Y', ties: 3, bridges: 1 },
    ])
    expect(cellPairs([tie('a', 'e'), tie('b', 'f')], cellOf)[0]).toMatchObject({ bridges: 2 })
    expect(cellPairs([tie('a', 'b')], cellOf)[0]).toMatchObject({ ties: 0, bridges: 0 })
  })

  it('finds the fragile cut of the graph of entities', () => {
    const pair = (a: string, b: string) => ({ a, b })
    // A triangle, a bridge, a triangle.
    const pairs = [
      pair('A', 'B'),
      pair('B', 'C'),
      pair('A', 'C'),
      pair('C', 'D'),
      pair('D', 'E'),
      pair('E', 'F'),
      pair('D', 'F'),
    ]
    expect(weakPlaces(pairs)).toEqual({ articulations: ['C', 'D'], bridges: [['C', 'D']] })
    expect(weakPlaces(pairs.slice(0, 3))).toEqual({ articulations: [], bridges: [] })
  })

  it('spread of one’s own ties, and the depth of a topic', () => {
    const graph = graphOf([tie('a', 'b'), tie('a', 'e')], cellOf)
    expect(participation(graph, 'a')).toBe(0.5)
    expect(participation(graph, 'b')).toBe(0)
    expect(
      [
        [9, 1],
        [3, 3, 3],
        [1, 1, 1, 1, 1, 1, 1, 1],
      ].map(depthBand),
    ).toEqual(['1', '2-3', '4+'])
  })
})

const data = join(import.meta.dirname, '../../../../../shared/data/network')
const without = existsSync(join(data, 'CollegeMsg.txt'))
  ? false
  : 'no ../shared/data/network beside the repository'

describe.skipIf(without)(`real networks${without ? ` (skipped: ${without})` : ''}`, () => {
  const read = (name: string) => readFileSync(join(data, name), 'utf8')
  const load = (name: string): { ties: Tie[]; classOf: Map<string, string> } => {
    const file = JSON.parse(read(name)) as {
      nodes: { id?: string; key?: string; attributes: Record<string, string> }[]
      edges: { source: string; target: string }[]
    }
    const arcs = file.edges.map(({ source, target }) => ({ from: source, to: target, thread: '1' }))
    return {
      ties: buildTies(arcs),
      classOf: new Map(
        file.nodes.map((node) => [node.id ?? node.key!, node.attributes['Modularity Class'] ?? '']),
      ),
    }
  }

  it('finds the three cliques', () => {
    const { ties, classOf } = load('clique3.json')
    const groups = emergentGroups(graphOf(ties))!
    expect(groups.count).toBe(3)
    expect(groups.stability).toBeCloseTo(1, 6)
    expect(similarity(groups.labels, classOf)).toBeCloseTo(1, 6)
  })

  it('finds communities of 500 and 1,285 nodes', () => {
    const complex = load('complex500.json')
    const found = emergentGroups(graphOf(complex.ties))!
    expect(found.count).toBeGreaterThan(3)
    expect(found.modularity).toBeGreaterThan(0.3)
    const eurosis = load('eurosis.json')
    const graph = graphOf(eurosis.ties)
    expect(graph.order).toBeGreaterThan(1_200)
    const groups = emergentGroups(graph)!
    expect(groups.modularity).toBeGreaterThan(0.6)
    expect(groups.stability).toBeGreaterThan(0.6)
  })

  it('measures 1,899 students and their 59,835 messages', () => {
    const lines = read('CollegeMsg.txt')
      .trim()
      .split('\n')
      .map((line) => line.split(' '))
    expect(lines.length).toBe(59_835)
    const ties = buildTies(lines.map(([from, to, at]) => ({ from: from!, to: to!, thread: at! })))
    const graph = graphOf(ties)
    expect(graph.order).toBe(1_899)
    const arcs = new Set(lines.map(([from, to]) => `${from} ${to}`))
    expect(arcs.size).toBe(20_296)
    // Ordered pairs fold into ties: each two-way tie is two of them.
    expect(ties.length + ties.filter(({ isTwoWay }) => isTwoWay).length).toBe(20_296)
    const random = seededRandom(3)
    const cells = new Map(graph.nodes().map((node) => [node, `e${Math.floor(random() * 8)}`]))
    const sizes = [...Map.groupBy(cells.values(), (cell) => cell).values()].map((list) => list.length)
    // Entities drawn at random: E-I is what chance gives.
    expect(Math.abs(eiIndex(ties, cells).ei - expectedEi(sizes)!)).toBeLessThan(0.02)
    const top = (scores: Map<string, number>) =>
      [...scores]
        .toSorted((a, b) => b[1] - a[1])
        .slice(0, 1)
        .map(([node]) => node)
    expect(top(betweenness(graph, 900))).toEqual(top(betweenness(graph)))
  })
})
