import type { Context } from '#platform/context.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { Services } from '#platform/services.ts'

export const insertBlob = (
  tx: Tx,
  blob: { id: string; sha256: Buffer; size: number; contentType: string },
): Promise<number> =>
  tx.run('insert into platform.blob (id, sha256, size, content_type) values ($1, $2, $3, $4)', [
    blob.id,
    blob.sha256,
    blob.size,
    blob.contentType,
  ])

/** Forgets blobs now, and their bytes once that is certain. */
export async function removeBlobs(ctx: Context, services: Services, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await ctx.tx.run('delete from platform.blob where id = any($1)', [ids])
  ctx.tx.afterCommit(() => {
    for (const id of ids) void services.blobs.delete(id).catch(() => undefined)
  })
}
