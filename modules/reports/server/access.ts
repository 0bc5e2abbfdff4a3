import { getCommunityFor } from '#modules/communities/public.ts'
import type { CommunityAccess } from '#modules/communities/public.ts'
import type { Context } from '#platform/context.ts'
import { enforce } from '#platform/shared/refusal.ts'

/**
 * Who reads reports, stories, return and maturity: members of the community, never guests. A person outside an open
 * community reads its conversations, but its aggregates are its members'.
 */
export const canReadReports = (
  isGuest: boolean,
  isMember: boolean,
): true | 'guestsSeeNoReports' | 'membersOnly' =>
  isGuest ? 'guestsSeeNoReports' : isMember ? true : 'membersOnly'

export async function getForReading(ctx: Context, community: string): Promise<CommunityAccess> {
  const access = await getCommunityFor(ctx, community, 'read')
  if (ctx.actor.kind === 'member') enforce(canReadReports(ctx.actor.memberKind === 'guest', access.isMember))
  return access
}

/** Whoever manages the community and is no guest. */
export async function getForManaging(ctx: Context, community: string): Promise<CommunityAccess> {
  const access = await getCommunityFor(ctx, community, 'manage')
  if (ctx.actor.kind === 'member') enforce(canReadReports(ctx.actor.memberKind === 'guest', access.isMember))
  return access
}
