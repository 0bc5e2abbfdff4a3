import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp } from '#apps/server/testing.ts'
import type { TestApp, TestVisitor } from '#apps/server/testing.ts'
import { cookieOf, givePassword, goodPassword, makeOrganisation, signIn, withCookie } from './testing.ts'

let t: TestApp
let lea: TestVisitor
beforeAll(async () => {
  t = await startTestApp()
  await makeOrganisation(t)
  lea = await t.member({ name: 'Léa Marchand', email: 'lea@exemple.test' })
  await givePassword(t, lea.memberId)
})
afterAll(() => t.close())

const withoutRequestId = (text: string) => text.replace(/"requestId":"[^"]+"/, '')

describe('signing in', () => {
  it('opens a session with the right password, whatever the case of the address', async () => {
    const answer = await signIn(t, ' LEA@Exemple.test ')
    expect(answer.status).toBe(204)
    const header = String(answer.headers['set-cookie'])
    expect(header).toMatch(/HttpOnly/)
    expect(header).toMatch(/SameSite=Lax/)
    expect(header).not.toMatch(/Secure/)
    const session = await withCookie(t, cookieOf(answer)).get('/api/v1/session')
    expect(session.body).toMatchObject({
      member: { displayName: 'Léa Marchand' },
      needsSetup: false,
      isAdministrator: false,
    })
  })

  it('answers an unknown address, a wrong password and every closed account with the same bytes (T37)', async () => {
    const closed = await t.member({ email: 'partie@exemple.test' })
    await givePassword(t, closed.memberId)
    await t.db.read.run(`update people.member set state = 'deactivated' where id = $1`, [closed.memberId])
    await t.member({ email: 'sans@exemple.test' })
    const answers = [
      await signIn(t, 'personne@exemple.test'),
      await signIn(t, 'lea@exemple.test', 'pas le bon mot de passe'),
      await signIn(t, 'partie@exemple.test'),
      await signIn(t, 'sans@exemple.test'),
      await signIn(t, '__proto__'),
      await signIn(t, 'constructor@constructor.constructor', 'hasOwnProperty'),
    ]
    for (const answer of answers) {
      expect(answer.status).toBe(401)
      expect(withoutRequestId(answer.text)).toBe(withoutRequestId(answers[0]!.text))
      expect(cookieOf(answer)).toBeUndefined()
    }
  })

  it('does the same work for an unknown address as for a known one', async () => {
    const median = async (email: string) => {
      const times: number[] = []
      for (let round = 0; round < 5; round++) {
        const start = performance.now()
        await signIn(t, email, 'faux faux faux faux', `10.9.${round}.1`)
        times.push(performance.now() - start)
      }
      return times.toSorted((a, b) => a - b)[2]!
    }
    const fresh = await t.member({ email: 'connue@exemple.test' })
    await givePassword(t, fresh.memberId)
    const [unknown, known] = [await median('inconnue@exemple.test'), await median('connue@exemple.test')]
    // A skipped hash would be ten times faster; twice leaves room for a busy machine.
    expect(unknown).toBeGreaterThan(known / 2)
  })

  it('makes an account wait after ten wrong passwords, known or not, and lets it in later', async () => {
    const hugo = await t.member({ email: 'hugo@exemple.test' })
    await givePassword(t, hugo.memberId)
    for (const email of ['hugo@exemple.test', 'nul@exemple.test']) {
      for (let n = 0; n < 10; n++)
        expect((await signIn(t, email, 'faux mot de passe', `10.1.${n}.1`)).status).toBe(401)
      const refused = await signIn(t, email, goodPassword, '10.1.99.1')
      expect(refused.status).toBe(429)
      expect(refused.body.error.code).toBe('tooManyRequests')
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(800)
    }
    t.setNow(new Date(Date.now() + 16 * 60_000))
    expect((await signIn(t, 'hugo@exemple.test')).status).toBe(204)
    t.setNow(new Date())
  })

  it('makes a whole /64 wait, not its neighbours', async () => {
    await t.db.read.run('delete from people.throttle')
    // A link that opens nothing costs no hash, and counts like every other attempt.
    const guess = (address: string) =>
      t.anonymous.inject({
        method: 'POST',
        url: `/api/v1/password-resets/${'x'.repeat(43)}`,
        payload: { password: goodPassword },
        remoteAddress: address,
      })
    for (let n = 0; n < 100; n++) expect((await guess(`2001:db8:1:2::${n.toString(16)}`)).status).toBe(410)
    expect((await guess('2001:db8:1:2:ffff::1')).status).toBe(429)
    expect((await guess('2001:db8:1:3::1')).status).toBe(410)
  })

  it('keeps neither address nor network in clear', async () => {
    await signIn(t, 'trace@exemple.test', 'x', '203.0.113.77')
    const rows = await t.db.read.rows<{ key: string }>('select key from people.throttle')
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.map((row) => row.key).join(' ')).not.toMatch(/203\.0\.113|exemple/)
  })

  it('refuses a burst beyond the queue instead of hanging, and recovers', async () => {
    await t.db.read.run('delete from people.throttle')
    const answers = await Promise.all(
      Array.from({ length: 90 }, (_, n) => signIn(t, `rafale${n}@exemple.test`, 'x', `10.7.${n}.1`)),
    )
    const byStatus = (status: number) => answers.filter((answer) => answer.status === status).length
    expect(byStatus(401) + byStatus(503)).toBe(90)
    expect(byStatus(401)).toBeGreaterThan(3)
    expect((await signIn(t, 'lea@exemple.test')).status).toBe(204)
  })
})

describe('sessions', () => {
  it('change at sign-in: the cookie that came along no longer opens (T38)', async () => {
    const before = cookieOf(await signIn(t, 'lea@exemple.test'))
    const again = await withCookie(t, before).post('/api/v1/session', {
      email: 'lea@exemple.test',
      password: goodPassword,
    })
    const after = cookieOf(again)
    expect(after).not.toBe(before)
    expect((await withCookie(t, before).get('/api/v1/me/profile')).status).toBe(401)
    expect((await withCookie(t, after).get('/api/v1/me/profile')).status).toBe(200)
  })

  it('are listed with days only, ended one by one, and never somebody else’s', async () => {
    const here = withCookie(t, cookieOf(await signIn(t, 'lea@exemple.test')))
    const elsewhere = withCookie(t, cookieOf(await signIn(t, 'lea@exemple.test')))
    const { body } = await here.get('/api/v1/me/sessions')
    expect(body.items[0]).toMatchObject({ isCurrent: true })
    for (const item of body.items)
      expect(Object.keys(item).toSorted()).toEqual(['createdOn', 'id', 'isCurrent', 'lastUsedOn'])
    const columns = await t.db.read.rows<{ name: string }>(
      `select column_name as name from information_schema.columns where table_schema = 'people' and table_name = 'session'`,
    )
    expect(columns.map((column) => column.name).toSorted()).toEqual([
      'created_at',
      'expires_at',
      'id',
      'last_used_on',
      'member_id',
      'token_hash',
    ])
    const other = (await elsewhere.get('/api/v1/me/sessions')).body.items.find(
      (item: { isCurrent: boolean }) => item.isCurrent,
    ).id
    const stranger = await t.member()
    expect((await stranger.delete(`/api/v1/me/sessions/${other}`)).status).toBe(404)
    expect((await elsewhere.get('/api/v1/me/profile')).status).toBe(200)
    expect((await here.delete(`/api/v1/me/sessions/${other}`)).status).toBe(204)
    expect((await elsewhere.get('/api/v1/me/profile')).status).toBe(401)
    expect((await here.get('/api/v1/me/profile')).status).toBe(200)
  })

  it('end here, and everywhere', async () => {
    const one = cookieOf(await signIn(t, 'lea@exemple.test'))
    const two = cookieOf(await signIn(t, 'lea@exemple.test'))
    const out = await withCookie(t, one).delete('/api/v1/session')
    expect(out.status).toBe(204)
    expect(cookieOf(out)).toBe('')
    expect((await withCookie(t, one).get('/api/v1/me/profile')).status).toBe(401)
    expect((await withCookie(t, two).get('/api/v1/me/profile')).status).toBe(200)
    expect((await withCookie(t, two).delete('/api/v1/me/sessions')).status).toBe(204)
    expect((await withCookie(t, two).get('/api/v1/me/profile')).status).toBe(401)
  })

  it('are kept as a hash, and expire', async () => {
    const cookie = cookieOf(await signIn(t, 'lea@exemple.test'))!
    const dump = await t.db.read.rows<{ row: string }>(`select s::text as row from people.session s`)
    expect(dump.map((one) => one.row).join()).not.toContain(cookie)
    await t.db.read.run(
      `update people.session set expires_at = now() - interval '1 second' where member_id = $1`,
      [lea.memberId],
    )
    expect((await withCookie(t, cookie).get('/api/v1/me/profile')).status).toBe(401)
  })

  it('live thirty days from the last day of use, renewed once a day with the cookie', async () => {
    const cookie = cookieOf(await signIn(t, 'lea@exemple.test'))
    expect(cookieOf(await withCookie(t, cookie).get('/api/v1/session'))).toBeUndefined()
    await t.db.read.run(
      `update people.session set last_used_on = current_date - 3, expires_at = now() + interval '2 days' where member_id = $1`,
      [lea.memberId],
    )
    const renewed = await withCookie(t, cookie).get('/api/v1/session')
    expect(cookieOf(renewed)).toBe(cookie)
    expect(renewed.statements).toBe(2)
    const row = await t.db.read.row<{ days: number }>(
      `select round(extract(epoch from max(expires_at) - now()) / 86400)::int as days from people.session where member_id = $1`,
      [lea.memberId],
    )
    expect(row!.days).toBe(30)
  })

  it('cost two statements to describe, one for a visitor', async () => {
    expect((await t.anonymous.get('/api/v1/session')).statements).toBe(1)
    const me = await t.member()
    expect((await me.get('/api/v1/session')).statements).toBe(2)
  })
})

describe('changing the password', () => {
  it('needs the current one, renews this session and ends the others (T38)', async () => {
    const ines = await t.member({ email: 'ines@exemple.test' })
    await givePassword(t, ines.memberId)
    const here = cookieOf(await signIn(t, 'ines@exemple.test'))
    const elsewhere = cookieOf(await signIn(t, 'ines@exemple.test'))
    const wrong = await withCookie(t, here).put('/api/v1/me/password', {
      current: 'pas celui-là',
      next: 'un autre long mot de passe',
    })
    expect([wrong.status, wrong.body.error.code]).toEqual([422, 'wrongPassword'])
    const weak = await withCookie(t, here).put('/api/v1/me/password', {
      current: goodPassword,
      next: 'motdepasse123',
    })
    expect([weak.status, weak.body.error.data.reason]).toEqual([422, 'tooCommon'])
    const done = await withCookie(t, here).put('/api/v1/me/password', {
      current: goodPassword,
      next: 'un autre long mot de passe',
    })
    expect(done.status).toBe(204)
    const renewed = cookieOf(done)
    expect(renewed).toBeTruthy()
    expect((await withCookie(t, here).get('/api/v1/me/profile')).status).toBe(401)
    expect((await withCookie(t, elsewhere).get('/api/v1/me/profile')).status).toBe(401)
    expect((await withCookie(t, renewed).get('/api/v1/me/profile')).status).toBe(200)
    expect((await signIn(t, 'ines@exemple.test')).status).toBe(401)
    expect((await signIn(t, 'ines@exemple.test', 'un autre long mot de passe')).status).toBe(204)
  })
})

describe('the demo door', () => {
  it('opens for the cast alone: real people, other demo people, administrators and strangers answer alike', async () => {
    const make = async (email: string, cast: string | null, demo: boolean, administrator = false) => {
      const member = await t.member({ email, administrator })
      await t.db.read.run(`update people.member set demo = $2, demo_cast = $3 where id = $1`, [
        member.memberId,
        demo,
        cast,
      ])
      return member.memberId
    }
    const real = await make('reelle@exemple.test', null, false)
    const extra = await make('figurante@demo.test', null, true)
    expect((await t.anonymous.get('/api/v1/session')).body.demo).toEqual({
      isLoaded: false,
      isCast: false,
      cast: [],
    })
    const cast = await make('nadia@demo.test', 'nadia', true)
    const chief = await make('chef@demo.test', 'chef', true, true)
    const enter = (memberId: string) => t.anonymous.post('/api/v1/demo-session', { memberId })
    for (const id of [real, extra, chief, '00000000-0000-7000-8000-00000000dead'])
      expect((await enter(id)).status).toBe(404)
    const answer = await enter(cast)
    expect(answer.status).toBe(204)
    const mine = await withCookie(t, cookieOf(answer)).get('/api/v1/session')
    expect(mine.body).toMatchObject({ member: { id: cast }, demo: { isLoaded: true, isCast: true } })
    expect(
      (await t.anonymous.get('/api/v1/session')).body.demo.cast.map((card: { id: string }) => card.id),
    ).toEqual([cast])
    const ordinary = await t.member()
    expect((await ordinary.get('/api/v1/session')).body.demo).toEqual({
      isLoaded: true,
      isCast: false,
      cast: [],
    })
    await t.db.read.run(`update people.member set state = 'deactivated' where id = $1`, [cast])
    expect((await enter(cast)).status).toBe(404)
    await expect(
      t.db.read.run(`update people.member set demo_cast = 'x' where id = $1`, [real]),
    ).rejects.toThrow(/check/)
  })
})
