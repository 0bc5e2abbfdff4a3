import { useSyncExternalStore } from 'react'
import { ApiError, request } from './api.ts'
import type { Waiting } from './local-db.ts'
import { localDb } from './local-db.ts'

// What was written without a network, and leaves by itself when it is back, in the order it was written.

let waiting: readonly Waiting[] = []
const listeners = new Set<() => void>()
const sentListeners = new Set<(sent: Waiting, answer: unknown) => void>()

function publish(next: readonly Waiting[]) {
  waiting = next
  for (const listener of listeners) listener()
}

async function reload(): Promise<void> {
  const found = (await (await localDb())?.getAllFromIndex('waiting', 'at')) ?? []
  if (found.length > 0 || waiting.length > 0) publish(found)
}

// One function for all: another one at each drawing would subscribe, read and draw for ever.
function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) void reload()
  listeners.add(listener)
  return () => listeners.delete(listener)
}
const now = (): readonly Waiting[] => waiting

/** All that waits on this device, of everybody who uses it. */
const useAllWaiting = (): readonly Waiting[] => useSyncExternalStore(subscribe, now)
/** What this member has written and not yet sent, oldest first. */
export const useWaiting = (memberId: string): readonly Waiting[] =>
  useAllWaiting().filter((one) => one.memberId === memberId)

/** Keeps something to be sent. False where this browser cannot keep anything: the text stays where it is. */
export async function sendLater(one: Omit<Waiting, 'at'>): Promise<boolean> {
  const db = await localDb()
  if (!db) return false
  try {
    await db.put('waiting', { ...one, at: Date.now() })
  } catch {
    return false
  }
  await reload()
  return true
}

export async function takeBack(id: string): Promise<void> {
  await (await localDb())?.delete('waiting', id)
  await reload()
}

/** Told of everything that has left, with the server's answer. */
export function onSent(listener: (sent: Waiting, answer: unknown) => void): () => void {
  sentListeners.add(listener)
  return () => sentListeners.delete(listener)
}

/**
 * Sends what waits, one after the other; one tab at a time. Stops at the first that does not get through; what the
 * server refuses stays with its reason. The key is that of the first try, so nothing is sent twice.
 */
export async function sendWaiting(memberId: string): Promise<void> {
  const run = async () => {
    const db = await localDb()
    const list = (await db?.getAllFromIndex('waiting', 'at')) ?? []
    for (const one of list) {
      if (one.memberId !== memberId || one.refused) continue
      try {
        const answer = await request(one.route, {
          params: one.params,
          body: one.body,
          idempotencyKey: one.id,
        })
        await db?.delete('waiting', one.id)
        for (const listener of sentListeners) listener(one, answer)
      } catch (error) {
        const isForNow =
          error instanceof ApiError &&
          (error.status === 0 || [401, 429, 502, 503, 504].includes(error.status))
        if (isForNow) break
        await db?.put('waiting', { ...one, refused: error instanceof ApiError ? error.code : 'unexpected' })
      }
    }
    await reload()
  }
  if ('locks' in navigator) await navigator.locks.request('preau-outbox', run)
  else await run()
}
