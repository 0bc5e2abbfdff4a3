import type { Context } from '#platform/context.ts'
import type { Db } from '#platform/db/pool.ts'
import { insertPresence } from '../queries.ts'

/** Bits noted by this process and not written yet. */
const waiting = new Map<string, { memberId: string; communityId: string; month: string }>()
/** Bits this process has noted already, so that a month of reading costs one write; forgotten when it grows. */
const known = new Set<string>()
const mostKnown = 200_000
const pauseMs = 30_000
let timer: NodeJS.Timeout | undefined

/**
 * Notes that the member was there this month: one bit, no hour, no page. Written within half a minute, sorted
 * among others, so that not even the order of rows tells when. Only members of the community leave a bit. A
 * process that dies meanwhile forgets it until the next visit.
 */
export function notePresence(ctx: Context, db: Db, communityId: string): void {
  if (ctx.actor.kind !== 'member') return
  const bit = { memberId: ctx.actor.memberId, communityId, month: `${ctx.now.toISOString().slice(0, 7)}-01` }
  const key = Object.values(bit).join(' ')
  if (known.has(key)) return
  if (known.size >= mostKnown) known.clear()
  known.add(key)
  waiting.set(key, bit)
  timer ??= setTimeout(() => void writePresence(db).catch(() => {}), pauseMs).unref()
}

/** Writes what was noted, one statement per month. What cannot be written is noted again at the next visit. */
export async function writePresence(db: Db): Promise<void> {
  clearTimeout(timer)
  timer = undefined
  const batch = [...waiting].toSorted(([a], [b]) => (a < b ? -1 : 1))
  waiting.clear()
  for (const [month, entries] of Map.groupBy(batch, ([, bit]) => bit.month)) {
    const bits = entries.map(([, bit]) => bit)
    try {
      await insertPresence(
        db.read,
        bits.map((bit) => bit.memberId),
        bits.map((bit) => bit.communityId),
        month,
      )
    } catch (error) {
      for (const [key] of entries) known.delete(key)
      throw error
    }
  }
}
