import { getCommunityFor } from '#modules/communities/public.ts'
import type { Leave } from '#modules/practice/contract.ts'
import { standInAnswered, standInAsked } from '#modules/practice/events.ts'
import { getBusinessCalendar } from '#modules/people/public.ts'
import type { MemberContext } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { newId } from '#platform/ids.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { addDays, dayIn } from '../policy.ts'
import {
  findLeave,
  insertLeave,
  isAway,
  listLeaves,
  listLeavesOf,
  listManagers,
  setAnswer,
  setCancelled,
  setReturned,
  setStandIn,
} from '../queries/leaves.ts'

async function todayOf(ctx: MemberContext, siteId: string | null): Promise<string> {
  return dayIn(ctx.now, (await getBusinessCalendar(ctx.tx, siteId)).timezone)
}

/** Leaves of a community's managers, for its managers. */
export async function readLeaves(ctx: MemberContext, idOrSlug: string) {
  const community = await getCommunityFor(ctx, idOrSlug, 'manage')
  return {
    items: await listLeaves(ctx.tx, community.id, await todayOf(ctx, community.siteId)),
    managers: await listManagers(ctx.tx, community.id),
  }
}

/** My leaves, and those for which I am asked. */
export async function readStandIns(ctx: MemberContext): Promise<{ asked: Leave[]; mine: Leave[] }> {
  const leaves = await listLeavesOf(
    ctx.tx,
    ctx.actor.memberId,
    addDays(ctx.now.toISOString().slice(0, 10), -30),
  )
  return {
    asked: leaves.filter(({ standIn }) => standIn?.id === ctx.actor.memberId),
    mine: leaves.filter(({ member }) => member.id === ctx.actor.memberId),
  }
}

/** Whoever stands in manages the community too, and is there. */
async function checkStandIn(
  ctx: MemberContext,
  communityId: string,
  standInId: string,
  days: { from: string; to: string },
): Promise<void> {
  const managers = await listManagers(ctx.tx, communityId)
  if (standInId === ctx.actor.memberId || !managers.some(({ id }) => id === standInId))
    throw new Refusal('standInNotManager')
  if (await isAway(ctx.tx, communityId, standInId, days.from, days.to)) throw new Refusal('standInAway')
}

/** A manager says that they are away. Emits standInAsked where somebody is asked to stand in. */
export async function sayLeave(
  ctx: MemberContext,
  input: { community: string; from: string; to: string; standInId?: string | null | undefined },
): Promise<Leave> {
  const community = await getCommunityFor(ctx, input.community, 'manage')
  const today = await todayOf(ctx, community.siteId)
  if (input.to < input.from || input.to < today || input.to > addDays(today, 366))
    throw new Refusal('leaveInPast')
  if (await isAway(ctx.tx, community.id, ctx.actor.memberId, input.from, input.to))
    throw new Refusal('leaveOverlaps')
  const standInId = input.standInId ?? null
  if (standInId) await checkStandIn(ctx, community.id, standInId, input)
  const id = newId(ctx.now.getTime())
  await insertLeave(ctx.tx, {
    id,
    communityId: community.id,
    memberId: ctx.actor.memberId,
    from: input.from,
    to: input.to,
    standInId,
    at: ctx.now,
  })
  if (standInId) await emit(ctx, standInAsked(community.id, { memberId: standInId, leaveId: id }))
  return (await findLeave(ctx.tx, id))!
}

/** A leave of mine; anybody else's does not exist. */
export async function getOwnLeave(ctx: MemberContext, leaveId: string): Promise<Leave> {
  const leave = await findLeave(ctx.tx, leaveId)
  if (leave?.member.id !== ctx.actor.memberId) throw new Refusal('leaveNotFound')
  return leave
}

export async function askAnother(
  ctx: MemberContext,
  input: { leaveId: string; memberId: string },
): Promise<Leave> {
  const leave = await getOwnLeave(ctx, input.leaveId)
  await checkStandIn(ctx, leave.community.id, input.memberId, leave)
  if (leave.standIn?.id !== input.memberId || leave.answer === 'declined') {
    await setStandIn(ctx.tx, leave.id, input.memberId)
    await emit(ctx, standInAsked(leave.community.id, { memberId: input.memberId, leaveId: leave.id }))
  }
  return (await findLeave(ctx.tx, leave.id))!
}

/** Emits standInAnswered. Refusal `alreadyAnswered`. */
export async function answerStandIn(
  ctx: MemberContext,
  input: { leaveId: string; accepted: boolean },
): Promise<void> {
  const leave = await findLeave(ctx.tx, input.leaveId)
  if (leave?.standIn?.id !== ctx.actor.memberId) throw new Refusal('leaveNotFound')
  const done = await setAnswer(ctx.tx, leave.id, input.accepted ? 'accepted' : 'declined', ctx.now)
  if (done === 0) throw new Refusal('alreadyAnswered')
  await emit(
    ctx,
    standInAnswered(leave.community.id, {
      memberId: leave.member.id,
      leaveId: leave.id,
      accepted: input.accepted,
    }),
  )
}

/** Back before the last day; a leave that has not begun does not take place. */
export async function comeBack(ctx: MemberContext, leaveId: string): Promise<void> {
  const leave = await getOwnLeave(ctx, leaveId)
  const today = ctx.now.toISOString().slice(0, 10)
  if (leave.from > today) await setCancelled(ctx.tx, leave.id, ctx.now)
  else await setReturned(ctx.tx, leave.id, today)
}
