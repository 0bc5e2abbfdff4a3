import type { Context, MemberContext } from '#platform/context.ts'
import { enqueue } from '#platform/jobs/job.ts'
import type { Services } from '#platform/services.ts'
import type { BodyOf, ResponseOf } from '#platform/shared/contract.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import type { contract } from '#modules/people/contract.ts'
import { audit } from '../audit.ts'
import { enforceEmail, enforceLine, isViolation, nameFromEmail, refuseField } from '../input.ts'
import { sendInvitationMail } from '../jobs.ts'
import { invitationLink } from '../links.ts'
import { findAdministered } from '../queries/administration.ts'
import { createMember, getOrganisation } from '../queries/doors.ts'
import { insertToken } from '../queries/tokens.ts'
import { lifetimes, newToken } from '../tokens.ts'

type Route = (typeof contract)['POST /api/v1/admin/invitations']

/** An administrator invites one person: by mail, or with a link to hand over where no mail can be sent. */
export async function inviteMember(
  ctx: MemberContext,
  input: BodyOf<Route>,
  services: Services,
): Promise<ResponseOf<Route>> {
  const email = enforceEmail(input.email)
  const organisation = await getOrganisation(ctx)
  let memberId: string
  try {
    memberId = await createMember(ctx, {
      state: 'invited',
      email,
      displayName:
        input.displayName === undefined
          ? nameFromEmail(email)
          : enforceLine(input.displayName, 'displayName'),
      entityId: input.entityId ?? null,
      siteId: input.siteId ?? null,
      interfaceLanguage: input.language ?? organisation.defaultLanguage,
    })
  } catch (error) {
    if (isViolation(error, '23503')) throw refuseField('entityId', 'unknown')
    throw error
  }
  await audit(ctx, 'memberInvited', memberId)
  return handOver(ctx, memberId, services)
}

/** An administrator makes a fresh link for somebody who has not come yet. */
export async function renewInvitation(
  ctx: MemberContext,
  memberId: string,
  services: Services,
): Promise<ResponseOf<Route>> {
  const member = await findAdministered(ctx.tx, memberId)
  if (!member) throw new Refusal('notFound')
  if (member.state !== 'invited') throw new Refusal('notThisState')
  await audit(ctx, 'invitationRenewed', memberId)
  return handOver(ctx, memberId, services)
}

async function handOver(ctx: Context, memberId: string, services: Services): Promise<ResponseOf<Route>> {
  const member = (await findAdministered(ctx.tx, memberId))!
  if (services.mailer.isConfigured) {
    await enqueue(ctx, sendInvitationMail, { memberId }, { key: `people.invitation:${memberId}` })
    return { member, link: null }
  }
  const { token, hash } = newToken()
  await insertToken(ctx.tx, {
    hash,
    purpose: 'invitation',
    memberId,
    now: ctx.now,
    lifetime: lifetimes.invitation,
  })
  return { member, link: invitationLink(services, token) }
}
