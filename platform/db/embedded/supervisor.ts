import { setTimeout as sleep } from 'node:timers/promises'
import type { Log } from '#platform/log.ts'
import type { Cluster } from './cluster.ts'
import { killLeftovers, startPostmaster } from './postmaster.ts'
import type { Address, Postmaster } from './postmaster.ts'

/** Waits before each new attempt, in ms; the last one is repeated. */
const backOff = [0, 100, 250, 500, 1_000, 2_000, 5_000]

/**
 * Keeps one PostgreSQL running: starts it again when it ends by itself, with growing pauses, and says so
 * once per outage. The address never changes, so that pools reconnect on their own.
 */
export class Supervisor {
  readonly #cluster: Cluster
  readonly #address: Address
  readonly #settings: Record<string, string>
  readonly #log: Log
  #server: Postmaster | undefined
  #isStopping = false
  #isRecovering = false
  #watching: Promise<void> = Promise.resolve()
  readonly #wake = new AbortController()

  constructor(cluster: Cluster, address: Address, settings: Record<string, string>, log: Log) {
    this.#cluster = cluster
    this.#address = address
    this.#settings = settings
    this.#log = log
  }

  /** The first start: its failure is the caller's. */
  async start(): Promise<void> {
    this.#server = await this.#launch()
    process.on('exit', this.#abandon)
    this.#watching = this.#watch()
  }

  get pid(): number | undefined {
    return this.#server?.pid
  }

  async stop(): Promise<void> {
    this.#isStopping = true
    this.#wake.abort()
    await this.#server?.stop()
    await this.#watching
    // A restart that was under way may have brought one more.
    await this.#server?.stop()
    process.off('exit', this.#abandon)
  }

  async #watch(): Promise<void> {
    while (!this.#isStopping && this.#server) {
      const lastWords = await this.#server.ended
      this.#server = undefined
      if (this.#isStopping) return
      await this.#recover(lastWords)
    }
  }

  async #recover(lastWords: string): Promise<void> {
    const since = performance.now()
    this.#isRecovering = true
    this.#log.error(
      { from: 'postgresql', lastWords: lastWords.slice(-500) },
      'PostgreSQL ended by itself; starting it again',
    )
    let said = ''
    for (let attempt = 0; !this.#isStopping; attempt++) {
      await sleep(backOff[attempt] ?? backOff.at(-1), undefined, { signal: this.#wake.signal }).catch(
        () => {},
      )
      if (this.#isStopping) return
      try {
        await killLeftovers(this.#cluster.folder)
        this.#server = await this.#launch()
        this.#isRecovering = false
        this.#log.warn(
          { from: 'postgresql', ms: Math.round(performance.now() - since) },
          'PostgreSQL is back',
        )
        return
      } catch (error) {
        const sentence = (error as Error).message.replace(
          / and start Préau again\.$/,
          '; Préau goes on by itself.',
        )
        if (sentence !== said && attempt > 1) this.#log.error({ from: 'postgresql' }, sentence)
        if (attempt > 1) said = sentence
      }
    }
  }

  #launch(): Promise<Postmaster> {
    return startPostmaster(this.#cluster, this.#address, this.#settings, (line) => this.#relay(line))
  }

  #relay(line: string): void {
    const [, severity = 'LOG', text = line] = /^(\w+):\s+(.*)$/.exec(line) ?? []
    // During an outage every failed attempt says the same; the outage itself is told once.
    const isQuiet = this.#isStopping || this.#isRecovering
    const level = isQuiet ? 'debug' : severity === 'PANIC' ? 'error' : severity === 'FATAL' ? 'warn' : 'debug'
    this.#log[level]({ from: 'postgresql' }, text)
  }

  /** The process ends without having stopped us (an unexpected error): ask PostgreSQL to end as well. */
  readonly #abandon = (): void => {
    try {
      if (this.#server) process.kill(this.#server.pid, 'SIGINT')
    } catch {
      // Already gone.
    }
  }
}
