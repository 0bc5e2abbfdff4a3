import { forgetBlobs } from '#modules/discussions/public.ts'
import { pageReviewDue } from '#modules/knowledge/events.ts'
import { emit } from '#platform/events/events.ts'
import { defineJob } from '#platform/jobs/job.ts'
import { once } from '#platform/jobs/once.ts'
import { deleteForGood, listDueOn } from './queries/pages.ts'
import { dayOf } from './text.ts'

const days = 24 * 3600 * 1000

/** Pages deleted more than 30 days ago go for good, with their files. */
export const purgePages = defineJob<unknown>({
  name: 'knowledge.purgePages',
  attempts: 3,
  timeout: 300,
  onFinalFailure: 'Deleted pages were not removed for good tonight; the next night tries again.',
  cron: '41 3 * * *',
  async run(ctx) {
    await forgetBlobs(ctx, await deleteForGood(ctx.tx, new Date(ctx.now.getTime() - 30 * days)))
  },
})

/** Tells, once, of each page whose review date is today. */
export const tellReviewsDue = defineJob<unknown>({
  name: 'knowledge.tellReviewsDue',
  attempts: 5,
  timeout: 300,
  onFinalFailure: 'Owners were not told today that pages are to review; the pages themselves say so.',
  cron: '10 6 * * *',
  async run(ctx) {
    const day = dayOf(ctx.now)
    await once(ctx, `knowledge.reviewsDue:${day}`, async () => {
      for (const page of await listDueOn(ctx.tx, day))
        await emit(ctx, pageReviewDue(page.communityId, { pageId: page.id, ownerId: page.ownerId }))
    })
  },
})
