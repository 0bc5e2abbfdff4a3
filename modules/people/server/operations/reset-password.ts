import type { FastifyRequest } from 'fastify'
import { systemActor } from '#platform/context.ts'
import type { Context } from '#platform/context.ts'
import { hashToken } from '#platform/http/app.ts'
import { enqueue } from '#platform/jobs/job.ts'
import type { Services } from '#platform/services.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { audit } from '../audit.ts'
import { cleanEmail } from '../input.ts'
import { sendResetMail } from '../jobs.ts'
import { enforcePasswordRules } from '../password-rules.ts'
import { hashPassword } from '../passwords.ts'
import { setCredential } from '../queries/credentials.ts'
import { deleteSessionsOfMember } from '../queries/sessions.ts'
import { findOpenToken, setTokenUsed } from '../queries/tokens.ts'
import { endOpenStreams, startSession } from '../sessions.ts'
import { countAttempt } from '../throttle.ts'

/**
 * Somebody asks for a reset link. Known and unknown addresses cost the same statements; the job finds out. The link
 * itself is made when the mail is sent, so that no secret waits in the queue.
 */
export async function askForReset(
  ctx: Context,
  input: { email: string },
  services: Services,
  request: FastifyRequest,
): Promise<void> {
  const email = cleanEmail(input.email)
  await countAttempt(services, request, 'reset', email, ctx.now)
  await enqueue(ctx, sendResetMail, { email })
}

/** Sets a new password with the link from the mail: ends every session and opens one. */
export async function resetPassword(
  ctx: Context,
  input: { token: string; password: string },
  services: Services,
  request: FastifyRequest,
): Promise<string> {
  const attempt = await countAttempt(services, request, 'link', undefined, ctx.now)
  const hash = hashToken(input.token)
  const open = await findOpenToken(ctx.tx, 'reset', hash, ctx.now)
  if (!open?.memberId) throw new Refusal('linkExpired')
  await attempt.succeeded()
  const memberId = open.memberId
  enforcePasswordRules(input.password, open.email)
  const passwordHash = await hashPassword(input.password)
  return services.db.transaction(async (tx) => {
    const inside = { actor: systemActor('password reset'), tx, now: ctx.now }
    if (!(await setTokenUsed(tx, 'reset', hash, ctx.now))) throw new Refusal('linkExpired')
    await setCredential(tx, memberId, passwordHash, ctx.now)
    await deleteSessionsOfMember(tx, memberId)
    await endOpenStreams(inside, memberId)
    await audit(inside, 'passwordReset', memberId)
    return startSession({ ...ctx, tx }, memberId)
  })
}
