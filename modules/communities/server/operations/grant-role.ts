import type { Context } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { enforce, Refusal } from '#platform/shared/refusal.ts'
import type { CommunityRole } from '#modules/communities/contract.ts'
import { roleGranted, roleWithdrawn } from '#modules/communities/events.ts'
import { getCommunityFor } from '#modules/communities/server/access.ts'
import { requireAnotherManager } from '#modules/communities/server/operations/leave-community.ts'
import { canHold, canManage } from '#modules/communities/server/policy.ts'
import { deleteRole, findPersonHere, insertRole } from '#modules/communities/server/queries/membership.ts'

interface RoleInput {
  community: string
  memberId: string
  role: CommunityRole
}

/** A manager gives a member a role, which everybody who reads the community sees. Idempotent. Emits roleGranted. */
export async function grantRole(ctx: Context, input: RoleInput & { since?: Date }): Promise<void> {
  const community = await getCommunityFor(ctx, input.community, 'manage')
  const person = await findPersonHere(ctx.tx, community.id, input.memberId)
  if (!person?.isMember || person.state === 'deactivated') throw new Refusal('memberNotFound')
  enforce(canHold(person.kind, input.role))
  const granted = await insertRole(ctx.tx, {
    communityId: community.id,
    memberId: person.id,
    role: input.role,
    at: input.since ?? ctx.now,
    byMemberId: ctx.actor.kind === 'member' ? ctx.actor.memberId : null,
  })
  if (granted > 0) await emit(ctx, roleGranted(community.id, { memberId: person.id, role: input.role }))
}

/** A manager withdraws a role, or its holder steps down. Emits roleWithdrawn. */
export async function withdrawRole(ctx: Context, input: RoleInput): Promise<void> {
  const community = await getCommunityFor(ctx, input.community, 'read')
  const isOwn = ctx.actor.kind === 'member' && ctx.actor.memberId === input.memberId
  if (!isOwn) enforce(canManage(ctx.actor, community, community.standing))
  const person = await findPersonHere(ctx.tx, community.id, input.memberId)
  if (!person?.roles.includes(input.role)) throw new Refusal('memberNotFound')
  if (input.role === 'manager') await requireAnotherManager(ctx, community.id, input.memberId)
  if ((await deleteRole(ctx.tx, community.id, input.memberId, input.role)) > 0)
    await emit(ctx, roleWithdrawn(community.id, { memberId: input.memberId, role: input.role }))
}
