import { defineJob, enqueue } from '#platform/jobs/job.ts'
import type { Job } from '#platform/jobs/job.ts'
import { composeMailing } from './compose.ts'
import { findAddress, findMailingWords, forgetReceivers } from './queries.ts'
import { words } from './words.ts'
import { sendDueMailings } from './run.ts'

/**
 * Goes on with every mailing. Once a minute by itself, so that nothing has to be remembered of a process that died; one
 * process at a time, by a lock of the database that falls with its connection.
 */
export const sendMailings: Job<Record<string, never>> = defineJob<Record<string, never>>({
  name: 'notifications.sendMailings',
  attempts: 3,
  timeout: 150,
  onFinalFailure: 'Mailings wait; the next minute goes on with them.',
  cron: '* * * * *',
  async run(ctx, _payload, services) {
    const lock = await ctx.tx.row<{ isMine: boolean }>(
      `select pg_try_advisory_xact_lock(hashtext('notifications.sendMailings')) as "isMine"`,
    )
    if (!lock!.isMine) return
    const next = await sendDueMailings(services)
    // Later than a minute is the schedule's.
    if (next && next.getTime() - services.now().getTime() < 60_000)
      await enqueue(ctx, sendMailings, {}, { at: next, key: 'notifications.sendMailings:next' })
  },
})

export const forgetMailings = defineJob<Record<string, never>>({
  name: 'notifications.forgetMailings',
  attempts: 3,
  timeout: 300,
  onFinalFailure: 'Who received old mailings stays known until tomorrow.',
  cron: '53 2 * * *',
  async run(ctx) {
    await forgetReceivers(ctx.tx, ctx.now)
  },
})

/** A manager's own copy of a draft. */
export const sendTest = defineJob<{ communityId: string; mailingId: string; memberId: string }>({
  name: 'notifications.sendMailingTest',
  attempts: 3,
  timeout: 60,
  onFinalFailure: 'A manager does not receive the test of their mailing and sends another.',
  async run(ctx, { communityId, mailingId, memberId }, services) {
    const mailing = await findMailingWords(ctx.tx, communityId, mailingId)
    const me = await findAddress(ctx.tx, memberId)
    if (!mailing || !me?.email || !services.mailer.isConfigured) return
    const mail = composeMailing(
      services,
      mailing,
      { address: me.email, name: me.displayName, language: me.language },
      null,
    )
    const subject = `${words(me.language)('mailings.mail.testMark')} ${mail.subject}`
    await services.mailer.send({ ...mail, subject })
  },
})
