import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp } from '#apps/server/testing.ts'
import type { TestAnswer, TestApp, TestVisitor } from '#apps/server/testing.ts'
import { comment, leave, join, makeCommunity, publish, upload } from '#modules/discussions/fixtures.ts'
import type { TestCommunity } from '#modules/discussions/fixtures.ts'

let t: TestApp
let alice: TestVisitor
let bob: TestVisitor
let outsider: TestVisitor
let closed: TestCommunity
let photo: Buffer

beforeAll(async () => {
  t = await startTestApp()
  alice = await t.member({ name: 'Alice' })
  bob = await t.member({ name: 'Bob' })
  outsider = await t.member()
  closed = await makeCommunity(t, { visibility: 'closed', members: [alice, bob] })
  photo = await sharp({ create: { width: 1200, height: 900, channels: 3, background: '#a43' } })
    .withExif({
      IFD0: { Copyright: 'CANARI-EXIF', Make: 'CANARI-APPAREIL' },
      IFD3: { GPSLatitude: '48/1 47/1 0/1' },
    })
    .jpeg()
    .toBuffer()
})
afterAll(() => t.close())

const send = (
  who: TestVisitor,
  name: string,
  bytes: Buffer,
  options: { type?: string; alt?: string } = {},
): Promise<TestAnswer> =>
  who.inject({ method: 'POST', url: '/api/v1/attachments', ...upload(name, bytes, options) })

describe('uploading', () => {
  test('re-encodes an image, takes its metadata away, gives a thumbnail', async () => {
    expect(photo.includes('CANARI')).toBe(true)
    const answer = await send(alice, 'IMG_0042.JPG', photo, { type: 'image/jpeg', alt: 'Le convoyeur' })
    expect(answer.body).toMatchObject({
      fileName: 'IMG_0042.webp',
      contentType: 'image/webp',
      width: 1200,
      height: 900,
      alt: 'Le convoyeur',
    })
    expect(answer.statements).toBeLessThanOrEqual(8)
    for (const [url, width] of [
      [answer.body.url, 1200],
      [answer.body.thumbnailUrl, 640],
    ]) {
      const file = await t.app.inject({ url, headers: { cookie: `preau=${alice.cookie}` } })
      expect(file.rawPayload.includes('CANARI')).toBe(false)
      expect(await sharp(file.rawPayload).metadata()).toMatchObject({ format: 'webp', width })
    }
  })

  test('believes bytes, not names: code never becomes a page of ours (T48)', async () => {
    const hostile: [string, string, string][] = [
      ['image.png', 'image/png', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
      ['page.html', 'text/html', '<!doctype html><script>alert(1)</script>'],
      ['doc.pdf', 'application/pdf', '%PDF-1.4 /JavaScript (alert)'],
      ['script.js', 'text/javascript', 'alert(1)'],
    ]
    for (const [name, type, text] of hostile) {
      const { body } = await send(alice, name, Buffer.from(text), { type })
      const file = await alice.get(body.url)
      expect(file.status).toBe(200)
      expect(file.headers['content-type']).toBe(
        text.startsWith('%PDF') ? 'application/pdf' : 'application/octet-stream',
      )
      expect(file.headers['content-disposition']).toMatch(/^attachment;/)
      expect(file.headers['content-security-policy']).toBe("sandbox; default-src 'none'")
      expect(file.headers['x-content-type-options']).toBe('nosniff')
      expect(file.text).toBe(text)
    }
  })

  test('refuses what cannot be an image, what is too large, what is empty, what is missing', async () => {
    expect((await send(alice, 'x.png', Buffer.concat([photo.subarray(0, 400)]))).status).toBe(400)
    const bomb = await sharp({ create: { width: 8000, height: 8000, channels: 3, background: '#000' } })
      .png({ compressionLevel: 9 })
      .toBuffer()
    const answer = await send(alice, 'bomb.png', bomb)
    expect([answer.status, answer.body.error.code]).toEqual([413, 'imageTooLarge'])
    expect((await send(alice, 'vide.txt', Buffer.alloc(0))).status).toBe(400)
    expect((await send(alice, 'gros.bin', Buffer.alloc(26 * 1024 * 1024))).status).toBe(413)
    expect((await alice.post('/api/v1/attachments', { file: 'x' })).status).toBe(400)
    expect((await send(t.anonymous, 'x.txt', Buffer.from('x'))).status).toBe(401)
  })

  test('keeps names harmless (T46)', async () => {
    const names: [string, string][] = [
      ['#modules/etc/passwd', 'passwd'],
      ['C:\\Windows\\a.txt', 'a.txt'],
      ['a\u202egpj.exe', 'agpj.exe'],
      ['.htaccess', 'htaccess'],
      ['<img src=x onerror=alert(1)>.txt', 'img src=x onerror=alert(1).txt'],
      ['Été à la plage; rm -rf.txt', 'Été à la plage; rm -rf.txt'],
    ]
    const { cleanFileName } = await import('./operations/upload-attachment.ts')
    for (const [given, kept] of names) expect(cleanFileName(given)).toBe(kept)
    expect(cleanFileName(`${'x'.repeat(300)}.pdf`)).toHaveLength(150)
    const { body } = await send(alice, 'Été.txt', Buffer.from('x'))
    const file = await alice.get(body.url)
    expect(file.headers['content-disposition']).toBe(
      `attachment; filename="Ete.txt"; filename*=UTF-8''%C3%89t%C3%A9.txt`,
    )
  })

  test('stops at the quota set for each person', async () => {
    const eve = await t.member()
    await t.db.read.run(
      `insert into platform.setting (key, value) values ('discussions.attachmentQuota', '1000')`,
    )
    expect((await send(eve, 'a.txt', Buffer.alloc(600, 1))).status).toBe(200)
    const over = await send(eve, 'b.txt', Buffer.alloc(600, 1))
    expect([over.status, over.body.error.code]).toEqual([413, 'quotaExceeded'])
    await t.db.read.run(`delete from platform.setting where key = 'discussions.attachmentQuota'`)
  })
})

describe('the room that an administrator gives', () => {
  test('is told to each person, and holds per file, per day and in all', async () => {
    const administrator = await t.member({ administrator: true })
    const eve = await t.member()
    const url = '/api/v1/admin/file-limits'
    const before = (await administrator.get(url)).body.limits
    const limits = { file: 100_000, day: 150_000, total: 220_000 }
    expect((await eve.put(url, limits)).status).toBe(403)
    expect((await administrator.put(url, { ...limits, day: 100_000, file: 150_000 })).status).toBe(400)
    expect((await administrator.put(url, limits)).status).toBe(204)
    const big = await send(eve, 'gros.bin', Buffer.alloc(100_001, 1))
    expect([big.status, big.body.error.code, big.body.error.data]).toEqual([
      413,
      'fileTooLarge',
      { maximum: 100_000 },
    ])
    expect((await send(eve, 'a.bin', Buffer.alloc(90_000, 1))).status).toBe(200)
    const second = await send(eve, 'b.bin', Buffer.alloc(90_000, 1))
    expect([second.status, second.body.error.code]).toEqual([413, 'dayQuotaExceeded'])
    expect((await eve.get('/api/v1/me/files')).body).toEqual({ limits, used: 90_000, usedToday: 90_000 })
    t.setNow(new Date(Date.now() + 25 * 3_600_000))
    expect((await send(eve, 'b.bin', Buffer.alloc(90_000, 1))).status).toBe(200)
    t.setNow(new Date(Date.now() + 50 * 3_600_000))
    const third = await send(eve, 'c.bin', Buffer.alloc(90_000, 1))
    expect([third.status, third.body.error.code]).toEqual([413, 'quotaExceeded'])
    t.setNow(new Date())
    await administrator.put(url, before)
  })
})

test('what a text says of its picture is what its file and its card say', async () => {
  const { body } = await send(alice, 'photo.jpg', photo)
  const post = await publish(alice, closed.id, { bodyMd: `![Le convoyeur, de face](attachment:${body.id})` })
  const read = (await bob.get(`/api/v1/posts/${post}`)).body
  expect([read.attachments[0].alt, read.image.alt]).toEqual([
    'Le convoyeur, de face',
    'Le convoyeur, de face',
  ])
  await alice.patch(`/api/v1/posts/${post}`, { bodyMd: `![De côté](attachment:${body.id})` })
  expect((await bob.get(`/api/v1/posts/${post}`)).body.attachments[0].alt).toBe('De côté')
})

describe('loading', () => {
  test('a draft is its owner’s; a published file is its readers’, at each load (T12)', async () => {
    const { body } = await send(alice, 'plan.txt', Buffer.from('CANARI-FICHIER'))
    expect((await alice.get(body.url)).status).toBe(200)
    for (const other of [bob, outsider]) expect((await other.get(body.url)).status).toBe(404)
    expect(
      (await bob.post('/api/v1/posts', { communityId: closed.id, bodyMd: 'x', attachments: [body.id] }))
        .status,
    ).toBe(400)
    const post = await publish(alice, closed.id, { attachments: [body.id] })
    expect((await bob.get(`/api/v1/posts/${post}`)).body.attachments).toMatchObject([
      { id: body.id, fileName: 'plan.txt' },
    ])
    const first = await bob.get(body.url)
    expect([first.status, first.headers['cache-control']]).toEqual([200, 'private, no-cache'])
    const tag = String(first.headers['etag'])
    const ways = {
      plain: {},
      range: { headers: { range: 'bytes=0-3' } },
      notModified: { headers: { 'if-none-match': tag } },
      head: { method: 'HEAD' as const },
    }
    const load = async (who: TestVisitor, way: object) => {
      const headers = {
        ...(who.cookie && { cookie: `preau=${who.cookie}` }),
        ...(way as { headers?: object }).headers,
      }
      const answer = await t.app.inject({ method: 'GET', url: body.url, ...way, headers })
      return { status: answer.statusCode, text: answer.body, headers: answer.headers }
    }
    expect(await load(bob, ways.range)).toMatchObject({
      status: 206,
      text: 'CANA',
      headers: { 'content-range': 'bytes 0-3/14' },
    })
    expect(await load(bob, { headers: { range: 'bytes=-4' } })).toMatchObject({ status: 206, text: 'HIER' })
    expect(await load(bob, { headers: { range: 'bytes=99-' } })).toMatchObject({ status: 416 })
    expect(await load(bob, ways.notModified)).toMatchObject({ status: 304, text: '' })
    expect(await load(bob, ways.head)).toMatchObject({
      status: 200,
      text: '',
      headers: { 'content-length': '14' },
    })
    await leave(t, closed.id, bob)
    for (const way of Object.values(ways))
      for (const who of [bob, outsider]) expect((await load(who, way)).status).toBe(404)
    expect((await load(t.anonymous, ways.notModified)).status).toBe(401)
    await join(t, closed.id, bob)
    expect((await load(bob, ways.plain)).status).toBe(200)
    await alice.delete(`/api/v1/posts/${post}`)
    for (const way of Object.values(ways))
      for (const who of [bob, alice]) expect((await load(who, way)).status).toBe(404)
  })

  test('bytes leave the store with their text', async () => {
    const { body } = await send(alice, 'photo.jpg', photo)
    const post = await publish(alice, closed.id)
    const c = await comment(alice, post, { bodyMd: `Voici ![](attachment:${body.id})` })
    const read = (await bob.get(`/api/v1/posts/${post}`)).body.comments.items[0]
    expect(read.bodyHtml).toContain(body.url)
    expect(read.attachments).toMatchObject([{ id: body.id }])
    expect((await bob.get(body.thumbnailUrl)).status).toBe(200)
    const blobs = await t.db.read.rows<{ id: string }>(
      `select unnest(array[blob_id, thumbnail_blob_id]) as id from discussions.attachment where id = $1`,
      [body.id],
    )
    await alice.delete(`/api/v1/comments/${c}`)
    expect((await bob.get(body.thumbnailUrl)).status).toBe(404)
    await t.settle()
    for (const { id } of blobs) {
      expect(await t.services.blobs.get(id)).toBeUndefined()
      expect(await t.db.read.rows('select 1 from platform.blob where id = $1', [id])).toEqual([])
    }
  })

  test('an upload is taken back before publication by its owner alone; an edit drops what it leaves out', async () => {
    const one = (await send(alice, 'un.txt', Buffer.from('1'))).body
    const two = (await send(alice, 'deux.txt', Buffer.from('2'))).body
    expect((await bob.delete(`/api/v1/attachments/${one.id}`)).status).toBe(404)
    const post = await publish(alice, closed.id, { attachments: [one.id, two.id] })
    expect((await alice.delete(`/api/v1/attachments/${one.id}`)).status).toBe(404)
    expect((await alice.patch(`/api/v1/posts/${post}`, { tags: ['x'] })).status).toBe(200)
    expect((await bob.get(`/api/v1/posts/${post}`)).body.attachments).toHaveLength(2)
    expect((await alice.patch(`/api/v1/posts/${post}`, { attachments: [two.id] })).status).toBe(200)
    expect((await bob.get(one.url)).status).toBe(404)
    expect((await bob.get(two.url)).status).toBe(200)
    const three = (await send(alice, 'trois.txt', Buffer.from('3'))).body
    expect((await alice.delete(`/api/v1/attachments/${three.id}`)).status).toBe(204)
    expect((await alice.get(three.url)).status).toBe(404)
  })

  test('a file of a secret community is not opened by naming it in a text elsewhere', async () => {
    const secret = await makeCommunity(t, { visibility: 'secret', members: [alice] })
    const { body } = await send(alice, 'photo.jpg', photo)
    await publish(alice, secret.id, { attachments: [body.id] })
    await publish(bob, closed.id, { bodyMd: `![](attachment:${body.id})` })
    expect((await bob.get(body.url)).status).toBe(404)
    expect((await bob.get(body.thumbnailUrl)).status).toBe(404)
    expect((await alice.get(body.url)).status).toBe(200)
  })
})
