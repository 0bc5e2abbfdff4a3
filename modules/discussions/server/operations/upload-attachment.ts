import { createHash } from 'node:crypto'
import type { Attachment } from '#modules/discussions/contract.ts'
import type { MemberContext } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { cleanText } from '#platform/shared/local-text.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import type { BlobStore } from '#platform/storage/blob-store.ts'
import { renderImage, sniffDocument, sniffImage } from '../images.ts'
import { insertAttachment } from '../queries/attachments.ts'
import { findFileLimits, findOwnUse } from '../queries/file-limits.ts'
import type { BlobRow } from '../queries/attachments.ts'

/** A name as it may be shown and saved: no path, no control or direction characters, at most 150 characters. */
export function cleanFileName(name: string | undefined): string {
  const bare = (cleanText(name) ?? '')
    .split(/[/\\]/)
    .at(-1)!
    .replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '')
    .trim()
  const kept = bare.replace(/^\.+/, '')
  if (kept.length <= 150) return kept || 'document'
  const dot = kept.lastIndexOf('.')
  const ending = dot > 0 && kept.length - dot <= 10 ? kept.slice(dot) : ''
  return kept.slice(0, 150 - ending.length) + ending
}

const blobOf = (bytes: Buffer, contentType: string): BlobRow => ({
  id: newId(),
  sha256: createHash('sha256').update(bytes).digest(),
  size: bytes.length,
  contentType,
})

/**
 * Keeps a file for something its owner is writing. Images are re-encoded and lose their metadata; anything else is
 * kept as it is and only ever downloads. Runs outside a transaction, so that a slow upload holds no connection.
 * Refusals: `fileEmpty`, `fileTooLarge`, `imageUnreadable`, `imageTooLarge`, `quotaExceeded`, `dayQuotaExceeded`.
 */
export async function uploadAttachment(
  ctx: MemberContext,
  blobs: BlobStore,
  file: { bytes: Buffer; name: string | undefined; alt: string | null },
): Promise<Attachment> {
  if (file.bytes.length === 0) throw new Refusal('fileEmpty')
  const limits = await findFileLimits(ctx.tx)
  if (file.bytes.length > limits.file) throw new Refusal('fileTooLarge', { maximum: limits.file })
  const isImage = sniffImage(file.bytes) !== undefined
  const rendered = isImage ? await renderImage(file.bytes) : undefined
  const bytes = rendered?.image.bytes ?? file.bytes
  const contentType = rendered ? 'image/webp' : sniffDocument(file.bytes)
  const blob = blobOf(bytes, contentType)
  const thumbnail = rendered ? blobOf(rendered.thumbnail.bytes, 'image/webp') : null
  // Bytes first: a row never names a file that is not there, and a file without a row is removed at once.
  await blobs.put(blob.id, bytes)
  if (thumbnail) await blobs.put(thumbnail.id, rendered!.thumbnail.bytes)
  const fileName = cleanFileName(file.name)
  const attachment = await insertAttachment(ctx.tx, {
    id: newId(ctx.now.getTime()),
    blob,
    thumbnail,
    ownerId: ctx.actor.memberId,
    fileName: rendered ? `${fileName.replace(/\.[a-z0-9]{1,5}$/i, '')}.webp` : fileName,
    contentType,
    width: rendered?.image.width ?? null,
    height: rendered?.image.height ?? null,
    alt: cleanText(file.alt)?.slice(0, 500) ?? null,
    now: ctx.now,
    limits,
  })
  if (attachment) return attachment
  await blobs.delete(blob.id)
  if (thumbnail) await blobs.delete(thumbnail.id)
  const { used } = await findOwnUse(ctx.tx, ctx.actor.memberId, ctx.now)
  if (used + bytes.length > limits.total) throw new Refusal('quotaExceeded', { quota: limits.total })
  throw new Refusal('dayQuotaExceeded', { quota: limits.day })
}
