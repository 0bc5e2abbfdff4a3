import { debateClosed, debateDecisionReminded, debateOpened } from '#modules/debates/events.ts'
import { emit } from '#platform/events/events.ts'
import { defineJob } from '#platform/jobs/job.ts'
import { missingToOpen } from './policy.ts'
import { findDebateToChange, listDue, setClosed, setOpened } from './queries/debates.ts'
import { takeReminders } from './queries/decisions.ts'

/**
 * Opens debates whose day has come and whose file both readers found neutral, and notices the end of periods. What is
 * over is over at its minute for everybody: this only tells people.
 */
export const turnPeriods = defineJob<unknown>({
  name: 'debates.turnPeriods',
  attempts: 3,
  timeout: 60,
  onFinalFailure:
    'Debates were not opened or their end not told; the next run, five minutes later, tries again.',
  cron: '*/5 * * * *',
  async run(ctx) {
    for (const { id, what } of await listDue(ctx.tx, ctx.now)) {
      const debate = await findDebateToChange(ctx.tx, id, ctx.now)
      if (!debate) continue
      if (what === 'close') {
        if (await setClosed(ctx.tx, id, ctx.now))
          await emit(ctx, debateClosed(debate.communityId, { debateId: id }))
      } else if (missingToOpen(debate, ctx.now).length === 0 && (await setOpened(ctx.tx, id, ctx.now)))
        await emit(ctx, debateOpened(debate.communityId, { debateId: id }))
    }
  },
})

/** Reminds decision-makers seven days and one day before their date, on the day, and every seven days after. */
export const remindDebateDeciders = defineJob<unknown>({
  name: 'debates.remindDeciders',
  attempts: 3,
  timeout: 60,
  onFinalFailure: 'Decision-makers were not reminded of their debates; the next day tries again.',
  cron: '31 6 * * *',
  async run(ctx) {
    for (const { communityId, ...reminder } of await takeReminders(
      ctx.tx,
      ctx.now.toISOString().slice(0, 10),
      ctx.now,
    ))
      await emit(ctx, debateDecisionReminded(communityId, reminder))
  },
})
