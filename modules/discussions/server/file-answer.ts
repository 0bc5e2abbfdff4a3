import type { FastifyReply, FastifyRequest } from 'fastify'
import { Refusal } from '#platform/shared/refusal.ts'
import type { BlobStore } from '#platform/storage/blob-store.ts'
import { sendBlob } from '#platform/storage/send-blob.ts'

export { contentDisposition, readRange } from '#platform/storage/send-blob.ts'

export interface ServedFile {
  blobId: string
  fileName: string
  contentType: string
  isImage: boolean
}

/**
 * Sends a stored file to somebody who may load it now. Never as a document of ours: only re-encoded images are
 * shown in place, everything is sandboxed and typed by us. A browser keeps bytes but asks each time (`no-cache`),
 * so that a 304, like a part or a HEAD, is only given after the rights were checked.
 */
export async function answerWithFile(
  request: FastifyRequest,
  reply: FastifyReply,
  blobs: BlobStore,
  file: ServedFile,
): Promise<unknown> {
  const isSent = await sendBlob(request, reply, blobs, {
    ...file,
    disposition: file.isImage ? 'inline' : 'attachment',
  })
  if (!isSent) throw new Refusal('attachmentNotFound')
  return reply
}
