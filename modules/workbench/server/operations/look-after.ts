import { getCommunityFor } from '#modules/communities/public.ts'
import { writeToAuthor } from '#modules/moderation/public.ts'
import { logAccess } from '#modules/people/public.ts'
import type { MemberContext } from '#platform/context.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import type { Contributor } from '#modules/workbench/contract.ts'
import { findIsOptedOut, insertCare, listContributors, setOptedOut } from '../queries/care.ts'
import { listVolunteersIn } from '../queries/path.ts'
import { viewWaitingPost } from '../views.ts'

/** At most five people who took a large part and fell silent. Each finds the look in their access log. */
export async function listContributorsToLookAfter(
  ctx: MemberContext,
  communityKey: string,
): Promise<{ items: Contributor[] }> {
  const community = await getCommunityFor(ctx, communityKey, 'manage')
  const rows = await listContributors(ctx.tx, community.id, ctx.actor.memberId, ctx.now)
  await logAccess(ctx, {
    viewerRole: 'manager',
    communityId: community.id,
    screen: 'contributors',
    purpose: 'lookAfter',
    subjects: rows.map(({ member }) => member.id),
    fields: ['name', 'lastPost', 'silentWeeks'],
  })
  return {
    items: rows.map((row) => ({
      member: row.member,
      lastPost: viewWaitingPost(row),
      silentWeeks: Math.floor(row.silentDays / 7),
    })),
  }
}

/**
 * Thanks, asks how somebody is or offers a pause, in a note between the two under their last public text; `leave`
 * writes nothing. Either way they are not proposed for 90 days. Only people who are proposed now can be written to
 * (refusal `contributorNotFound`).
 */
export async function lookAfter(
  ctx: MemberContext,
  input: {
    community: string
    memberId: string
    act: 'thanks' | 'news' | 'pause' | 'leave'
    text?: string
  },
): Promise<void> {
  const community = await getCommunityFor(ctx, input.community, 'manage')
  const rows = await listContributors(ctx.tx, community.id, ctx.actor.memberId, ctx.now)
  const found = rows.find(({ member }) => member.id === input.memberId)
  if (!found) throw new Refusal('contributorNotFound')
  if (input.act !== 'leave') {
    if (!input.text?.trim()) throw new Refusal('careNeedsWords')
    await writeToAuthor(ctx, { postId: found.id, commentId: found.commentId, text: input.text })
  }
  await insertCare(ctx.tx, {
    communityId: community.id,
    memberId: input.memberId,
    byMemberId: ctx.actor.memberId,
    act: input.act,
    at: ctx.now,
  })
}

/** What the caller said about being looked after, and the communities where they offered to accompany newcomers. */
export const readOwnCare = async (
  ctx: MemberContext,
): Promise<{ mayBeProposed: boolean; volunteersIn: string[] }> => ({
  mayBeProposed: !(await findIsOptedOut(ctx.tx, ctx.actor.memberId)),
  volunteersIn: await listVolunteersIn(ctx.tx, ctx.actor.memberId),
})

export async function decideOwnCare(
  ctx: MemberContext,
  mayBeProposed: boolean,
): ReturnType<typeof readOwnCare> {
  await setOptedOut(ctx.tx, ctx.actor.memberId, !mayBeProposed, ctx.now)
  return readOwnCare(ctx)
}
