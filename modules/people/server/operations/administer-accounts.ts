import type { MemberContext } from '#platform/context.ts'
import type { Context } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import type { QueryOf, ResponseOf } from '#platform/shared/contract.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import type { AdministeredMember, contract } from '#modules/people/contract.ts'
import { memberDeactivated, memberReactivated } from '#modules/people/events.ts'
import { audit } from '../audit.ts'
import { readCursor, writeCursor } from '../cursor.ts'
import { findAdministered, hasPassword, listAdministered, setMemberState } from '../queries/administration.ts'
import { deleteAdministrator, insertAdministrator, lockAdministrators } from '../queries/administrators.ts'
import { deleteSessionsOfMember } from '../queries/sessions.ts'
import { deleteTokensOfMember } from '../queries/tokens.ts'
import { endOpenStreams } from '../sessions.ts'
import { logAccess } from './log-access.ts'

type List = (typeof contract)['GET /api/v1/admin/members']

/** Accounts of the organisation. Those shown find the look in their access log. */
export async function listAccounts(ctx: MemberContext, query: QueryOf<List>): Promise<ResponseOf<List>> {
  const limit = query.limit ?? 20
  const rows = await listAdministered(ctx.tx, {
    q: query.q,
    state: query.state,
    after: readCursor(query.cursor, 2),
    limit,
  })
  const shown = rows.slice(0, limit)
  await logAccess(ctx, {
    viewerRole: 'administrator',
    communityId: null,
    screen: 'accounts',
    purpose: 'manageAccounts',
    subjects: shown.map((row) => row.id),
    fields: ['displayName', 'email', 'state', 'entityName', 'siteName'],
  })
  const last = shown.at(-1)
  return {
    items: shown,
    next: rows.length > limit && last ? writeCursor([last.sortName, last.id]) : null,
  }
}

async function getAccount(ctx: Context, memberId: string): Promise<AdministeredMember> {
  const member = await findAdministered(ctx.tx, memberId)
  if (!member) throw new Refusal('notFound')
  return member
}

/** The last administrator who can sign in stays: nobody could let anyone in afterwards. */
async function refuseLastAdministrator(ctx: Context, memberId: string): Promise<void> {
  const all = await lockAdministrators(ctx.tx)
  if (all.length === 1 && all[0] === memberId) throw new Refusal('lastAdministrator')
}

/**
 * Closes an account: sessions, links and open streams end at once, the administrator's role goes. What they wrote
 * stays under their name. Used by administrators and by the command line.
 */
export async function deactivateMember(ctx: Context, memberId: string): Promise<AdministeredMember> {
  await getAccount(ctx, memberId)
  await refuseLastAdministrator(ctx, memberId)
  if (!(await setMemberState(ctx.tx, memberId, ['active', 'invited'], 'deactivated', ctx.now)))
    throw new Refusal('notThisState')
  await deleteSessionsOfMember(ctx.tx, memberId)
  await deleteTokensOfMember(ctx.tx, memberId)
  await deleteAdministrator(ctx.tx, memberId)
  await endOpenStreams(ctx, memberId)
  await emit(ctx, memberDeactivated(null, { memberId }))
  await audit(ctx, 'memberDeactivated', memberId)
  return getAccount(ctx, memberId)
}

/** Opens an account again, as it was: with its password, or as an invitation that was never accepted. */
export async function reactivateMember(ctx: Context, memberId: string): Promise<AdministeredMember> {
  await getAccount(ctx, memberId)
  const state = (await hasPassword(ctx.tx, memberId)) ? 'active' : 'invited'
  if (!(await setMemberState(ctx.tx, memberId, ['deactivated'], state, ctx.now)))
    throw new Refusal('notThisState')
  await emit(ctx, memberReactivated(null, { memberId }))
  await audit(ctx, 'memberReactivated', memberId)
  return getAccount(ctx, memberId)
}

/** Makes an active employee an administrator. Their sessions end, so that no old cookie carries the new power. */
export async function grantAdministrator(ctx: Context, memberId: string): Promise<void> {
  const member = await getAccount(ctx, memberId)
  if (member.kind !== 'employee' || member.state !== 'active') throw new Refusal('notAnEmployee')
  const byMemberId = ctx.actor.kind === 'member' ? ctx.actor.memberId : null
  if (!(await insertAdministrator(ctx.tx, memberId, byMemberId, ctx.now))) return
  await endPrivilege(ctx, memberId, 'administratorGranted')
}

/** Takes the role away, from anybody but the last. Their sessions end. */
export async function revokeAdministrator(ctx: Context, memberId: string): Promise<void> {
  await refuseLastAdministrator(ctx, memberId)
  if (!(await deleteAdministrator(ctx.tx, memberId))) throw new Refusal('notFound')
  await endPrivilege(ctx, memberId, 'administratorRevoked')
}

async function endPrivilege(ctx: Context, memberId: string, action: string): Promise<void> {
  await deleteSessionsOfMember(ctx.tx, memberId)
  await endOpenStreams(ctx, memberId)
  await audit(ctx, action, memberId)
}
