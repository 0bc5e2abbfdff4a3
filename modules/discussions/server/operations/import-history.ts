import { takePostSequence } from '#modules/communities/public.ts'
import type { ImportedPost } from '../imported.ts'
import type { Context } from '#platform/context.ts'
import { findExistingPosts, insertPosts, recount } from '../queries/imports.ts'
import { updateCards, updateCardsOfThreads } from '../queries/cards.ts'

/**
 * Posts of one community with their original dates and authors; those that are there already are left as they are.
 * Places in the community's order follow the dates. No events: nobody is notified of the past.
 */
export async function insertImportedPosts(ctx: Context, rows: readonly ImportedPost[]): Promise<number> {
  const known = await findExistingPosts(
    ctx.tx,
    rows.map((row) => row.id),
  )
  const fresh = rows
    .filter((row) => !known.has(row.id))
    .sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime())
  const communityId = fresh[0]?.communityId
  if (!communityId) return 0
  if (fresh.some((row) => row.communityId !== communityId))
    throw new Error('Imported posts of one call belong to one community.')
  const lastSeq = await takePostSequence(ctx, communityId, { count: fresh.length })
  return insertPosts(ctx.tx, fresh, lastSeq)
}

/** Recounts answers, comments, reactions and last activity of these posts from their rows, then renders their cards. */
export async function refreshPostCards(ctx: Context, postIds: readonly string[]): Promise<void> {
  if (postIds.length === 0) return
  await recount(ctx.tx, postIds)
  await updateCards(ctx.tx, postIds)
  await updateCardsOfThreads(ctx.tx, postIds)
}
