import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#platform/ids.ts'
import { diskBlobStore } from '#platform/storage/disk-blob-store.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'preau-blobs-'))
})
afterAll(() => rm(folder, { recursive: true }))

test('bytes come back whole or in part, are replaced whole, and go', async () => {
  const store = diskBlobStore(folder)
  const id = newId()
  expect(await store.get(id)).toBeUndefined()
  await store.put(id, Buffer.from('first'))
  await store.put(id, Buffer.from('hello world'))
  const whole = await store.get(id)
  expect([whole!.size, String(await buffer(whole!.stream))]).toEqual([11, 'hello world'])
  const part = await store.get(id, { start: 6, end: 8 })
  expect([part!.size, String(await buffer(part!.stream))]).toEqual([11, 'wor'])
  expect((await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.part'))).toEqual([])
  await store.delete(id)
  await store.delete(id)
  expect(await store.get(id)).toBeUndefined()
})

test('an identifier is never a path', async () => {
  const store = diskBlobStore(folder)
  for (const id of ['../../etc/passwd', 'a/b/c/d/e/f', '', '..', 'x'.repeat(200)])
    await expect(store.put(id, Buffer.from('x'))).rejects.toThrow(/unexpected form/)
})

test('what arrives piece by piece is kept whole, or not at all', async () => {
  const store = diskBlobStore(folder)
  const id = newId()
  await store.putStream(id, Readable.from([Buffer.from('hello '), Buffer.from('world')]))
  expect(String(await buffer((await store.get(id))!.stream))).toBe('hello world')
  const broken = newId()
  const failing = Readable.from(
    (async function* () {
      yield Buffer.from('hello')
      throw new Error('cut')
    })(),
  )
  await expect(store.putStream(broken, failing)).rejects.toThrow('cut')
  expect(await store.get(broken)).toBeUndefined()
  expect((await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.part'))).toEqual([])
})
