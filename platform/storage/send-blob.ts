import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { BlobStore } from '#platform/storage/blob-store.ts'

export interface SentBlob {
  blobId: string
  fileName: string
  /** Ours, found from the bytes; never what the sender said. */
  contentType: string
  disposition: 'inline' | 'attachment'
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
 * Sends stored bytes to somebody who may load them now: the caller has checked, before a 304, a part or a HEAD too.
 * Never as a document of ours: typed by us, sandboxed, never sniffed. A browser keeps bytes but asks each time
 * (`no-cache`). False, and nothing sent, when the bytes are not there.
 */
export async function sendBlob(
  request: FastifyRequest,
  reply: FastifyReply,
  blobs: BlobStore,
  file: SentBlob,
): Promise<boolean> {
  const etag = `"${file.blobId}"`
  reply
    .header('content-type', file.contentType)
    .header('content-disposition', contentDisposition(file.disposition, file.fileName))
    .header('content-security-policy', "sandbox; default-src 'none'")
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'private, no-cache')
    .header('accept-ranges', 'bytes')
    .header('etag', etag)
  if (request.headers['if-none-match'] === etag) {
    await reply.code(304).send()
    return true
  }
  const whole = await blobs.get(file.blobId)
  if (!whole) return false
  const range = readRange(request.headers.range, whole.size)
  if (range === undefined && request.method !== 'HEAD') {
    await reply.header('content-length', whole.size).send(whole.stream)
    return true
  }
  whole.stream.destroy()
  if (range === 'unsatisfiable') {
    await reply.code(416).header('content-range', `bytes */${whole.size}`).send()
    return true
  }
  // An empty stream: HEAD keeps the length we state.
  if (range === undefined) {
    await reply.header('content-length', whole.size).send(Readable.from([]))
    return true
  }
  const part = await blobs.get(file.blobId, range)
  if (!part) return false
  reply.code(206).header('content-range', `bytes ${range.start}-${range.end}/${whole.size}`)
  reply.header('content-length', range.end - range.start + 1)
  if (request.method === 'HEAD') {
    part.stream.destroy()
    await reply.send(Readable.from([]))
  } else await reply.send(part.stream)
  return true
}
