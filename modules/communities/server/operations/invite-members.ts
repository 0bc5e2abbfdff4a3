import type { MemberContext } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { enforce, Refusal } from '#platform/shared/refusal.ts'
import { invitationDeclined, memberInvited } from '#modules/communities/events.ts'
import { getCommunityFor } from '#modules/communities/server/access.ts'
import { canInvite } from '#modules/communities/server/policy.ts'
import {
  countGuestsAmong,
  deleteInvitation,
  insertInvitations,
} from '#modules/communities/server/queries/membership.ts'

/**
 * A member invites others. Those already in, invited, gone or banned are passed over without a word about which.
 * Only managers invite partners' people, and only where partners are admitted.
 */
export async function inviteMembers(
  ctx: MemberContext,
  input: { community: string; memberIds: string[] },
): Promise<{ invited: number }> {
  const community = await getCommunityFor(ctx, input.community, 'read')
  enforce(canInvite(ctx.actor, community, community.standing, 'employee'))
  const withGuests = canInvite(ctx.actor, community, community.standing, 'guest')
  // Only a manager is told that a guest is among them: others may not know that this person exists.
  if (withGuests !== true && community.can.manage && (await countGuestsAmong(ctx.tx, input.memberIds)) > 0)
    enforce(withGuests)
  const invited = await insertInvitations(ctx.tx, {
    communityId: community.id,
    memberIds: input.memberIds,
    byMemberId: ctx.actor.memberId,
    at: ctx.now,
    withGuests: withGuests === true,
  })
  if (invited.length > 0)
    await emit(ctx, memberInvited(community.id, { memberIds: invited.map((row) => row.memberId) }))
  return { invited: invited.length }
}

/** A manager takes an invitation back. */
export async function withdrawInvitation(
  ctx: MemberContext,
  input: { community: string; memberId: string },
): Promise<void> {
  const community = await getCommunityFor(ctx, input.community, 'manage')
  if ((await deleteInvitation(ctx.tx, community.id, input.memberId)) === 0)
    throw new Refusal('memberNotFound')
}

/** A person declines their invitation; of a secret community nothing remains visible to them. */
export async function declineInvitation(ctx: MemberContext, idOrSlug: string): Promise<void> {
  const community = await getCommunityFor(ctx, idOrSlug, 'see')
  if ((await deleteInvitation(ctx.tx, community.id, ctx.actor.memberId)) > 0)
    await emit(ctx, invitationDeclined(community.id, { memberId: ctx.actor.memberId }))
}
