import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startTestApp } from '#apps/server/testing.ts'
import type { TestApp, TestVisitor } from '#apps/server/testing.ts'
import { join, leave, makeCommunity, publish } from '#modules/discussions/fixtures.ts'
import type { TestCommunity } from '#modules/discussions/fixtures.ts'

// A Tuesday at ten in Paris: nobody's hours are quiet.
const workingHours = new Date('2026-11-24T09:00:00Z')
let t: TestApp
let nadia: TestVisitor
let claire: TestVisitor
let karim: TestVisitor
let sofia: TestVisitor
let jean: TestVisitor
let closed: TestCommunity
let secretPost: string
let openPost: string
let newsletterId: string
const site = '0197b5a0-0000-7000-8000-00000000a001'
const words = { purpose: { fr: 'Ce qui bouge' }, languages: ['fr', 'en'], rhythm: 'monthly' }

beforeAll(async () => {
  t = await startTestApp()
  Object.assign(t.services.config, { mailPerMinute: 1_000_000 })
  t.setNow(workingHours)
  await t.db.read.run(
    `insert into people.organisation (name, languages, default_language, timezone) values ('Arvanne', '{fr,en}', 'fr', 'Europe/Paris') on conflict do nothing`,
  )
  nadia = await t.member({ name: 'Nadia', administrator: true, email: 'nadia@exemple.test' })
  claire = await t.member({ name: 'Claire', email: 'claire@exemple.test' })
  karim = await t.member({ name: 'Karim', email: 'karim@exemple.test' })
  sofia = await t.member({ name: 'Sofia', email: 'sofia@exemple.test', language: 'en' })
  jean = await t.member({ name: 'Jean', email: 'jean@partenaire.test', guest: true })
  await t.db.read.run(
    `insert into people.site (id, name, timezone, country) values ($1, 'Mulhouse', 'Europe/Paris', 'FR')`,
    [site],
  )
  await t.db.read.run('update people.member set site_id = $1 where id = $2', [site, karim.memberId])
  closed = await makeCommunity(t, { visibility: 'closed' })
  const open = await makeCommunity(t, { visibility: 'open' })
  await join(t, closed.id, claire, 'manager')
  await join(t, closed.id, karim)
  await join(t, open.id, claire)
  secretPost = await publish(claire, closed.id, {
    title: 'CANARI-FERME vibrations',
    bodyMd: 'CANARI-CORPS du four',
  })
  openPost = await publish(claire, open.id, {
    title: 'Le carnet <b>partagé</b>',
    bodyMd: 'On lit la même page partout.',
  })
  newsletterId = (
    await nadia.post('/api/v1/newsletters', {
      ...words,
      name: { fr: 'La lettre du préau', en: 'The yard letter' },
      communityId: null,
    })
  ).body.id
  await nadia.put(`/api/v1/newsletters/${newsletterId}/editors`, {
    memberId: claire.memberId,
    editionId: null,
    isEditor: true,
  })
})
beforeEach(() => {
  t.setNow(workingHours)
  t.mails.length = 0
})
afterAll(() => t.close())

const everyone = { mode: 'everyone', siteIds: [], entityIds: [], communityIds: [], languages: [] }
const item = (id: string, postId: string, lead?: string) => ({
  id,
  kind: 'item',
  item: { kind: 'post', id: postId },
  isPrinted: true,
  ...(lead && { text: { fr: lead } }),
})
const issues = '/api/v1/newsletter-issues'
const begin = async (blocks: unknown[], audience: object = everyone): Promise<string> => {
  const begun = await claire.post(`/api/v1/newsletters/${newsletterId}/issues`, {
    title: { fr: 'Novembre', en: 'November' },
  })
  expect(begun.status, begun.text).toBe(200)
  const { id } = begun.body
  const saved = await claire.put(`${issues}/${id}/parts/national`, { base: 1, blocks })
  expect(saved.status, saved.text).toBe(200)
  const kept = await claire.put(`${issues}/${id}/work`, {
    base: 1,
    title: { fr: 'Novembre', en: 'November' },
    audience: { ...everyone, ...audience },
    localDeadline: null,
  })
  expect(kept.status, kept.text).toBe(200)
  return id
}
const send = async (id: string): Promise<void> => {
  const planned = await claire.post(`${issues}/${id}/schedule`, { at: null })
  expect(planned.status, planned.text).toBe(200)
  await t.settle()
}
const mailTo = (name: string) => t.mails.find(({ to }) => to.address.startsWith(name))

describe('who writes', () => {
  test('administrators name, editors write, others find nothing of what is prepared', async () => {
    const id = await begin([item('aaaaaa', openPost)])
    expect((await nadia.get(`${issues}/${id}/work`)).status).toBe(404)
    expect((await karim.get(`${issues}/${id}/work`)).status).toBe(404)
    expect((await karim.get(`${issues}/${id}`)).status).toBe(404)
    expect((await karim.post(`/api/v1/newsletters/${newsletterId}/issues`, {})).status).toBe(403)
    expect(
      (await karim.post('/api/v1/newsletters', { ...words, name: { fr: 'X' }, communityId: null })).status,
    ).toBe(403)
    expect((await jean.get(`/api/v1/newsletters/${newsletterId}`)).status).toBe(404)
    const own = await claire.post('/api/v1/newsletters', {
      ...words,
      name: { fr: 'Les nôtres' },
      communityId: closed.id,
    })
    expect(own.status).toBe(200)
    expect((await sofia.get(`/api/v1/newsletters/${own.body.id}`)).status).toBe(404)
    expect(
      (await karim.post('/api/v1/newsletters', { ...words, name: { fr: 'X' }, communityId: closed.id }))
        .status,
    ).toBe(403)
  })

  test('two editors at once: the second is told by whom, and nothing is overwritten', async () => {
    await nadia.put(`/api/v1/newsletters/${newsletterId}/editors`, {
      memberId: sofia.memberId,
      editionId: null,
      isEditor: true,
    })
    const id = await begin([item('aaaaaa', openPost), item('bbbbbb', secretPost, 'Une phrase')])
    const seen = await sofia.get(`${issues}/${id}/work`)
    const [, hidden] = seen.body.parts[0].blocks
    expect(hidden).toMatchObject({ id: 'bbbbbb', isClosed: true, quoted: null })
    expect(seen.text).not.toContain('CANARI')
    const late = await sofia.put(`${issues}/${id}/parts/national`, { base: 1, blocks: [] })
    expect([late.status, late.body.error.data.by]).toEqual([409, 'Claire'])
    // A closed box moves with the others and keeps what is in it.
    const moved = await sofia.put(`${issues}/${id}/parts/national`, {
      base: 2,
      blocks: [{ id: 'bbbbbb', kind: 'item' }, item('aaaaaa', openPost)],
    })
    expect(moved.status, moved.text).toBe(200)
    const back = await claire.get(`${issues}/${id}/work`)
    expect(back.body.parts[0].blocks[0]).toMatchObject({
      text: { fr: 'Une phrase' },
      quoted: { title: 'CANARI-FERME vibrations' },
    })
    expect(
      (await sofia.put(`${issues}/${id}/parts/national`, { base: 3, blocks: [item('cccccc', secretPost)] }))
        .body.error.code,
    ).toBe('blockNotPossible')
    const versions = await claire.get(`${issues}/${id}/parts/national/versions`)
    expect(versions.body.items.length).toBeGreaterThan(1)
    const restored = await claire.post(`${issues}/${id}/parts/national/restore`, {
      base: 3,
      version: versions.body.items.at(-1).version,
    })
    expect(restored.status, restored.text).toBe(200)
    await nadia.put(`/api/v1/newsletters/${newsletterId}/editors`, {
      memberId: sofia.memberId,
      editionId: null,
      isEditor: false,
    })
  })
})

describe('what each reader finds', () => {
  test('T05 T15 T47: a block they may not read is not in their mail, nor on the web; one letter each', async () => {
    const id = await begin(
      [item('aaaaaa', openPost, 'À lire <script>'), item('bbbbbb', secretPost, 'PHRASE-FERMEE')],
      {
        communityIds: [closed.id],
      },
    )
    const checks = await claire.get(`${issues}/${id}/checks`)
    expect(checks.body.people).toBe(4)
    expect(checks.body.items).toContainEqual(
      expect.objectContaining({ what: 'notForAll', blockId: 'bbbbbb', count: 2 }),
    )
    const asNobody = await claire.get(`${issues}/${id}/preview?reader=nobody&language=fr`)
    expect(asNobody.text).not.toContain('CANARI')
    const asMember = await claire.get(`${issues}/${id}/preview?reader=${closed.id}&language=fr`)
    expect(asMember.body.html).toContain('CANARI-FERME')
    await send(id)
    expect(t.mails.map(({ to }) => to.address).toSorted()).toEqual([
      'claire@exemple.test',
      'karim@exemple.test',
      'nadia@exemple.test',
      'sofia@exemple.test',
    ])
    expect(mailTo('karim')!.html).toContain('CANARI-FERME')
    const foreign = mailTo('sofia')!
    for (const words of ['CANARI', 'PHRASE-FERMEE', '<script>', '<b>partagé']) {
      expect(foreign.html).not.toContain(words)
      if (words !== '<b>partagé' && words !== '<script>') expect(foreign.text).not.toContain(words)
    }
    expect(foreign.html).toContain('lang="en"')
    expect(foreign.subject).toBe('November')
    // No trackers: nothing is loaded, and every address is the same for everybody but the one that stops.
    expect(foreign.html).not.toMatch(/<img|src=|background=|url\(/)
    const addresses = (html: string) => [...html.matchAll(/href="([^"]+)"/g)].map(([, url]) => url!)
    const differing = addresses(mailTo('nadia')!.html!).filter(
      (url) => !addresses(foreign.html!).includes(url),
    )
    expect(differing.every((url) => url.includes('/unsubscribe/'))).toBe(true)
    expect(foreign.headers).toMatchObject({ 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' })
    const web = await sofia.get(`${issues}/${id}`)
    expect(web.body.blocks).toHaveLength(1)
    expect(web.text).not.toContain('CANARI')
    expect((await karim.get(`${issues}/${id}`)).body.blocks).toHaveLength(2)
    // The notice on the wall: open communities alone, whoever prints it.
    const printed = await karim.get(`${issues}/${id}?print=true`)
    expect(printed.body.blocks.map((block: { id: string }) => block.id)).toEqual(['aaaaaa'])
    await leave(t, closed.id, karim)
    expect((await karim.get(`${issues}/${id}`)).body.blocks).toHaveLength(1)
    await join(t, closed.id, karim)
    const report = await claire.get(`${issues}/${id}/report`)
    expect(report.body).toMatchObject({ sent: 4, waiting: 0, queued: 4 })
    expect((await jean.get(`${issues}/${id}`)).status).toBe(404)
    await join(t, closed.id, jean)
    expect((await jean.get(`${issues}/${id}`)).body.blocks).toHaveLength(1)
    await leave(t, closed.id, jean)
  })

  test('one click stops one newsletter without a session; one may come back', async () => {
    const id = await begin([item('aaaaaa', openPost)])
    await send(id)
    const [, url] = /<http:\/\/localhost:3000([^>]+)>/.exec(mailTo('sofia')!.headers!['List-Unsubscribe']!)!
    const stopped = await t.app.inject({
      method: 'POST',
      url: url!,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'List-Unsubscribe=One-Click',
    })
    expect([stopped.statusCode, stopped.json()]).toEqual([200, { stopped: 'newsletter' }])
    t.mails.length = 0
    await send(await begin([item('aaaaaa', openPost)]))
    expect(mailTo('sofia')).toBeUndefined()
    expect(mailTo('karim')).toBeDefined()
    const mine = await sofia.get('/api/v1/me/newsletters')
    expect(mine.body.items[0].level).toBe('nothing')
    await sofia.put(`/api/v1/me/newsletters/${newsletterId}`, { level: 'mail' })
    expect((await sofia.get('/api/v1/me/newsletters')).body.items[0].level).toBe('mail')
  })
})

test('a local edition inherits the common part, adds in its place, leaves out what is optional', async () => {
  const edition = await claire.post(`/api/v1/newsletters/${newsletterId}/editions`, {
    name: 'Mulhouse',
    scope: 'site',
    scopeId: site,
  })
  expect(edition.status, edition.text).toBe(200)
  await claire.put(`/api/v1/newsletters/${newsletterId}/editors`, {
    memberId: karim.memberId,
    editionId: edition.body.id,
    isEditor: true,
  })
  const id = await begin([
    { ...item('aaaaaa', openPost), isOptional: true },
    { id: 'placeh', kind: 'local' },
    { id: 'lastly', kind: 'text', text: { fr: 'La **fin**', en: 'The *end*' } },
  ])
  const local = `${issues}/${id}/parts/${edition.body.id}`
  expect((await karim.put(`${issues}/${id}/parts/national`, { base: 2, blocks: [] })).status).toBe(403)
  expect((await karim.post(`${issues}/${id}/schedule`, { at: null })).status).toBe(403)
  const saved = await karim.put(local, {
    base: 1,
    blocks: [{ id: 'kkkkkk', kind: 'text', text: { fr: 'Ici, à Mulhouse' } }],
    leftOut: ['aaaaaa'],
    isReady: true,
  })
  expect(saved.status, saved.text).toBe(200)
  expect(saved.body.hasNews).toBe(false)
  await claire.put(`${issues}/${id}/parts/national`, {
    base: 2,
    blocks: [
      { ...item('aaaaaa', openPost), isOptional: true },
      { id: 'placeh', kind: 'local' },
      { id: 'lastly', kind: 'text', text: { fr: 'La **vraie fin**', en: 'The *end*' } },
    ],
  })
  const seen = await karim.get(`${issues}/${id}/work`)
  expect(seen.body.parts.map((part: { key: string; hasNews: boolean }) => part.hasNews)).toEqual([
    false,
    true,
  ])
  await send(id)
  expect(mailTo('karim')!.text).toContain('Ici, à Mulhouse')
  expect(mailTo('karim')!.text).not.toContain('On lit la même page')
  expect(mailTo('karim')!.html!.indexOf('Ici, à Mulhouse')).toBeLessThan(
    mailTo('karim')!.html!.indexOf('vraie fin'),
  )
  expect(mailTo('nadia')!.text).not.toContain('Mulhouse')
  expect((await karim.get(`${issues}/${id}`)).body.edition).toBe('Mulhouse')
})

test('planned for a wall time of the organisation, taken back until it begins, stopped while it runs', async () => {
  const id = await begin([item('aaaaaa', openPost)])
  const planned = await claire.post(`${issues}/${id}/schedule`, { at: '2026-11-25T10:00' })
  expect(planned.body.at).toBe('2026-11-25T09:00:00.000Z')
  expect((await claire.put(`${issues}/${id}/parts/national`, { base: 2, blocks: [] })).body.error.code).toBe(
    'issueNotDraft',
  )
  await t.settle()
  expect(t.mails).toHaveLength(0)
  expect((await claire.post(`${issues}/${id}/cancel`)).status).toBe(204)
  expect((await claire.post(`${issues}/${id}/schedule`, { at: '2020-01-01T10:00' })).body.error.code).toBe(
    'timeInPast',
  )
  // A pace of one a minute: the rest waits, and is stopped.
  Object.assign(t.services.config, { mailPerMinute: 1 })
  await t.db.read.run('delete from notifications.mail_pace')
  await send(id)
  expect(t.mails).toHaveLength(1)
  expect((await claire.post(`${issues}/${id}/cancel`)).body.error.code).toBe('issueBegan')
  expect((await claire.post(`${issues}/${id}/stop`)).status).toBe(204)
  const report = await claire.get(`${issues}/${id}/report`)
  expect(report.body).toMatchObject({ sent: 1, stopped: 3, waiting: 0 })
  Object.assign(t.services.config, { mailPerMinute: 1_000_000 })
  t.setNow(new Date(workingHours.getTime() + 120_000))
  await t.settle()
  expect(t.mails).toHaveLength(1)
})

test('a test goes to editors alone, and counts for nothing', async () => {
  const id = await begin([item('aaaaaa', openPost)])
  expect((await claire.post(`${issues}/${id}/test`, { memberIds: [sofia.memberId] })).body.error.code).toBe(
    'notAnEditor',
  )
  expect((await claire.post(`${issues}/${id}/test`, { memberIds: [] })).body).toEqual({ sent: 1 })
  await t.settle()
  expect(t.mails.map(({ subject }) => subject)).toEqual(['[Essai] Novembre'])
  expect((await claire.get(`${issues}/${id}/report`)).status).toBe(404)
  const quotable = await claire.get(`${issues}/${id}/items?kind=post&q=carnet`)
  expect(quotable.body.items).toHaveLength(1)
  const reach = await claire.post(`${issues}/${id}/reach`, {
    audience: { ...everyone, mode: 'any', siteIds: [site] },
  })
  expect(reach.body).toEqual({ people: 1, unreachable: null })
})
