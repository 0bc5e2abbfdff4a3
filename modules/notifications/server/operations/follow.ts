import { getCommunityFor } from '#modules/communities/public.ts'
import { findVisiblePost } from '#modules/discussions/public.ts'
import type { MemberContext } from '#platform/context.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import type { Level } from '#modules/notifications/reasons.ts'
import {
  deleteConversationLevel,
  deleteFollowedMember,
  deleteFollowedTag,
  findConversationState,
  findLevel,
  isFollowing,
  isSeeable,
  setConversationLevel,
  setFollowedMember,
  setFollowedTag,
  setLevel,
} from '../queries/settings.ts'

export async function readLevel(ctx: MemberContext, community: string) {
  const { id } = await getCommunityFor(ctx, community, 'read')
  return findLevel(ctx.tx, ctx.actor.memberId, id)
}

/** Chooses what one hears of a community. */
export async function chooseLevel(ctx: MemberContext, community: string, level: Level): Promise<void> {
  const { id } = await getCommunityFor(ctx, community, 'read')
  await setLevel(ctx.tx, ctx.actor.memberId, id, level)
}

/** Follows a tag of a community: what carries it is in the digest. */
export async function followTag(
  ctx: MemberContext,
  community: string,
  input: { tag: string; follows: boolean },
): Promise<void> {
  const { id } = await getCommunityFor(ctx, community, 'read')
  if (input.follows) await setFollowedTag(ctx.tx, ctx.actor.memberId, id, input.tag, ctx.now)
  else await deleteFollowedTag(ctx.tx, ctx.actor.memberId, id, input.tag)
}

/** Whether the person hears of a conversation: as they chose, else because they wrote in it. */
export async function readConversationState(ctx: MemberContext, postId: string) {
  if (!(await findVisiblePost(ctx, postId))) throw new Refusal('postNotFound')
  const { chosen, wrote, unread } = await findConversationState(ctx.tx, ctx.actor.memberId, postId)
  return {
    state: chosen ?? (wrote ? ('follow' as const) : ('none' as const)),
    isAutomatic: chosen === null,
    unread,
  }
}

/** Follows a conversation, mutes it, or goes back to the rule (who writes in it follows). */
export async function followConversation(
  ctx: MemberContext,
  postId: string,
  state: 'follow' | 'mute' | 'none',
) {
  if (!(await findVisiblePost(ctx, postId))) throw new Refusal('postNotFound')
  if (state === 'none') await deleteConversationLevel(ctx.tx, ctx.actor.memberId, postId)
  else await setConversationLevel(ctx.tx, ctx.actor.memberId, postId, state)
  return readConversationState(ctx, postId)
}

async function refuseInvisible(ctx: MemberContext, memberId: string): Promise<void> {
  if (!(await isSeeable(ctx.tx, memberId, ctx.actor.memberId, ctx.actor.memberKind === 'employee')))
    throw new Refusal('memberNotFound')
}

export async function readFollowing(ctx: MemberContext, memberId: string) {
  await refuseInvisible(ctx, memberId)
  return { follows: await isFollowing(ctx.tx, ctx.actor.memberId, memberId) }
}

/** Follows what somebody publishes where one may read it; only oneself knows. */
export async function followMember(ctx: MemberContext, memberId: string, follows: boolean) {
  await refuseInvisible(ctx, memberId)
  if (follows && memberId !== ctx.actor.memberId)
    await setFollowedMember(ctx.tx, ctx.actor.memberId, memberId, ctx.now)
  else await deleteFollowedMember(ctx.tx, ctx.actor.memberId, memberId)
  return { follows: follows && memberId !== ctx.actor.memberId }
}
