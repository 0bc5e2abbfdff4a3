import { programmeCardDue } from '#modules/programmes/events.ts'
import { reminderLeads } from '#modules/programmes/words.ts'
import { emit } from '#platform/events/events.ts'
import { defineJob } from '#platform/jobs/job.ts'
import { todayOf } from './access.ts'
import { insertReminder, listDueCards } from './queries/notices.ts'

/** Reminds whoever owns a card three days before its day, on it, and a week after; once each. */
export const remindCards = defineJob<unknown>({
  name: 'programmes.remindCards',
  attempts: 3,
  timeout: 120,
  onFinalFailure: 'Owners were not reminded of what is due today in their programmes.',
  cron: '25 5 * * *',
  async run(ctx) {
    for (const { cardId, programmeId, memberId, on, lead } of await listDueCards(
      ctx.tx,
      todayOf(ctx),
      reminderLeads,
    )) {
      await insertReminder(ctx.tx, cardId, on, lead, ctx.now)
      await emit(ctx, programmeCardDue(null, { programmeId, cardId, memberId, lead }))
    }
  },
})
