import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { BlobStore } from '#platform/storage/blob-store.ts'

/**
 * Blobs as files under `folder`, sharded by the last four characters of the id (the first ones of a
 * time-ordered id are nearly constant). A file appears whole or not at all: written beside, flushed, renamed.
 */
export function diskBlobStore(folder: string): BlobStore {
  const pathOf = (id: string): string => {
    // An id is ours, never a caller's path.
    if (!/^[\w-]{8,80}$/.test(id)) throw new Error('A blob identifier has an unexpected form.')
    return join(folder, id.slice(-2), id.slice(-4, -2), id)
  }
  const write = async (id: string, fill: (file: FileHandle) => Promise<void>): Promise<void> => {
    const path = pathOf(id)
    await mkdir(dirname(path), { recursive: true, mode: 0o750 })
    const beside = `${path}.${randomBytes(6).toString('hex')}.part`
    try {
      const file = await open(beside, 'wx', 0o640)
      try {
        await fill(file)
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(beside, path)
    } catch (error) {
      await rm(beside, { force: true })
      throw error
    }
  }
  return {
    put: (id, bytes) => write(id, (file) => file.writeFile(bytes)),
    putStream: (id, source) => write(id, (file) => file.writeFile(source)),
    async get(id, range) {
      const path = pathOf(id)
      const facts = await stat(path).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return undefined
        throw error
      })
      if (!facts) return undefined
      return { stream: createReadStream(path, range), size: facts.size }
    },
    async delete(id) {
      await rm(pathOf(id), { force: true })
    },
  }
}
