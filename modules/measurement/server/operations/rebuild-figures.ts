import { systemActor } from '#platform/context.ts'
import type { Db } from '#platform/db/pool.ts'
import { listBySlug } from '../rollup/dirty.ts'
import { markAll, rollUpNext } from '../rollup/roll-up.ts'

/** The community at an address, or all of them. */
export const listCommunitiesToRebuild = (db: Db, slug: string | undefined) =>
  listBySlug(db.read, slug ?? null)

/** Counts a community again, one transaction per month; stopped in the middle, what is left stays due. Answers the months. */
export async function rebuildFigures(db: Db, communityId: string, now = new Date()): Promise<number> {
  const actor = systemActor('figures --rebuild')
  await db.transaction((tx) => markAll({ actor, tx, now }, communityId))
  let made = 0
  while ((await db.transaction((tx) => rollUpNext({ actor, tx, now }, communityId, true))) !== undefined)
    made++
  return made
}
