import { reviewDue } from '#modules/lifecycle/events.ts'
import { emit } from '#platform/events/events.ts'
import { defineJob } from '#platform/jobs/job.ts'
import { forgetPersonalLinks } from './queries/closing.ts'
import { takeDueReviews } from './queries/reviews.ts'

/** Reminds managers of a review on its day, then once a week until it is held. */
export const remindLifeReviews = defineJob<unknown>({
  name: 'lifecycle.remindReviews',
  attempts: 3,
  timeout: 60,
  onFinalFailure: 'Managers were not reminded of a review; the next morning tries again.',
  cron: '22 7 * * *',
  async run(ctx) {
    for (const { id, communityId, kind } of await takeDueReviews(ctx.tx, ctx.now))
      await emit(ctx, reviewDue(communityId, { reviewId: id, kind }))
  },
})

/** Thirteen months after its archiving, a community's plans name nobody any more; presence bits are gone by then. */
export const forgetLinks = defineJob<unknown>({
  name: 'lifecycle.forgetLinks',
  attempts: 3,
  timeout: 120,
  onFinalFailure: 'Plans of communities archived long ago still name people; the next night tries again.',
  cron: '52 2 * * *',
  async run(ctx) {
    await forgetPersonalLinks(ctx.tx, ctx.now)
  },
})
