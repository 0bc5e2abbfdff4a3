import { getCommunityFor } from '#modules/communities/public.ts'
import { logAccess } from '#modules/people/public.ts'
import { noteQuietWork } from '#modules/recognition/public.ts'
import type { MemberContext } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { cleanLocalText, cleanText } from '#platform/shared/local-text.ts'
import type { LocalText } from '#platform/shared/local-text.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import type { OwnPath, Volunteer } from '#modules/workbench/contract.ts'
import { buddyFound, buddyThanked } from '#modules/workbench/events.ts'
import {
  findIsVolunteer,
  findOwnPath,
  listAccompanied,
  listMissions,
  listVolunteers,
  setBuddyAnswer,
  setBuddyThanked,
  setMissionDone,
  setMissions,
  setPathPutAway,
  setVolunteer,
} from '../queries/path.ts'
import { viewSteps } from '../views.ts'

/** The caller's own welcome path in a community, and whom they accompany there. Three statements. */
export async function readOwnPath(ctx: MemberContext, communityKey: string): Promise<OwnPath> {
  const community = await getCommunityFor(ctx, communityKey, 'read')
  return viewOwnPath(ctx, community.id)
}

async function viewOwnPath(ctx: MemberContext, communityId: string): Promise<OwnPath> {
  const me = ctx.actor.memberId
  const row = await findOwnPath(ctx.tx, communityId, me, ctx.now)
  return {
    path: row ? { ...row, joinedAt: row.joinedAt.toISOString(), steps: viewSteps(row.steps) } : null,
    accompanied: await listAccompanied(ctx.tx, communityId, me),
    isVolunteer: await findIsVolunteer(ctx.tx, communityId, me),
  }
}

export interface WalkPath {
  community: string
  isPutAway?: boolean
  isMissionDone?: boolean
  isVolunteer?: boolean
  thanks?: string
}

/** A member changes their own path, or offers to accompany others. Idempotent. Emits buddyThanked. */
export async function walkPath(ctx: MemberContext, input: WalkPath): Promise<OwnPath> {
  const { id } = await getCommunityFor(ctx, input.community, 'participate')
  const me = ctx.actor.memberId
  if (input.isPutAway !== undefined) await setPathPutAway(ctx.tx, id, me, input.isPutAway, ctx.now)
  if (input.isMissionDone !== undefined)
    await setMissionDone(ctx.tx, id, me, input.isMissionDone ? ctx.now : null)
  if (input.isVolunteer !== undefined) await setVolunteer(ctx.tx, id, me, input.isVolunteer, ctx.now)
  if (input.thanks !== undefined) {
    const buddyId = await setBuddyThanked(ctx.tx, id, me, cleanText(input.thanks), ctx.now)
    if (!buddyId) throw new Refusal('newcomerNotFound')
    await emit(ctx, buddyThanked(id, { memberId: buddyId, newcomerId: me }))
  }
  return viewOwnPath(ctx, id)
}

/**
 * Whoever was asked to accompany a newcomer says yes or no, without a reason, or that it has come to its end.
 * Refusal `newcomerNotFound`. Emits buddyFound.
 */
export async function answerBuddy(
  ctx: MemberContext,
  input: { community: string; memberId: string; answer: 'yes' | 'no' | 'end' },
): Promise<OwnPath> {
  const { id } = await getCommunityFor(ctx, input.community, 'participate')
  const buddyId = ctx.actor.memberId
  const wasAsked = await setBuddyAnswer(ctx.tx, {
    communityId: id,
    newcomerId: input.memberId,
    buddyId,
    answer: input.answer,
    at: ctx.now,
  })
  if (!wasAsked) throw new Refusal('newcomerNotFound')
  if (input.answer === 'yes') {
    await noteQuietWork(ctx, id, buddyId, 'buddy')
    await emit(ctx, buddyFound(id, { memberId: input.memberId, buddyId }))
  }
  return viewOwnPath(ctx, id)
}

/** Who offered to accompany newcomers; the look is written in their access log. */
export async function listBuddies(ctx: MemberContext, communityKey: string): Promise<{ items: Volunteer[] }> {
  const community = await getCommunityFor(ctx, communityKey, 'manage')
  const items = await listVolunteers(ctx.tx, community.id)
  await logAccess(ctx, {
    viewerRole: 'manager',
    communityId: community.id,
    screen: 'welcome',
    purpose: 'greetNewcomers',
    subjects: items.map(({ member }) => member.id),
    fields: ['name', 'accompanies'],
  })
  return { items }
}

/** First missions in the community's own words; empty: the product proposes its own. */
export async function readMissions(
  ctx: MemberContext,
  communityKey: string,
): Promise<{ items: LocalText[] }> {
  const { id } = await getCommunityFor(ctx, communityKey, 'manage')
  return { items: await listMissions(ctx.tx, id) }
}

export async function writeMissions(
  ctx: MemberContext,
  input: { community: string; items: readonly LocalText[] },
): Promise<{ items: LocalText[] }> {
  const { id } = await getCommunityFor(ctx, input.community, 'manage')
  const items = input.items.map(cleanLocalText).filter(({ fr, en }) => fr ?? en)
  await setMissions(ctx.tx, id, items, ctx.now)
  return { items: await listMissions(ctx.tx, id) }
}
