import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startTestApp } from '#apps/server/testing.ts'
import type { TestAnswer, TestApp, TestVisitor } from '#apps/server/testing.ts'
import { bringIn, foundCommunity, giveRole } from '#modules/communities/fixtures.ts'
import { sampleVideo } from '#platform/video/sample.ts'

let t: TestApp
let manager: TestVisitor
let moderator: TestVisitor
let ana: TestVisitor
let bruno: TestVisitor
let chloe: TestVisitor
let stranger: TestVisitor
let place: { id: string; slug: string }
let id: string
let url: string

const ok = (answer: TestAnswer): TestAnswer['body'] => {
  expect(answer.status, answer.text).toBeLessThan(300)
  return answer.body
}
const refused = (answer: TestAnswer, status: number, code: string) =>
  expect([answer.status, answer.body.error.data?.reason ?? answer.body.error.code], answer.text).toEqual([
    status,
    code,
  ])
const send = async (who: TestVisitor, bytes: Buffer, name = 'carnet.webm') => {
  const form = new FormData()
  form.set('file', new Blob([new Uint8Array(bytes)], { type: 'text/html' }), name)
  const request = new Request('http://x/', { method: 'POST', body: form })
  return who.inject({
    method: 'POST',
    url: `${url}/video`,
    headers: { 'content-type': request.headers.get('content-type')! },
    payload: Buffer.from(await request.arrayBuffer()),
  })
}
const videos = () => t.db.read.rows('select id from platform.video')
const blobs = () => t.db.read.rows('select id from platform.blob')
const caption = (who: TestVisitor, text = 'La page se remplit', language = 'fr') =>
  who.put(`${url}/captions/${language}`, { cues: [{ start: 0, end: 2, text }] })
const read = async () => {
  ok(await manager.put(`${url}/reviewers`, { forId: ana.memberId, againstId: bruno.memberId }))
  for (const one of [ana, bruno]) ok(await one.put(`${url}/review`, { isNeutral: true }))
}
const missing = async () => ok(await manager.get(url)).can.missing

beforeAll(async () => {
  t = await startTestApp()
  manager = await t.member({ name: 'Claire Morvan' })
  moderator = await t.member({ name: 'Nadia Berrada' })
  ana = await t.member({ name: 'Ana Roux' })
  bruno = await t.member({ name: 'Bruno Sarr' })
  chloe = await t.member({ name: 'Chloé Vidal' })
  stranger = await t.member({ name: 'Zoé Outremer' })
  place = await foundCommunity(manager, { visibility: 'closed' })
  await bringIn(manager, place, moderator, ana, bruno, chloe)
  await giveRole(manager, place, moderator, 'moderator')
})
afterAll(() => t.close())
beforeEach(async () => {
  id = ok(
    await manager.post(`/api/v1/communities/${place.slug}/debates`, {
      question: 'Qui voit les carnets\u202f?',
      fileMd: 'Ce que l’on sait.',
      closesAt: new Date(Date.now() + 14 * 86_400_000).toISOString(),
    }),
  ).id
  url = `/api/v1/debates/${id}`
})

test('a debate with a video opens once it has captions, read again by both', async () => {
  await read()
  expect(await missing()).toEqual([])
  const before = (await videos()).length
  const page = Buffer.from('<html><script>alert(1)</script>'.padEnd(200))
  refused(await send(manager, page), 400, 'videoNotRecognised')
  refused(await send(moderator, sampleVideo), 403, 'managersOnly')
  // A reader of the file sees it and does not change it; who does not take part does not know of it.
  refused(await send(ana, sampleVideo), 403, 'managersOnly')
  expect((await send(chloe, sampleVideo)).status).toBe(404)
  refused(await caption(manager), 400, 'videoMissing')
  expect((await videos()).length).toBe(before)

  const sent = ok(await send(manager, sampleVideo))
  expect(sent.file.video).toMatchObject({ contentType: 'video/webm', size: sampleVideo.length, captions: [] })
  expect(sent.can.missing).toEqual(['captions', 'reviews'])
  await read()
  expect(await missing()).toEqual(['captions'])
  const opening = await manager.post(`${url}/opening`)
  refused(opening, 409, 'notReadyToOpen')
  expect(opening.body.error.data.missing).toEqual(['captions'])
  refused(
    await manager.put(`${url}/captions/fr`, { vtt: 'WEBVTT\n\n00:02.000 --> 00:01.000\nx' }),
    400,
    'captionsUnreadable',
  )
  refused(await caption(moderator), 403, 'managersOnly')
  refused(await caption(ana), 403, 'managersOnly')
  expect(ok(await caption(manager)).file.video.captions).toEqual(['fr'])
  // Captions are words of the file: they are read too. The same again change nothing.
  expect(await missing()).toEqual(['reviews'])
  await read()
  ok(await caption(manager))
  expect(await missing()).toEqual([])
  expect(ok(await manager.put(`${url}/transcript`, { transcript: 'Une page.' })).file.video.transcript).toBe(
    'Une page.',
  )
  expect(await missing()).toEqual(['reviews'])
  await read()
  expect(ok(await manager.post(`${url}/opening`)).state).toBe('open')
  // What people take a side on no longer changes.
  refused(await send(manager, sampleVideo), 409, 'notThisDebateState')
  refused(await caption(manager, 'Autre'), 409, 'notThisDebateState')
  refused(await manager.put(`${url}/transcript`, { transcript: 'Autre' }), 409, 'notThisDebateState')
  refused(await manager.delete(`${url}/video`), 409, 'notThisDebateState')
  expect((await videos()).length).toBe(before + 1)
  const { text } = await chloe.get(`${url}/markdown`)
  expect(text).toContain('### Vidéo\n\n`carnet.webm` (Sous-titres\u00a0: français)\n\nUne page.')
})

test('the job does not open what has no captions', async () => {
  ok(await manager.patch(url, { opensAt: new Date(Date.now() - 1000).toISOString() }))
  ok(await send(manager, sampleVideo))
  await read()
  const turn = async () => {
    await t.db.read.run(`select graphile_worker.add_job('debates.turnPeriods', '{}'::json)`)
    await t.settle()
    return ok(await manager.get(url)).state
  }
  expect(await turn()).toBe('prepared')
  ok(await caption(manager))
  await read()
  expect(await turn()).toBe('open')
})

test('the video is served in parts to who reads the debate, and to nobody else', async () => {
  const video = `${url}/video`
  const vtt = `${url}/captions/fr`
  expect((await manager.get(video)).status).toBe(404)
  ok(await send(manager, sampleVideo))
  ok(await caption(manager, 'La page <b>se remplit</b>'))
  await read()
  for (const who of [manager, moderator, ana, bruno])
    expect([(await who.get(video)).status, (await who.get(vtt)).status]).toEqual([200, 200])
  for (const who of [chloe, stranger])
    expect([(await who.get(video)).status, (await who.get(vtt)).status]).toEqual([404, 404])
  ok(await manager.post(`${url}/opening`))
  const whole = await chloe.get(video)
  expect(whole.headers).toMatchObject({
    'content-type': 'video/webm',
    'content-length': String(sampleVideo.length),
    'x-content-type-options': 'nosniff',
    'accept-ranges': 'bytes',
    'content-security-policy': "sandbox; default-src 'none'",
    'cache-control': 'private, no-cache',
  })
  const get = (who: TestVisitor, headers: Record<string, string>, method: 'GET' | 'HEAD' = 'GET') =>
    who.inject({ method, url: video, headers })
  const part = await get(chloe, { range: 'bytes=4-9' })
  expect([part.status, part.headers['content-range']]).toEqual([206, `bytes 4-9/${sampleVideo.length}`])
  expect((await get(chloe, { range: `bytes=${sampleVideo.length}-` })).status).toBe(416)
  const known = { 'if-none-match': String(whole.headers['etag']) }
  expect((await get(chloe, known)).status).toBe(304)
  const head = await get(chloe, {}, 'HEAD')
  expect([head.status, head.text]).toEqual([200, ''])
  const track = await chloe.get(vtt)
  expect(track.headers['content-type']).toBe('text/vtt; charset=utf-8')
  expect(track.text).toBe('WEBVTT\n\n00:00:00.000 --> 00:00:02.000\nLa page se remplit\n')
  expect((await chloe.get(`${url}/captions/de`)).status).toBe(404)
  // Neither a part, a head nor what one had before is for who may not read it.
  for (const headers of [known, { range: 'bytes=4-9' }])
    expect((await get(stranger, headers)).status).toBe(404)
  expect((await get(stranger, {}, 'HEAD')).status).toBe(404)
  expect((await t.anonymous.get(video)).status).toBe(401)
})

test('bytes leave with a video that is replaced, taken out, or not kept', async () => {
  const [v, b] = [(await videos()).length, (await blobs()).length]
  const counts = async () => {
    await t.settle()
    return [(await videos()).length - v, (await blobs()).length - b]
  }
  const first = ok(await send(manager, sampleVideo)).file.video.id
  ok(await caption(manager))
  const second = ok(await send(manager, sampleVideo, 'mieux.webm')).file.video
  expect([second.id === first, second.captions]).toEqual([false, []])
  expect(await counts()).toEqual([1, 1])
  refused(await moderator.delete(`${url}/video`), 403, 'managersOnly')
  expect(ok(await manager.delete(`${url}/video`)).file.video).toBe(null)
  ok(await manager.delete(`${url}/video`))
  expect(await counts()).toEqual([0, 0])
  expect((await manager.get(`${url}/video`)).status).toBe(404)
})
