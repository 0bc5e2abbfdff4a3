import type { FastifyRequest } from 'fastify'
import { systemActor } from '#platform/context.ts'
import type { Context } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { hashToken } from '#platform/http/app.ts'
import type { Services } from '#platform/services.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { memberArrived } from '#modules/people/events.ts'
import { enforceLine } from '../input.ts'
import { enforcePasswordRules } from '../password-rules.ts'
import { hashPassword } from '../passwords.ts'
import { setCredential } from '../queries/credentials.ts'
import { setMemberArrived } from '../queries/members.ts'
import { findOpenToken, setTokenUsed } from '../queries/tokens.ts'
import { startSession } from '../sessions.ts'
import { countAttempt } from '../throttle.ts'

interface Acceptance {
  token: string
  displayName: string
  password: string
  language: 'fr' | 'en'
}

/** An invited person chooses a name and a password and enters. The link is bound to the address it was made for and works once. */
export async function acceptInvitation(
  ctx: Context,
  input: Acceptance,
  services: Services,
  request: FastifyRequest,
): Promise<string> {
  const attempt = await countAttempt(services, request, 'link', undefined, ctx.now)
  const hash = hashToken(input.token)
  const open = await findOpenToken(ctx.tx, 'invitation', hash, ctx.now)
  if (!open?.memberId) throw new Refusal('linkExpired')
  await attempt.succeeded()
  const memberId = open.memberId
  const displayName = enforceLine(input.displayName, 'displayName')
  enforcePasswordRules(input.password, open.email)
  const passwordHash = await hashPassword(input.password)
  return services.db.transaction(async (tx) => {
    const inside = { actor: systemActor('invitation'), tx, now: ctx.now }
    if (!(await setTokenUsed(tx, 'invitation', hash, ctx.now))) throw new Refusal('linkExpired')
    await setMemberArrived(tx, memberId, { displayName, language: input.language }, ctx.now)
    await setCredential(tx, memberId, passwordHash, ctx.now)
    await emit(inside, memberArrived(null, { memberId }))
    return startSession({ ...ctx, tx }, memberId)
  })
}
