import type { FastifyRequest } from 'fastify'
import type { Context } from '#platform/context.ts'
import type { Services } from '#platform/services.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { cleanEmail } from '../input.ts'
import { verifyPassword } from '../passwords.ts'
import { findCredentialByEmail } from '../queries/credentials.ts'
import { startSession } from '../sessions.ts'
import { countAttempt } from '../throttle.ts'

/**
 * A visitor signs in. Unknown address, wrong password and closed account give one answer after the same work.
 * Opens its own transaction, so that hashing holds no connection. Returns the secret of the new session.
 */
export async function signIn(
  ctx: Context,
  input: { email: string; password: string },
  services: Services,
  request: FastifyRequest,
): Promise<string> {
  const email = cleanEmail(input.email)
  const attempt = await countAttempt(services, request, 'signIn', email, ctx.now)
  const credential = await findCredentialByEmail(ctx.tx, email)
  if (!(await verifyPassword(input.password, credential?.passwordHash))) throw new Refusal('wrongCredentials')
  const token = await services.db.transaction((tx) => startSession({ ...ctx, tx }, credential!.memberId))
  await attempt.succeeded()
  return token
}
