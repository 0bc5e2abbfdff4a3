import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile, link } from 'node:fs/promises'
import { join } from 'node:path'

const keys = new Map<string, Promise<Buffer>>()

/** The key of addresses and links in mails, `DATA_DIR/mail-key`: made once, 32 random bytes, for this user alone. */
export function mailKey(dataDir: string): Promise<Buffer> {
  let key = keys.get(dataDir)
  if (!key) {
    key = readOrMake(join(dataDir, 'mail-key'))
    keys.set(dataDir, key)
    key.catch(() => keys.delete(dataDir))
  }
  return key
}

async function readOrMake(path: string): Promise<Buffer> {
  const found = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
  })
  if (found?.length === 32) return found
  await mkdir(join(path, '..'), { recursive: true })
  const mine = `${path}.${randomBytes(6).toString('hex')}`
  await writeFile(mine, randomBytes(32), { mode: 0o600, flush: true })
  // Whole or absent, and of two processes that start together the first one's is everybody's.
  if (found) await rename(mine, path)
  else
    await link(mine, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  await rm(mine, { force: true })
  return readFile(path)
}
