import { spawn } from 'node:child_process'
import { join as joinPath } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startTestApp } from '#apps/server/testing.ts'
import type { TestApp, TestVisitor } from '#apps/server/testing.ts'
import { join, leave, makeCommunity } from '#modules/discussions/fixtures.ts'
import type { TestCommunity } from '#modules/discussions/fixtures.ts'
import { smtpMailer } from '#platform/mail/smtp-mailer.ts'
import type { Mailer } from '#platform/mail/mailer.ts'
import { startMailIn } from '../mail-in/smtp-server.ts'
import { startInbox } from '#platform/testing/smtp-inbox.ts'

// A Tuesday at ten in Paris: nobody's hours are quiet.
const workingHours = new Date('2026-11-24T09:00:00Z')
let t: TestApp
let fakeMailer: Mailer
let claire: TestVisitor
let community: TestCommunity
const base = () => `/api/v1/communities/${community.slug}`
const written = { subject: 'Réunion du 12', bodyMd: 'Rendez-vous **jeudi**, voir [la page](/posts/x).' }

beforeAll(async () => {
  t = await startTestApp()
  fakeMailer = t.services.mailer
  claire = await t.member({ name: 'Claire Aubry', email: 'claire@exemple.test' })
})
beforeEach(async () => {
  Object.assign(t.services.config, { mailPerMinute: 1_000_000 })
  t.services.mailer = fakeMailer
  t.setNow(workingHours)
  t.mails.length = 0
  community = await makeCommunity(t, { visibility: 'closed' })
  await join(t, community.id, claire, 'manager')
})
afterEach(async () => {
  if (t.services.mailer !== fakeMailer) await t.services.mailer.close()
  await t.db.read.run('delete from notifications.mailing')
})
afterAll(() => t.close())

/** Rows of active members with an address each, in the community. */
const addPeople = async (count: number, more = ''): Promise<string[]> => {
  const rows = await t.db.read.rows<{ id: string }>(
    `insert into people.member (id, kind, state, email, display_name)
     select platform.new_id(), 'employee', 'active', 'p' || i || '-' || $2 || '${more}@exemple.test', 'Personne ' || i
       from generate_series(1, $1::int) i returning id`,
    [count, community.slug],
  )
  const ids = rows.map(({ id }) => id)
  await t.db.read.run(
    'insert into communities.membership (community_id, member_id) select $1, unnest($2::uuid[])',
    [community.id, ids],
  )
  return ids
}
const draft = async (by = claire): Promise<string> => {
  const answer = await by.post(`${base()}/workbench/mailings`, written)
  expect(answer.status, answer.text).toBe(200)
  return answer.body.id
}
const send = async (): Promise<string> => {
  const id = await draft()
  const answer = await claire.post(`${base()}/workbench/mailings/${id}/send`)
  expect(answer.status, answer.text).toBe(200)
  return id
}
const read = async (id: string) => (await claire.get(`${base()}/workbench/mailings/${id}`)).body
const states = async (id: string): Promise<Record<string, number>> =>
  Object.fromEntries(
    (
      await t.db.read.rows<{ state: string; n: number }>(
        'select state, count(*)::int as n from notifications.mailing_receiver where mailing_id = $1 group by state',
        [id],
      )
    ).map(({ state, n }) => [state, n]),
  )

describe('writing', () => {
  test('managers alone; a preview in the frame of the mail; a test to oneself', async () => {
    const nadia = await t.member({ name: 'Nadia' })
    await join(t, community.id, nadia)
    const id = await draft()
    expect((await nadia.post(`${base()}/workbench/mailings`, written)).status).toBe(403)
    expect((await nadia.get(`${base()}/workbench/mailings/${id}`)).status).toBe(403)
    expect((await nadia.get(`${base()}/mailings/${id}`)).status).toBe(404)
    const detail = await read(id)
    expect(detail.previewHtml).toContain('<strong>jeudi</strong>')
    expect(detail.previewHtml).toContain('href="http://localhost:3000/posts/x"')
    expect((await claire.post(`${base()}/workbench/mailings/${id}/test`)).status).toBe(204)
    await t.settle()
    expect(t.mails).toHaveLength(1)
    expect(t.mails[0]).toMatchObject({
      to: { address: 'claire@exemple.test' },
      subject: '[Essai] Réunion du 12',
    })
    expect(t.mails[0]!.headers).toBeUndefined()
    const empty = await claire.post(`${base()}/workbench/mailings`, { subject: ' ', bodyMd: '' })
    expect((await claire.post(`${base()}/workbench/mailings/${empty.body.id}/send`)).body.error.code).toBe(
      'mailingEmpty',
    )
    expect((await claire.delete(`${base()}/workbench/mailings/${empty.body.id}`)).status).toBe(204)
    expect((await claire.get(`${base()}/workbench/mailings/${empty.body.id}`)).status).toBe(404)
  })

  test('hostile words stay words: in the subject, the page, the headers', async () => {
    const id = await draft()
    await claire.put(`${base()}/workbench/mailings/${id}`, {
      subject: 'Titre\r\nBcc: x@y.fr \u202e<script>',
      bodyMd: '<img src=x onerror=alert(1)> [x](javascript:alert(1)) ![p](https://t.example/p.png)',
    })
    const detail = await read(id)
    expect(detail.previewHtml).not.toMatch(/<img|<script|href="javascript/)
    await addPeople(1)
    const inbox = await startInbox()
    t.services.mailer = smtpMailer(inbox.url, 'http://localhost:3000')
    await claire.post(`${base()}/workbench/mailings/${id}/send`)
    await t.settle()
    expect(inbox.letters).toHaveLength(2)
    expect(inbox.letters[0]!.raw).not.toMatch(/^bcc:/im)
    await t.services.mailer.close()
    await inbox.close()
  })
})

describe('whom it reaches', () => {
  test('by the settings of each, now and when their day begins', async () => {
    const [, late, digest, off, muted, gone] = await addPeople(6)
    await t.db.read.run(`update people.member set timezone = 'Pacific/Auckland' where id = $1`, [late])
    await t.db.read.run(
      `insert into notifications.community_level (member_id, community_id, level) values ($1, $3, 'digest'), ($2, $3, 'nothing')`,
      [digest, muted, community.id],
    )
    await t.db.read.run(
      `insert into notifications.preference (member_id, push, mail, digest, digest_scope, digest_hour, digest_day, is_quiet, quiet_from, quiet_to, quiet_weekends, quiet_holidays, changed_at)
       values ($1, true, false, 'never', 'all', 9, 1, true, '19:00', '08:00', true, true, now())`,
      [off],
    )
    await t.db.read.run('insert into notifications.mailing_refusal values ($1, $2, now())', [
      gone,
      community.id,
    ])
    const reach = await claire.get(`${base()}/reach`)
    expect(reach.body).toEqual({
      members: 7,
      ways: { now: 2, later: 1, digest: 1, unsubscribed: 1, unreachable: 2 },
    })
    const id = await send()
    await t.settle()
    // Who prefers a digest finds it under Notifications, from where the digest takes it; nobody else does.
    const told = await t.db.read.rows<{ member: string; path: string }>(
      `select member_id as member, source as path from notifications.notice where source = 'mailings'`,
    )
    expect(told.map(({ member }) => member)).toEqual([digest])
    const notices = await (await t.signIn(digest!)).get('/api/v1/notifications')
    expect(notices.body.items).toMatchObject([
      { title: 'Réunion du 12', path: `/communities/${community.slug}/mailings/${id}` },
    ])
    expect((await read(id)).report).toMatchObject({
      members: 7,
      done: 6,
      counts: { sent: 2, held: 1, waiting: 0, digest: 1, unsubscribed: 1, unreachable: 2, left: 0 },
    })
    expect(t.mails).toHaveLength(2)
    // Their morning: 8:00 in Auckland.
    t.setNow(new Date('2026-11-24T19:00:00Z'))
    await t.db.transaction((tx) =>
      import('./jobs.ts').then(({ sendMailings }) =>
        sendMailings.run(
          { actor: { kind: 'system', reason: 'x' }, tx, now: t.services.now() },
          {},
          t.services,
        ),
      ),
    )
    expect(t.mails).toHaveLength(3)
    expect(await read(id)).toMatchObject({ state: 'sent', report: { done: 7 } })
  })

  test('of fewer than five members only how many', async () => {
    await addPeople(2)
    expect((await claire.get(`${base()}/reach`)).body).toEqual({ members: 3, ways: null })
    const id = await send()
    await t.settle()
    expect((await read(id)).report).toMatchObject({ members: 3, done: 3, counts: null })
  })
})

describe('leaving', () => {
  test('rights are those of the moment: left, deactivated, unsubscribed meanwhile are skipped and counted', async () => {
    const [left, dead, refused] = await addPeople(8)
    const id = await send()
    const { prepareMailing } = await import('./run.ts')
    const { listAtWork } = await import('./queries.ts')
    const [atWork] = (await listAtWork(t.db.read)).filter((one) => one.id === id)
    await prepareMailing(t.services, atWork!)
    await t.db.read.run('delete from communities.membership where member_id = $1', [left])
    await t.db.read.run(`update people.member set state = 'deactivated' where id = $1`, [dead])
    await t.db.read.run('insert into notifications.mailing_refusal values ($1, $2, now())', [
      refused,
      community.id,
    ])
    await t.settle()
    expect(await states(id)).toEqual({ sent: 6, left: 2, unsubscribed: 1 })
    expect(t.mails).toHaveLength(6)
  })

  test('refused for good, put off, bounced: counts; the mail server away: it waits and says so', async () => {
    await addPeople(6)
    const inbox = await startInbox((address, tries) =>
      address.startsWith('p1-') ? 550 : address.startsWith('p2-') && tries === 1 ? 451 : undefined,
    )
    t.services.mailer = smtpMailer('smtp://127.0.0.1:1', 'http://localhost:3000')
    const id = await send()
    await t.settle()
    expect(await read(id)).toMatchObject({ state: 'sending', report: { problem: 'mailServer', done: 0 } })
    t.services.mailer = smtpMailer(inbox.url, 'http://localhost:3000')
    t.setNow(new Date(workingHours.getTime() + 60_000))
    const { sendDueMailings } = await import('./run.ts')
    await sendDueMailings(t.services)
    expect(await states(id)).toEqual({ sent: 5, refused: 1, waiting: 1 })
    t.setNow(new Date(workingHours.getTime() + 180_000))
    await sendDueMailings(t.services)
    expect(await states(id)).toEqual({ sent: 6, refused: 1 })
    expect(await read(id)).toMatchObject({ state: 'sent', report: { problem: null, done: 7 } })
    await t.services.mailer.close()
    await inbox.close()
  })

  test('a report of failure is counted when it names what we wrote, and only then', async () => {
    await addPeople(5)
    Object.assign(t.services.config, { mailIn: { host: '127.0.0.1', port: 0, domain: 'preau.exemple.test' } })
    const mailIn = await startMailIn(t.services)
    const id = await send()
    await t.settle()
    const bounceTo = t.mails[0]!.bounceTo!
    expect(bounceTo).toMatch(/^bounce\+\d+\.\d+\.[a-z2-7]{26}@preau.exemple.test$/)
    const report = smtpMailer(
      `smtp://127.0.0.1:${mailIn.port}?from=mailer-daemon@exemple.test`,
      'http://localhost',
    )
    const say = (address: string) =>
      report.send({ to: { address }, subject: 'Undelivered', text: 'no such user', bounceTo: '' })
    await say(bounceTo)
    await say(bounceTo)
    await say(bounceTo.replace(/\.[a-z2-7]{26}@/, `.${'a'.repeat(26)}@`))
    expect((await read(id)).report.counts).toMatchObject({ sent: 5, bounced: 1 })
    await report.close()
    await mailIn.stop()
    delete (t.services.config as { mailIn?: unknown }).mailIn
  })

  test('stopped by a manager: those who wait are not mailed', async () => {
    await addPeople(200)
    let sent = 0
    const id = await send()
    t.services.mailer = {
      ...fakeMailer,
      async send(mail) {
        await fakeMailer.send(mail)
        if (++sent === 5)
          expect((await claire.post(`${base()}/workbench/mailings/${id}/cancel`)).status).toBe(200)
      },
    }
    await t.settle()
    t.services.mailer = fakeMailer
    const found = await states(id)
    expect(found['sent']).toBeGreaterThanOrEqual(5)
    // The others were on their way while the manager's click was answered.
    expect(found['cancelled']).toBeGreaterThan(0)
    expect(found['sent']! + found['cancelled']!).toBe(201)
    expect(t.mails).toHaveLength(found['sent']!)
    expect((await claire.post(`${base()}/workbench/mailings/${id}/cancel`)).body.error.code).toBe(
      'mailingNotAtWork',
    )
  })

  test('sent twice, by two clicks or two managers: once', async () => {
    await addPeople(5)
    const id = await draft()
    await Promise.all(Array.from({ length: 5 }, () => claire.post(`${base()}/workbench/mailings/${id}/send`)))
    await t.settle()
    await t.settle()
    expect(t.mails).toHaveLength(6)
    expect((await claire.put(`${base()}/workbench/mailings/${id}`, written)).body.error.code).toBe(
      'mailingNotDraft',
    )
  })

  test('the pace of a minute holds over runs and mailings', async () => {
    await addPeople(30)
    Object.assign(t.services.config, { mailPerMinute: 10 })
    const { sendDueMailings } = await import('./run.ts')
    const id = await send()
    await sendDueMailings(t.services)
    expect(await states(id)).toEqual({ sent: 10, waiting: 21 })
    await sendDueMailings(t.services)
    expect(await states(id)).toEqual({ sent: 10, waiting: 21 })
    t.setNow(new Date(workingHours.getTime() + 61_000))
    await sendDueMailings(t.services)
    expect(await states(id)).toEqual({ sent: 20, waiting: 11 })
  })

  test('a run that breaks at any step neither skips nor repeats', async () => {
    await addPeople(12)
    const id = await send()
    const real = t.services.db
    const { sendDueMailings } = await import('./run.ts')
    // Breaks at the n-th statement of the run, for every n until a run goes through: each step has its crash.
    let at = 1
    for (let ended = false; !ended && at < 400; at += 1) {
      let n = 0
      const breaking =
        <A extends unknown[], R>(work: (...args: A) => Promise<R>) =>
        (...args: A): Promise<R> =>
          ++n === at ? Promise.reject(new Error('crash')) : work(...args)
      t.services.db = {
        ...real,
        read: {
          ...real.read,
          kysely: () => real.read.kysely(),
          afterCommit: () => {},
          statements: 0,
          rows: breaking(real.read.rows.bind(real.read)),
          row: breaking(real.read.row.bind(real.read)),
          run: breaking(real.read.run.bind(real.read)),
        } as never,
      }
      ended = await sendDueMailings(t.services).then(
        () => n < at,
        () => false,
      )
      t.services.db = real
    }
    expect(await states(id)).toEqual({ sent: 13 })
    const seen = new Map<string, number>()
    for (const mail of t.mails)
      seen.set(mail.headers!['Message-ID']!, (seen.get(mail.headers!['Message-ID']!) ?? 0) + 1)
    expect(seen.size).toBe(13)
    // Repeated are only those whose answer came and could not be kept, with the same Message-ID.
    expect(new Set(t.mails.map((mail) => mail.to.address)).size).toBe(13)
  })

  test(
    'a killed process: 1,000 people, each exactly once but for the mails in the air',
    { timeout: 300_000 },
    async () => {
      t.setNow(new Date())
      await addPeople(999)
      await t.db.read.run(
        `insert into notifications.preference (member_id, push, mail, digest, digest_scope, digest_hour, digest_day, is_quiet, quiet_from, quiet_to, quiet_weekends, quiet_holidays, changed_at)
       select member_id, true, true, 'never', 'all', 9, 1, false, '19:00', '08:00', false, false, now() from communities.membership where community_id = $1`,
        [community.id],
      )
      const inbox = await startInbox()
      const id = await send()
      let kills = 0
      for (let left = true; left;) {
        const child = spawn(
          process.execPath,
          [
            joinPath(import.meta.dirname, 'send-in-process.ts'),
            t.databaseUrl,
            inbox.url,
            t.services.config.dataDir,
          ],
          { stdio: ['ignore', 'ignore', 'inherit'] },
        )
        const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()))
        if (kills < 4) {
          const before = inbox.letters.length
          while (inbox.letters.length < before + 150 && child.exitCode === null) await wait(5)
          child.kill('SIGKILL')
          kills++
        }
        await ended
        const found = await states(id)
        left = (found['waiting'] ?? 0) + (found['sending'] ?? 0) > 0 || found['sent'] === undefined
      }
      expect(await states(id)).toEqual({ sent: 1_000 })
      expect(new Set(inbox.letters.map((one) => one.to)).size).toBe(1_000)
      const repeated = inbox.letters.length - 1_000
      expect(repeated).toBeLessThanOrEqual(kills * 3)
      expect(new Set(inbox.letters.map((one) => one.messageId)).size).toBe(1_000)
      await t.services.mailer.close()
      await inbox.close()
    },
  )
})

describe('one click', () => {
  test('stops the mailings of one community without a session, and says nothing', async () => {
    const [id] = await addPeople(5)
    await send()
    await t.settle()
    const mine = t.mails.find((mail) => mail.to.address.startsWith('p1-'))!
    expect(mine.headers).toMatchObject({ 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' })
    const url = /<http:\/\/localhost:3000([^>]+)>/.exec(mine.headers!['List-Unsubscribe']!)![1]!
    const click = (address: string) =>
      t.app.inject({
        method: 'POST',
        url: address,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: 'List-Unsubscribe=One-Click',
      })
    const known = await click(url)
    const unknown = await click(`/api/v1/mailings/stop/${'a'.repeat(26)}`)
    expect([known.statusCode, known.body]).toEqual([204, ''])
    expect([unknown.statusCode, unknown.body]).toEqual([204, ''])
    expect((await click('/api/v1/mailings/stop/%00')).statusCode).toBeLessThan(500)
    t.mails.length = 0
    await send()
    await t.settle()
    expect(t.mails.map((mail) => mail.to.address).some((address) => address.startsWith('p1-'))).toBe(false)
    expect(t.mails).toHaveLength(5)
    const person = await t.signIn(id!)
    const own = await person.get('/api/v1/me/mail-addresses')
    expect(own.body.items[0].takesMailings).toBe(false)
    expect((await person.put(`/api/v1/me/mailings/${community.slug}`, { takesMailings: true })).status).toBe(
      204,
    )
    expect((await person.get('/api/v1/me/mail-addresses')).body.items[0].takesMailings).toBe(true)
  })
})

test('members find it again, in the product, while they may read there', async () => {
  const nadia = await t.member({ name: 'Nadia' })
  await join(t, community.id, nadia)
  const id = await send()
  await t.settle()
  const list = await nadia.get(`${base()}/mailings`)
  expect(list.body.items).toMatchObject([
    { id, subject: 'Réunion du 12', author: { displayName: 'Claire Aubry' } },
  ])
  expect((await nadia.get(`${base()}/mailings/${id}`)).body.bodyHtml).toContain('<strong>jeudi</strong>')
  await leave(t, community.id, nadia)
  expect((await nadia.get(`${base()}/mailings/${id}`)).status).toBe(403)
})
