import { getCommunityFor } from '#modules/communities/public.ts'
import type { GatheringCard } from '#modules/gatherings/contract.ts'
import type { Context, MemberContext } from '#platform/context.ts'
import { pageOf, readCursor } from '#platform/db/keyset.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { getGathering, viewerOf } from '../access.ts'
import { canCreate } from '../policy.ts'
import { listAgenda, listNext, listPast, listReadableCards } from '../queries/cards.ts'
import type { CardRow, ToldCard } from '../queries/cards.ts'
import {
  findAttendeeIds,
  findMinutesReceivers,
  findReminderReceivers,
  listAttendees,
} from '../queries/answers.ts'
import { membersMayCreate } from '../queries/gatherings.ts'
import { unroll } from '../recurrence.ts'
import { readRule } from '#modules/gatherings/rule.ts'

type Cursor = [string | null, string | null]
const key = (row: CardRow) => [row.at, row.id]
/** The serialiser leaves out what orders the list. */
const card = (row: CardRow): GatheringCard => row

export interface AgendaQuery {
  from: string
  to: string
  scope?: 'mine' | 'communities'
  community?: string
  mode?: 'onSite' | 'remote'
  cursor?: string
  limit?: number
}

/** My agenda over a period of at most a hundred days. Two statements. */
export async function readAgenda(ctx: MemberContext, query: AgendaQuery) {
  const span = Date.parse(query.to) - Date.parse(query.from)
  if (!(span > 0) || span > 100 * 86_400_000)
    throw new Refusal('invalidInput', {
      fields: [{ field: 'query/to', problem: 'is not within 100 days of from' }],
    })
  const limit = query.limit ?? 50
  const rows = await listAgenda(ctx.tx, viewerOf(ctx), {
    from: query.from,
    to: query.to,
    mineOnly: query.scope !== 'communities',
    communityId: query.community ?? null,
    kind: query.mode ?? null,
    after: readCursor(query.cursor, 'string', 'string') as Cursor,
    limit,
  })
  return pageOf(rows, limit, key, card)
}

/** What a community holds, or held. */
export async function listOfCommunity(
  ctx: MemberContext,
  community: string,
  query: { when?: 'next' | 'past'; cursor?: string; limit?: number },
) {
  const access = await getCommunityFor(ctx, community, 'read')
  const limit = query.limit ?? 20
  const list = query.when === 'past' ? listPast : listNext
  const rows = await list(ctx.tx, viewerOf(ctx), {
    communityId: access.id,
    now: ctx.now,
    after: readCursor(query.cursor, 'string', 'string') as Cursor,
    limit,
  })
  const mayCreate = canCreate(access, await membersMayCreate(ctx.tx, access.id)) === true
  return { ...pageOf(rows, limit, key, card), mayCreate }
}

/** Who comes, in the order of their answers. */
export async function listWhoComes(
  ctx: MemberContext,
  gatheringId: string,
  query: { cursor?: string; limit?: number },
) {
  await getGathering(ctx, gatheringId)
  const limit = query.limit ?? 20
  const [after] = readCursor(query.cursor, 'number') as [number | null]
  const rows = await listAttendees(ctx.tx, gatheringId, after, limit)
  return pageOf(
    rows,
    limit,
    (row) => [row.turn],
    ({ member, attends }) => ({ member, attends }),
  )
}

/** The next dates of a rule, before anything is created; `count` is null where it never ends. */
export function previewDates(startsWall: string, rule: string): { dates: string[]; count: number | null } {
  const read = readRule(rule)
  const all = read ? unroll(rule, startsWall, { max: 201 }) : []
  if (!read || all.length === 0) throw new Refusal('ruleRefused')
  const isEndless = read.end.kind === 'never' || all.length > 200
  return { dates: all.slice(0, 5), count: isEndless ? null : all.length }
}

/** The gatherings among these that the caller may read now, by id. One statement. */
export async function listReadableGatherings(
  ctx: Context,
  ids: readonly string[],
): Promise<Map<string, ToldCard>> {
  const cards = await listReadableCards(ctx.tx, viewerOf(ctx), ids)
  return new Map(cards.map((one) => [one.id, one]))
}

/** Who comes (and waits), as far as they may read the gathering now. */
export const listAttendeeIds = (
  ctx: Context,
  gatheringId: string,
  { withWaiting = false }: { withWaiting?: boolean } = {},
): Promise<string[]> => findAttendeeIds(ctx.tx, gatheringId, withWaiting)

/** Whom to remind now: those who come, may read it, and wish to be reminded so long before. */
export const listReminderReceivers = (
  ctx: Context,
  gatheringId: string,
  lead: 'day' | 'hour',
): Promise<string[]> => findReminderReceivers(ctx.tx, gatheringId, lead, ctx.now)

/** Whom to tell of the minutes: absentees, and those who asked to be told. */
export const listMinutesReceivers = (ctx: Context, gatheringId: string): Promise<string[]> =>
  findMinutesReceivers(ctx.tx, gatheringId)
