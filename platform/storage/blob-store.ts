import type { Readable } from 'node:stream'

/** Bytes by id, on disk under DATA_DIR/files (another store may stand behind the same interface). */
export interface BlobStore {
  put(id: string, bytes: Buffer): Promise<void>
  /** Keeps what arrives, a few megabytes in memory at most. Whole or not at all: rejects with the source's own error. */
  putStream(id: string, source: Readable): Promise<void>
  /** Undefined when the blob is not there. `range` is inclusive, in bytes. */
  get(
    id: string,
    range?: { start: number; end: number },
  ): Promise<{ stream: Readable; size: number } | undefined>
  delete(id: string): Promise<void>
}
