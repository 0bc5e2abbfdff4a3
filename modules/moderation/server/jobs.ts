import { charterReviewDue } from '#modules/moderation/events.ts'
import { emit } from '#platform/events/events.ts'
import { defineJob } from '#platform/jobs/job.ts'
import { takeDueReviews } from './queries/places.ts'
import { forgetOldCases } from './queries/years.ts'

/** Twelve months after it was closed, nothing of a case is left but a count. */
export const forgetCases = defineJob<unknown>({
  name: 'moderation.forgetCases',
  attempts: 3,
  timeout: 300,
  onFinalFailure: 'Moderation cases older than twelve months are still there; the next night tries again.',
  cron: '41 2 * * *',
  run: (ctx) => forgetOldCases(ctx.tx, ctx.now),
})

/** Reminds managers, once a year, that a charter lives when it is read again. */
export const remindReviews = defineJob<unknown>({
  name: 'moderation.remindReviews',
  attempts: 3,
  timeout: 60,
  onFinalFailure: 'Managers were not reminded to read their charter again; the next day tries again.',
  cron: '12 7 * * *',
  async run(ctx) {
    for (const { communityId } of await takeDueReviews(ctx.tx, ctx.now))
      await emit(ctx, charterReviewDue(communityId, {}))
  },
})
