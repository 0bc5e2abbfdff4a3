import type { MemberContext } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { cleanText } from '#platform/shared/local-text.ts'
import { enforce, Refusal } from '#platform/shared/refusal.ts'
import { deleteOwnWish, insertWish, listWishes } from '#modules/communities/server/queries/lists.ts'
import { pageOf, readCursor } from '#modules/communities/server/sql.ts'

/** What colleagues wish for is theirs to read, not a partner's. */
const requireEmployee = (ctx: MemberContext): void =>
  enforce(ctx.actor.memberKind === 'employee' ? true : 'employeesOnly')

/** An employee says which community is missing. */
export async function wishForCommunity(ctx: MemberContext, subject: string): Promise<{ id: string }> {
  requireEmployee(ctx)
  const id = newId(ctx.now.getTime())
  await insertWish(ctx.tx, {
    id,
    memberId: ctx.actor.memberId,
    subject: cleanText(subject) ?? '',
    at: ctx.now,
  })
  return { id }
}

/** Recent wishes, without names. */
export async function listWished(
  ctx: MemberContext,
  query: { cursor?: string; limit?: number },
): Promise<{ items: { id: string; subject: string; isMine: boolean }[]; next: string | null }> {
  requireEmployee(ctx)
  const limit = query.limit ?? 20
  const rows = await listWishes(ctx.tx, {
    memberId: ctx.actor.memberId,
    after: readCursor(query.cursor, 'string', 'string'),
    limit: limit + 1,
  })
  return pageOf(
    rows,
    limit,
    (row) => [row.key, row.id],
    ({ key: _key, ...row }) => row,
  )
}

export async function takeWishBack(ctx: MemberContext, id: string): Promise<void> {
  if ((await deleteOwnWish(ctx.tx, id, ctx.actor.memberId)) === 0) throw new Refusal('notFound')
}
