import { Refusal } from '#platform/shared/refusal.ts'

/** Runs at most `running` pieces of work at once, lets `waiting` more queue, and refuses the rest as `unavailable`. */
export function limitConcurrency(limits: {
  running: number
  waiting: number
}): <R>(work: () => Promise<R>) => Promise<R> {
  let running = 0
  const queue: (() => void)[] = []
  return async (work) => {
    if (running >= limits.running) {
      if (queue.length >= limits.waiting) throw new Refusal('unavailable', { retryAfter: 2 })
      // The slot is handed over by the one that ends, so that nobody overtakes the queue.
      await new Promise<void>((resolve) => queue.push(resolve))
    } else running++
    try {
      return await work()
    } finally {
      const next = queue.shift()
      if (next) next()
      else running--
    }
  }
}
