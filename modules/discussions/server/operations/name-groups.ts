import { getCommunityFor } from '#modules/communities/public.ts'
import { mentionGroups } from '#modules/discussions/contract.ts'
import type { MentionGroup } from '#modules/discussions/contract.ts'
import type { MemberContext } from '#platform/context.ts'
import { canNameEveryone } from '../policy.ts'
import { countGroups } from '../queries/groups.ts'

/** Groups of a community that one may name there: those that are somebody, and everyone for its managers. */
export async function readMentionGroups(
  ctx: MemberContext,
  idOrSlug: string,
): Promise<{ name: MentionGroup; people: number }[]> {
  const community = await getCommunityFor(ctx, idOrSlug, 'read')
  if (!community.can.participate) return []
  const names = mentionGroups.filter(
    (name) => name !== 'everyone' || canNameEveryone(ctx.actor, community.roles) === true,
  )
  return countGroups(ctx.tx, community.id, names, ctx.actor.memberId)
}
