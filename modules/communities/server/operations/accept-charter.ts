import type { MemberContext } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { charterAccepted } from '#modules/communities/events.ts'
import { getCommunityFor } from '#modules/communities/server/access.ts'
import { insertCharterAcceptance } from '#modules/communities/server/queries/charter.ts'

/** A member accepts the current version; an older one answers `charterNotAccepted` with the current number. Idempotent. */
export async function acceptCharter(
  ctx: MemberContext,
  input: { community: string; version: number },
): Promise<void> {
  const community = await getCommunityFor(ctx, input.community, 'read')
  if (!community.isMember) throw new Refusal('notAMember')
  if (community.charterVersion !== input.version)
    throw new Refusal('charterNotAccepted', { version: community.charterVersion })
  const accepted = await insertCharterAcceptance(ctx.tx, {
    communityId: community.id,
    version: input.version,
    memberId: ctx.actor.memberId,
    at: ctx.now,
  })
  if (accepted > 0)
    await emit(ctx, charterAccepted(community.id, { memberId: ctx.actor.memberId, version: input.version }))
}
