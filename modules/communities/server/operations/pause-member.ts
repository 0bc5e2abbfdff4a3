import type { Context } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { memberPaused, pauseEnded } from '#modules/communities/events.ts'
import { deletePause, upsertPause } from '#modules/communities/server/queries/pause.ts'

/**
 * For some days a member reads and does not write here; it ends by itself. A door for moderation, which has decided
 * who may; nothing is checked here. Emits memberPaused.
 */
export async function pauseMember(
  ctx: Context,
  input: { communityId: string; memberId: string; endsAt: Date },
): Promise<void> {
  await upsertPause(ctx.tx, { ...input, startsAt: ctx.now })
  await emit(
    ctx,
    memberPaused(input.communityId, { memberId: input.memberId, endsAt: input.endsAt.toISOString() }),
  )
}

/** Ends a pause before its time. Idempotent. Emits pauseEnded. */
export async function endPause(
  ctx: Context,
  input: { communityId: string; memberId: string },
): Promise<void> {
  if ((await deletePause(ctx.tx, input.communityId, input.memberId)) === 0) return
  await emit(ctx, pauseEnded(input.communityId, { memberId: input.memberId }))
}
