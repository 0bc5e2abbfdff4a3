import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import S3rver from 's3rver'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp } from '#apps/server/testing.ts'
import { newId } from '#platform/ids.ts'
import { s3BlobStore } from '#platform/storage/s3-blob-store.ts'

let folder: string
let server: S3rver
// The server checks the key, not the signature: it does not compute those of version 4.
let url: (key?: string) => string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'preau-s3-'))
  server = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory: folder,
    configureBuckets: [{ name: 'preau', configs: [] }],
  })
  const address: AddressInfo = await server.run()
  url = (key = 'S3RVER') => `http://${key}:S3RVER@127.0.0.1:${address.port}/preau?region=us-east-1`
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

test('bytes come back whole or in part, are replaced whole, and go', async () => {
  const store = s3BlobStore(url())
  const id = newId()
  expect(await store.get(id)).toBeUndefined()
  expect(await store.get(id, { start: 0, end: 3 })).toBeUndefined()
  await store.put(id, Buffer.from('first'))
  await store.put(id, Buffer.from('hello world'))
  const whole = await store.get(id)
  expect([whole!.size, String(await buffer(whole!.stream))]).toEqual([11, 'hello world'])
  const part = await store.get(id, { start: 6, end: 8 })
  expect([part!.size, String(await buffer(part!.stream))]).toEqual([11, 'wor'])
  await store.delete(id)
  await store.delete(id)
  expect(await store.get(id)).toBeUndefined()
})

test('what arrives piece by piece is sent in parts', async () => {
  const store = s3BlobStore(url())
  const piece = Buffer.alloc(1024 * 1024, 'x')
  for (const pieces of [1, 20]) {
    const id = newId()
    await store.putStream(id, Readable.from(Array.from({ length: pieces }, () => piece)))
    const kept = await store.get(id)
    expect([kept!.size, (await buffer(kept!.stream)).length]).toEqual([
      pieces * piece.length,
      pieces * piece.length,
    ])
  }
})

test('an identifier is never a path, and an unknown key opens nothing', async () => {
  for (const id of ['../preau2/x', 'a/b/c/d/e/f', '', '..', 'x'.repeat(200)])
    await expect(s3BlobStore(url()).put(id, Buffer.from('x'))).rejects.toThrow(/unexpected form/)
  await expect(s3BlobStore(url('unknown')).put(newId(), Buffer.from('x'))).rejects.toThrow()
  await expect(s3BlobStore(url('unknown')).get(newId())).rejects.toThrow()
})

test('the product keeps its files there: upload, load, load a part', async () => {
  const t = await startTestApp({ blobs: s3BlobStore(url()) })
  try {
    const alice = await t.member({ name: 'Alice' })
    const form = new FormData()
    form.set('file', new Blob(['a text of some length'], { type: 'text/plain' }), 'note.txt')
    const request = new Request('http://x/', { method: 'POST', body: form })
    const sent = await alice.inject({
      method: 'POST',
      url: '/api/v1/attachments',
      headers: { 'content-type': request.headers.get('content-type')! },
      payload: Buffer.from(await request.arrayBuffer()),
    })
    expect(sent.status).toBe(200)
    const headers = { cookie: `preau=${alice.cookie}` }
    const whole = await t.app.inject({ url: sent.body.url, headers })
    expect(whole.body).toBe('a text of some length')
    const part = await t.app.inject({ url: sent.body.url, headers: { ...headers, range: 'bytes=2-5' } })
    expect([part.statusCode, part.body]).toEqual([206, 'text'])
  } finally {
    await t.close()
  }
})
