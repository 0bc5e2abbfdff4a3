import type { Archive } from '#modules/interchange/contract.ts'
import type { MemberContext } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { enqueue } from '#platform/jobs/job.ts'
import type { Services } from '#platform/services.ts'
import { removeBlobs } from '../blobs.ts'
import { prepareArchive } from '../jobs.ts'
import { findArchive, replaceArchive } from '../queries/own-data.ts'

const none: Archive = { state: 'none', askedAt: null, size: null, expiresAt: null }

export async function readArchive(ctx: MemberContext): Promise<Archive> {
  const row = await findArchive(ctx.tx, ctx.actor.memberId, ctx.now)
  if (!row || (row.fileExpiresAt && row.fileExpiresAt <= ctx.now)) return none
  return { state: row.state, askedAt: row.askedAt, size: row.size, expiresAt: row.expiresAt }
}

/** Asks for an archive; one that is being prepared is not begun again. */
export async function askForArchive(ctx: MemberContext, services: Services): Promise<Archive> {
  const now = await findArchive(ctx.tx, ctx.actor.memberId, ctx.now)
  if (now?.state !== 'preparing') {
    const id = newId(ctx.now.getTime())
    await removeBlobs(ctx, services, await replaceArchive(ctx.tx, id, ctx.actor.memberId, ctx.now))
    await enqueue(ctx, prepareArchive, { id })
  }
  return readArchive(ctx)
}
