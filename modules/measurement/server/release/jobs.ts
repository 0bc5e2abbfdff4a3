import { defineJob } from '#platform/jobs/job.ts'
import { enqueue } from '#platform/jobs/job.ts'
import { forgetContributors, freezeCohorts, listDue, release } from '../operations/release.ts'
import { releaseNetwork } from '../operations/release-network.ts'
import type { ReleaseAsked } from '../operations/release.ts'

/** One metric of one scope and period per job: what fails is tried again alone, what is decided is never touched. */
export const releaseFigure = defineJob<ReleaseAsked>({
  name: 'measurement.releaseFigure',
  attempts: 5,
  timeout: 300,
  onFinalFailure: 'The figure of that period is not published; the next night tries again.',
  async run(ctx, asked) {
    await release(ctx, asked)
    // The map shows exactly the cells that the index of the same quarter was published for.
    if (asked.metric === 'M22') await releaseNetwork(ctx, asked)
  },
})

/** Decides every night what closed periods still wait for. The only writer of what is released. */
export const releaseFigures = defineJob<Record<string, never>>({
  name: 'measurement.releaseFigures',
  attempts: 5,
  timeout: 300,
  onFinalFailure: 'Figures of groups appear a night later.',
  cron: '10 3 * * *',
  async run(ctx) {
    for (const { metric, scope, period, demo } of await listDue(ctx))
      await enqueue(
        ctx,
        releaseFigure,
        { metric, scope, period, demo },
        { key: `release ${metric} ${scope.communityId ?? 'organisation'} ${period}` },
      )
  },
})

export const freezeCohortsMonthly = defineJob<Record<string, never>>({
  name: 'measurement.freezeCohorts',
  attempts: 10,
  timeout: 120,
  onFinalFailure: 'Figures of that month have no breakdown.',
  // The first five nights: one that is missed is made up for while the directory still says the same.
  cron: '20 0 1-5 * *',
  run: freezeCohorts,
})

export const forgetReleaseContributors = defineJob<Record<string, never>>({
  name: 'measurement.forgetContributors',
  attempts: 5,
  timeout: 120,
  onFinalFailure: 'Whom old figures rest on is kept until the next night.',
  cron: '40 3 * * *',
  run: forgetContributors,
})

export const releaseJobs = [releaseFigures, releaseFigure, freezeCohortsMonthly, forgetReleaseContributors]
