import { drive, percentile } from './load-generator.ts'
import type { Sample } from './load-generator.ts'
import type { Scenario } from './scenarios.ts'
import { readCounters } from './servers.ts'
import type { Viewer } from './viewers.ts'
import { writeRequest } from './load-generator.ts'

const connections = 10

/** One side of a comparison. */
export interface Side {
  perSecond: number
  p50: number
  p99: number
  bytes: number
}

export interface Comparison {
  name: Scenario['name']
  product: Side & { statements: number }
  comparator: Side
  /** Product ÷ comparator, the median of the ratios of the rounds. */
  ratio: number
  goal: number
  isMet: boolean
}

function summary(samples: readonly Sample[]): Side {
  const all = samples.flatMap((sample) => sample.latencies).sort((a, b) => a - b)
  const milliseconds = samples.reduce((sum, sample) => sum + sample.milliseconds, 0)
  return {
    perSecond: (all.length / milliseconds) * 1000,
    p50: percentile(all, 0.5),
    p99: percentile(all, 0.99),
    bytes: samples.at(-1)?.bytes ?? 0,
  }
}

/**
 * Product and comparator in turn, in rounds of half a second a side and each round the other way round: what the
 * machine does beside hits both alike.
 */
export async function compare(
  scenario: Scenario,
  ports: { product: number; comparator: number; metrics: number },
  seconds: number,
): Promise<Comparison> {
  const slice = 500
  const rounds = Math.max(2, Math.round((seconds * 1000) / slice))
  const round = (port: number, n: number, milliseconds = slice) =>
    drive(port, scenario.requests, { connections, milliseconds, offset: n * 97 })
  // Plans, caches and compiled code first.
  await round(ports.product, 0, 700)
  await round(ports.comparator, 0, 700)
  const before = (await readCounters(ports.metrics)).get(scenario.route)
  const product: Sample[] = []
  const comparator: Sample[] = []
  for (let n = 0; n < rounds; n++) {
    const sides = [
      async () => product.push(await round(ports.product, n)),
      async () => comparator.push(await round(ports.comparator, n)),
    ]
    for (const side of n % 2 === 0 ? sides : sides.reverse()) await side()
  }
  const after = (await readCounters(ports.metrics)).get(scenario.route)
  const requests = (after?.requests ?? 0) - (before?.requests ?? 0)
  const statements = ((after?.statements ?? 0) - (before?.statements ?? 0)) / requests
  const rate = (sample: Sample): number => sample.latencies.length / sample.milliseconds
  const ratios = product.map((sample, n) => rate(sample) / rate(comparator[n]!)).sort((a, b) => a - b)
  const ratio = percentile(ratios, 0.5)
  return {
    name: scenario.name,
    product: { ...summary(product), statements },
    comparator: summary(comparator),
    ratio,
    goal: scenario.goal,
    isMet: ratio >= scenario.goal && statements <= scenario.mostStatements,
  }
}

export interface ClassLine {
  path: string
  cls: Viewer['cls']
  communities: number
  p50: number
  p99: number
}

/** One request at a time for each class of viewer: whether a read stays flat in the number of communities. */
export async function measureClasses(
  port: number,
  viewers: readonly Viewer[],
  paths: readonly string[],
  milliseconds: number,
): Promise<ClassLine[]> {
  const lines: ClassLine[] = []
  for (const path of paths)
    for (const cls of ['few', 'typical', 'very many'] as const) {
      const members = viewers.filter((viewer) => viewer.cls === cls)
      const requests = members.map(({ cookie }) => writeRequest({ path, cookie }))
      if (requests.length === 0) continue
      await drive(port, requests, { connections: 1, milliseconds: 300 })
      const sorted = (await drive(port, requests, { connections: 1, milliseconds })).latencies.sort(
        (a, b) => a - b,
      )
      const communities = Math.round(
        members.reduce((sum, viewer) => sum + viewer.communities, 0) / members.length,
      )
      lines.push({ path, cls, communities, p50: percentile(sorted, 0.5), p99: percentile(sorted, 0.99) })
    }
  return lines
}
