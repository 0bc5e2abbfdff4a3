import type { FastifyRequest } from 'fastify'
import type { MemberContext } from '#platform/context.ts'
import type { Services } from '#platform/services.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { audit } from '../audit.ts'
import { enforcePasswordRules } from '../password-rules.ts'
import { hashPassword, verifyPassword } from '../passwords.ts'
import { findCredential, setCredential } from '../queries/credentials.ts'
import { deleteSessionsOfMember, setSessionToken } from '../queries/sessions.ts'
import { endOpenStreams } from '../sessions.ts'
import { countAttempt } from '../throttle.ts'
import { newToken } from '../tokens.ts'

/** A member changes their password: other sessions end, this one gets a new secret, which is returned. */
export async function changePassword(
  ctx: MemberContext,
  input: { current: string; next: string },
  services: Services,
  request: FastifyRequest,
): Promise<string> {
  const { memberId, sessionId } = ctx.actor
  const attempt = await countAttempt(services, request, 'password', memberId, ctx.now)
  const credential = await findCredential(ctx.tx, memberId)
  if (!(await verifyPassword(input.current, credential?.passwordHash ?? undefined)))
    throw new Refusal('wrongPassword')
  await attempt.succeeded()
  enforcePasswordRules(input.next, credential!.email)
  const passwordHash = await hashPassword(input.next)
  const { token, hash } = newToken()
  await services.db.transaction(async (tx) => {
    const inside = { ...ctx, tx }
    await setCredential(tx, memberId, passwordHash, ctx.now)
    await deleteSessionsOfMember(tx, memberId, sessionId)
    await setSessionToken(tx, sessionId, hash)
    await endOpenStreams(inside, memberId, { exceptSessionId: sessionId })
    await audit(inside, 'passwordChanged', memberId)
  })
  return token
}
