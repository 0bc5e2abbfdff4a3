import type { MemberContext } from '#platform/context.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import type { ServedFile } from '../file-answer.ts'
import { findFile } from '../held-files.ts'
import { deleteDraftAttachment } from '../queries/attachments.ts'
import { forgetBlobs } from '../shared.ts'

/** The file, if this person may load it at this moment. Refusal `attachmentNotFound`. */
export async function loadAttachment(
  ctx: MemberContext,
  attachmentId: string,
  size: 'full' | 'thumbnail',
): Promise<ServedFile> {
  const file = await findFile(ctx, attachmentId)
  const blobId = size === 'full' ? file?.blobId : file?.thumbnailBlobId
  if (!file || !blobId) throw new Refusal('attachmentNotFound')
  return { blobId, fileName: file.fileName, contentType: file.contentType, isImage: file.isImage }
}

/** Takes back an upload before publication. Refusal `attachmentNotFound` for anything else. */
export async function removeUpload(ctx: MemberContext, attachmentId: string): Promise<void> {
  const blobs = await deleteDraftAttachment(ctx.tx, attachmentId, ctx.actor.memberId)
  if (blobs.length === 0) throw new Refusal('attachmentNotFound')
  await forgetBlobs(ctx, blobs)
}
