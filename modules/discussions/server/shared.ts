import type { Context, MemberContext } from '#platform/context.ts'
import { enqueue } from '#platform/jobs/job.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { removeBlobs } from './jobs.ts'

/** The viewer as the queries take it. */
export const viewerOf = (ctx: MemberContext): { id: string; isEmployee: boolean } => ({
  id: ctx.actor.memberId,
  isEmployee: ctx.actor.memberKind === 'employee',
})

/** Who writes: the member, or the person the system acts for (demo, command line). */
export function authorOf(ctx: Context, authorId: string | undefined): string {
  if (ctx.actor.kind === 'member') return ctx.actor.memberId
  if (ctx.actor.kind === 'system' && authorId) return authorId
  throw new Refusal('notSignedIn')
}

export const actorId = (ctx: Context): string | null =>
  ctx.actor.kind === 'member' ? ctx.actor.memberId : null

/** Bytes leave the store after the commit, through a job: a rollback keeps them. */
export async function forgetBlobs(ctx: Context, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await enqueue(ctx, removeBlobs, { ids: [...ids] })
}

/** Every file that was listed must be one of the author's own uploads. */
export function checkFiles(
  listed: readonly string[] | null | undefined,
  linked: number,
  referenced: readonly string[],
): void {
  const wanted = new Set(listed ?? [])
  if (wanted.size === 0) return
  // Files that only the text names may be somebody else's, and are then shown by their own rights.
  const missing = [...wanted].filter((id) => !referenced.includes(id)).length
  if (linked < missing) throw new Refusal('attachmentUnknown')
}
