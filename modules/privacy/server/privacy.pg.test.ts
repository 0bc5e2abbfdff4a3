import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp } from '#apps/server/testing.ts'
import type { TestAnswer, TestApp, TestVisitor } from '#apps/server/testing.ts'
import { bringIn, foundCommunity } from '#modules/communities/fixtures.ts'
import { givePassword } from '#modules/people/fixtures.ts'

let t: TestApp
let manager: TestVisitor
let author: TestVisitor
let first: TestVisitor
let second: TestVisitor
let community: { id: string; slug: string }
let postId: string

const password = 'correct horse battery staple'
const reason = 'Une réquisition du parquet, dossier 12/2026, et aucun autre moyen.'
const ok = (answer: TestAnswer): TestAnswer['body'] => {
  expect(answer.status, answer.text).toBeLessThan(300)
  return answer.body
}
const ask = (who: TestVisitor, more: object = {}) =>
  who.post('/api/v1/admin/readings', {
    communityId: community.id,
    purpose: 'law',
    reason,
    hours: 2,
    password,
    ...more,
  })
const bell = async (person: TestVisitor): Promise<{ sentence: string; path: string }[]> => {
  await t.settle()
  return ok(await person.get('/api/v1/notifications')).items
}
const reads = async (who: TestVisitor): Promise<number> => (await who.get(`/api/v1/posts/${postId}`)).status

beforeAll(async () => {
  t = await startTestApp()
  manager = await t.member({ name: 'Claire Morvan' })
  author = await t.member({ name: 'Marc Delorme' })
  first = await t.member({ name: 'Ada Roussel', administrator: true })
  second = await t.member({ name: 'Yves Perrin', administrator: true })
  for (const { memberId } of [first, second]) await givePassword(t, memberId, password)
  community = await foundCommunity(manager, { visibility: 'secret' })
  await bringIn(manager, community, author)
  const made = ok(await author.post('/api/v1/posts', { communityId: community.id, bodyMd: 'Entre nous.' }))
  postId = made.card.id
})
afterAll(() => t.close())

describe('an exceptional reading', () => {
  let readingId: string

  test('takes a reason, a limit of time and the password', async () => {
    expect((await ask(first, { reason: 'audit' })).status).toBe(400)
    expect((await ask(first, { hours: 73 })).status).toBe(400)
    expect((await ask(first, { tellAfterDays: 31 })).status).toBe(400)
    expect((await ask(first, { password: 'autre chose' })).body.error.code).toBe('wrongPassword')
    expect((await ask(manager)).status).toBe(403)
    const asked = ok(await ask(first))
    readingId = asked.id
    expect(asked).toMatchObject({ state: 'waiting', can: { decide: false, end: false } })
    expect((await ask(first)).body.error.code).toBe('readingAsked')
  })

  test('opens nothing before a second person agrees, and tells administrators no name of a secret community', async () => {
    expect(await reads(first)).toBe(404)
    const self = await first.put(`/api/v1/admin/readings/${readingId}/approval`, { password })
    expect(self.status).toBe(403)
    expect(self.body.error.data.reason).toBe('secondPerson')
    expect(await reads(first)).toBe(404)
    const [seen] = ok(await second.get('/api/v1/admin/readings')).items
    expect(seen).toMatchObject({ id: readingId, community: null, reason, can: { decide: true } })
    expect(seen.managers[0].displayName).toBe('Claire Morvan')
    expect((await bell(second)).map(({ path }) => path)).toContain('/admin/privacy')
    expect(await bell(manager)).toEqual([])
  })

  test('is reading and nothing else, for one person; the managers know at once', async () => {
    ok(await second.put(`/api/v1/admin/readings/${readingId}/approval`, { password }))
    expect(await reads(first)).toBe(200)
    expect(await reads(second)).toBe(404)
    expect((await first.post(`/api/v1/posts/${postId}/comments`, { bodyMd: 'Bonjour' })).status).toBe(403)
    expect((await first.post('/api/v1/posts', { communityId: community.id, bodyMd: 'x' })).status).toBe(403)
    expect((await first.get(`/api/v1/communities/${community.slug}/this-morning`)).status).toBe(403)
    const told = await bell(manager)
    expect(told).toHaveLength(1)
    expect(told[0]).toMatchObject({ path: `/communities/${community.slug}/seen` })
    const notices = ok(await manager.get(`/api/v1/communities/${community.slug}/what-is-seen`)).readings
    expect(notices).toMatchObject([{ id: readingId, reason, state: 'open', purpose: 'law' }])
    // The members learn of it when it is over: what is looked for must not be warned.
    expect(ok(await author.get(`/api/v1/communities/${community.slug}/what-is-seen`)).readings).toEqual([])
    expect(await bell(author)).toEqual([])
    expect((await second.put(`/api/v1/admin/readings/${readingId}/approval`, { password })).status).toBe(409)
  })

  test('ends at once when it is ended; then the members are told, once', async () => {
    ok(await second.put(`/api/v1/admin/readings/${readingId}/end`))
    expect(await reads(first)).toBe(404)
    expect((await first.get(`/api/v1/communities/${community.slug}`)).status).toBe(404)
    for (const _ of [1, 2]) {
      await t.db.read.run(`select graphile_worker.add_job('privacy.tellOfReadings', '{}'::json)`)
      await t.settle()
    }
    expect(await bell(author)).toHaveLength(1)
    const notices = ok(await author.get(`/api/v1/communities/${community.slug}/what-is-seen`)).readings
    expect(notices).toMatchObject([{ id: readingId, reason, state: 'over' }])
    expect(await bell(first)).not.toContainEqual(
      expect.objectContaining({ path: `/communities/${community.slug}/seen` }),
    )
  })

  test('is over when its time is, on its own', async () => {
    const { id } = ok(await ask(first, { hours: 1 }))
    ok(await second.put(`/api/v1/admin/readings/${id}/approval`, { password }))
    expect(await reads(first)).toBe(200)
    await t.db.read.run(
      `update communities.reading_grant set opened_at = opened_at - interval '2 hours', ends_at = ends_at - interval '2 hours'`,
    )
    expect(await reads(first)).toBe(404)
  })

  test('is refused with its reason, or taken back; every step stands in the audit log', async () => {
    const { id } = ok(await ask(second))
    const refused = ok(
      await first.put(`/api/v1/admin/readings/${id}/refusal`, { reason: 'Un autre moyen existe.' }),
    )
    expect(refused).toMatchObject({ state: 'refused', refusal: 'Un autre moyen existe.' })
    expect((await first.put(`/api/v1/admin/readings/${id}/approval`, { password })).status).toBe(409)
    const { id: mine } = ok(await ask(second))
    ok(await second.put(`/api/v1/admin/readings/${mine}/refusal`, { reason: 'Plus nécessaire.' }))
    const actions = await t.db.read.rows<{ action: string }>(
      `select action from platform.audit where action like 'privacy.%' or action like 'communities.reading%' order by id`,
    )
    expect(actions.map(({ action }) => action)).toEqual([
      'privacy.readingAsked',
      'communities.readingOpened',
      'communities.readingEnded',
      'privacy.readingAsked',
      'communities.readingOpened',
      'privacy.readingAsked',
      'privacy.readingRefused',
      'privacy.readingAsked',
      'privacy.readingWithdrawn',
    ])
  })

  test('cannot be decided by one person alone, even in the database', async () => {
    await expect(
      t.db.read.run(`update privacy.reading set decided_by = asked_by where id = $1`, [readingId]),
    ).rejects.toThrow(/check/)
    await expect(
      t.db.read.run(
        `insert into communities.reading_grant (id, community_id, reader_id, opened_at, ends_at)
         values (gen_random_uuid(), $1, $2, now(), now() + interval '73 hours')`,
        [community.id, first.memberId],
      ),
    ).rejects.toThrow(/check/)
  })
})

describe('the registry', () => {
  test('says the same to everybody, in both languages, with words for every field and screen', async () => {
    for (const language of ['fr', 'en']) {
      const register = ok(await author.get(`/api/v1/register?language=${language}`))
      expect(register.fields.length).toBeGreaterThan(300)
      expect(register.screens.length).toBeGreaterThan(5)
      const bare = register.screens.filter(
        ({ screen, label, purpose }: Record<string, string>) => screen === label || !/\s/.test(purpose ?? ''),
      )
      expect(bare).toEqual([])
    }
  })

  test('makes the sheet for the works council and the ground of an impact assessment', async () => {
    const register = ok(await author.get('/api/v1/register?language=fr'))
    const sheet = await author.get('/api/v1/register/sheet?language=fr')
    expect(sheet.status).toBe(200)
    expect(sheet.headers['content-disposition']).toBe('attachment; filename="preau-fiche-cse.md"')
    for (const { label } of register.fields) expect(sheet.text).toContain(label.replaceAll('|', '\\|'))
    for (const { label } of register.screens) expect(sheet.text).toContain(label)
    expect(sheet.text).toContain('## Ce qui n’est jamais recueilli')
    expect((await author.get('/api/v1/admin/impact-assessment')).status).toBe(403)
    const assessment = await first.get('/api/v1/admin/impact-assessment?language=en')
    expect(assessment.text).toContain('## Risks and measures')
    expect(assessment.text).toMatch(/\d{4}: \d+ asked, \d+ opened/)
  })

  test('a community’s page shows what offices see of its members, to those who read it', async () => {
    const page = ok(await author.get(`/api/v1/communities/${community.slug}/what-is-seen?language=en`))
    expect(
      page.fields.every(({ seenBy }: { seenBy: string[] }) =>
        seenBy.some((who) => /Managers|moderators|administrators/.test(who)),
      ),
    ).toBe(true)
    expect((await second.get(`/api/v1/communities/${community.slug}/what-is-seen`)).status).toBe(404)
  })
})
