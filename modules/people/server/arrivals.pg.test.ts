import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp } from '#apps/server/testing.ts'
import type { TestApp, TestVisitor } from '#apps/server/testing.ts'
import { ensureSetupToken, setupLink } from './operations/set-up.ts'
import { cookieOf, givePassword, goodPassword, makeOrganisation, signIn, withCookie } from './testing.ts'

let t: TestApp
beforeAll(async () => {
  t = await startTestApp()
})
afterAll(() => t.close())

const tokenIn = (text: string, page: 'reset' | 'invitation') =>
  new RegExp(`/${page}/([A-Za-z0-9_-]{40,})`).exec(text)?.[1] ?? ''

describe('the set-up', () => {
  const body = (token: string, change: object = {}) => ({
    token,
    organisation: {
      name: 'Méridienne',
      languages: ['fr', 'en'],
      defaultLanguage: 'fr',
      timezone: 'Europe/Paris',
    },
    administrator: { displayName: 'Ada Martin', email: 'Ada@Exemple.test', password: goodPassword },
    ...change,
  })

  it('opens once, by the printed link only, and makes the first administrator', async () => {
    const first = (await ensureSetupToken(t.db))!
    const token = (await ensureSetupToken(t.db))!
    expect(Buffer.from(token, 'base64url').length * 8).toBeGreaterThanOrEqual(128)
    expect(setupLink('http://localhost:3000/', token)).toBe(`http://localhost:3000/setup#${token}`)
    const dump = await t.db.read.rows<{ row: string }>('select k::text as row from people.one_time_token k')
    expect(dump.map((one) => one.row).join()).not.toContain(token)

    expect((await t.anonymous.get('/api/v1/setup')).body).toEqual({ needsSetup: true, isLinkValid: false })
    expect((await t.anonymous.get(`/api/v1/setup?token=${first}`)).body.isLinkValid).toBe(false)
    expect((await t.anonymous.get(`/api/v1/setup?token=${token}`)).body).toEqual({
      needsSetup: true,
      isLinkValid: true,
    })
    expect((await t.anonymous.post('/api/v1/setup', body('x'.repeat(43)))).status).toBe(410)
    expect((await t.anonymous.post('/api/v1/setup', body(first))).status).toBe(410)
    const weak = await t.anonymous.post(
      '/api/v1/setup',
      body(token, { administrator: { displayName: 'Ada', email: 'ada@exemple.test', password: 'court' } }),
    )
    expect([weak.status, weak.body.error.data.reason]).toEqual([422, 'tooShort'])
    const nowhere = await t.anonymous.post(
      '/api/v1/setup',
      body(token, {
        organisation: { name: 'M', languages: ['fr'], defaultLanguage: 'fr', timezone: 'Lune/Mer' },
      }),
    )
    expect([nowhere.status, nowhere.body.error.data.fields[0].field]).toEqual([400, 'organisation.timezone'])

    const answers = await Promise.all(
      [1, 2, 3].map(() => t.anonymous.post('/api/v1/setup', body(token, { loadDemo: true }))),
    )
    expect(answers.filter((answer) => answer.status === 204)).toHaveLength(1)
    const winner = answers.find((answer) => answer.status === 204)!
    expect((await withCookie(t, cookieOf(winner)).get('/api/v1/session')).body).toMatchObject({
      isAdministrator: true,
      needsSetup: false,
      language: 'fr',
      organisation: { name: 'Méridienne' },
      member: { displayName: 'Ada Martin' },
    })
    const event = await t.db.read.row<{ payload: object }>(
      `select payload from platform.domain_event where name = 'organisationCreated'`,
    )
    expect(event!.payload).toMatchObject({ loadDemo: true })
    expect(await ensureSetupToken(t.db)).toBeUndefined()
    expect((await t.anonymous.post('/api/v1/setup', body(token))).status).toBe(409)
    expect((await signIn(t, 'ada@exemple.test')).status).toBe(204)
  })
})

describe('a lost password', () => {
  it('is replaced by a link that is mailed, works once for an hour and ends every session (T41)', async () => {
    const noe = await t.member({ email: 'noe@exemple.test', name: 'Noé' })
    await givePassword(t, noe.memberId, 'un ancien mot de passe')
    const old = cookieOf(await signIn(t, 'noe@exemple.test', 'un ancien mot de passe'))
    const before = t.mails.length
    const known = await t.anonymous.post('/api/v1/password-resets', { email: 'NOE@exemple.test' })
    const unknown = await t.anonymous.post('/api/v1/password-resets', { email: 'personne@exemple.test' })
    expect([known.status, known.text, known.statements]).toEqual([
      unknown.status,
      unknown.text,
      unknown.statements,
    ])
    const queued = await t.db.read.rows<{ payload: string }>(
      `select payload::text as payload from graphile_worker._private_jobs`,
    )
    await t.settle()
    expect(t.mails.length).toBe(before + 1)
    const mail = t.mails.at(-1)!
    expect(mail.to.address).toBe('noe@exemple.test')
    const token = tokenIn(mail.text, 'reset')
    expect(Buffer.from(token, 'base64url').length * 8).toBeGreaterThanOrEqual(128)
    expect(queued.map((job) => job.payload).join()).not.toContain(token)

    expect((await t.anonymous.get(`/api/v1/password-resets/${token}`)).body).toEqual({ isValid: true })
    expect(
      (await t.anonymous.post(`/api/v1/password-resets/${token}`, { password: 'azertyazerty' })).status,
    ).toBe(422)
    const both = await Promise.all(
      [1, 2].map(() => t.anonymous.post(`/api/v1/password-resets/${token}`, { password: goodPassword })),
    )
    expect(both.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([204, 410])
    expect((await withCookie(t, old).get('/api/v1/me/profile')).status).toBe(401)
    expect(
      (await withCookie(t, cookieOf(both.find((answer) => answer.status === 204)!)).get('/api/v1/me/profile'))
        .status,
    ).toBe(200)
    expect((await t.anonymous.get(`/api/v1/password-resets/${token}`)).body).toEqual({ isValid: false })
    expect((await signIn(t, 'noe@exemple.test')).status).toBe(204)
  })

  it('replaces the earlier link, expires, and is asked for three times at most', async () => {
    const rim = await t.member({ email: 'rim@exemple.test' })
    await givePassword(t, rim.memberId)
    const ask = () => t.anonymous.post('/api/v1/password-resets', { email: 'rim@exemple.test' })
    await ask()
    await t.settle()
    const first = tokenIn(t.mails.at(-1)!.text, 'reset')
    await ask()
    await t.settle()
    const second = tokenIn(t.mails.at(-1)!.text, 'reset')
    expect((await t.anonymous.get(`/api/v1/password-resets/${first}`)).body.isValid).toBe(false)
    expect((await t.anonymous.get(`/api/v1/password-resets/${second}`)).body.isValid).toBe(true)
    t.setNow(new Date(Date.now() + 61 * 60_000))
    expect(
      (await t.anonymous.post(`/api/v1/password-resets/${second}`, { password: goodPassword })).status,
    ).toBe(410)
    t.setNow(new Date())
    expect((await ask()).status).toBe(204)
    expect((await ask()).status).toBe(429)
    for (const token of ['__proto__aaaaaaaaaaaaaaaaaaaa', 'a'.repeat(43)])
      expect((await t.anonymous.get(`/api/v1/password-resets/${token}`)).body).toEqual({ isValid: false })
  })
})

describe('an invitation', () => {
  let admin: TestVisitor
  beforeAll(async () => {
    await makeOrganisation(t)
    admin = await t.member({ administrator: true })
  })

  it('is made by administrators only', async () => {
    const employee = await t.member()
    for (const visitor of [employee, await t.member({ guest: true })])
      expect((await visitor.post('/api/v1/admin/invitations', { email: 'x@exemple.test' })).status).toBe(403)
    expect((await t.anonymous.post('/api/v1/admin/invitations', { email: 'x@exemple.test' })).status).toBe(
      401,
    )
  })

  it('is mailed, bound to the address, works once and makes an active member (T25)', async () => {
    const made = await admin.post('/api/v1/admin/invitations', { email: 'Zoe.Petit@Exemple.test' })
    expect(made.body).toMatchObject({
      link: null,
      member: { email: 'zoe.petit@exemple.test', displayName: 'Zoe Petit', state: 'invited' },
    })
    expect((await admin.post('/api/v1/admin/invitations', { email: 'zoe.petit@exemple.test' })).status).toBe(
      409,
    )
    expect((await admin.post('/api/v1/admin/invitations', { email: 'pas une adresse' })).status).toBe(400)
    expect((await signIn(t, 'zoe.petit@exemple.test', '')).status).toBe(400)
    await t.settle()
    const mail = t.mails.at(-1)!
    expect(mail.to.address).toBe('zoe.petit@exemple.test')
    const token = tokenIn(mail.text, 'invitation')
    const page = await t.anonymous.get(`/api/v1/invitations/${token}`)
    expect(page.body).toEqual({
      isValid: true,
      invited: { email: 'zoe.petit@exemple.test', displayName: 'Zoe Petit', interfaceLanguage: 'fr' },
    })
    const accept = (change: object = {}) =>
      t.anonymous.post(`/api/v1/invitations/${token}`, {
        displayName: 'Zoé Petit',
        password: goodPassword,
        language: 'en',
        ...change,
      })
    expect((await accept({ email: 'autre@exemple.test' })).status).toBe(400)
    expect((await accept({ displayName: '  ' })).status).toBe(400)
    const answer = await accept()
    expect(answer.status).toBe(204)
    expect((await withCookie(t, cookieOf(answer)).get('/api/v1/session')).body).toMatchObject({
      language: 'en',
      member: { displayName: 'Zoé Petit' },
    })
    expect((await accept()).status).toBe(410)
    expect((await t.anonymous.get(`/api/v1/invitations/${token}`)).body).toEqual({
      isValid: false,
      invited: null,
    })
    expect((await admin.post(`/api/v1/admin/members/${made.body.member.id}/invitation`)).status).toBe(409)
  })

  it('is renewed (the earlier link closes), dies with the account, and expires', async () => {
    const made = await admin.post('/api/v1/admin/invitations', { email: 'tom@exemple.test' })
    await t.settle()
    const first = tokenIn(t.mails.at(-1)!.text, 'invitation')
    await admin.post(`/api/v1/admin/members/${made.body.member.id}/invitation`)
    await t.settle()
    const second = tokenIn(t.mails.at(-1)!.text, 'invitation')
    const open = async (token: string) => (await t.anonymous.get(`/api/v1/invitations/${token}`)).body.isValid
    expect([await open(first), await open(second)]).toEqual([false, true])
    t.setNow(new Date(Date.now() + 15 * 86_400_000))
    expect(await open(second)).toBe(false)
    t.setNow(new Date())
    await admin.post(`/api/v1/admin/members/${made.body.member.id}/deactivation`)
    expect(await open(second)).toBe(false)
    expect(
      (
        await t.anonymous.post(`/api/v1/invitations/${second}`, {
          displayName: 'Tom',
          password: goodPassword,
          language: 'fr',
        })
      ).status,
    ).toBe(410)
  })

  it('is a link for the administrator where no mail can be sent', async () => {
    const mailer = t.services.mailer as { isConfigured: boolean }
    mailer.isConfigured = false
    const made = await admin.post('/api/v1/admin/invitations', {
      email: 'lien@exemple.test',
      displayName: 'Lien',
    })
    mailer.isConfigured = true
    const token = tokenIn(made.body.link, 'invitation')
    expect(made.body.link).toBe(`http://localhost:3000/invitation/${token}`)
    expect((await t.anonymous.get(`/api/v1/invitations/${token}`)).body.isValid).toBe(true)
  })
})
