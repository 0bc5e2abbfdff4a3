import type { Context } from '#platform/context.ts'
import { defineJob, enqueue } from '#platform/jobs/job.ts'
import { dayOf } from '../business-clock.ts'
import { addMonths, monthOf } from '../weeks.ts'
import { listCommunities, listDirtyCommunities, markMonths } from './dirty.ts'
import { findBeginning } from './queries.ts'
import { markAll, monthsBetween, rollUpNext } from './roll-up.ts'

/** Seconds that marks gather before they are worked off. */
const gatherSeconds = 60
/** Months that one job makes; what is left is the next job's, so that a kill loses at most these. */
const monthsPerJob = 3

/** Calls the job for a community; marks that come meanwhile are worked off with it. */
export const callRollUp = (ctx: Context, communityId: string): Promise<void> =>
  enqueue(
    ctx,
    rollUp,
    { communityId, atNightToo: false },
    { key: `measurement.rollUp:${communityId}`, at: new Date(ctx.now.getTime() + gatherSeconds * 1000) },
  )

/** Makes due months again, newest first, a few per job. */
export const rollUp = defineJob<{ communityId: string; atNightToo: boolean }>({
  name: 'measurement.rollUp',
  attempts: 5,
  timeout: 120,
  onFinalFailure: 'Figures of one community stay as they were until the next night.',
  async run(ctx, { communityId, atNightToo }) {
    for (let made = 0; made < monthsPerJob; made++)
      if ((await rollUpNext(ctx, communityId, atNightToo)) === undefined) return
    await enqueue(ctx, rollUp, { communityId, atNightToo }, { key: `measurement.rollUp:${communityId}:rest` })
  },
})

/**
 * Every night: the last months again (answers ripen: seven days for a reply, thirty for a return), communities that
 * were never counted or whose past has grown (an import brings acts and tells nobody), and what may wait for the night.
 */
export const rollUpNightly = defineJob<Record<string, never>>({
  name: 'measurement.rollUpNightly',
  attempts: 3,
  timeout: 300,
  onFinalFailure: 'Figures miss what ripened since the night before; the next night makes up for it.',
  cron: '10 1 * * *',
  async run(ctx) {
    const now = monthOf(dayOf(ctx.now, 'UTC'))
    for (const community of await listCommunities(ctx.tx)) {
      const { firstAt, hasHistory } = await findBeginning(ctx.tx, community.id)
      const first = firstAt && monthOf(firstAt.toISOString().slice(0, 10))
      const hasGrown =
        first !== null && (community.firstMonth === null || first < addMonths(community.firstMonth, -1))
      if (hasGrown || (community.hasHistory !== null && community.hasHistory !== hasHistory))
        await markAll(ctx, community.id, true)
      else await markMonths(ctx.tx, community.id, monthsBetween(addMonths(now, -2), now), true)
    }
    for (const communityId of await listDirtyCommunities(ctx.tx))
      await enqueue(
        ctx,
        rollUp,
        { communityId, atNightToo: true },
        { key: `measurement.rollUp:${communityId}:rest` },
      )
  },
})
