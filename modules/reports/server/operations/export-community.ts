import type { FastifyReply } from 'fastify'
import { Readable } from 'node:stream'
import { logAccess } from '#modules/people/public.ts'
import type { CommunityExport } from '#modules/reports/contract.ts'
import type { MemberContext } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { enqueue } from '#platform/jobs/job.ts'
import type { Services } from '#platform/services.ts'
import { cleanText } from '#platform/shared/local-text.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import type { BlobStore } from '#platform/storage/blob-store.ts'
import type { ExportFormat, ExportPart } from '#modules/reports/words.ts'
import { getForManaging } from '../access.ts'
import { prepareExport } from '../jobs.ts'
import { findExport, insertAudit, insertExport, listExports, listPieces } from '../queries/exports.ts'
import type { ExportRow } from '../queries/exports.ts'
import { listMemberIds } from '../queries/rows.ts'

const view = (ctx: MemberContext, row: ExportRow): CommunityExport => ({
  id: row.id,
  askedAt: row.askedAt.toISOString(),
  askedBy: row.askedBy,
  reason: row.reason,
  parts: row.parts,
  formats: row.formats,
  state: row.state === 'ready' && row.expiresAt! <= ctx.now ? 'gone' : row.state,
  size: row.size,
  expiresAt: row.expiresAt?.toISOString() ?? null,
  isMine: row.askedById === ctx.actor.memberId,
})

/** Who took this community away as files, when, why: every manager sees every export. */
export async function readExports(
  ctx: MemberContext,
  community: string,
): Promise<{ items: CommunityExport[] }> {
  const access = await getForManaging(ctx, community)
  return { items: (await listExports(ctx.tx, access.id)).map((row) => view(ctx, row)) }
}

/** People are logged in pieces: one statement for each keeps it small. */
const subjectsAtOnce = 1000

/**
 * Has a community prepared as files. The reason is kept, the audit says who, and members who are included read it in
 * their access log.
 */
export async function askForExport(
  ctx: MemberContext,
  input: { community: string; parts: ExportPart[]; formats: ExportFormat[]; reason: string },
): Promise<CommunityExport> {
  const access = await getForManaging(ctx, input.community)
  const reason = cleanText(input.reason)
  if (!reason || reason.length < 10) throw new Refusal('invalidInput')
  const id = newId(ctx.now.getTime())
  const { parts, formats } = input
  const by = ctx.actor.memberId
  await insertExport(ctx.tx, {
    id,
    communityId: access.id,
    askedById: by,
    askedAt: ctx.now,
    reason,
    parts,
    formats,
    language: ctx.actor.language,
  })
  await insertAudit(ctx.tx, {
    at: ctx.now,
    actorId: by,
    action: 'communityExported',
    subject: access.id,
    details: { exportId: id, parts, formats, reason },
  })
  if (parts.includes('members')) {
    const ids = await listMemberIds(ctx.tx, access.id)
    for (let at = 0; at < ids.length; at += subjectsAtOnce)
      await logAccess(ctx, {
        viewerRole: 'manager',
        communityId: access.id,
        screen: 'exports',
        purpose: 'exportMembers',
        subjects: ids.slice(at, at + subjectsAtOnce),
        fields: ['displayName', 'roles', 'joinedMonth', 'entityName'],
      })
  }
  await enqueue(ctx, prepareExport, { id })
  return view(ctx, (await findExport(ctx.tx, id))!)
}

/**
 * The file, for whoever asked for it and manages the community at this moment; each fetch is audited. Refuses
 * `exportNotFound`, `exportGone` after its week.
 */
export async function loadExport(
  ctx: MemberContext,
  input: { community: string; exportId: string },
  services: Services,
  reply: FastifyReply,
): Promise<unknown> {
  const access = await getForManaging(ctx, input.community)
  const row = await findExport(ctx.tx, input.exportId)
  if (!row || row.communityId !== access.id || row.askedById !== ctx.actor.memberId || row.state !== 'ready')
    throw new Refusal('exportNotFound')
  if (row.expiresAt! <= ctx.now) throw new Refusal('exportGone')
  const pieces = await listPieces(ctx.tx, row.id)
  await insertAudit(ctx.tx, {
    at: ctx.now,
    actorId: ctx.actor.memberId,
    action: 'communityExportFetched',
    subject: access.id,
    details: { exportId: row.id },
  })
  return reply
    .header('content-type', 'application/zip')
    .header('content-disposition', `attachment; filename="${access.slug}.zip"`)
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('content-length', row.size ?? 0)
    .send(Readable.from(joined(services.blobs, pieces)))
}

/** Piece after piece, never two at once. */
async function* joined(blobs: BlobStore, pieces: readonly { blobId: string }[]): AsyncGenerator<Buffer> {
  for (const { blobId } of pieces) {
    const stored = await blobs.get(blobId)
    if (!stored) throw new Error('A piece of an export is gone.')
    yield* stored.stream as AsyncIterable<Buffer>
  }
}
