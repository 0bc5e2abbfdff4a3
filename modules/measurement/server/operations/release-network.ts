import { getBusinessCalendar } from '#modules/people/public.ts'
import type { NetworkMap } from '#modules/measurement/network-contract.ts'
import type { Context } from '#platform/context.ts'
import { cellPairs } from '../network/fragile.ts'
import {
  emergentGroups,
  expectedEi,
  expectedEiOf,
  graphOf,
  mixing,
  shapeOf,
  siloLevel,
  similarity,
} from '../network/measures.ts'
import { insertNetworkRelease, listArcs, listCellPeople } from '../network/queries.ts'
import { buildTies } from '../network/ties.ts'
import type { Tie } from '../network/ties.ts'
import { noValue } from '../release/metrics/metric.ts'
import { periodOf, spanOf } from '../release/periods.ts'
import { nBandOf } from '../release/protect.ts'
import { listReleasedRows, readCohorts, scopeKey } from '../release/queries.ts'
import { algoVersion, release } from './release.ts'
import type { ReleaseAsked } from './release.ts'

/** Fewer ties than this between two entities say nothing: the cell stays blank. */
const fewestTies = 5

/**
 * Publishes the picture of a quarter's ties between exactly the cells for which its E-I index was published: at least
 * ten people each, nobody named. Once and for good, like every release; nothing where there are no two such cells.
 */
export async function releaseNetwork(ctx: Context, { scope, period, demo }: ReleaseAsked): Promise<void> {
  for (const metric of ['M22', 'M21', 'M25'] as const)
    await release(ctx, { metric, scope, period, demo: demo ?? false })
  const { tx } = ctx
  const key = scopeKey(scope)
  const cells = await listCellPeople(tx, 'M22', key, period, 'entity')
  if (cells.length < 2) return
  const rows = (await listReleasedRows(tx, key, null, period)).filter(({ metric }) =>
    ['M21', 'M22', 'M25'].includes(metric),
  )
  const span = spanOf(period, (await getBusinessCalendar(ctx.tx, null)).timezone)
  const entityOf = (await readCohorts(tx, periodOf(span.from, 'month'))).get('entity') ?? new Map()
  const cellOf = new Map(cells.flatMap(({ cell, people }) => people.map((person) => [person, cell] as const)))
  const ties = buildTies(await listArcs(tx, scope.communityId, span.start, span.end)).filter(
    ({ a, b }) => cellOf.has(a) && cellOf.has(b) && entityOf.has(a) && entityOf.has(b),
  )
  const rowOf = (metric: string, cell: string) =>
    rows.find((row) => row.metric === metric && row.cell === cell)
  const body: Omit<NetworkMap, 'period' | 'releasedAt' | 'k'> = {
    nBand: nBandOf(cellOf.size),
    cells: cells.map(({ cell, people }, index) => ({
      cell,
      includes: rowOf('M22', cell)?.includes ?? [],
      nBand: nBandOf(people.length),
      ei: rowOf('M22', cell)?.value ?? noValue,
      expected: step(expectedEiOf(people.length, cellOf.size), 0.1),
      ...onCircle(index, cells.length),
    })),
    pairs: protectPairs(ties, cellOf),
    twoWay: rowOf('M21', '')?.value ?? noValue,
    ei: rowOf('M22', '')?.value ?? noValue,
    dependency: rowOf('M25', '')?.value ?? noValue,
    ...wholeOf(ties, entityOf),
  }
  await insertNetworkRelease(tx, {
    scope: key,
    period,
    body,
    k: rowOf('M22', '')!.k,
    algoVersion,
    now: ctx.now,
    demo: demo ?? false,
  })
}

function protectPairs(ties: readonly Tie[], cellOf: ReadonlyMap<string, string>): NetworkMap['pairs'] {
  const bridges = new Map(cellPairs(ties, cellOf).map((pair) => [`${pair.a}\u0000${pair.b}`, pair.bridges]))
  return mixing(ties, cellOf).map(({ a, b, ties: count, ratio }) => ({
    a,
    b,
    ratio: count < fewestTies ? null : step(ratio, 0.5),
    ties: count < fewestTies ? null : nBandOf(count),
    isFragile: a !== b && (bridges.get(`${a}\u0000${b}`) ?? 0) < 2,
  }))
}

function wholeOf(
  ties: readonly Tie[],
  entityOf: ReadonlyMap<string, string>,
): Pick<NetworkMap, 'expected' | 'silo' | 'groups' | 'density' | 'components'> {
  const graph = graphOf(ties, entityOf)
  const sizes = [...Map.groupBy(graph.nodes(), (person) => entityOf.get(person)!).values()].map(
    (people) => people.length,
  )
  const groups = emergentGroups(graph)
  const shape = shapeOf(graph)
  return {
    expected: step(expectedEi(sizes), 0.1),
    silo: step(siloLevel(ties, entityOf), 0.05),
    groups: groups && {
      count: groups.count,
      stability: step(groups.stability, 0.1)!,
      overlap: step(similarity(groups.labels, entityOf), 0.1)!,
    },
    density: step(shape.density, 0.01),
    components: shape.components,
  }
}

/** To the nearest step, without the dust of binary fractions. */
const step = (value: number | null, size: number): number | null =>
  value === null ? null : Number((Math.round(value / size) * size).toFixed(2))

/** The same place at every visit: on a circle, in the order of the names, the first at the top; two side by side. */
function onCircle(index: number, of: number): { x: number; y: number } {
  const angle = (2 * Math.PI * index) / of - (of > 2 ? Math.PI / 2 : Math.PI)
  return { x: Math.round(500 + 400 * Math.cos(angle)), y: Math.round(500 + 400 * Math.sin(angle)) }
}
