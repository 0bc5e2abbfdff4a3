import type { FastifyRequest } from 'fastify'
import type { Context } from '#platform/context.ts'
import type { Services } from '#platform/services.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { findCastMember } from '../queries/demo.ts'
import { startSession } from '../sessions.ts'
import { countAttempt } from '../throttle.ts'

/**
 * A visitor tries the product as one of the demo company's cast, without a password.
 *
 * NOTE this is the only way into an account without proof, so it is narrow: the account carries `demo_cast` (which
 * the database accepts only on demo rows), is active, and is no administrator. Real people, other demo people and
 * unknown ids answer alike. Removing the demo removes the rows, and with them the door.
 */
export async function enterDemo(
  ctx: Context,
  input: { memberId: string },
  services: Services,
  request: FastifyRequest,
): Promise<string> {
  await countAttempt(services, request, 'demo', undefined, ctx.now)
  const memberId = await findCastMember(ctx.tx, input.memberId)
  if (!memberId) throw new Refusal('notFound')
  return services.db.transaction((tx) => startSession({ ...ctx, tx }, memberId))
}
