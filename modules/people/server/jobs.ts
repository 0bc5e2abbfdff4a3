import { defineJob } from '#platform/jobs/job.ts'
import type { Services } from '#platform/services.ts'
import { invitationLink, resetLink } from './links.ts'
import { invitationMail, resetMail } from './mails.ts'
import { findAdministered } from './queries/administration.ts'
import { findOrganisation } from './queries/organisation.ts'
import { deleteExpired } from './queries/cleanup.ts'
import { findCredentialByEmail } from './queries/credentials.ts'
import { findOwnProfile } from './queries/members.ts'
import { insertToken } from './queries/tokens.ts'
import { lifetimes, newToken } from './tokens.ts'

/** Kept before the mail leaves: a link that was read opens, however quick the reader is. */
const keepToken = (services: Services, token: Parameters<typeof insertToken>[1]): Promise<void> =>
  services.db.transaction((tx) => insertToken(tx, token))

/** The link is made here, at the moment of sending: no secret waits in the queue, and a retry replaces the earlier link. */
export const sendResetMail = defineJob<{ email: string }>({
  name: 'people.sendResetMail',
  attempts: 4,
  timeout: 60,
  onFinalFailure: 'The person receives no link and asks again; `preau user reset-link` makes one by hand.',
  async run(ctx, { email }, services) {
    const credential = await findCredentialByEmail(ctx.tx, email)
    if (!credential || !services.mailer.isConfigured) return
    const member = (await findOwnProfile(ctx.tx, credential.memberId))!
    const organisation = (await findOrganisation(ctx.tx))?.name ?? 'Préau'
    const { token, hash } = newToken()
    await keepToken(services, {
      hash,
      purpose: 'reset',
      memberId: member.id,
      now: ctx.now,
      lifetime: lifetimes.reset,
    })
    await services.mailer.send({
      to: { address: credential.email, name: member.displayName },
      ...(await resetMail({
        language: member.interfaceLanguage,
        organisation,
        name: member.displayName,
        url: resetLink(services, token),
      })),
    })
  },
})

export const sendInvitationMail = defineJob<{ memberId: string }>({
  name: 'people.sendInvitationMail',
  attempts: 8,
  timeout: 60,
  onFinalFailure:
    'The person receives no invitation; an administrator sends it again from the list of accounts.',
  async run(ctx, { memberId }, services) {
    const member = await findOwnProfile(ctx.tx, memberId)
    const account = await findAdministered(ctx.tx, memberId)
    if (!member?.email || account?.state !== 'invited' || !services.mailer.isConfigured) return
    const organisation = (await findOrganisation(ctx.tx))?.name ?? 'Préau'
    const { token, hash } = newToken()
    await keepToken(services, {
      hash,
      purpose: 'invitation',
      memberId,
      now: ctx.now,
      lifetime: lifetimes.invitation,
    })
    await services.mailer.send({
      to: { address: member.email, name: member.displayName },
      ...(await invitationMail({
        language: member.interfaceLanguage,
        organisation,
        name: member.displayName,
        url: invitationLink(services, token),
      })),
    })
  },
})

export const forgetExpired = defineJob<Record<string, never>>({
  name: 'people.forgetExpired',
  attempts: 3,
  timeout: 300,
  onFinalFailure:
    'Expired sessions, links and attempts stay until the next hour; they no longer open anything.',
  cron: '17 * * * *',
  run: (ctx) => deleteExpired(ctx.tx, ctx.now),
})
