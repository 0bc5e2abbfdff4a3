import type { Context } from '#platform/context.ts'
import type { CommunityDetail } from '#modules/communities/contract.ts'
import { getCommunityFor } from '#modules/communities/server/access.ts'
import type { CommunityAccess } from '#modules/communities/server/access.ts'
import { canInvite, joinWay } from '#modules/communities/server/policy.ts'
import { findDetail } from '#modules/communities/server/queries/detail.ts'
import type { DetailRow } from '#modules/communities/server/queries/detail.ts'
import { Refusal } from '#platform/shared/refusal.ts'

const nobody = '00000000-0000-0000-0000-000000000000'

/** The page of one community as the actor may see it. Two statements. */
export async function viewCommunity(ctx: Context, idOrSlug: string): Promise<CommunityDetail> {
  const access = await getCommunityFor(ctx, idOrSlug, 'see')
  const row = await findDetail(ctx.tx, access.id, ctx.actor.kind === 'member' ? ctx.actor.memberId : nobody)
  if (!row) throw new Refusal('communityNotFound')
  return viewDetail(ctx, access, row)
}

function viewDetail(ctx: Context, access: CommunityAccess, row: DetailRow): CommunityDetail {
  const {
    activeManagers,
    isLastManager,
    acceptedVersion,
    joinedAt,
    unread,
    myRoles,
    invitedBy,
    refusal,
    ban,
    charter,
    ...community
  } = row
  const { standing, can } = access
  const leave = !standing.isMember ? 'notAMember' : isLastManager ? 'lastManager' : null
  return {
    ...community,
    // Who only sees that the community exists reads its purpose, its charter and who animates it, nothing more.
    roles: can.read ? community.roles : [],
    canvas: can.read ? community.canvas : null,
    needsSecondManager: can.manage && activeManagers < 2,
    charter: charter && { ...charter, acceptedVersion },
    me: {
      isMember: standing.isMember,
      joinedAt,
      roles: myRoles,
      unread,
      hasAsked: standing.hasAsked,
      invitedBy,
      refusal,
      ban,
      charterToAccept: standing.isMember && !standing.hasAcceptedCharter,
    },
    can: {
      ...can,
      invite: canInvite(ctx.actor, access, standing, 'employee') === true,
      inviteGuests: canInvite(ctx.actor, access, standing, 'guest') === true,
      leave: leave === null,
      joinWay: joinWay(ctx.actor, access, standing),
    },
    why: { participate: access.participationRefusal, leave },
  }
}
