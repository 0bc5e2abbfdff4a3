import { spawn } from 'node:child_process'
import { join as joinPath } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { startTestApp } from '#apps/server/testing.ts'
import type { TestApp, TestVisitor } from '#apps/server/testing.ts'
import { join, leave, makeCommunity, publish } from '#modules/discussions/fixtures.ts'
import { startMailIn } from '#modules/notifications/public.ts'
import { smtpMailer } from '#platform/mail/smtp-mailer.ts'
import { startInbox } from '#platform/testing/smtp-inbox.ts'

const workingHours = new Date('2026-11-24T09:00:00Z')
let t: TestApp
let claire: TestVisitor
let newsletterId: string
let postId: string
const issues = '/api/v1/newsletter-issues'

beforeAll(async () => {
  t = await startTestApp()
  Object.assign(t.services.config, { mailPerMinute: 1_000_000 })
  t.setNow(workingHours)
  await t.db.read.run(
    `insert into people.organisation (name, languages, default_language, timezone) values ('Arvanne', '{fr,en}', 'fr', 'Europe/Paris')`,
  )
  claire = await t.member({ name: 'Claire', administrator: true, email: 'claire@exemple.test' })
  const open = await makeCommunity(t, { visibility: 'open' })
  await join(t, open.id, claire)
  postId = await publish(claire, open.id, { title: 'Le carnet', bodyMd: 'Une page pour tous.' })
  newsletterId = (
    await claire.post('/api/v1/newsletters', {
      name: { fr: 'La lettre' },
      purpose: {},
      languages: ['fr'],
      rhythm: 'free',
      communityId: null,
    })
  ).body.id
  await claire.put(`/api/v1/newsletters/${newsletterId}/editors`, {
    memberId: claire.memberId,
    editionId: null,
    isEditor: true,
  })
})
afterAll(() => t.close())

const addPeople = (count: number, mark: string): Promise<number> =>
  t.db.read.run(
    `insert into people.member (id, kind, state, email, display_name)
     select platform.new_id(), 'employee', 'active', '${mark}' || i || '@exemple.test', 'Personne ' || i from generate_series(1, $1::int) i`,
    [count],
  )
const everyone = { mode: 'everyone', siteIds: [], entityIds: [], communityIds: [], languages: [] }
/** An issue of one block; the audience is said each time, for a new issue begins with that of the last. */
const issue = async (audience: object = {}): Promise<string> => {
  const title = { fr: 'Novembre' }
  const { id } = (await claire.post(`/api/v1/newsletters/${newsletterId}/issues`, { title })).body
  await claire.put(`${issues}/${id}/parts/national`, {
    base: 1,
    blocks: [{ id: 'aaaaaa', kind: 'item', item: { kind: 'post', id: postId } }],
  })
  const aimed = await claire.put(`${issues}/${id}/work`, {
    base: 1,
    title,
    audience: { ...everyone, ...audience },
    localDeadline: null,
  })
  expect(aimed.status, aimed.text).toBe(200)
  return id
}
const plan = async (id: string): Promise<void> => {
  const answer = await claire.post(`${issues}/${id}/schedule`, { at: null })
  expect(answer.status, answer.text).toBe(200)
}
const report = async (id: string) => (await claire.get(`${issues}/${id}/report`)).body

describe('bounces', () => {
  test('no for good ends at once and counts; later is tried again; three times puts the address aside', async () => {
    await addPeople(2, 'perdu')
    const inbox = await startInbox((address, tries) =>
      address.startsWith('perdu1@') ? 550 : address.startsWith('perdu2@') && tries === 1 ? 450 : undefined,
    )
    const fake = t.services.mailer
    t.services.mailer = smtpMailer(inbox.url, t.services.config.publicUrl)
    const first = await issue()
    await plan(first)
    await t.settle()
    expect(await report(first)).toMatchObject({ sent: 1, bounced: 1, waiting: 1, refused: 0 })
    t.setNow(new Date(workingHours.getTime() + 2 * 60_000))
    await t.db.read.run(`select graphile_worker.add_job('notifications.sendBulk', '{}'::json)`)
    await t.settle()
    expect(await report(first)).toMatchObject({ sent: 2, bounced: 1, waiting: 0 })
    for (let n = 0; n < 2; n++) {
      const again = await issue()
      await plan(again)
      await t.settle()
    }
    const [lost] = await t.db.read.rows<{ id: string }>(
      `select id from people.member where email = 'perdu1@exemple.test'`,
    )
    const person = await t.signIn(lost!.id)
    expect((await person.get('/api/v1/me/newsletters')).body.trouble).toMatchObject({
      isMarked: true,
      code: '550',
    })
    expect((await claire.get('/api/v1/administration/mail-troubles')).body.items).toHaveLength(1)
    expect((await person.get('/api/v1/administration/mail-troubles')).status).toBe(403)
    const before = inbox.tries('perdu1@exemple.test')
    const last = await issue()
    await plan(last)
    await t.settle()
    expect(inbox.tries('perdu1@exemple.test')).toBe(before)
    expect(await report(last)).toMatchObject({ sent: 2, withheld: 1 })
    expect((await person.delete('/api/v1/me/mail-trouble')).status).toBe(204)
    expect((await person.get('/api/v1/me/newsletters')).body.trouble).toBeNull()
    await t.services.mailer.close()
    t.services.mailer = fake
    await inbox.close()
  })

  test('a report that comes in by mail (RFC 3464): for good counts, for now leaves once more, a made-up one does nothing', async () => {
    Object.assign(t.services.config, { mailIn: { host: '127.0.0.1', port: 0, domain: 'preau.exemple.test' } })
    const receiving = await startMailIn(t.services)
    t.mails.length = 0
    const id = await issue()
    await plan(id)
    await t.settle()
    const of = (name: string) => t.mails.find(({ to }) => to.address === `${name}@exemple.test`)!.bounceTo!
    const tell = async (to: string, status: string): Promise<void> => {
      const sender = smtpMailer(
        `smtp://127.0.0.1:${receiving.port}?from=mailer-daemon@exemple.test`,
        'http://localhost',
      )
      const { createConnection } = await import('node:net')
      await sender.close()
      await new Promise<void>((resolve, reject) => {
        const socket = createConnection(receiving.port, '127.0.0.1')
        const lines = [
          'EHLO test',
          'MAIL FROM:<>',
          `RCPT TO:<${to}>`,
          'DATA',
          `Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\nSubject: failure\r\nMessage-ID: <${Math.random()}@x>\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nNot delivered\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; x\r\n\r\nFinal-Recipient: rfc822; x@y\r\nAction: failed\r\nStatus: ${status}\r\n--b--\r\n.`,
          'QUIT',
        ]
        socket.on('data', (chunk) => {
          const text = chunk.toString()
          if (/^5\d\d /m.test(text)) reject(new Error(text))
          if (/^\d{3} /m.test(text)) {
            const line = lines.shift()
            if (line) socket.write(`${line}\r\n`)
          }
        })
        socket.on('close', () => resolve())
        socket.on('error', reject)
      })
    }
    expect(await report(id)).toMatchObject({ bounced: 0 })
    const sent = (await report(id)).sent
    await tell(of('perdu1'), '5.1.1')
    await tell(of('perdu2'), '4.4.7')
    await tell(of('claire').replace(/.@/, 'a@'), '5.1.1').catch(() => undefined)
    expect(await report(id)).toMatchObject({ bounced: 1, waiting: 1, sent: sent - 2 })
    t.mails.length = 0
    t.setNow(new Date(workingHours.getTime() + 25 * 3_600_000))
    await t.db.read.run(`select graphile_worker.add_job('notifications.sendBulk', '{}'::json)`)
    await t.settle()
    expect(t.mails.map(({ to }) => to.address)).toEqual(['perdu2@exemple.test'])
    await receiving.stop()
    Object.assign(t.services.config, { mailIn: undefined })
  })
})

test('who says no, leaves the circle or the company while letters wait receives none', async () => {
  t.setNow(new Date(workingHours.getTime() + 2 * 86_400_000))
  const circle = await makeCommunity(t, { visibility: 'closed' })
  const [stays, refuses, leaves, departs] = await Promise.all(
    ['stays', 'refuses', 'leaves', 'departs'].map((name) =>
      t.member({ name, email: `${name}@exemple.test` }),
    ) as [Promise<TestVisitor>, Promise<TestVisitor>, Promise<TestVisitor>, Promise<TestVisitor>],
  )
  for (const one of [stays, refuses, leaves, departs]) await join(t, circle.id, one)
  const id = await issue({ mode: 'any', communityIds: [circle.id] })
  t.mails.length = 0
  Object.assign(t.services.config, { mailPerMinute: 0 })
  await plan(id)
  await t.settle()
  expect(await report(id)).toMatchObject({ queued: 4, waiting: 4, sent: 0 })
  expect((await refuses.put(`/api/v1/me/newsletters/${newsletterId}`, { level: 'nothing' })).status).toBe(204)
  await leave(t, circle.id, leaves)
  await t.db.read.run(`update people.member set state = 'deactivated' where id = $1`, [departs.memberId])
  Object.assign(t.services.config, { mailPerMinute: 1_000_000 })
  await t.db.read.run(`select graphile_worker.add_job('notifications.sendBulk', '{}'::json)`)
  await t.settle()
  expect(t.mails.map(({ to }) => to.address)).toEqual(['stays@exemple.test'])
  expect(await report(id)).toMatchObject({ queued: 4, waiting: 0, sent: 1, withheld: 3 })
  await t.db.read.run(`update people.member set state = 'deactivated' where id = any($1::uuid[])`, [
    [stays, refuses, leaves].map(({ memberId }) => memberId),
  ])
})

/** Sends from a process of its own until it is done, or until so many letters more have arrived: then it is killed. */
async function sendFromAProcess(
  inbox: Awaited<ReturnType<typeof startInbox>>,
  killAfter: number,
): Promise<void> {
  const until = inbox.letters.length + killAfter
  const child = spawn(
    process.execPath,
    [
      joinPath(import.meta.dirname, 'testing/send-in-process.ts'),
      t.databaseUrl,
      inbox.url,
      t.services.config.dataDir,
    ],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  )
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()))
  try {
    while (child.exitCode === null && inbox.letters.length < until) await wait(5)
  } finally {
    child.kill('SIGKILL')
    await ended
  }
}

test('1,500 reach a real server through two kills: nobody skipped, nobody twice under another name', async () => {
  t.setNow(new Date())
  await t.db.read.run(`update people.member set state = 'deactivated' where email like 'perdu%'`)
  await addPeople(1_500, 'p')
  await t.db.read.run(
    `insert into notifications.preference (member_id, push, mail, digest, digest_scope, digest_hour, digest_day, is_quiet, quiet_from, quiet_to, quiet_weekends, quiet_holidays, changed_at)
     select id, true, true, 'never', 'all', 9, 1, false, '19:00', '08:00', false, false, now() from people.member on conflict do nothing`,
  )
  const inbox = await startInbox()
  const id = await issue()
  await plan(id)
  await sendFromAProcess(inbox, 400)
  await sendFromAProcess(inbox, 500)
  expect((await report(id)).waiting).toBeGreaterThan(0)
  await sendFromAProcess(inbox, Infinity)
  expect(await report(id)).toMatchObject({ sent: 1_501, queued: 1_501, waiting: 0 })
  expect(new Set(inbox.letters.map(({ to }) => to)).size).toBe(1_501)
  expect(new Set(inbox.letters.map(({ messageId }) => messageId)).size).toBe(1_501)
  // Only what was in the air when it was killed left again, under the same Message-ID: six lanes, two kills.
  expect(inbox.letters.length - 1_501).toBeLessThanOrEqual(12)
  expect((await claire.get(`${issues}/${id}/work`)).body.state).toBe('sent')
  await inbox.close()
})

/** How many statements that contain these words `work` sends to the database. */
async function statementsWith(words: string, work: () => Promise<unknown>): Promise<number> {
  const sent = vi.spyOn(pg.Client.prototype, 'query')
  try {
    await work()
    return sent.mock.calls.filter(([query]) => JSON.stringify(query).includes(words)).length
  } finally {
    sent.mockRestore()
  }
}

test('receivers are queued ten thousand to a statement and stopped in one, and everybody is there', async () => {
  // Noon of the next day, whatever the machine says: the pace of none a minute never comes round.
  t.setNow(new Date(Date.now() + 86_400_000))
  await addPeople(28_499, 'q')
  const big = await issue()
  Object.assign(t.services.config, { mailPerMinute: 0 })
  expect(
    await statementsWith('insert into notifications.delivery', async () => {
      await plan(big)
      await t.settle()
    }),
  ).toBe(4)
  expect((await report(big)).queued).toBe(30_000)
  expect(
    await statementsWith('update notifications.delivery', async () =>
      expect((await claire.post(`${issues}/${big}/stop`)).status).toBe(204),
    ),
  ).toBe(1)
  expect(await report(big)).toMatchObject({ waiting: 0, stopped: 30_000 })
})
