import type { MailingDetail } from '#modules/notifications/mailings-contract.ts'
import type { MemberContext } from '#platform/context.ts'
import { enqueue } from '#platform/jobs/job.ts'
import type { Services } from '#platform/services.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { sendMailings, sendTest } from '../jobs.ts'
import { countTest, findAddress, listAudience, setCancelled, setQueued } from '../queries.ts'
import type { MailingRecord } from '../queries.ts'
import { getMailingToChange, viewAgain } from './write-mailing.ts'

interface Named {
  community: string
  mailing: string
}

function checkSendable(services: Services, mailing: MailingRecord): void {
  if (mailing.subject === '' || mailing.bodyMd === '') throw new Refusal('mailingEmpty')
  if (!services.mailer.isConfigured) throw new Refusal('noMailServer')
}

/**
 * A manager sends a draft to all members of their community, and signs it. Sending what was sent already changes
 * nothing.
 */
export async function sendMailing(
  ctx: MemberContext,
  services: Services,
  input: Named,
): Promise<MailingDetail> {
  const { community, mailing } = await getMailingToChange(ctx, input)
  if (mailing.state === 'draft') {
    checkSendable(services, mailing)
    if (community.stage === 'archived') throw new Refusal('notPermitted', { reason: 'archived' })
    if ((await listAudience(ctx.tx, community.id)).length === 0) throw new Refusal('nobodyToMail')
    await setQueued(ctx.tx, mailing.id, ctx.actor.memberId, ctx.now)
    await enqueue(ctx, sendMailings, {}, { key: 'notifications.sendMailings:next' })
  }
  return viewAgain(ctx, services, community, mailing.id)
}

/** A manager receives their draft as others would. It leaves through the queue like any mail. */
export async function testMailing(ctx: MemberContext, services: Services, input: Named): Promise<void> {
  const { community, mailing } = await getMailingToChange(ctx, input)
  checkSendable(services, mailing)
  const me = await findAddress(ctx.tx, ctx.actor.memberId)
  if (!me?.email) return
  if ((await countTest(ctx.tx, mailing.id)) === 0) throw new Refusal('tooManyTests')
  await enqueue(ctx, sendTest, {
    communityId: community.id,
    mailingId: mailing.id,
    memberId: ctx.actor.memberId,
  })
}

/** A manager stops a mailing: those who wait are not mailed; those who were, were. */
export async function cancelMailing(
  ctx: MemberContext,
  services: Services,
  input: Named,
): Promise<MailingDetail> {
  const { community, mailing } = await getMailingToChange(ctx, input)
  if (mailing.state !== 'queued' && mailing.state !== 'sending') throw new Refusal('mailingNotAtWork')
  await setCancelled(ctx.tx, mailing.id, ctx.actor.memberId, ctx.now)
  return viewAgain(ctx, services, community, mailing.id)
}
