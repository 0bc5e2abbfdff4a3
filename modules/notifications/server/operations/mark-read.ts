import type { MemberContext } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { noticesChanged } from '#modules/notifications/events.ts'
import { markRead, markUnread } from '../queries/notices.ts'

/** Marks own notices as read (or unread again); what was seen here is not sent any more. Idempotent. */
export async function markNotices(
  ctx: MemberContext,
  input: { ids?: string[]; postId?: string; all?: boolean; isRead?: boolean },
): Promise<void> {
  const { memberId } = ctx.actor
  let changed = 0
  if (input.isRead === false) changed += await markUnread(ctx.tx, memberId, input.ids ?? [])
  else {
    if (input.all) changed += await markRead(ctx.tx, memberId, 'all', ctx.now)
    if (input.ids) changed += await markRead(ctx.tx, memberId, { ids: input.ids }, ctx.now)
    if (input.postId) changed += await markRead(ctx.tx, memberId, { postId: input.postId }, ctx.now)
  }
  if (changed > 0) await emit(ctx, noticesChanged(null, { memberId }))
}
