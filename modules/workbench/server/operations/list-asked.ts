import type { MemberContext } from '#platform/context.ts'
import { pageOf, readCursor } from '#platform/db/keyset.ts'
import { listAskedOf } from '../queries/rescue.ts'
import { viewWaitingPost } from '../views.ts'

/** Questions that a manager asked the caller to look at, newest first, as long as they wait. */
export async function listAsked(ctx: MemberContext, input: { cursor?: string; limit?: number }) {
  const [at, id] = readCursor(input.cursor, 'string', 'string') as [string | null, string | null]
  const limit = input.limit ?? 20
  const viewer = { memberId: ctx.actor.memberId, isEmployee: ctx.actor.memberKind === 'employee' }
  const rows = await listAskedOf(ctx.tx, viewer, { before: at && id ? { at, id } : null, limit: limit + 1 })
  return pageOf(
    rows,
    limit,
    (row) => [row.exactAt, row.stepId],
    (row) => ({
      post: viewWaitingPost(row),
      community: row.community,
      by: row.by,
      note: row.note,
      at: row.at.toISOString(),
      isOwner: row.isOwner,
      promisedFor: row.promisedFor,
    }),
  )
}
