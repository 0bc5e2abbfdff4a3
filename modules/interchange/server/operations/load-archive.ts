import type { FastifyReply } from 'fastify'
import type { MemberContext } from '#platform/context.ts'
import type { Services } from '#platform/services.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { findArchive } from '../queries/own-data.ts'

/** The caller's own archive as a download. Refuses archiveNotFound. */
export async function loadArchive(
  ctx: MemberContext,
  services: Services,
  reply: FastifyReply,
): Promise<unknown> {
  const row = await findArchive(ctx.tx, ctx.actor.memberId, ctx.now)
  const isThere = row?.blobId && row.state === 'ready' && row.fileExpiresAt && row.fileExpiresAt > ctx.now
  const blob = isThere ? await services.blobs.get(row.blobId!) : undefined
  if (!blob) throw new Refusal('archiveNotFound')
  return reply
    .header('content-type', 'application/zip')
    .header('content-disposition', 'attachment; filename="preau.zip"')
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('content-length', blob.size)
    .send(blob.stream)
}
