import type { Context } from '#platform/context.ts'
import type { Services } from '#platform/services.ts'
import { takeExpiredPieces } from '../queries/exports.ts'

/** Removes exports that are older than a week: bytes once that is certain. Their trace stays. */
export async function forgetExports(ctx: Context, services: Services): Promise<void> {
  const ids = await takeExpiredPieces(ctx.tx, ctx.now)
  ctx.tx.afterCommit(() => {
    for (const id of ids) void services.blobs.delete(id).catch(() => undefined)
  })
}
