import type { Context } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { memberErased } from '#modules/people/events.ts'
import { audit } from '../audit.ts'
import { endOpenStreams } from '../sessions.ts'
import { eraseMember } from '../queries/erase.ts'

/**
 * Turns an account into a former member without name, address, photo, password or session; what they wrote stays
 * where others rest on it. Emits memberErased. The bytes of the photo go when nothing refers to them any more.
 */
export async function eraseAccount(ctx: Context, memberId: string): Promise<void> {
  await eraseMember(ctx.tx, memberId, ctx.now)
  await endOpenStreams(ctx, memberId)
  await emit(ctx, memberErased(null, { memberId }))
  await audit(ctx, 'memberErased', memberId)
}
