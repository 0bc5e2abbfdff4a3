import type { Context } from '#platform/context.ts'
import type { Job } from '#platform/jobs/job.ts'

/** One job a member, in one statement for all of them; runs only if the caller's transaction commits. */
export async function enqueueForMembers(
  ctx: Context,
  job: Job<{ memberId: string }>,
  memberIds: readonly string[],
): Promise<void> {
  await ctx.tx.run(
    `select count(graphile_worker.add_job($1, json_build_object('memberId', member_id), run_at => $2::timestamptz, max_attempts => $3,
              job_key => 'people.invitation:' || member_id))
       from unnest($4::uuid[]) as member_id`,
    [job.name, ctx.now, job.attempts, memberIds],
  )
}
