import { getCommunityFor } from '#modules/communities/public.ts'
import type { Calendar, Relaunch } from '#modules/editorial/contract.ts'
import type { MemberContext } from '#platform/context.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { addDays, dayIn, daysBetween } from '../days.ts'
import { listRelaunches, setRelaunch } from '../queries/places.ts'
import { listGatheringsBetween, listPollsBetween, listSlots } from '../queries/slots.ts'
import { getPlaceFacts } from '../quiet.ts'
import { bandsOf, relaunchesOf, seasonOf } from '../season.ts'
import type { YearFacts } from '../season.ts'

/** The calendar of a community between two days, both included. Eight statements. Refusal `spanTooLong`. */
export async function readCalendar(
  ctx: MemberContext,
  input: { community: string; from: string; to: string },
): Promise<Calendar> {
  const community = await getCommunityFor(ctx, input.community, 'manage')
  const { from, to } = input
  const span = daysBetween(from, to)
  if (!(span >= 0 && span <= 100)) throw new Refusal('spanTooLong')
  const facts = await getPlaceFacts(ctx.tx, community.siteId)
  const middle = addDays(from, Math.floor(span / 2))
  return {
    today: dayIn(ctx.now, facts.timezone),
    workdays: facts.workdays.map(Number),
    zone: facts.zone,
    slots: await listSlots(ctx.tx, community.id, from, to),
    bands: bandsOf(facts, from, to),
    gatherings: await listGatheringsBetween(ctx.tx, community.id, from, to),
    polls: await listPollsBetween(ctx.tx, community.id, from, to, facts.timezone),
    relaunches: await relaunchesBetween(ctx, community.id, facts, from, to),
    season: seasonOf(facts, middle.slice(0, 7)),
  }
}

/** What was reckoned, with what somebody made of it. */
async function relaunchesBetween(
  ctx: MemberContext,
  communityId: string,
  facts: YearFacts,
  from: string,
  to: string,
): Promise<Relaunch[]> {
  const touched = new Map((await listRelaunches(ctx.tx, communityId)).map((row) => [row.key, row]))
  // A week that was moved is found where it stands now: a month around is looked through.
  return relaunchesOf(facts, addDays(from, -31), addDays(to, 31))
    .map((planned) => ({ isDismissed: false, ...planned, ...touched.get(planned.key) }))
    .filter((one) => one.startsOn <= to && addDays(one.startsOn, 4) >= from)
}

/** A manager moves, edits or leaves out a relaunch week. Refusal `relaunchNotFound`. */
export async function editRelaunch(
  ctx: MemberContext,
  input: {
    community: string
    key: string
    startsOn: string
    items: Relaunch['items']
    isDismissed: boolean
  },
): Promise<Relaunch> {
  const community = await getCommunityFor(ctx, input.community, 'manage')
  const facts = await getPlaceFacts(ctx.tx, community.siteId)
  const year = input.key.slice(0, 4)
  const planned = relaunchesOf(facts, `${year}-01-01`, `${year}-12-31`).find(({ key }) => key === input.key)
  if (!planned || Math.abs(daysBetween(planned.startsOn, input.startsOn)) > 31)
    throw new Refusal('relaunchNotFound')
  const items = input.items.flatMap((item) => {
    const text = item.text?.normalize('NFC').trim() || null
    return item.key || text ? [{ key: item.key, text, done: item.done }] : []
  })
  const row = { key: input.key, startsOn: input.startsOn, items, isDismissed: input.isDismissed }
  await setRelaunch(ctx.tx, community.id, { ...row, at: ctx.now, by: ctx.actor.memberId })
  return { ...row, kind: planned.kind }
}
