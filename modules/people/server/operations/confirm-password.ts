import type { FastifyRequest } from 'fastify'
import type { MemberContext } from '#platform/context.ts'
import type { Services } from '#platform/services.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { verifyPassword } from '../passwords.ts'
import { findCredential } from '../queries/credentials.ts'
import { countAttempt } from '../throttle.ts'

/** A member confirms a grave act by their password; throttled as a change of password is. Refuses wrongPassword. */
export async function confirmPassword(
  ctx: MemberContext,
  password: string,
  services: Services,
  request: FastifyRequest,
): Promise<void> {
  const { memberId } = ctx.actor
  const attempt = await countAttempt(services, request, 'password', memberId, ctx.now)
  const credential = await findCredential(ctx.tx, memberId)
  if (!(await verifyPassword(password, credential?.passwordHash ?? undefined)))
    throw new Refusal('wrongPassword')
  await attempt.succeeded()
}
