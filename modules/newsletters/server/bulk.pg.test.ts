import { spawn } from 'node:child_process'
import { join as joinPath } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp } from '#apps/server/testing.ts'
import type { TestApp, TestVisitor } from '#apps/server/testing.ts'
import { makeCommunity, publish, join } from '#modules/discussions/fixtures.ts'
import { startMailIn } from '#modules/notifications/public.ts'
import { smtpMailer } from '#platform/mail/smtp-mailer.ts'
import { startInbox } from './testing/inbox.ts'

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
const issue = async (): Promise<string> => {
  const { id } = (
    await claire.post(`/api/v1/newsletters/${newsletterId}/issues`, { title: { fr: 'Novembre' } })
  ).body
  await claire.put(`${issues}/${id}/parts/national`, {
    base: 1,
    blocks: [{ id: 'aaaaaa', kind: 'item', item: { kind: 'post', id: postId } }],
  })
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

test(
  '5,000 reach a real server through four kills: nobody skipped, nobody twice under another name',
  { timeout: 400_000 },
  async () => {
    t.setNow(new Date())
    await t.db.read.run(`update people.member set state = 'deactivated' where email like 'perdu%'`)
    await addPeople(5_000, 'p')
    await t.db.read.run(
      `insert into notifications.preference (member_id, push, mail, digest, digest_scope, digest_hour, digest_day, is_quiet, quiet_from, quiet_to, quiet_weekends, quiet_holidays, changed_at)
       select id, true, true, 'never', 'all', 9, 1, false, '19:00', '08:00', false, false, now() from people.member on conflict do nothing`,
    )
    const inbox = await startInbox()
    const id = await issue()
    await plan(id)
    let kills = 0
    for (let left = true; left;) {
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
      if (kills < 4) {
        const before = inbox.letters.length
        while (inbox.letters.length < before + 800 && child.exitCode === null) await wait(5)
        child.kill('SIGKILL')
        kills++
      }
      await ended
      const { waiting, sent } = await report(id)
      left = waiting > 0 || sent === 0
    }
    expect(await report(id)).toMatchObject({ sent: 5_001, queued: 5_001, waiting: 0 })
    expect(new Set(inbox.letters.map(({ to }) => to)).size).toBe(5_001)
    expect(new Set(inbox.letters.map(({ messageId }) => messageId)).size).toBe(5_001)
    // Only what was in the air when it was killed left again, under the same Message-ID.
    expect(inbox.letters.length - 5_001).toBeLessThanOrEqual(kills * 6)
    expect((await claire.get(`${issues}/${id}/work`)).body.state).toBe('sent')
    await inbox.close()
  },
)

test('160,000 receivers are queued in 17 statements, and stopped in one', { timeout: 200_000 }, async () => {
  // Noon of the next day, whatever the machine says: the pace of one a minute never comes round.
  t.setNow(new Date(Date.now() + 86_400_000))
  await addPeople(155_000, 'q')
  const big = await issue()
  await plan(big)
  Object.assign(t.services.config, { mailPerMinute: 0 })
  await t.db.read.run(
    `select graphile_worker.add_job('notifications.sendBulk', '{}'::json, job_key => 'notifications.sendBulk:next')`,
  )
  await t.settle()
  expect((await report(big)).queued).toBe(160_001)
  expect((await claire.post(`${issues}/${big}/stop`)).status).toBe(204)
  expect(await report(big)).toMatchObject({ waiting: 0, stopped: 160_001 })
})
