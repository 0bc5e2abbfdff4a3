import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { S3mini } from 's3mini'
import type { BlobStore } from '#platform/storage/blob-store.ts'

/** The smallest part that S3 accepts is 5 MB. */
const partSize = 8 * 1024 * 1024

/**
 * Blobs in a bucket of any S3-compatible store, one object per blob. `url`: `https://key:secret@host/bucket?region=…`,
 * key and secret percent-encoded. Objects are private: the product reads them and checks rights on each request.
 */
export function s3BlobStore(url: string): BlobStore {
  const { protocol, host, pathname, searchParams, username, password } = new URL(url)
  const bucket = new S3mini({
    accessKeyId: decodeURIComponent(username),
    secretAccessKey: decodeURIComponent(password),
    endpoint: `${protocol}//${host}${pathname.replace(/\/$/, '')}`,
    region: searchParams.get('region') ?? 'auto',
    requestAbortTimeout: 60_000,
  })
  const keyOf = (id: string): string => {
    // An id is ours, never a caller's path.
    if (!/^[\w-]{8,80}$/.test(id)) throw new Error('A blob identifier has an unexpected form.')
    return id
  }
  return {
    async put(id, bytes) {
      await bucket.putObject(keyOf(id), bytes, 'application/octet-stream')
    },
    async putStream(id, source) {
      const key = keyOf(id)
      let uploadId: string | undefined
      const sent: Awaited<ReturnType<typeof bucket.uploadPart>>[] = []
      const waiting: Buffer[] = []
      let length = 0
      const take = (): Buffer => {
        const bytes = Buffer.concat(waiting.splice(0))
        length = 0
        return bytes
      }
      try {
        for await (const chunk of source as AsyncIterable<Buffer>) {
          waiting.push(chunk)
          length += chunk.length
          if (length < partSize) continue
          uploadId ??= await bucket.getMultipartUploadId(key, 'application/octet-stream')
          sent.push(await bucket.uploadPart(key, uploadId, take(), sent.length + 1))
        }
        if (uploadId === undefined) {
          await bucket.putObject(key, take(), 'application/octet-stream')
          return
        }
        if (length > 0) sent.push(await bucket.uploadPart(key, uploadId, take(), sent.length + 1))
        await bucket.completeMultipartUpload(key, uploadId, sent)
      } catch (error) {
        if (uploadId !== undefined) await bucket.abortMultipartUpload(key, uploadId).catch(() => undefined)
        throw error
      }
    },
    async get(id, range) {
      const key = keyOf(id)
      // S3mini's end is exclusive, ours is not.
      const answer = range
        ? await bucket.getObjectRaw(key, false, range.start, range.end + 1).catch(absent)
        : await bucket.getObjectResponse(key)
      if (!answer?.body) return undefined
      const size = range
        ? Number(answer.headers.get('content-range')?.split('/')[1])
        : Number(answer.headers.get('content-length'))
      return { stream: Readable.fromWeb(answer.body as ReadableStream), size }
    },
    async delete(id) {
      await bucket.deleteObject(keyOf(id))
    },
  }
}

function absent(error: unknown): undefined {
  if ((error as { status?: number }).status === 404) return undefined
  throw error
}
