import { defineJob } from '#platform/jobs/job.ts'
import { closeDuePoll } from './operations/close-poll.ts'
import { listDuePolls } from './queries.ts'

/** Counts polls whose time is over; until then they answer as closed without a result. */
export const closeDuePolls = defineJob<unknown>({
  name: 'polls.closeDuePolls',
  attempts: 3,
  timeout: 120,
  onFinalFailure: 'Polls whose time is over are not counted yet; the next minute tries again.',
  cron: '* * * * *',
  async run(ctx) {
    for (const pollId of await listDuePolls(ctx.tx, ctx.now)) await closeDuePoll(ctx, pollId)
  },
})
