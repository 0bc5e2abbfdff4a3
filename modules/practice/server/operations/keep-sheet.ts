import { getCommunityFor } from '#modules/communities/public.ts'
import type { PracticeSheet } from '#modules/practice/contract.ts'
import { sheetShared } from '#modules/practice/events.ts'
import { weeksShown } from '#modules/practice/words.ts'
import { wilsonInterval } from '#modules/measurement/public.ts'
import { getBusinessCalendar } from '#modules/people/public.ts'
import type { MemberContext } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { newId } from '#platform/ids.ts'
import { cleanText } from '#platform/shared/local-text.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { dayIn, latestWeeks, weekOf, weeksAbove } from '../policy.ts'
import {
  deleteHeldBack,
  deleteShare,
  deleteSheet,
  findBudget,
  insertHeldBack,
  insertShare,
  listFirstAnswers,
  listHeldBack,
  listReaders,
  listSharedWith,
  listShares,
  listWeeks,
  setBudget,
  setWeek,
} from '../queries/sheet.ts'
import { workbenchFacts } from '../workbench-facts.ts'

const monthsShown = 6

/** One manager's sheet on one community; who may read it was decided before. */
async function buildSheet(
  ctx: MemberContext,
  community: { id: string; siteId?: string | null },
  memberId: string,
): Promise<PracticeSheet> {
  const { timezone } = await getBusinessCalendar(ctx.tx, community.siteId ?? null)
  const today = dayIn(ctx.now, timezone)
  const from = new Date(ctx.now)
  from.setUTCMonth(from.getUTCMonth() - monthsShown + 1, 1)
  from.setUTCHours(0, 0, 0, 0)
  const weeks = latestWeeks(today, weeksShown)
  const declared = new Map(
    (await listWeeks(ctx.tx, community.id, memberId, weeks.at(-1)!)).map((row) => [row.week, row]),
  )
  const budget = await findBudget(ctx.tx, community.id, memberId)
  const rows = weeks.map((week) => declared.get(week) ?? { week, minutes: null, note: null })
  const months = await listFirstAnswers(ctx.tx, community.id, memberId, { from, to: ctx.now, timezone })
  return {
    months,
    managersShare: shareOf(months),
    overrides: (await workbenchFacts()?.countOverrides(ctx, community.id, memberId, from)) ?? null,
    budget,
    weeks: rows,
    weeksAbove: weeksAbove(rows, budget, today),
    heldBack: await listHeldBack(ctx.tx, community.id, memberId),
  }
}

/** M12 over the months shown; counts only under twenty (measurement 2.4). */
function shareOf(months: PracticeSheet['months']): PracticeSheet['managersShare'] {
  const n = months.reduce((sum, month) => sum + month.answered, 0)
  const part = months.reduce((sum, month) => sum + month.mine + month.managers, 0)
  return n < 20 ? null : { share: part / n, ...wilsonInterval(part, n) }
}

/** My own sheet, and with whom I share it. */
export async function readSheet(ctx: MemberContext, idOrSlug: string) {
  const community = await getCommunityFor(ctx, idOrSlug, 'manage')
  const me = ctx.actor.memberId
  return {
    sheet: await buildSheet(ctx, community, me),
    shares: await listShares(ctx.tx, community.id, me),
    readers: await listReaders(ctx.tx, community.id, me),
  }
}

/** Sheets that managers share with me; nobody else's. */
export async function readShared(ctx: MemberContext) {
  const shared = await listSharedWith(ctx.tx, {
    id: ctx.actor.memberId,
    isEmployee: ctx.actor.memberKind === 'employee',
  })
  const items = []
  for (const one of shared) items.push({ ...one, sheet: await buildSheet(ctx, one.community, one.writer.id) })
  return { items }
}

export async function sayBudget(
  ctx: MemberContext,
  input: { community: string; minutes: number | null },
): Promise<void> {
  const community = await getCommunityFor(ctx, input.community, 'manage')
  await setBudget(ctx.tx, community.id, ctx.actor.memberId, input.minutes, ctx.now)
}

/** Refusal `weekUnusable`: not a Monday, to come, or more than a year ago. */
export async function declareWeek(
  ctx: MemberContext,
  input: { community: string; week: string; minutes: number | null; note?: string | null | undefined },
): Promise<void> {
  const community = await getCommunityFor(ctx, input.community, 'manage')
  const { timezone } = await getBusinessCalendar(ctx.tx, community.siteId)
  const today = dayIn(ctx.now, timezone)
  const isUsable =
    input.week === weekOf(input.week) && input.week <= today && input.week > latestWeeks(today, 53).at(-1)!
  if (!isUsable) throw new Refusal('weekUnusable')
  await setWeek(ctx.tx, community.id, ctx.actor.memberId, input.week, input.minutes, cleanText(input.note))
}

export async function noteHeldBack(
  ctx: MemberContext,
  input: { community: string; text: string },
): Promise<void> {
  const community = await getCommunityFor(ctx, input.community, 'manage')
  const text = cleanText(input.text)
  if (!text) throw new Refusal('textMissing')
  const { timezone } = await getBusinessCalendar(ctx.tx, community.siteId)
  await insertHeldBack(ctx.tx, {
    id: newId(ctx.now.getTime()),
    communityId: community.id,
    memberId: ctx.actor.memberId,
    on: dayIn(ctx.now, timezone),
    text,
  })
}
export async function forgetHeldBack(ctx: MemberContext, noteId: string): Promise<void> {
  if ((await deleteHeldBack(ctx.tx, noteId, ctx.actor.memberId)) === 0) throw new Refusal('noteNotFound')
}

/** Refusal `readerUnsuitable`: neither a sponsor nor another manager of the community. */
export async function shareSheet(
  ctx: MemberContext,
  input: { community: string; memberId: string },
): Promise<void> {
  const community = await getCommunityFor(ctx, input.community, 'manage')
  const readers = await listReaders(ctx.tx, community.id, ctx.actor.memberId)
  if (!readers.some(({ id }) => id === input.memberId)) throw new Refusal('readerUnsuitable')
  const isNew = await insertShare(ctx.tx, community.id, ctx.actor.memberId, input.memberId, ctx.now)
  if (isNew > 0) await emit(ctx, sheetShared(community.id, { memberId: input.memberId }))
}
export async function stopSharing(
  ctx: MemberContext,
  input: { community: string; memberId: string },
): Promise<void> {
  const community = await getCommunityFor(ctx, input.community, 'manage')
  await deleteShare(ctx.tx, community.id, ctx.actor.memberId, input.memberId)
}
export async function eraseSheet(ctx: MemberContext, idOrSlug: string): Promise<void> {
  const community = await getCommunityFor(ctx, idOrSlug, 'manage')
  await deleteSheet(ctx.tx, community.id, ctx.actor.memberId)
}
