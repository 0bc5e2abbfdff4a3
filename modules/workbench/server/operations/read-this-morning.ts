import { getCommunityFor } from '#modules/communities/public.ts'
import { proposeExperts } from '#modules/expertise/public.ts'
import type { MemberCard } from '#modules/people/contract.ts'
import { getBusinessCalendar, logAccess } from '#modules/people/public.ts'
import type { MemberContext } from '#platform/context.ts'
import type { MorningCard, Rhythm, WhileAway } from '#modules/workbench/contract.ts'
import { dayIn, daysAfter, gatherCards } from '../gather.ts'
import type { Gathered } from '../gather.ts'
import { arrange } from '../morning.ts'
import { findLastLeave, findWhileAway } from '../queries/away.ts'
import { listOtherManagers, setCardDecision } from '../queries/morning.ts'

export interface ThisMorning {
  cards: MorningCard[]
  /** How many cards there would be without the limit of seven. */
  waitingInAll: number
  rhythm: Rhythm
  /** Whom a card can be handed to; nobody means that the manager is alone, which the screen says. */
  otherManagers: MemberCard[]
  whileAway: WhileAway | null
}

/** What needs the manager now. A bounded number of statements; the people shown find the look in their access log. */
export async function readThisMorning(ctx: MemberContext, communityKey: string): Promise<ThisMorning> {
  const community = await getCommunityFor(ctx, communityKey, 'manage')
  const gathered = await gatherCards(ctx, community)
  const arranged = arrange(gathered.all)
  const asked = arranged.flatMap(({ kind, post }) => (kind === 'question' && post ? [post.id] : []))
  const people = await proposeExperts(ctx, {
    communityId: community.id,
    postIds: asked,
    without: [ctx.actor.memberId],
  })
  const cards = arranged.map((one) => ({
    ...one,
    couldAnswer: (one.kind === 'question' && one.post && people.get(one.post.id)) || [],
  }))
  await logAccess(ctx, {
    viewerRole: 'manager',
    communityId: community.id,
    screen: 'thisMorning',
    purpose: 'animate',
    subjects: [
      ...new Set(
        cards.flatMap((one) => [
          ...(one.member ? [one.member.id] : []),
          ...one.couldAnswer.map(({ member }) => member.id),
        ]),
      ),
    ],
    fields: ['name', 'post', 'waitingTime', 'subjects', 'timesAsked'],
  })
  return {
    cards,
    waitingInAll: gathered.total,
    rhythm: gathered.beat.rhythm,
    otherManagers: await listOtherManagers(ctx.tx, community.id, ctx.actor.memberId),
    whileAway: await viewWhileAway(ctx, community.id, gathered),
  }
}

/** How many cards wait: for the tab of the workbench. Names nobody, so nobody's log is written. */
export async function countThisMorning(ctx: MemberContext, communityKey: string): Promise<{ n: number }> {
  const community = await getCommunityFor(ctx, communityKey, 'manage')
  return { n: (await gatherCards(ctx, community)).total }
}

const awayKey = (communityId: string, to: string): string => `away:${communityId}:${to}`

/** Five lines for whoever comes back, until they are put away; null for everybody else. */
async function viewWhileAway(
  ctx: MemberContext,
  communityId: string,
  { all, decisions, today }: Gathered,
): Promise<WhileAway | null> {
  const me = ctx.actor.memberId
  const leave = await findLastLeave(ctx.tx, communityId, me, today)
  if (!leave) return null
  if (decisions.some((one) => one.memberId === me && one.card === awayKey(communityId, leave.to))) return null
  const found = await findWhileAway(
    ctx.tx,
    communityId,
    me,
    new Date(`${leave.from}T00:00:00Z`),
    new Date(`${daysAfter(leave.to, 1)}T00:00:00Z`),
  )
  const stillYours = all.filter(({ card }) =>
    decisions.some((one) => one.card === card && (one.memberId === me || one.delegatedTo === me)),
  ).length
  return { ...leave, ...found, stillYours }
}

/** Puts those five lines away. Idempotent. */
export async function putWhileAwayAway(ctx: MemberContext, communityKey: string): Promise<void> {
  const community = await getCommunityFor(ctx, communityKey, 'manage')
  const { timezone } = await getBusinessCalendar(ctx.tx, community.siteId)
  const leave = await findLastLeave(ctx.tx, community.id, ctx.actor.memberId, dayIn(timezone, ctx.now))
  if (!leave) return
  await setCardDecision(ctx.tx, {
    communityId: community.id,
    card: awayKey(community.id, leave.to),
    memberId: ctx.actor.memberId,
    decision: 'done',
    delegatedTo: null,
    until: null,
    note: null,
    at: ctx.now,
  })
}
