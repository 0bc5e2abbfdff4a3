import type { Context } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { cleanText } from '#platform/shared/local-text.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import {
  closingAnnounced,
  closingCancelled,
  communityArchived,
  communityReopened,
} from '#modules/communities/events.ts'
import { getCommunityFor } from '#modules/communities/server/access.ts'
import {
  deleteClosure,
  insertClosing,
  setArchivedWhereDue,
} from '#modules/communities/server/queries/life-cycle.ts'

/**
 * A manager announces the closing, or changes its date; the community is archived when the day comes. The notice that
 * members are owed is the rule of lifecycle, which calls this. Emits closingAnnounced.
 */
export async function announceClosing(
  ctx: Context,
  input: { community: string; closesOn: string; reason: string; whereNext?: string | null | undefined },
): Promise<void> {
  const community = await getCommunityFor(ctx, input.community, 'manage')
  if (community.stage === 'archived') throw new Refusal('conflict', { stage: community.stage })
  const announced = await insertClosing(ctx.tx, {
    communityId: community.id,
    at: ctx.now,
    closesOn: input.closesOn,
    byMemberId: ctx.actor.kind === 'member' ? ctx.actor.memberId : null,
    reason: cleanText(input.reason) ?? '',
    whereNext: cleanText(input.whereNext),
  })
  if (announced === 0) throw new Refusal('conflict', { closesOn: input.closesOn })
  await emit(ctx, closingAnnounced(community.id, { closesOn: input.closesOn }))
}

/** A manager changes their mind before the day. */
export async function cancelClosing(ctx: Context, idOrSlug: string): Promise<void> {
  const community = await getCommunityFor(ctx, idOrSlug, 'manage')
  if ((await deleteClosure(ctx.tx, community.id, false)) === 0) throw new Refusal('notClosing')
  await emit(ctx, closingCancelled(community.id, {}))
}

/** A manager reopens what was archived; it returns to the stage it had before. */
export async function reopenCommunity(ctx: Context, idOrSlug: string): Promise<void> {
  const community = await getCommunityFor(ctx, idOrSlug, 'manage')
  if ((await deleteClosure(ctx.tx, community.id, true)) === 0) throw new Refusal('notArchived')
  await emit(ctx, communityReopened(community.id, {}))
}

/** Archives every community whose announced day has come. Safe to run again. */
export async function archiveDue(ctx: Context): Promise<void> {
  for (const { id } of await setArchivedWhereDue(ctx.tx, ctx.now)) await emit(ctx, communityArchived(id, {}))
}
