import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { Refusal } from '#platform/shared/refusal.ts'

/** One at a time for each kind of document, and a few that wait: setting a page takes a tenth of a second of CPU. */
const mostWaiting = 50
const timeLimit = 30_000
const idleLimit = 20_000

/**
 * Sets documents off the main thread. The worker at `url` answers each message with the bytes of a PDF, or null where
 * it failed. Refusals: `unavailable` when too many ask, `pdfFailed`.
 */
export function pdfMaker<P>(url: URL): (page: P) => Promise<Buffer> {
  let waiting = 0
  let last: Promise<unknown> = Promise.resolve()
  let worker: Worker | undefined
  let idle: NodeJS.Timeout | undefined

  const end = (ended: Worker): void => {
    if (worker === ended) worker = undefined
    void ended.terminate()
  }
  const start = (): Worker => {
    const started = new Worker(url, { resourceLimits: { maxOldGenerationSizeMb: 256 } })
    // It keeps no process alive that has nothing else to do.
    started.unref()
    started.on('error', () => end(started))
    return started
  }
  /** The worker is kept for the next page for a while; one that fails or takes too long is ended. */
  const set = async (page: P): Promise<Buffer> => {
    clearTimeout(idle)
    const current = (worker ??= start())
    const signal = AbortSignal.timeout(timeLimit)
    try {
      current.postMessage(page)
      const [bytes] = (await once(current, 'message', { signal })) as [Uint8Array | null]
      if (!bytes) throw new Refusal('pdfFailed')
      return Buffer.from(bytes)
    } catch (error) {
      end(current)
      throw error instanceof Refusal ? error : new Refusal('pdfFailed')
    } finally {
      idle = setTimeout(() => end(current), idleLimit).unref()
    }
  }
  return async (page) => {
    if (waiting >= mostWaiting) throw new Refusal('unavailable')
    waiting++
    const mine = last.then(() => set(page))
    last = mine.catch(() => {})
    try {
      return await mine
    } finally {
      waiting--
    }
  }
}
