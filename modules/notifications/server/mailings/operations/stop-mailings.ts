import type { Context } from '#platform/context.ts'
import { findBinding } from '#modules/notifications/server/mail-in/queries.ts'
import { hashMailToken, isToken } from '#modules/notifications/server/mail-in/tokens.ts'
import { deleteMailingRefusal, insertMailingRefusal } from '../queries.ts'

/**
 * Whoever holds the link of a mail takes its receiver off the mailings of one community, or back on. Nothing is said
 * of the link: whether it is known, whose it is, of what.
 */
export async function stopMailings(ctx: Context, token: string, takesMailings: boolean): Promise<void> {
  const binding = isToken(token) ? await findBinding(ctx.tx, hashMailToken(token)) : undefined
  if (binding?.purpose !== 'unsubscribe' || !binding.communityId) return
  if (takesMailings) await deleteMailingRefusal(ctx.tx, binding.memberId, binding.communityId)
  else await insertMailingRefusal(ctx.tx, binding.memberId, binding.communityId, ctx.now)
}
