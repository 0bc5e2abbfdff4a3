import type { Context } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { enforce, Refusal } from '#platform/shared/refusal.ts'
import { cleanText } from '#platform/shared/local-text.ts'
import { joinRequested, memberJoined } from '#modules/communities/events.ts'
import { getCommunityFor } from '#modules/communities/server/access.ts'
import type { CommunityAccess } from '#modules/communities/server/access.ts'
import { canComeIn } from '#modules/communities/server/policy.ts'
import {
  deleteJoinRequest,
  insertMembership,
  upsertJoinRequest,
} from '#modules/communities/server/queries/membership.ts'

/** The current charter must have been read: its version comes with the request. */
function requireCharter(community: CommunityAccess, version: number | null | undefined): void {
  if (community.charterVersion !== null && version !== community.charterVersion)
    throw new Refusal('charterNotAccepted', { version: community.charterVersion })
}

/**
 * A member joins an open community, or accepts their invitation, and accepts the charter with it. Idempotent.
 * As the system, `memberId` names who is brought in (demo, command line). Emits memberJoined.
 */
export async function joinCommunity(
  ctx: Context,
  input: {
    community: string
    charterVersion?: number | null | undefined
    memberId?: string
    joinedAt?: Date
    invitedBy?: string | null
  },
): Promise<void> {
  const community = await getCommunityFor(ctx, input.community, 'see')
  if (community.isMember) return
  if (ctx.actor.kind === 'member') {
    enforce(canComeIn(ctx.actor, community, community.standing, 'join'))
    requireCharter(community, input.charterVersion)
  }
  const memberId = ctx.actor.kind === 'member' ? ctx.actor.memberId : input.memberId
  if (!memberId) throw new Refusal('memberNotFound')
  const isNew = await insertMembership(ctx.tx, {
    communityId: community.id,
    memberId,
    at: ctx.actor.kind === 'system' ? (input.joinedAt ?? ctx.now) : ctx.now,
    charterVersion: community.charterVersion,
    invitedBy: ctx.actor.kind === 'system' ? (input.invitedBy ?? null) : null,
  })
  if (isNew) await emit(ctx, memberJoined(community.id, { memberId }))
}

/** A member asks to join a closed community. Asking again replaces the message. Emits joinRequested. */
export async function askToJoin(
  ctx: Context,
  input: {
    community: string
    message?: string | null | undefined
    charterVersion?: number | null | undefined
  },
): Promise<void> {
  const community = await getCommunityFor(ctx, input.community, 'see')
  if (ctx.actor.kind !== 'member') throw new Refusal('notSignedIn')
  enforce(canComeIn(ctx.actor, community, community.standing, 'ask'))
  requireCharter(community, input.charterVersion)
  await upsertJoinRequest(ctx.tx, {
    communityId: community.id,
    memberId: ctx.actor.memberId,
    message: cleanText(input.message),
    charterVersion: community.charterVersion,
    at: ctx.now,
  })
  if (!community.standing.hasAsked)
    await emit(ctx, joinRequested(community.id, { memberId: ctx.actor.memberId }))
}

/** A member takes their request back. */
export async function withdrawRequest(ctx: Context, idOrSlug: string): Promise<void> {
  const community = await getCommunityFor(ctx, idOrSlug, 'see')
  if (ctx.actor.kind === 'member') await deleteJoinRequest(ctx.tx, community.id, ctx.actor.memberId)
}
