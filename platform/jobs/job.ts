import type { Context, SystemActor } from '#platform/context.ts'
import type { Services } from '#platform/services.ts'

/**
 * Work that happens later, at least once; its effect happens once (`once` of platform/jobs/once.ts with an
 * effect key). Declared with what final failure does. Boot fails on a name with zero or two handlers.
 */
export interface Job<P = never> {
  /** Imperative, module-prefixed: `people.sendResetMail`. */
  name: string
  /** Attempts before the job is given up; waits grow between them. */
  attempts: number
  /** Seconds after which an attempt is considered lost. */
  timeout: number
  /** What happens when the last attempt has failed, in words, for the operator. */
  onFinalFailure: string
  /** Cron expression in UTC for recurring jobs. */
  cron?: string
  run(ctx: Context<SystemActor>, payload: P, services: Services): Promise<void>
}

/** Declares a job with the type of its payload. */
export const defineJob = <P>(job: Job<P>): Job<P> => job

/** Enqueues a job in the caller's transaction: it exists if, and only if, the transaction commits. */
export async function enqueue<P>(
  ctx: Context,
  job: Job<P>,
  payload: P,
  options: { at?: Date; key?: string } = {},
): Promise<void> {
  await ctx.tx.run(
    `select graphile_worker.add_job($1, $2::json, run_at => $3::timestamptz, max_attempts => $4, job_key => $5)`,
    [job.name, JSON.stringify(payload), options.at ?? null, job.attempts, options.key ?? null],
  )
}

/** Whether a job of this name waits or runs, given-up ones left out. */
export async function isQueued<P>(ctx: Context, job: Job<P>): Promise<boolean> {
  return (
    (await ctx.tx.row(
      `select 1 from graphile_worker.jobs where task_identifier = $1 and attempts < max_attempts limit 1`,
      [job.name],
    )) !== undefined
  )
}
