import type { Context } from '#platform/context.ts'
import { defineJob } from '#platform/jobs/job.ts'
import type { Job } from '#platform/jobs/job.ts'

/** How long the platform's own rows are kept. */
export const retention = { idempotencyHours: 24, effectDays: 90, eventDays: 30 } as const
/** One statement never holds many locks: what is left is done by the next round. */
const batch = 5_000

async function deleteInBatches(ctx: Context, text: string, age: string): Promise<number> {
  let deleted = 0
  for (;;) {
    const count = await ctx.tx.run(text, [ctx.now, age, batch])
    deleted += count
    if (count < batch) return deleted
  }
}

/** Removes what has served: answers kept for replays, effect keys, events older than any replay. */
export const cleanUp = defineJob<Record<string, never>>({
  name: 'platform.cleanUp',
  attempts: 3,
  timeout: 600,
  onFinalFailure: 'Old rows of the platform stay until tomorrow.',
  cron: '17 2 * * *',
  async run(ctx, _payload, services) {
    const replays = await deleteInBatches(
      ctx,
      `delete from platform.idempotency where (member_id, key) in
         (select member_id, key from platform.idempotency where at < $1::timestamptz - $2::interval limit $3)`,
      `${retention.idempotencyHours} hours`,
    )
    const effects = await deleteInBatches(
      ctx,
      `delete from platform.effect where key in
         (select key from platform.effect where at < $1::timestamptz - $2::interval limit $3)`,
      `${retention.effectDays} days`,
    )
    const events = await deleteInBatches(
      ctx,
      `delete from platform.domain_event where id in
         (select id from platform.domain_event where at < $1::timestamptz - $2::interval limit $3)`,
      `${retention.eventDays} days`,
    )
    services.log.info({ replays, effects, events }, 'old rows of the platform removed')
  },
})

export const platformJobs: readonly Job[] = [cleanUp]
