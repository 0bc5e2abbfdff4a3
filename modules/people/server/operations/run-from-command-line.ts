import type { Context } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { memberArrived } from '#modules/people/events.ts'
import { audit } from '../audit.ts'
import { cleanEmail, enforceEmail, enforceLine } from '../input.ts'
import { resetLink } from '../links.ts'
import { enforcePasswordRules } from '../password-rules.ts'
import { hashPassword } from '../passwords.ts'
import { insertAdministrator } from '../queries/administrators.ts'
import { setCredential } from '../queries/credentials.ts'
import { createMember } from '../queries/doors.ts'
import { findMemberIdByEmail } from '../queries/members.ts'
import { insertOrganisation } from '../queries/organisation.ts'
import { insertToken } from '../queries/tokens.ts'
import { lifetimes, newToken } from '../tokens.ts'
import { deactivateMember } from './administer-accounts.ts'

interface NewUser {
  email: string
  displayName: string
  password: string
  language: 'fr' | 'en'
  isAdministrator: boolean
  /** Name of the organisation when none exists yet: an account without one could not enter. */
  organisation: string
}

/** An operator creates an account that can sign in at once. Returns its id. */
export async function createUser(ctx: Context, user: NewUser): Promise<string> {
  const email = enforceEmail(user.email)
  const displayName = enforceLine(user.displayName, 'displayName')
  enforcePasswordRules(user.password, email)
  const passwordHash = await hashPassword(user.password)
  await insertOrganisation(
    ctx.tx,
    {
      name: enforceLine(user.organisation, 'organisation'),
      languages: ['fr', 'en'],
      defaultLanguage: user.language,
      timezone: 'Europe/Paris',
    },
    ctx.now,
  )
  const memberId = await createMember(ctx, {
    state: 'active',
    email,
    displayName,
    interfaceLanguage: user.language,
    languages: [user.language],
  })
  await setCredential(ctx.tx, memberId, passwordHash, ctx.now)
  if (user.isAdministrator) await insertAdministrator(ctx.tx, memberId, null, ctx.now)
  await emit(ctx, memberArrived(null, { memberId }))
  await audit(ctx, 'userCreated', memberId, { isAdministrator: user.isAdministrator })
  return memberId
}

async function getMemberId(ctx: Context, email: string): Promise<string> {
  const memberId = await findMemberIdByEmail(ctx.tx, cleanEmail(email))
  if (!memberId) throw new Refusal('notFound')
  return memberId
}

/** An operator closes an account. */
export async function disableUser(ctx: Context, email: string): Promise<void> {
  await deactivateMember(ctx, await getMemberId(ctx, email))
}

/** An operator makes a reset link by hand, for an organisation without mail. Audited; valid an hour, once. */
export async function makeResetLink(ctx: Context, email: string, publicUrl: string): Promise<string> {
  const memberId = await getMemberId(ctx, email)
  const { token, hash } = newToken()
  await insertToken(ctx.tx, { hash, purpose: 'reset', memberId, now: ctx.now, lifetime: lifetimes.reset })
  await audit(ctx, 'resetLinkMade', memberId)
  return resetLink({ config: { publicUrl } }, token)
}
