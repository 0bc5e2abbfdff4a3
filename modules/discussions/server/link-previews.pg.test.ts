import { createServer } from 'node:http'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp } from '#apps/server/testing.ts'
import type { TestApp, TestVisitor } from '#apps/server/testing.ts'
import { leave, makeCommunity, publish } from '#modules/discussions/fixtures.ts'
import type { TestCommunity } from '#modules/discussions/fixtures.ts'
import { guardedFetch } from '#platform/http/guarded-fetch.ts'

let t: TestApp
let outside: Server
let site: string
/** What the site outside was asked for. */
let asked: string[] = []
let alice: TestVisitor
let bob: TestVisitor
let closed: TestCommunity
let secret: TestCommunity

beforeAll(async () => {
  const picture = await sharp({ create: { width: 800, height: 400, channels: 3, background: '#246' } })
    .withExif({ IFD0: { Copyright: 'CANARI-EXIF' } })
    .jpeg()
    .toBuffer()
  const pages: Record<string, [string, string | Buffer]> = {
    '/guide': [
      'text/html; charset=utf-8',
      `<html><head><title>Autre titre</title>
       <meta property="og:title" content="Consigner une machine &amp; repartir">
       <meta content='Six étapes <b>sûres</b>' name="description"><meta property="og:site_name" content="INRS‮">
       <meta property="og:image" content="/photo.jpg"></head><body>…</body></html>`,
    ],
    '/latin': ['text/html; charset=iso-8859-1', Buffer.from('<title>Été en atelier</title>', 'latin1')],
    '/photo.jpg': ['image/jpeg', picture],
    '/silent': ['text/html', '<p>Rien</p>'],
    '/file': ['application/pdf', '%PDF-1.4'],
  }
  outside = createServer((request, response) => {
    asked.push(request.url ?? '')
    const page = pages[request.url ?? '']
    if (!page) return response.writeHead(404).end()
    return response.writeHead(200, { 'content-type': page[0] }).end(page[1])
  })
  await new Promise<void>((resolve) => outside.listen(0, '127.0.0.1', resolve))
  const { port } = outside.address() as AddressInfo
  site = `http://127.0.0.1:${port}`
  t = await startTestApp({
    fetchOutside: guardedFetch((address, to) => address === '127.0.0.1' && to === port),
  })
  alice = await t.member({ name: 'Alice' })
  bob = await t.member({ name: 'Bob' })
  closed = await makeCommunity(t, { visibility: 'closed', members: [alice, bob] })
  secret = await makeCommunity(t, { visibility: 'secret', members: [alice, bob] })
})
afterAll(async () => {
  await t.close()
  await new Promise((resolve) => outside.close(resolve))
})

const previewOf = async (who: TestVisitor, postId: string) =>
  (await who.get(`/api/v1/posts/${postId}`)).body.preview
const withLink = async (address: string, community = closed): Promise<string> => {
  asked = []
  const post = await publish(alice, community.id, { bodyMd: `À lire : [le guide](${address}) avant lundi.` })
  await t.settle()
  return post
}

describe('the card of a link', () => {
  test('says what the page says of itself, with a picture of our own, to readers alone (T07, T12)', async () => {
    const post = await withLink(`${site}/guide`)
    expect(await previewOf(bob, post)).toEqual({
      url: `${site}/guide`,
      title: 'Consigner une machine & repartir',
      description: 'Six étapes <b>sûres</b>',
      siteName: 'INRS',
      imageUrl: `/api/v1/posts/${post}/preview/image`,
    })
    const image = await t.app.inject({
      url: `/api/v1/posts/${post}/preview/image`,
      headers: { cookie: `preau=${bob.cookie}` },
    })
    expect([image.statusCode, image.headers['content-type']]).toEqual([200, 'image/webp'])
    expect(image.rawPayload.includes('CANARI')).toBe(false)
    expect((await sharp(image.rawPayload).metadata()).width).toBe(640)
    // Somebody else names the same page: it is not asked again.
    const second = await withLink(`${site}/guide`)
    expect([asked, (await previewOf(bob, second)).title]).toEqual([[], 'Consigner une machine & repartir'])
    await leave(t, closed.id, bob)
    const remembered = await t.app.inject({
      url: `/api/v1/posts/${post}/preview/image`,
      headers: { cookie: `preau=${bob.cookie}`, 'if-none-match': String(image.headers['etag']) },
    })
    expect(remembered.statusCode).toBe(404)
    await t.db.read.run(`insert into communities.membership (community_id, member_id) values ($1, $2)`, [
      closed.id,
      bob.memberId,
    ])
  })

  test('is removed by the author alone, and comes back with another link', async () => {
    const post = await withLink(`${site}/latin`)
    expect((await previewOf(bob, post)).title).toBe('Été en atelier')
    expect((await bob.delete(`/api/v1/posts/${post}/preview`)).status).toBe(403)
    expect((await alice.delete(`/api/v1/posts/${post}/preview`)).status).toBe(204)
    expect(await previewOf(bob, post)).toBeUndefined()
    await alice.patch(`/api/v1/posts/${post}`, { bodyMd: `Plutôt ${site}/guide` })
    await t.settle()
    expect((await previewOf(bob, post)).title).toBe('Consigner une machine & repartir')
    await alice.patch(`/api/v1/posts/${post}`, { bodyMd: 'Sans lien.' })
    expect(await previewOf(bob, post)).toBeUndefined()
  })

  test('stays away where a page is silent, no page, or not to be asked', async () => {
    for (const address of [
      `${site}/silent`,
      `${site}/file`,
      `${site}/absent`,
      'http://169.254.169.254/latest/',
    ]) {
      const post = await withLink(address)
      expect(await previewOf(bob, post)).toBeUndefined()
      expect((await bob.get(`/api/v1/posts/${post}`)).statements).toBe(2)
    }
  })

  test('leaves a secret community only when an administrator said so', async () => {
    const administrator = await t.member({ administrator: true })
    const first = await withLink(`${site}/photo.jpg?1`, secret)
    expect([asked, await previewOf(bob, first)]).toEqual([[], undefined])
    const url = '/api/v1/admin/link-previews'
    expect((await bob.put(url, { inSecret: true })).status).toBe(403)
    expect((await administrator.put(url, { inSecret: true })).status).toBe(204)
    expect((await administrator.get(url)).body).toEqual({ isOn: true, inSecret: true })
    await withLink(`${site}/silent?2`, secret)
    expect(asked).toEqual(['/silent?2'])
  })

  test('of a conversation of ours is shown as each reader may read it; nothing is asked outside', async () => {
    const hidden = await publish(alice, secret.id, { title: 'CANARI-TITRE', bodyMd: 'CANARI-TEXTE' })
    const post = await withLink(`http://localhost:3000/posts/${hidden}`)
    expect(asked).toEqual([])
    expect(await previewOf(bob, post)).toMatchObject({ url: `/posts/${hidden}`, title: 'CANARI-TITRE' })
    await leave(t, secret.id, bob)
    const blind = await bob.get(`/api/v1/posts/${post}`)
    expect([blind.body.preview, blind.text.includes('CANARI')]).toEqual([undefined, false])
  })

  test('is not fetched at all where the operator has not allowed it', async () => {
    const quiet = await startTestApp({ another: t })
    asked = []
    const post = await publish(alice, closed.id, { bodyMd: `Voir ${site}/guide?autre` })
    await quiet.settle()
    expect([asked, await previewOf(alice, post)]).toEqual([[], undefined])
    await quiet.close()
  })
})
