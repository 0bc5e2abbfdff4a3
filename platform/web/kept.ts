import { localDb } from './local-db.ts'
import type { KeptAnswer } from './local-db.ts'

// Reading without a network: what this device has read of one's own communities, for a week. The network decides
// whenever it is there; what it says is gone is gone here too.

const week = 7 * 24 * 3600_000
const most = 300

/** Keeps an answer, and takes away the oldest beyond the limits. Never fails. */
export async function keepAnswer(path: string, body: unknown): Promise<void> {
  const db = await localDb()
  if (!db) return
  if (path === '/api/v1/session') return keepSession(body)
  if (path === '/api/v1/me/communities') await forgetOthers(body)
  await db.put('kept', { path, body, at: Date.now() }).catch(() => undefined)
  const excess = (await db.count('kept')) - most
  if (excess <= 0) return
  let cursor = await db.transaction('kept', 'readwrite').store.index('at').openCursor()
  for (let gone = 0; cursor && gone < excess; gone++) {
    await cursor.delete()
    cursor = await cursor.continue()
  }
}

/** What this device has of an address; nothing older than a week. */
export async function findAnswer(path: string): Promise<KeptAnswer | undefined> {
  const db = await localDb()
  const kept = await db?.get('kept', path)
  return kept && Date.now() - kept.at < week ? kept : undefined
}

export async function forgetAnswer(path: string): Promise<void> {
  await (await localDb())?.delete('kept', path)
}

/** Takes away every answer that speaks of an object: deleted, hidden, moved, left. */
export async function forgetAbout(id: string): Promise<void> {
  await forgetWhere(({ path, body }) => path.includes(id) || JSON.stringify(body).includes(id))
}

/** Signed out, another person, or wished: nothing stays. */
export async function forgetAllAnswers(): Promise<void> {
  await (await localDb())?.clear('kept')
}

export async function countAnswers(): Promise<number> {
  const db = await localDb()
  return db ? await db.count('kept', IDBKeyRange.upperBound('/api/v1/session', true)) : 0
}

interface SessionAnswer {
  member?: { id: string } | null
}

/** A session is kept only to open without a network; somebody else's clears what the last person read. */
async function keepSession(body: unknown): Promise<void> {
  const db = await localDb()
  if (!db) return
  const before = (await db.get('kept', '/api/v1/session'))?.body as SessionAnswer | undefined
  const now = body as SessionAnswer
  if (!now.member || before?.member?.id !== now.member.id) await db.clear('kept')
  if (now.member) await db.put('kept', { path: '/api/v1/session', body, at: Date.now() })
}

interface Mine {
  items: { id: string; slug: string }[]
}
/** Of a community that I left, or that I was taken out of, nothing stays once the server has said so. */
async function forgetOthers(body: unknown): Promise<void> {
  const mine = new Set((body as Mine).items.flatMap(({ id, slug }) => [id, slug]))
  await forgetWhere(({ path, body: kept }) => {
    const [, named] = /^\/api\/v1\/communities\/([^/?]+)/.exec(path) ?? []
    if (named) return !mine.has(named)
    const { items } = kept as { items?: unknown[] }
    return [kept, ...(items ?? [])].some((one) => {
      const { community, communityId } = (one ?? {}) as { community?: { id?: string }; communityId?: string }
      const about = community?.id ?? communityId
      return about !== undefined && !mine.has(about)
    })
  })
}

async function forgetWhere(isGone: (kept: KeptAnswer) => boolean): Promise<void> {
  const db = await localDb()
  if (!db) return
  const transaction = db.transaction('kept', 'readwrite')
  for await (const cursor of transaction.store) if (isGone(cursor.value)) await cursor.delete()
  await transaction.done
}
