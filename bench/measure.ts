import { drive, percentile, writeRequest } from './load-generator.ts'
import type { Sample } from './load-generator.ts'
import type { Scenario } from './scenarios.ts'
import { processorMilliseconds, readCounters } from './servers.ts'
import type { Viewer } from './viewers.ts'

const connections = 10

/** One side of a comparison. */
export interface Side {
  perSecond: number
  p50: number
  p99: number
  bytes: number
  /**
   * Milliseconds of processor per request in the process and in its PostgreSQL backends: unlike a rate, it says the
   * same on a machine that does other things beside. Undefined where the system does not tell.
   */
  cost: { process: number; database: number } | undefined
}

/** A server under load: its port, its process, and the PostgreSQL backends that work for it. */
export interface Subject {
  port: number
  pid: number
  backends(): Promise<number[]>
}

export interface Comparison {
  name: Scenario['name']
  product: Side & { statements: number }
  comparator: Side
  /** Product ÷ comparator, the median of the ratios of the rounds. */
  ratio: number
  /** Comparator ÷ product, processor time per request. */
  costRatio: number | undefined
  goal: number
  isMet: boolean
}

function summary(samples: readonly Sample[]): Omit<Side, 'cost'> {
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
  subjects: { product: Subject; comparator: Subject; metricsPort: number },
  seconds: number,
): Promise<Comparison> {
  const slice = 500
  const rounds = Math.max(2, Math.round((seconds * 1000) / slice))
  const product = new Measured(subjects.product, scenario.requests)
  const comparator = new Measured(subjects.comparator, scenario.requests)
  // Plans, caches and compiled code first.
  await product.warmUp(700)
  await comparator.warmUp(700)
  const before = (await readCounters(subjects.metricsPort)).get(scenario.route)
  for (let n = 0; n < rounds; n++) {
    const sides = n % 2 === 0 ? [product, comparator] : [comparator, product]
    for (const side of sides) await side.round(n, slice)
  }
  const after = (await readCounters(subjects.metricsPort)).get(scenario.route)
  const requests = (after?.requests ?? 0) - (before?.requests ?? 0)
  const statements = ((after?.statements ?? 0) - (before?.statements ?? 0)) / requests
  const rate = (sample: Sample): number => sample.latencies.length / sample.milliseconds
  const ratios = product.samples
    .map((sample, n) => rate(sample) / rate(comparator.samples[n]!))
    .sort((a, b) => a - b)
  const ratio = percentile(ratios, 0.5)
  const [ours, limit] = [product.cost(), comparator.cost()]
  return {
    name: scenario.name,
    product: { ...summary(product.samples), cost: ours, statements },
    comparator: { ...summary(comparator.samples), cost: limit },
    ratio,
    costRatio: ours && limit && (limit.process + limit.database) / (ours.process + ours.database),
    goal: scenario.goal,
    isMet: ratio >= scenario.goal && statements <= scenario.mostStatements,
  }
}

/** The rounds of one side, and the processor time they took. */
class Measured {
  readonly samples: Sample[] = []
  readonly #subject: Subject
  readonly #requests: readonly Buffer[]
  #process = 0
  #database = 0

  constructor(subject: Subject, requests: readonly Buffer[]) {
    this.#subject = subject
    this.#requests = requests
  }

  async warmUp(milliseconds: number): Promise<void> {
    await drive(this.#subject.port, this.#requests, { connections, milliseconds })
  }

  async round(n: number, milliseconds: number): Promise<void> {
    // The pool keeps its connections during a round; asked each time, because it may open others between two.
    const backends = await this.#subject.backends()
    const processBefore = processorMilliseconds([this.#subject.pid])
    const databaseBefore = processorMilliseconds(backends)
    this.samples.push(
      await drive(this.#subject.port, this.#requests, { connections, milliseconds, offset: n * 97 }),
    )
    this.#process +=
      (processorMilliseconds([this.#subject.pid]) ?? Number.NaN) - (processBefore ?? Number.NaN)
    this.#database += (processorMilliseconds(backends) ?? Number.NaN) - (databaseBefore ?? Number.NaN)
  }

  cost(): Side['cost'] {
    const requests = this.samples.reduce((sum, sample) => sum + sample.latencies.length, 0)
    const cost = { process: this.#process / requests, database: this.#database / requests }
    return Number.isNaN(cost.process + cost.database) ? undefined : cost
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
