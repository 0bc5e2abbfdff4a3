import type { Services } from '#platform/services.ts'
import { addThreadViews } from './queries/attachments.ts'

/**
 * How often a thread was opened, per day, without any person: counted in memory after the answer and written every
 * few seconds. What a crash loses is a few seconds of counts; nothing else is ever known about reading.
 */
const flushAfter = 5_000

const waiting = new Map<string, { postId: string; day: string; n: number }>()
let timer: NodeJS.Timeout | undefined

export function countThreadView(services: Services, postId: string, at: Date): void {
  const day = at.toISOString().slice(0, 10)
  const key = `${postId} ${day}`
  const seen = waiting.get(key)
  if (seen) seen.n++
  else waiting.set(key, { postId, day, n: 1 })
  timer ??= setTimeout(() => void flushThreadViews(services), flushAfter).unref()
}

/** Writes what is waiting; called by the timer, and by whoever stops the process. Never throws. */
export async function flushThreadViews(services: Services): Promise<void> {
  clearTimeout(timer)
  timer = undefined
  if (waiting.size === 0) return
  const views = [...waiting.values()]
  waiting.clear()
  try {
    await addThreadViews(services.db.read, views)
  } catch (error) {
    services.log.warn({ err: (error as Error).message, views: views.length }, 'thread views were not counted')
  }
}
