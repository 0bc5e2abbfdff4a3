import { defineJob } from '#platform/jobs/job.ts'
import { takePersonOut } from './operations/answer-consent.ts'
import { closeDueContests as closeAll } from './operations/close-contest.ts'
import { deleteOldNotes } from './queries/challenges.ts'
import { deleteOldConsentLog, listExpired } from './queries/consents.ts'

/** Freezes the entries of contests whose time is over, and draws those that are drawn. */
export const closeDueContests = defineJob<unknown>({
  name: 'campaigns.closeDueContests',
  attempts: 3,
  timeout: 120,
  onFinalFailure: 'Contests whose time is over are not drawn yet; the next minute tries again.',
  cron: '* * * * *',
  run: (ctx) => closeAll(ctx),
})

/** Takes out of stories those whose yes has come to its end, and old records that served their time. */
export const endConsents = defineJob<unknown>({
  name: 'campaigns.endConsents',
  attempts: 5,
  timeout: 300,
  onFinalFailure: 'Consents that ended are still in force; the next night tries again.',
  cron: '9 1 * * *',
  async run(ctx) {
    for (const { storyId, memberId } of await listExpired(ctx.tx, ctx.now.toISOString().slice(0, 10)))
      await takePersonOut(ctx, storyId, memberId, 'expired')
    const before = (months: number): Date => {
      const at = new Date(ctx.now)
      at.setUTCMonth(at.getUTCMonth() - months)
      return at
    }
    await deleteOldNotes(ctx.tx, before(3))
    await deleteOldConsentLog(ctx.tx, before(60))
  },
})
