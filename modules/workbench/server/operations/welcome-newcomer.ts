import { getCommunityFor } from '#modules/communities/public.ts'
import { logAccess } from '#modules/people/public.ts'
import { noteQuietWork } from '#modules/recognition/public.ts'
import type { MemberContext } from '#platform/context.ts'
import { pageOf, readCursor } from '#platform/db/keyset.ts'
import { emit } from '#platform/events/events.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import type { Static } from 'typebox'
import type { Arrival, WaitingPost } from '#modules/workbench/contract.ts'
import { cleanText } from '#platform/shared/local-text.ts'
import { buddyAsked, newcomerWelcomed } from '#modules/workbench/events.ts'
import { deleteMission, setMission } from '../queries/path.ts'
import { listFirstPostsWithoutReply } from '../queries/waiting.ts'
import {
  countToWelcome,
  deleteBuddy,
  isActiveMember,
  listArrivals,
  setBuddy,
  setWelcomed,
} from '../queries/welcome.ts'
import { viewArrival, viewWaitingPost } from '../views.ts'

/** Arrivals of the last 90 days and first contributions without a reply: public acts and the entity, nothing else. */
export async function listNewcomers(
  ctx: MemberContext,
  input: { community: string; cursor?: string; limit?: number },
): Promise<{
  items: Arrival[]
  next: string | null
  firstContributions: Static<typeof WaitingPost>[]
  waiting: number
}> {
  const community = await getCommunityFor(ctx, input.community, 'manage')
  const [joinedAt, id] = readCursor(input.cursor, 'string', 'string') as [string | null, string | null]
  const limit = input.limit ?? 20
  const rows = await listArrivals(ctx.tx, community.id, ctx.now, {
    before: joinedAt && id ? { joinedAt, id } : null,
    limit: limit + 1,
  })
  const firstPosts = await listFirstPostsWithoutReply(ctx.tx, community.id, ctx.now)
  const page = pageOf(rows, limit, (row) => [row.exactAt, row.member.id], viewArrival)
  await logAccess(ctx, {
    viewerRole: 'manager',
    communityId: community.id,
    screen: 'welcome',
    purpose: 'greetNewcomers',
    subjects: [
      ...new Set([
        ...page.items.map(({ member }) => member.id),
        ...firstPosts.map(({ author }) => author.id),
      ]),
    ],
    fields: ['name', 'entity', 'joinedAt', 'invitedBy', 'firstPost', 'buddy', 'welcomePath'],
  })
  return {
    ...page,
    firstContributions: firstPosts.map(viewWaitingPost),
    waiting: await countToWelcome(ctx.tx, community.id, ctx.now),
  }
}

/**
 * Says that somebody was greeted; gives them a buddy, who is asked first, changes it, or takes it away (null); gives
 * them a first small mission. Idempotent. Emits newcomerWelcomed and buddyAsked.
 */
export async function welcomeNewcomer(
  ctx: MemberContext,
  input: { community: string; memberId: string; buddyId?: string | null; mission?: string | null },
): Promise<Arrival> {
  const community = await getCommunityFor(ctx, input.community, 'manage')
  const find = async () =>
    (await listArrivals(ctx.tx, community.id, ctx.now, { memberId: input.memberId, limit: 1 }))[0]
  if (!(await find())) throw new Refusal('personNotMember')
  if (await setWelcomed(ctx.tx, community.id, input.memberId, ctx.actor.memberId, ctx.now))
    await noteQuietWork(ctx, community.id, ctx.actor.memberId, 'welcome')
  if (input.buddyId === null) await deleteBuddy(ctx.tx, community.id, input.memberId)
  else if (input.buddyId) {
    if (input.buddyId === input.memberId || !(await isActiveMember(ctx.tx, community.id, input.buddyId)))
      throw new Refusal('personNotMember')
    await setBuddy(ctx.tx, community.id, input.memberId, input.buddyId, ctx.actor.memberId, ctx.now)
    if (input.buddyId !== ctx.actor.memberId)
      await emit(ctx, buddyAsked(community.id, { memberId: input.buddyId, newcomerId: input.memberId }))
  }
  const mission = input.mission && cleanText(input.mission)
  if (mission)
    await setMission(ctx.tx, {
      communityId: community.id,
      newcomerId: input.memberId,
      text: mission,
      byMemberId: ctx.actor.memberId,
      at: ctx.now,
    })
  else if (input.mission === null) await deleteMission(ctx.tx, community.id, input.memberId)
  await emit(ctx, newcomerWelcomed(community.id, { memberId: input.memberId }))
  return viewArrival((await find())!)
}
