import type { FastifyRequest } from 'fastify'
import { systemActor } from '#platform/context.ts'
import type { Context } from '#platform/context.ts'
import type { Db } from '#platform/db/pool.ts'
import { emit } from '#platform/events/events.ts'
import { hashToken } from '#platform/http/app.ts'
import type { Services } from '#platform/services.ts'
import type { BodyOf } from '#platform/shared/contract.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import type { contract } from '#modules/people/contract.ts'
import { organisationCreated } from '#modules/people/events.ts'
import { audit } from '../audit.ts'
import { enforceEmail, enforceLine, enforceTimezone, refuseField } from '../input.ts'
import { enforcePasswordRules } from '../password-rules.ts'
import { hashPassword } from '../passwords.ts'
import { insertAdministrator } from '../queries/administrators.ts'
import { setCredential } from '../queries/credentials.ts'
import { createMember } from '../queries/doors.ts'
import { findOrganisation, insertOrganisation } from '../queries/organisation.ts'
import { findOpenToken, insertSetupToken, setTokenUsed } from '../queries/tokens.ts'
import { startSession } from '../sessions.ts'
import { countAttempt } from '../throttle.ts'
import { newToken } from '../tokens.ts'

/**
 * A fresh one-time link token while no organisation exists, undefined afterwards. Each start replaces the earlier
 * one, because only its hash is kept and it could not be printed again.
 */
export async function ensureSetupToken(db: Db): Promise<string | undefined> {
  const { token, hash } = newToken()
  return (await insertSetupToken(db.read, hash)) ? token : undefined
}

/** The token sits behind `#`, so that it reaches neither logs nor other sites. */
export const setupLink = (publicUrl: string, token: string): string =>
  `${publicUrl.replace(/\/$/, '')}/setup#${token}`

/** Whether the set-up page has something to do, and whether this link opens it. */
export async function readSetup(
  ctx: Context,
  token: string | undefined,
): Promise<{ needsSetup: boolean; isLinkValid: boolean }> {
  const needsSetup = (await findOrganisation(ctx.tx)) === undefined
  const isLinkValid =
    needsSetup && !!token && (await findOpenToken(ctx.tx, 'setup', hashToken(token), ctx.now)) !== undefined
  return { needsSetup, isLinkValid }
}

type SetUp = BodyOf<(typeof contract)['POST /api/v1/setup']>

/**
 * The first administrator creates the organisation and enters it. The link works once; two tabs cannot both win.
 * Emits organisationCreated; the demo company is loaded by whoever listens. Returns the secret of the session.
 */
export async function setUp(
  ctx: Context,
  input: SetUp,
  services: Services,
  request: FastifyRequest,
): Promise<string> {
  const attempt = await countAttempt(services, request, 'link', undefined, ctx.now)
  const setup = await readSetup(ctx, input.token)
  if (!setup.needsSetup) throw new Refusal('alreadySetUp')
  if (!setup.isLinkValid) throw new Refusal('linkExpired')
  await attempt.succeeded()
  const { organisation, administrator } = input
  if (!organisation.languages.includes(organisation.defaultLanguage))
    throw refuseField('organisation.defaultLanguage', 'notAmongLanguages')
  const timezone = enforceTimezone(organisation.timezone, 'organisation.timezone')
  const name = enforceLine(organisation.name, 'organisation.name')
  const displayName = enforceLine(administrator.displayName, 'administrator.displayName')
  const email = enforceEmail(administrator.email, 'administrator.email')
  enforcePasswordRules(administrator.password, email)
  const passwordHash = await hashPassword(administrator.password)
  return services.db.transaction(async (tx) => {
    const inside = { actor: systemActor('set-up'), tx, now: ctx.now }
    if (!(await setTokenUsed(tx, 'setup', hashToken(input.token), ctx.now))) throw new Refusal('linkExpired')
    if (!(await insertOrganisation(tx, { ...organisation, name, timezone }, ctx.now)))
      throw new Refusal('alreadySetUp')
    const memberId = await createMember(inside, {
      state: 'active',
      email,
      displayName,
      interfaceLanguage: organisation.defaultLanguage,
      languages: [organisation.defaultLanguage],
    })
    await insertAdministrator(tx, memberId, null, ctx.now)
    await setCredential(tx, memberId, passwordHash, ctx.now)
    await audit(inside, 'organisationCreated', memberId)
    await emit(
      inside,
      organisationCreated(null, { loadDemo: input.loadDemo ?? false, administratorId: memberId }),
    )
    return startSession({ ...ctx, tx }, memberId)
  })
}
