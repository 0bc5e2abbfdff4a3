import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startPlatformApp } from '#platform/testing/app.ts'
import type { PlatformApp } from '#platform/testing/app.ts'
import { freshDatabase } from '#platform/testing/database.ts'

let folder: string
let p: PlatformApp
let database: Awaited<ReturnType<typeof freshDatabase>>
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'preau-client-'))
  const dist = join(folder, 'dist')
  await mkdir(join(dist, 'assets'), { recursive: true })
  await mkdir(join(dist, '.vite'))
  for (const [path, text] of [
    ['index.html', '<title>page</title>'],
    ['assets/index-Ab3_d9Xz.js', 'export {}'],
    ['manifest.webmanifest', '{}'],
    ['.vite/manifest.json', '{}'],
  ] as const) {
    await writeFile(join(dist, path), text)
    await writeFile(join(dist, `${path}.gz`), gzipSync(text))
  }
  await writeFile(join(folder, 'secret.txt'), 'secret')
  database = await freshDatabase()
  p = await startPlatformApp({ url: database.url, routes: [], app: { clientFolder: dist } })
})
afterAll(async () => {
  await p.close()
  await database.drop()
  await rm(folder, { recursive: true })
})

const get = (url: string, headers: Record<string, string> = {}) =>
  p.app.inject({ method: 'GET', url, headers })

test('every address of the client gets the page, asked again each time', async () => {
  for (const url of ['/', '/communities/jardin', '/posts/1?x=1', '/index.html']) {
    const answer = await get(url)
    expect([url, answer.statusCode, answer.body, answer.headers['cache-control']]).toEqual([
      url,
      200,
      '<title>page</title>',
      'no-cache',
    ])
    expect(answer.headers['content-security-policy']).toContain("default-src 'self'")
  }
})

test('files with a hash are kept for a year, compressed where the browser takes it', async () => {
  const answer = await get('/assets/index-Ab3_d9Xz.js', { 'accept-encoding': 'gzip, deflate' })
  expect([answer.statusCode, answer.headers['cache-control'], answer.headers['content-encoding']]).toEqual([
    200,
    'public, max-age=31536000, immutable',
    'gzip',
  ])
  expect(String(answer.headers['content-type'])).toContain('javascript')
  expect((await get('/assets/index-Ab3_d9Xz.js')).body).toBe('export {}')
  expect((await get('/manifest.webmanifest')).headers['cache-control']).toBe('no-cache')
})

test('what is not there, not the client’s or outside its folder is the same 404', async () => {
  for (const url of [
    '/assets/nothing.js',
    '/api/v1/nothing',
    '/api',
    '/.vite/manifest.json',
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/logo.png',
  ]) {
    const answer = await get(url)
    expect([url, answer.statusCode, answer.json().error.code]).toEqual([url, 404, 'notFound'])
  }
  expect((await p.app.inject({ method: 'POST', url: '/communities' })).statusCode).toBe(404)
})
