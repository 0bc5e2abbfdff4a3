import type { Context, MemberContext } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { cleanText } from '#platform/shared/local-text.ts'
import { enforce, Refusal } from '#platform/shared/refusal.ts'
import { banLifted, memberBanned, memberLeft, memberRemoved } from '#modules/communities/events.ts'
import { getCommunityFor } from '#modules/communities/server/access.ts'
import { audit } from '#modules/communities/server/operations/audit.ts'
import { canRemove } from '#modules/communities/server/policy.ts'
import {
  countOtherManagers,
  deleteBan,
  deleteMembership,
  findPersonHere,
  lockCommunity,
  upsertBan,
} from '#modules/communities/server/queries/membership.ts'

/** The last active manager hands over before going. Locks the community, so that two cannot go at the same moment. */
export async function requireAnotherManager(
  ctx: Context,
  communityId: string,
  memberId: string,
): Promise<void> {
  await lockCommunity(ctx.tx, communityId)
  if ((await countOtherManagers(ctx.tx, communityId, memberId)) === 0) throw new Refusal('lastManager')
}

/** A member leaves; roles go with the membership. Emits memberLeft. */
export async function leaveCommunity(ctx: MemberContext, idOrSlug: string): Promise<void> {
  const community = await getCommunityFor(ctx, idOrSlug, 'read')
  if (!community.isMember) return
  if (community.roles.includes('manager')) await requireAnotherManager(ctx, community.id, ctx.actor.memberId)
  if (await deleteMembership(ctx.tx, community.id, ctx.actor.memberId))
    await emit(ctx, memberLeft(community.id, { memberId: ctx.actor.memberId }))
}

/** A moderator or manager removes a member, who may come back. Emits memberLeft and memberRemoved. */
export async function removeMember(
  ctx: Context,
  input: { community: string; memberId: string },
): Promise<void> {
  const community = await getCommunityFor(ctx, input.community, 'moderate')
  const person = await findPersonHere(ctx.tx, community.id, input.memberId)
  if (!person?.isMember) throw new Refusal('memberNotFound')
  enforce(canRemove(ctx.actor, community, community.standing, person.roles))
  await takeOut(ctx, community.id, person.id)
  await emit(ctx, memberRemoved(community.id, { memberId: person.id }))
}

/** A manager bans somebody, with a reason that the person reads. Emits memberBanned. */
export async function banMember(
  ctx: MemberContext,
  input: { community: string; memberId: string; reason: string },
): Promise<void> {
  const community = await getCommunityFor(ctx, input.community, 'manage')
  const person = await findPersonHere(ctx.tx, community.id, input.memberId)
  // A partner's person who is not in this community is nobody a manager could know of.
  if (!person || (person.kind === 'guest' && !person.isMember && !person.isBanned))
    throw new Refusal('memberNotFound')
  enforce(canRemove(ctx.actor, community, community.standing, person.roles))
  if (person.isMember) await takeOut(ctx, community.id, person.id)
  await upsertBan(ctx.tx, {
    communityId: community.id,
    memberId: person.id,
    byMemberId: ctx.actor.memberId,
    reason: cleanText(input.reason) ?? '',
    at: ctx.now,
  })
  await audit(ctx, 'communities.memberBanned', community.id, { memberId: person.id })
  await emit(ctx, memberBanned(community.id, { memberId: person.id }))
}

/** A manager lifts a ban; the person may come back by themselves. */
export async function liftBan(
  ctx: MemberContext,
  input: { community: string; memberId: string },
): Promise<void> {
  const community = await getCommunityFor(ctx, input.community, 'manage')
  if ((await deleteBan(ctx.tx, community.id, input.memberId)) === 0) throw new Refusal('memberNotFound')
  await audit(ctx, 'communities.banLifted', community.id, { memberId: input.memberId })
  await emit(ctx, banLifted(community.id, { memberId: input.memberId }))
}

export async function takeOut(ctx: Context, communityId: string, memberId: string): Promise<void> {
  if (await deleteMembership(ctx.tx, communityId, memberId))
    await emit(ctx, memberLeft(communityId, { memberId }))
}
