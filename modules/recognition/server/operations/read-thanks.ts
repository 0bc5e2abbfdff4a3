import { getCommunityFor } from '#modules/communities/public.ts'
import { findVisiblePost } from '#modules/discussions/public.ts'
import { logAccess } from '#modules/people/public.ts'
import type { PersonToThank, Thanks } from '#modules/recognition/contract.ts'
import { quietDays } from '#modules/recognition/contract.ts'
import type { Context, MemberContext } from '#platform/context.ts'
import { pageOf, readCursor } from '#platform/db/keyset.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { isOptedOut, listToThank, setOptedOut } from '../queries/people.ts'
import { findWallMonths, listOwn, listUnderPost, listWall } from '../queries/thanks.ts'

interface Paging {
  cursor?: string | undefined
  limit?: number | undefined
}
type PageOfThanks = { items: Thanks[]; next: string | null }

function pageThanks(rows: (Thanks & { exact: string })[], limit: number): PageOfThanks {
  return pageOf(
    rows,
    limit,
    (row) => [row.exact, row.id],
    // oxlint-disable-next-line no-unused-vars -- taken away by name
    ({ exact: _exact, ...thanks }) => thanks,
  )
}
function readPaging(paging: Paging) {
  const [at, id] = readCursor(paging.cursor, 'string', 'string') as [string | null, string | null]
  return { limit: paging.limit ?? 20, after: { at, id } }
}

/** First day of a month `YYYY-MM`, and of the one after. */
function daysOf(month: string): { from: string; to: string } {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return { from: `${month}-01`, to: new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 10) }
}

/** The wall of a month; this month, or the newest that has something, where none is named. */
export async function readWall(
  ctx: MemberContext,
  asked: Paging & { community: string; month?: string | undefined },
): Promise<PageOfThanks & { month: string; before: string | null; after: string | null }> {
  const community = await getCommunityFor(ctx, asked.community, 'read')
  const { limit, after } = readPaging(asked)
  const read = async (month: string) => {
    const days = daysOf(month)
    const rows = await listWall(ctx.tx, ctx.actor.memberId, community.id, days, after, limit + 1)
    return { ...pageThanks(rows, limit), month, ...(await findWallMonths(ctx.tx, community.id, days)) }
  }
  const wall = await read(asked.month ?? ctx.now.toISOString().slice(0, 7))
  const isEmptyNow = asked.month === undefined && wall.items.length === 0 && wall.before !== null
  return isEmptyNow ? read(wall.before!) : wall
}

/** What stands under a conversation. */
export async function readUnderPost(ctx: MemberContext, postId: string): Promise<{ items: Thanks[] }> {
  if (!(await findVisiblePost(ctx, postId))) throw new Refusal('objectNotHere')
  return { items: await listUnderPost(ctx.tx, ctx.actor.memberId, postId) }
}

/** What I received, or gave. */
export async function readMine(
  ctx: MemberContext,
  asked: Paging & { part?: 'received' | 'given' | undefined },
): Promise<PageOfThanks & { isOptedOut: boolean }> {
  const { limit, after } = readPaging(asked)
  const { memberId, memberKind } = ctx.actor
  const rows = await listOwn(
    ctx.tx,
    memberId,
    memberKind === 'employee',
    asked.part ?? 'received',
    after,
    limit + 1,
  )
  return { ...pageThanks(rows, limit), isOptedOut: await isOptedOut(ctx.tx, memberId) }
}

export async function optOut(ctx: MemberContext, isOut: boolean): Promise<void> {
  await setOptedOut(ctx.tx, ctx.actor.memberId, isOut, ctx.now)
}

/**
 * Up to `limit` people (five at most) with a concrete public act and no public word for 90 days; who has waited
 * longest first. The caller has checked `manage`, and writes the access log.
 */
export const listPeopleToThank = (
  ctx: Context,
  communityId: string,
  limit: number,
): Promise<PersonToThank[]> =>
  listToThank(
    ctx.tx,
    ctx.actor.kind === 'member' ? ctx.actor.memberId : null,
    communityId,
    new Date(ctx.now.getTime() - quietDays * 86_400_000),
    ctx.now,
    Math.min(limit, 5),
  )

/** The screen of the manager; every person shown reads it in their log. */
export async function readPeopleToThank(
  ctx: MemberContext,
  communityKey: string,
): Promise<{ items: PersonToThank[] }> {
  const community = await getCommunityFor(ctx, communityKey, 'manage')
  const items = await listPeopleToThank(ctx, community.id, 5)
  await logAccess(ctx, {
    viewerRole: 'manager',
    communityId: community.id,
    screen: 'thanks',
    purpose: 'thank',
    subjects: items.map(({ member }) => member.id),
    fields: ['name', 'text'],
  })
  return { items }
}
