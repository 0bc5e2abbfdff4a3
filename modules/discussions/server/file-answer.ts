import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Refusal } from '#platform/shared/refusal.ts'
import type { BlobStore } from '#platform/storage/blob-store.ts'

export interface ServedFile {
  blobId: string
  fileName: string
  contentType: string
  isImage: boolean
}

/** RFC 6266: an ASCII name for old clients and the real one in UTF-8. */
export function contentDisposition(kind: 'inline' | 'attachment', name: string): string {
  const ascii =
    name
      .normalize('NFKD')
      .replace(/[^\x20-\x7e]/g, '')
      .replace(/["\\]/g, '') || 'file'
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${encoded}`
}

/** `bytes=0-99`, `bytes=100-`, `bytes=-50`; anything else is answered in full. */
export function readRange(
  header: string | undefined,
  size: number,
): { start: number; end: number } | 'unsatisfiable' | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '')
  if (!match || (match[1] === '' && match[2] === '')) return undefined
  const start = match[1] === '' ? Math.max(0, size - Number(match[2])) : Number(match[1])
  const end = match[1] === '' || match[2] === '' ? size - 1 : Math.min(Number(match[2]), size - 1)
  return start >= size || start > end ? 'unsatisfiable' : { start, end }
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
  const etag = `"${file.blobId}"`
  reply
    .header('content-type', file.contentType)
    .header('content-disposition', contentDisposition(file.isImage ? 'inline' : 'attachment', file.fileName))
    .header('content-security-policy', "sandbox; default-src 'none'")
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'private, no-cache')
    .header('accept-ranges', 'bytes')
    .header('etag', etag)
  if (request.headers['if-none-match'] === etag) return reply.code(304).send()
  const whole = await blobs.get(file.blobId)
  if (!whole) throw new Refusal('attachmentNotFound')
  const range = readRange(request.headers.range, whole.size)
  if (range === undefined && request.method !== 'HEAD')
    return reply.header('content-length', whole.size).send(whole.stream)
  whole.stream.destroy()
  if (range === 'unsatisfiable')
    return reply.code(416).header('content-range', `bytes */${whole.size}`).send()
  // An empty stream: HEAD keeps the length we state.
  if (range === undefined) return reply.header('content-length', whole.size).send(Readable.from([]))
  const part = await blobs.get(file.blobId, range)
  if (!part) throw new Refusal('attachmentNotFound')
  reply.code(206).header('content-range', `bytes ${range.start}-${range.end}/${whole.size}`)
  reply.header('content-length', range.end - range.start + 1)
  if (request.method !== 'HEAD') return reply.send(part.stream)
  part.stream.destroy()
  return reply.send(Readable.from([]))
}
