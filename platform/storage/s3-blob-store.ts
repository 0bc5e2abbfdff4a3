import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { S3mini } from 's3mini'
import type { BlobStore } from '#platform/storage/blob-store.ts'

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
