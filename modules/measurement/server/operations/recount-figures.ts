import type { Context } from '#platform/context.ts'
import { enqueue } from '#platform/jobs/job.ts'
import { rollUp } from '../rollup/jobs.ts'
import { markAll } from '../rollup/roll-up.ts'

/**
 * Has everything about a community counted again, soon and in the background: after an import, which brings acts of
 * the past and tells nobody, and after the demo company has moved in. May be called again at any time.
 */
export async function recountFigures(ctx: Context, communityId: string): Promise<void> {
  await markAll(ctx, communityId)
  await enqueue(
    ctx,
    rollUp,
    { communityId, atNightToo: true },
    { key: `measurement.rollUp:${communityId}:rest` },
  )
}
