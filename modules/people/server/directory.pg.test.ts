import sharp from 'sharp'
import type { Sharp } from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp } from '#apps/server/testing.ts'
import type { TestApp, TestVisitor } from '#apps/server/testing.ts'
import { newId } from '#platform/ids.ts'
import { createDormantMembers, createMembers, listMemberCards } from './queries/doors.ts'
import { makeOrganisation, shareCommunity, upload } from './testing.ts'

let t: TestApp
let employee: TestVisitor
let guest: TestVisitor
let partner: TestVisitor
let stranger: TestVisitor
const entityId = newId()
const siteId = newId()

beforeAll(async () => {
  t = await startTestApp()
  await makeOrganisation(t)
  employee = await t.member({ name: 'Élodie Brun' })
  guest = await t.member({ name: 'Gaël Fournier', guest: true })
  partner = await t.member({ name: 'Priya Partenaire', guest: true })
  stranger = await t.member({ name: 'Zacharie Loin' })
  await shareCommunity(t, 'commune', [guest.memberId, employee.memberId])
  await shareCommunity(t, 'ailleurs', [partner.memberId])
  await t.db.read.run(`insert into people.entity (id, name) values ($1, 'Fonderie')`, [entityId])
  await t.db.read.run(
    `insert into people.site (id, name, timezone) values ($1, 'Saint-Étienne', 'Europe/Paris')`,
    [siteId],
  )
  await t.db.read.run(
    `update people.member set entity_id = $2, site_id = $3, languages = '{fr,de}', job_title = 'Mouleuse', ask_me_about = '{Cire perdue}' where id = $1`,
    [employee.memberId, entityId, siteId],
  )
})
afterAll(() => t.close())

const names = async (visitor: TestVisitor, query = '') =>
  (await visitor.get(`/api/v1/members?limit=100${query}`)).body.items.map(
    (item: { displayName: string }) => item.displayName,
  )

describe('the directory', () => {
  it('shows employees their colleagues and the guests they share a community with (T22)', async () => {
    expect(await names(employee)).toEqual(['Élodie Brun', 'Gaël Fournier', 'Zacharie Loin'])
    expect(await names(stranger)).toEqual(['Élodie Brun', 'Zacharie Loin'])
    expect(await names(guest)).toEqual(['Élodie Brun', 'Gaël Fournier'])
    expect(await names(partner)).toEqual(['Priya Partenaire'])
    expect((await t.anonymous.get('/api/v1/members')).status).toBe(401)
  })

  it('keeps every other way to a person closed to guests: profile, suggestions, filters, photo (T22, T08)', async () => {
    for (const [visitor, id] of [
      [guest, stranger.memberId],
      [partner, employee.memberId],
      [stranger, guest.memberId],
      [guest, partner.memberId],
    ] as const) {
      const hidden = await visitor.get(`/api/v1/members/${id}`)
      const unknown = await visitor.get(`/api/v1/members/${newId()}`)
      expect([hidden.status, hidden.text.replace(/"requestId":"[^"]+"/, '')]).toEqual([
        404,
        unknown.text.replace(/"requestId":"[^"]+"/, ''),
      ])
    }
    expect((await guest.get(`/api/v1/members/${employee.memberId}`)).body.profile).toMatchObject({
      displayName: 'Élodie Brun',
      entityName: 'Fonderie',
    })
    const suggested = async (visitor: TestVisitor, q: string) =>
      (await visitor.get(`/api/v1/members/suggestions?q=${encodeURIComponent(q)}`)).body.items.length
    expect([await suggested(guest, 'zach'), await suggested(employee, 'zach')]).toEqual([0, 1])
    const filters = async (visitor: TestVisitor) => (await visitor.get('/api/v1/members/filters')).body
    expect(await filters(partner)).toEqual({ entities: [], sites: [], languages: [] })
    expect(await filters(guest)).toEqual({
      entities: [{ id: entityId, name: 'Fonderie' }],
      sites: [{ id: siteId, name: 'Saint-Étienne' }],
      languages: ['de', 'fr'],
    })
  })

  it('offers employees the filters that occur among visible people, and no others', async () => {
    const set = (id: string, languages: string) =>
      t.db.read.run('update people.member set languages = $2::text[] where id = $1', [id, languages])
    await set(partner.memberId, '{pt}')
    await set(stranger.memberId, '{fr,nl}')
    await t.db.read.run(`insert into people.entity (id, name) values ($1, 'Sans personne')`, [newId()])
    const seen = (await stranger.get('/api/v1/members/filters')).body
    expect(seen).toEqual({
      entities: [{ id: entityId, name: 'Fonderie' }],
      sites: [{ id: siteId, name: 'Saint-Étienne' }],
      languages: ['de', 'fr', 'nl'],
    })
    await set(guest.memberId, '{ga}')
    expect((await employee.get('/api/v1/members/filters')).body.languages).toEqual(['de', 'fr', 'ga', 'nl'])
    expect((await stranger.get('/api/v1/members/filters')).body.languages).toEqual(['de', 'fr', 'nl'])
    for (const who of [partner, stranger, guest]) await set(who.memberId, '{}')
  })

  it('stops showing a person the moment nothing is shared any more', async () => {
    await t.db.read.run(`delete from communities.membership where member_id = $1`, [guest.memberId])
    expect(await names(guest)).toEqual(['Gaël Fournier'])
    expect((await guest.get(`/api/v1/members/${employee.memberId}`)).status).toBe(404)
    await t.db.read.run(
      `insert into communities.membership (community_id, member_id) select id, $1 from communities.community where slug = 'commune'`,
      [guest.memberId],
    )
  })

  it('finds names, roles and tags without accents or case, every word, and treats signs as signs', async () => {
    for (const q of ['elodie', 'ÉLODIE brun', 'mouleuse', 'cire PERDUE elod', 'brun elodie'])
      expect(await names(employee, `&q=${encodeURIComponent(q)}`)).toEqual(['Élodie Brun'])
    for (const q of ['%', '_____________', '\\', "'; drop table people.member; --", 'elodie zacharie'])
      expect(await names(employee, `&q=${encodeURIComponent(q)}`)).toEqual([])
    expect((await employee.get(`/api/v1/members?q=${'x'.repeat(101)}`)).status).toBe(400)
    expect((await employee.get('/api/v1/members?cursor=nonsense')).status).toBe(400)
    expect((await employee.get(`/api/v1/members?entity=__proto__`)).status).toBe(400)
  })

  it('filters by entity, site and language', async () => {
    for (const filter of [
      `&entity=${entityId}`,
      `&site=${siteId}`,
      '&language=de',
      `&entity=${entityId}&language=fr&q=mou`,
    ])
      expect(await names(employee, filter)).toEqual(['Élodie Brun'])
    expect(await names(employee, `&entity=${newId()}`)).toEqual([])
  })

  it('never shows people who were invited, left or are known from an import only; profiles of the gone keep the name alone', async () => {
    const ctx = t.systemContext()
    const [invited, gone] = [newId(), newId()]
    await createMembers(ctx, [
      { id: invited, state: 'invited', email: 'i@exemple.test', displayName: 'Invitée Absente' },
      {
        id: gone,
        state: 'active',
        email: 'g@exemple.test',
        displayName: 'Germaine Partie',
        jobTitle: 'Comptable',
        about: 'Secret',
      },
    ])
    await t.db.read.run(`update people.member set state = 'deactivated' where id = $1`, [gone])
    const [dormant, former, again] = await createDormantMembers(ctx, [
      { displayName: 'Vieux Compte', createdAt: new Date('2014-01-01') },
      { displayName: null, createdAt: new Date('2014-01-01') },
      { displayName: null, createdAt: new Date('2015-01-01') },
    ])
    expect(former).toBe(again)
    expect(await names(employee)).toEqual(['Élodie Brun', 'Gaël Fournier', 'Zacharie Loin'])
    expect((await employee.get(`/api/v1/members/${invited}`)).status).toBe(404)
    expect((await employee.get(`/api/v1/members/${gone}`)).body.profile).toMatchObject({
      displayName: 'Germaine Partie',
      isFormer: true,
      jobTitle: null,
      about: null,
    })
    const cards = await listMemberCards(ctx, [dormant!, gone, employee.memberId])
    expect(cards.map((card) => [card.displayName, card.isFormer, card.jobTitle])).toEqual([
      ['Vieux Compte', true, null],
      ['Germaine Partie', true, null],
      ['Élodie Brun', false, 'Mouleuse'],
    ])
  })

  it('pages by name without gaps or repeats, in two statements', async () => {
    await createMembers(
      t.systemContext(),
      Array.from({ length: 45 }, (_, n) => ({
        state: 'active' as const,
        email: `page${n}@exemple.test`,
        displayName: `Page ${'ABC'[n % 3]}`,
      })),
    )
    const seen: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const page = await employee.get(`/api/v1/members?q=page&limit=10${cursor && `&cursor=${cursor}`}`)
      expect(page.statements).toBe(2)
      seen.push(...page.body.items.map((item: { id: string }) => item.id))
      cursor = page.body.next
    }
    expect([seen.length, new Set(seen).size]).toEqual([45, 45])
    for (const url of [
      `/api/v1/members/${stranger.memberId}`,
      '/api/v1/members/suggestions?q=pa',
      '/api/v1/members/filters',
    ])
      expect((await employee.get(url)).statements).toBe(2)
  })
})

describe('a profile', () => {
  it('is edited by its owner, cleaned, and refused in words', async () => {
    const answer = await employee.patch('/api/v1/me/profile', {
      displayName: '  E\u0301lodie Brun ',
      pronouns: 'elle',
      about: ' ',
      askMeAbout: ['Cire perdue', 'cire perdue ', 'Sable'],
      languages: ['fr', 'fr', 'de'],
      timezone: 'America/Lima',
    })
    expect(answer.body).toMatchObject({
      displayName: 'Élodie Brun',
      pronouns: 'elle',
      about: null,
      askMeAbout: ['cire perdue', 'Sable'],
      languages: ['fr', 'de'],
      timezone: 'America/Lima',
    })
    for (const change of [
      { displayName: ' ' },
      { timezone: 'Ici' },
      { entityId: newId() },
      { email: 'x@y.fr' },
      { state: 'active' },
      { isAdministrator: true },
      { languages: ['<b>'] },
    ])
      expect((await employee.patch('/api/v1/me/profile', change)).status).toBe(400)
    expect((await guest.patch('/api/v1/me/profile', { entityId })).status).toBe(400)
    expect((await employee.get(`/api/v1/members/${employee.memberId}`)).body.can).toEqual({ edit: true })
    expect((await stranger.get(`/api/v1/members/${employee.memberId}`)).body.can).toEqual({ edit: false })
    expect((await stranger.get(`/api/v1/members/${employee.memberId}`)).text).not.toContain('@exemple.test')
  })
})

describe('a photo', () => {
  const picture = (change: (image: Sharp) => Sharp = (image) => image) =>
    change(sharp({ create: { width: 900, height: 600, channels: 3, background: '#c06030' } }))

  it('is re-encoded upright in two sizes without a trace of its metadata, and shown to those who may see the person', async () => {
    const original = await picture((image) =>
      image
        .withExif({
          IFD0: { Copyright: 'SECRET-AUTHOR', Make: 'SECRET-CAMERA' },
          IFD3: { GPSLatitude: '48/1 51/1 0/1' },
        })
        .withMetadata({ orientation: 6 })
        .jpeg(),
    ).toBuffer()
    expect(original.toString('latin1')).toContain('Exif')
    const set = await upload(employee, '/api/v1/me/photo', original, 'moi.jpg', 'image/jpeg')
    expect(set.status).toBe(200)
    const url = set.body.photoUrl as string
    for (const [size, side] of [
      ['', 96],
      ['?size=large', 512],
    ] as const) {
      const answer = await t.app.inject({
        method: 'GET',
        url: url + size,
        headers: { cookie: `preau=${guest.cookie}` },
      })
      expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'image/webp'])
      expect(answer.headers['cache-control']).toBe('private, max-age=31536000, immutable')
      expect(answer.headers['x-content-type-options']).toBe('nosniff')
      const metadata = await sharp(answer.rawPayload).metadata()
      expect([
        metadata.width,
        metadata.height,
        metadata.format,
        metadata.exif,
        metadata.xmp,
        metadata.icc,
        metadata.orientation,
      ]).toEqual([side, side, 'webp', undefined, undefined, undefined, undefined])
      expect(answer.rawPayload.toString('latin1')).not.toMatch(/SECRET|Exif/)
    }
    for (const visitor of [partner, t.anonymous])
      expect([401, 404]).toContain((await visitor.get(url)).status)
    expect((await employee.get(url.replace(/[^/]+$/, newId()))).status).toBe(404)
    expect((await employee.get(url.replace(employee.memberId, stranger.memberId))).status).toBe(404)
    const head = async (cookie: string | undefined) =>
      (await t.app.inject({ method: 'HEAD', url, headers: { cookie: `preau=${cookie}` } })).statusCode
    expect([await head(guest.cookie), await head(partner.cookie)]).toEqual([200, 404])

    const second = await upload(
      employee,
      '/api/v1/me/photo',
      await picture().png().toBuffer(),
      'moi.png',
      'image/png',
    )
    expect(second.body.photoUrl).not.toBe(url)
    expect((await employee.get(url)).status).toBe(404)
    expect(await t.db.read.row('select count(*) as n from platform.blob')).toEqual({ n: 2 })
    expect((await employee.delete('/api/v1/me/photo')).status).toBe(204)
    expect((await employee.get(second.body.photoUrl)).status).toBe(404)
    expect(await t.db.read.row('select count(*) as n from platform.blob')).toEqual({ n: 0 })
  })

  it('refuses what is not one: drawings, pages, bombs, nothing, too much', async () => {
    const svg = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><script>alert(1)</script></svg>',
    )
    const bomb = await sharp({
      create: { width: 12_000, height: 9_000, channels: 3, background: '#000' },
      limitInputPixels: false,
    })
      .png({ compressionLevel: 9 })
      .toBuffer()
    expect(bomb.length).toBeLessThan(1_000_000)
    const cases: [Buffer, string][] = [
      [svg, 'notAnImage'],
      [Buffer.from('<html>'), 'notAnImage'],
      [Buffer.alloc(0), 'notAnImage'],
      [(await picture().jpeg().toBuffer()).subarray(0, 300), 'notAnImage'],
      [bomb, 'tooManyPixels'],
    ]
    for (const [bytes, reason] of cases) {
      const answer = await upload(employee, '/api/v1/me/photo', bytes, 'photo.jpg', 'image/jpeg')
      expect([answer.status, answer.body.error.data?.reason]).toEqual([422, reason])
    }
    expect((await upload(employee, '/api/v1/me/photo', Buffer.alloc(16 * 1024 * 1024), 'x.jpg')).status).toBe(
      413,
    )
    expect((await employee.post('/api/v1/me/photo', {})).status).toBe(400)
    expect((await employee.get('/api/v1/me/profile')).body.photoUrl).toBeNull()
  })
})
