import type { Context } from '#platform/context.ts'
import { enqueue } from '#platform/jobs/job.ts'
import { fetchPreview } from './jobs.ts'
import { deletePostLink, setPostLink } from './queries/previews.ts'

/** Remembers the first link of a post; what stands behind it is looked up later, by a job. */
export async function noteFirstLink(ctx: Context, postId: string, url: string | null): Promise<void> {
  if (!url) {
    await deletePostLink(ctx.tx, postId)
    return
  }
  await setPostLink(ctx.tx, postId, url)
  if (/^https?:/i.test(url)) await enqueue(ctx, fetchPreview, { postId })
}
