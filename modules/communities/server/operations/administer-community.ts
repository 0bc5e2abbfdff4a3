import type { MemberContext } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { cleanText } from '#platform/shared/local-text.ts'
import { enforce, Refusal } from '#platform/shared/refusal.ts'
import {
  communityArchived,
  communityReopened,
  memberJoined,
  memberRemoved,
  roleGranted,
} from '#modules/communities/events.ts'
import { audit } from '#modules/communities/server/operations/audit.ts'
import { takeOut } from '#modules/communities/server/operations/leave-community.ts'
import { canHold } from '#modules/communities/server/policy.ts'
import { setCreationPolicy } from '#modules/communities/server/queries/communities.ts'
import {
  communityExists,
  deleteClosure,
  setArchived,
} from '#modules/communities/server/queries/life-cycle.ts'
import {
  findPersonHere,
  insertMembership,
  insertRole,
} from '#modules/communities/server/queries/membership.ts'

// The routes of this file are declared `administrator`: life cycle and people, audited, without ever reading content.

async function requireCommunity(ctx: MemberContext, communityId: string): Promise<void> {
  if (!(await communityExists(ctx.tx, communityId))) throw new Refusal('communityNotFound')
}

/** An administrator archives a community at once. */
export async function archiveAsAdministrator(
  ctx: MemberContext,
  input: { communityId: string; reason: string },
): Promise<void> {
  await requireCommunity(ctx, input.communityId)
  const archived = await setArchived(ctx.tx, {
    communityId: input.communityId,
    at: ctx.now,
    byMemberId: ctx.actor.memberId,
    reason: cleanText(input.reason) ?? '',
  })
  if (archived === 0) return
  await audit(ctx, 'communities.archived', input.communityId)
  await emit(ctx, communityArchived(input.communityId, {}))
}

export async function reopenAsAdministrator(ctx: MemberContext, communityId: string): Promise<void> {
  await requireCommunity(ctx, communityId)
  if ((await deleteClosure(ctx.tx, communityId, true)) === 0) throw new Refusal('notArchived')
  await audit(ctx, 'communities.reopened', communityId)
  await emit(ctx, communityReopened(communityId, {}))
}

/**
 * An administrator gives a community a manager. Never themselves: it would be a way of reading by being an
 * administrator. Everybody in the community sees the new manager.
 */
export async function assignManager(
  ctx: MemberContext,
  input: { communityId: string; memberId: string },
): Promise<void> {
  await requireCommunity(ctx, input.communityId)
  if (input.memberId === ctx.actor.memberId) enforce('notYourself')
  const person = await findPersonHere(ctx.tx, input.communityId, input.memberId)
  if (!person || person.state !== 'active') throw new Refusal('memberNotFound')
  enforce(canHold(person.kind, 'manager'))
  if (person.isBanned) enforce('banned')
  if (
    await insertMembership(ctx.tx, {
      communityId: input.communityId,
      memberId: person.id,
      at: ctx.now,
      charterVersion: null,
    })
  )
    await emit(ctx, memberJoined(input.communityId, { memberId: person.id }))
  const row = {
    communityId: input.communityId,
    memberId: person.id,
    role: 'manager' as const,
    at: ctx.now,
    byMemberId: ctx.actor.memberId,
  }
  if ((await insertRole(ctx.tx, row)) === 0) return
  await audit(ctx, 'communities.managerAssigned', input.communityId, { memberId: person.id })
  await emit(ctx, roleGranted(input.communityId, { memberId: person.id, role: 'manager' }))
}

/** An administrator takes somebody out, for people who left the company or should never have been there. */
export async function removeAsAdministrator(
  ctx: MemberContext,
  input: { communityId: string; memberId: string },
): Promise<void> {
  await requireCommunity(ctx, input.communityId)
  const person = await findPersonHere(ctx.tx, input.communityId, input.memberId)
  if (!person?.isMember) throw new Refusal('memberNotFound')
  await takeOut(ctx, input.communityId, person.id)
  await audit(ctx, 'communities.memberRemoved', input.communityId, { memberId: person.id })
  await emit(ctx, memberRemoved(input.communityId, { memberId: person.id }))
}

export async function decideWhoMayFound(
  ctx: MemberContext,
  createdBy: 'everyone' | 'administrators',
): Promise<void> {
  await setCreationPolicy(ctx.tx, createdBy)
  await audit(ctx, 'communities.policyChanged', 'communities', { createdBy })
}
