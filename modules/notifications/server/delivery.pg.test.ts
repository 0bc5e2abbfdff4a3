import { createDecipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { IncomingHttpHeaders, Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { simpleParser } from 'mailparser'
import type { ParsedMail } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startTestApp } from '#apps/server/testing.ts'
import type { TestApp, TestVisitor } from '#apps/server/testing.ts'
import { join, leave, makeCommunity, publish } from '#modules/discussions/fixtures.ts'
import type { TestCommunity } from '#modules/discussions/fixtures.ts'
import { enqueue } from '#platform/jobs/job.ts'
import { smtpMailer } from '#platform/mail/smtp-mailer.ts'
import type { Mailer } from '#platform/mail/mailer.ts'
import { deliver } from './deliver.ts'
import { deliverDue } from './deliver-due.ts'
import { queueDigests } from './digest.ts'
import { defineMailKind } from './mail-kinds.ts'
import { allowPushTo } from './push.ts'

/** A Tuesday at eleven in Paris. */
const tuesday = new Date('2026-11-24T10:00:00Z')
const minutes = (n: number): Date => new Date(tuesday.getTime() + n * 60_000)

const received: ParsedMail[] = []
let refusal: { code: number } | undefined
const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onRcptTo: (_address, _session, done) =>
    done(refusal ? Object.assign(new Error('not now'), { responseCode: refusal.code }) : null),
  onData(stream, _session, done) {
    simpleParser(stream)
      .then((mail) => {
        received.push(mail)
        done()
      })
      .catch(done)
  },
})

let t: TestApp
let mailer: Mailer
let alice: TestVisitor
let bob: TestVisitor
let open: TestCommunity
let closed: TestCommunity

beforeAll(async () => {
  await new Promise<void>((resolve) => void smtp.listen(0, '127.0.0.1', () => resolve()))
  mailer = smtpMailer(
    `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}?from=preau@example.org`,
    'http://localhost:3000',
  )
  t = await startTestApp()
  t.services.mailer = mailer
  t.setNow(tuesday)
  alice = await t.member({ name: 'Alice' })
  bob = await t.member({ name: 'Bob' })
})
afterAll(async () => {
  await t.close()
  await mailer.close()
  await new Promise<void>((resolve) => smtp.close(() => resolve()))
})
beforeEach(async () => {
  t.setNow(tuesday)
  refusal = undefined
  for (const table of ['notice', 'delivery', 'preference', 'community_level', 'digest_mark', 'push_device'])
    await t.db.read.run(`delete from notifications.${table}`)
  await t.db.read.run('delete from communities.community')
  open = await makeCommunity(t, { members: [alice, bob] })
  closed = await makeCommunity(t, { visibility: 'closed', members: [alice, bob] })
  await t.db.read.run(`update communities.membership set joined_at = '2026-01-01'`)
  // Whose digest is not looked at receives none.
  await choose(bob, { mail: true })
  received.length = 0
})

const run = async (job: typeof deliverDue, at: Date): Promise<void> => {
  t.setNow(at)
  await t.db.transaction((tx) => enqueue({ ...t.systemContext(), tx }, job, {}))
  await t.settle()
}
const states = async (channel: string): Promise<string[]> =>
  (
    await t.db.read.rows<{ state: string }>(
      `select state from notifications.delivery where channel = $1 order by state`,
      [channel],
    )
  ).map((row) => row.state)
const answerAlice = async (community: TestCommunity, title = 'Quelle colle ?'): Promise<string> => {
  const postId = await publish(alice, community.id, { kind: 'question', title, bodyMd: 'Elle lâche.' })
  await bob.post(`/api/v1/posts/${postId}/comments`, { bodyMd: 'Une **époxy**.', isAnswer: true })
  await t.settle()
  return postId
}
const choose = (person: TestVisitor, change: Record<string, unknown>) =>
  person.put('/api/v1/me/notifications', {
    push: true,
    mail: true,
    digest: 'never',
    digestScope: 'all',
    digestHour: 9,
    digestDay: 1,
    isQuiet: true,
    quietFrom: '19:00',
    quietTo: '08:00',
    quietWeekends: true,
    quietHolidays: true,
    ...change,
  })

test('a mail arrives whole in a real mailbox: both forms, its reason, one-click unsubscribe, nothing that tracks', async () => {
  await answerAlice(open)
  await run(deliverDue, minutes(11))
  const [mail, ...others] = received
  expect(others).toEqual([])
  expect(mail!.text).toContain('Une époxy.')
  expect(String(mail!.html)).toContain('<h1')
  expect(String(mail!.html)).not.toMatch(/<img|src=|<script|<link/)
  expect(mail!.headers.get('list')).toMatchObject({
    unsubscribe: { url: expect.stringMatching(/^http:\/\/localhost:3000\/api\/v1\/unsubscribe\//) as string },
  })
  expect(mail!.headers.get('auto-submitted')).toBe('auto-generated')
  expect(mail!.messageId).toMatch(/^<[0-9a-f]{40}@localhost>$/)
})

test('"later" is tried again until it is taken, "never" is not; nothing is lost in silence', async () => {
  await answerAlice(open)
  refusal = { code: 451 }
  await run(deliverDue, minutes(11))
  expect(await states('mail')).toEqual(['waiting'])
  refusal = undefined
  await run(deliverDue, minutes(30))
  expect([await states('mail'), received.length]).toEqual([['sent'], 1])
  await answerAlice(open, 'Une autre')
  refusal = { code: 550 }
  await run(deliverDue, minutes(60))
  expect(await states('mail')).toEqual(['failed', 'sent'])
  expect(await t.db.read.row(`select problem from notifications.delivery where state = 'failed'`)).toEqual({
    problem: '550',
  })
})

test('interrupted between sending and recording: never sent again, and told as uncertain', async () => {
  await answerAlice(open)
  const real = t.services.mailer
  t.services.mailer = {
    ...real,
    isConfigured: true,
    async send(mail) {
      await real.send(mail)
      throw new Error('the process lost its connection after the mail was taken')
    },
  }
  await run(deliverDue, minutes(11))
  t.services.mailer = real
  expect([await states('mail'), received.length]).toEqual([['uncertain'], 1])
  await run(deliverDue, minutes(60))
  expect(received).toHaveLength(1)
  // Killed: one row was being written, one was being handed over.
  await t.db.read.run('delete from notifications.delivery')
  await answerAlice(open, 'Écrite')
  await t.db.read.run(
    `update notifications.delivery set state = 'claimed', state_at = $1 where channel = 'mail'`,
    [minutes(0)],
  )
  await run(deliverDue, minutes(75))
  expect([await states('mail'), received.length]).toEqual([['sent'], 2])
  await t.db.read.run(
    `update notifications.delivery set state = 'sending', state_at = $1 where channel = 'mail'`,
    [minutes(0)],
  )
  await run(deliverDue, minutes(76))
  expect([await states('mail'), received.length]).toEqual([['uncertain'], 2])
})

test('a mail of its own wording reaches each person once, however often it is queued, and rights decide when it leaves', async () => {
  const kind = defineMailKind({
    name: 'test',
    async compose(ctx, subject) {
      const inside = await ctx.tx.row(
        `select 1 from communities.membership where member_id = $1 and community_id = $2`,
        [ctx.actor.memberId, subject['communityId']],
      )
      return inside ? { subject: 'Bonjour', heading: 'Bonjour', blocks: [], why: 'Essai.' } : undefined
    },
  })
  const crowd = await Promise.all(Array.from({ length: 12 }, (_, n) => t.member({ name: `Membre ${n}` })))
  for (const person of crowd) await join(t, closed.id, person)
  const send = () =>
    t.db.transaction((tx) =>
      deliver(
        { ...t.systemContext(), tx },
        {
          kind,
          key: 'test:1',
          communityId: closed.id,
          subject: { communityId: closed.id },
          memberIds: crowd.map(({ memberId }) => memberId),
        },
      ),
    )
  expect(await send()).toEqual({ added: 12, withoutMail: 0 })
  await leave(t, closed.id, crowd[0]!)
  expect((await send()).added).toBe(0)
  await t.settle()
  expect((await send()).added).toBe(0)
  await t.settle()
  const addresses = received.map(({ to }) => (Array.isArray(to) ? '' : to!.text))
  expect([received.length, new Set(addresses).size]).toEqual([11, 11])
  expect((await states('mail')).filter((state) => state === 'withheld')).toHaveLength(1)
})

test('a digest leaves once per local day at the hour chosen, what waits first, never twice, never empty', async () => {
  await choose(alice, { digest: 'daily', digestHour: 11, mail: false })
  await run(queueDigests, tuesday)
  expect(received).toHaveLength(0)
  await answerAlice(open, 'Ma question')
  t.setNow(minutes(-30))
  await publish(bob, open.id, { title: 'Une nouvelle', bodyMd: 'Bonjour' })
  await publish(bob, closed.id, { title: 'Entre nous', bodyMd: 'Bonjour' })
  await t.settle()
  await run(queueDigests, tuesday)
  await run(queueDigests, minutes(15))
  expect(received).toHaveLength(1)
  const text = received[0]!.text!
  expect(received[0]!.subject).toBe('Votre résumé : 3 nouvelles')
  expect(text.indexOf('Ce qui vous attend')).toBeGreaterThan(-1)
  expect(text.indexOf('Ma question')).toBeLessThan(text.indexOf('Une nouvelle'))
  expect(text).toContain('Entre nous')
  // The next day nothing is new, so nothing leaves.
  await run(queueDigests, minutes(24 * 60))
  expect(received).toHaveLength(1)
  // The day after, something is: only that.
  t.setNow(minutes(47 * 60))
  await publish(bob, open.id, { title: 'Du neuf', bodyMd: 'Bonjour' })
  await t.settle()
  await run(queueDigests, minutes(48 * 60))
  expect(received.map(({ subject }) => subject)).toEqual([
    'Votre résumé : 3 nouvelles',
    'Votre résumé : une nouvelle',
  ])
  // On a Saturday nobody is written to.
  t.setNow(minutes(95 * 60))
  await publish(bob, open.id, { title: 'Du week-end', bodyMd: 'Bonjour' })
  await t.settle()
  await run(queueDigests, minutes(96 * 60))
  expect(received).toHaveLength(2)
})

test('once per local day also when the clock goes back and the hour comes twice, or is skipped', async () => {
  const everyDay = { digest: 'daily', digestHour: 2, isQuiet: false, mail: false }
  await choose(alice, everyDay)
  const at = (text: string) => new Date(text)
  t.setNow(at('2026-10-24T12:00:00Z'))
  await publish(bob, open.id, { title: 'Avant l’heure d’hiver', bodyMd: 'Bonjour' })
  await t.settle()
  // 02:00 in summer time, then 02:00 in winter time, an hour later.
  for (const time of [
    '2026-10-25T00:00:00Z',
    '2026-10-25T00:45:00Z',
    '2026-10-25T01:00:00Z',
    '2026-10-25T01:45:00Z',
  ])
    await run(queueDigests, at(time))
  expect(received).toHaveLength(1)
  t.setNow(at('2027-03-27T12:00:00Z'))
  await publish(bob, open.id, { title: 'Avant l’heure d’été', bodyMd: 'Bonjour' })
  await t.settle()
  // 01:45, then 03:00: two o'clock does not exist that day.
  for (const time of ['2027-03-28T00:45:00Z', '2027-03-28T01:00:00Z', '2027-03-28T01:15:00Z'])
    await run(queueDigests, at(time))
  expect(received).toHaveLength(2)
})

test('T05: a digest that is queued leaves out a community one was removed from; followed people and tags are in it', async () => {
  await choose(alice, { digest: 'daily', digestHour: 11, mail: false })
  const elsewhere = await makeCommunity(t, { members: [bob] })
  const hidden = await makeCommunity(t, { visibility: 'secret', members: [bob] })
  expect((await alice.put(`/api/v1/members/${bob.memberId}/following`, { follows: true })).body).toEqual({
    follows: true,
  })
  t.setNow(minutes(-20))
  await publish(bob, elsewhere.id, { title: 'De Bob, ailleurs', bodyMd: 'Bonjour' })
  await publish(bob, hidden.id, { title: 'CANARI secret', bodyMd: 'Bonjour' })
  await publish(bob, closed.id, { title: 'CANARI fermé', bodyMd: 'Bonjour' })
  await t.settle()
  t.setNow(tuesday)
  await t.db.transaction((tx) => queueDigests.run({ ...t.systemContext(), tx } as never, {}, t.services))
  await leave(t, closed.id, alice)
  await t.settle()
  expect(received).toHaveLength(1)
  expect(received[0]!.text).toContain('De Bob, ailleurs')
  expect(received[0]!.text + String(received[0]!.html)).not.toContain('CANARI')
})

test('one digest per community for those who wish it', async () => {
  await choose(alice, { digest: 'daily', digestHour: 11, digestScope: 'community', mail: false })
  t.setNow(minutes(-20))
  await publish(bob, open.id, { title: 'Ici', bodyMd: 'Bonjour' })
  await publish(bob, closed.id, { title: 'Là', bodyMd: 'Bonjour' })
  await t.settle()
  await run(queueDigests, tuesday)
  await run(queueDigests, minutes(30))
  expect(received).toHaveLength(2)
  expect(
    received.every(({ subject }) =>
      /^Communauté .* : une nouvelle$/.test(subject!.replaceAll('\u00a0', ' ')),
    ),
  ).toBe(true)
})

test('T15: one click stops what the mail names without a session, and the answer says nothing of anybody', async () => {
  await answerAlice(closed, 'CANARI')
  await run(deliverDue, minutes(11))
  const list = received[0]!.headers.get('list') as unknown as { unsubscribe: { url: string } }
  const path = new URL(list.unsubscribe.url).pathname
  await leave(t, closed.id, alice)
  const click = () =>
    t.anonymous.inject({
      method: 'POST',
      url: path,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'List-Unsubscribe=One-Click',
    })
  const first = await click()
  expect([first.status, first.body]).toEqual([200, { stopped: 'mail' }])
  expect((await click()).body).toEqual({ stopped: 'mail' })
  expect((await alice.get('/api/v1/me/notifications')).body.preferences.mail).toBe(false)
  const token = path.split('/').at(-1)!
  for (const id of [alice.memberId, closed.id])
    expect(Buffer.from(token, 'base64url').toString('hex')).not.toContain(id.replaceAll('-', ''))
  for (const bad of ['x', token.slice(0, -3), `${token.slice(0, 40)}AAA${token.slice(43)}`])
    expect((await t.anonymous.post(`/api/v1/unsubscribe/${bad}`)).status).toBe(404)
})

/** A push service on loopback, and a browser's half of RFC 8291. */
class FakeBrowser {
  readonly #keys = createECDH('prime256v1')
  readonly #auth = randomBytes(16)
  readonly p256dh: string
  readonly auth: string
  constructor() {
    this.p256dh = this.#keys.generateKeys().toString('base64url')
    this.auth = this.#auth.toString('base64url')
  }
  read(body: Buffer): string {
    const salt = body.subarray(0, 16)
    const idLength = body[20]!
    const serverKey = body.subarray(21, 21 + idLength)
    const secret = this.#keys.computeSecret(serverKey)
    const mixed = Buffer.from(
      hkdfSync(
        'sha256',
        secret,
        this.#auth,
        Buffer.concat([Buffer.from('WebPush: info\0'), this.#keys.getPublicKey(), serverKey]),
        32,
      ),
    )
    const derive = (info: string, length: number) =>
      Buffer.from(hkdfSync('sha256', mixed, salt, Buffer.from(`Content-Encoding: ${info}\0`), length))
    const sealed = body.subarray(21 + idLength)
    const decipher = createDecipheriv('aes-128-gcm', derive('aes128gcm', 16), derive('nonce', 12))
    decipher.setAuthTag(sealed.subarray(-16))
    const plain = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()])
    return plain.subarray(0, plain.lastIndexOf(2)).toString()
  }
}

async function startPushService(): Promise<{
  origin: string
  pushed: { url: string; headers: IncomingHttpHeaders; body: Buffer }[]
  answerWith: { status: number }
  server: Server
}> {
  const pushed: { url: string; headers: IncomingHttpHeaders; body: Buffer }[] = []
  const answerWith = { status: 201 }
  const server = createServer((request, answer) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      pushed.push({ url: request.url!, headers: request.headers, body: Buffer.concat(chunks) })
      answer.writeHead(answerWith.status).end()
    })
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', () => resolve()))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  allowPushTo(origin)
  return { origin, pushed, answerWith, server }
}

test('T21 T40: push is encrypted for the device, says what may be seen now, and dies with its session or account', async () => {
  const { origin, pushed, answerWith, server } = await startPushService()
  try {
    const device = new FakeBrowser()
    const keys = { p256dh: device.p256dh, auth: device.auth, label: 'Téléphone' }
    const strange = await alice.post('/api/v1/me/push', {
      ...keys,
      endpoint: 'https://169.254.169.254/latest',
    })
    expect([strange.status, strange.body.error.code]).toEqual([400, 'pushServiceUnknown'])
    const added = await alice.post('/api/v1/me/push', { ...keys, endpoint: `${origin}/alice` })
    expect(added.status).toBe(200)
    const { publicKey, devices } = (await alice.get('/api/v1/me/push')).body
    expect([publicKey.length, devices.length, devices[0].label]).toEqual([87, 1, 'Téléphone'])
    expect((await bob.delete(`/api/v1/me/push/${added.body.id}`)).status).toBe(404)

    await answerAlice(closed, 'Par alerte')
    expect(pushed).toHaveLength(1)
    expect(pushed[0]!.headers).toMatchObject({ 'content-encoding': 'aes128gcm', ttl: '86400' })
    expect(pushed[0]!.headers.authorization).toMatch(/^vapid t=[\w.-]+, ?k=[\w-]+$/)
    expect(pushed[0]!.body.toString('latin1')).not.toContain('alerte')
    const payload = JSON.parse(device.read(pushed[0]!.body)) as { title: string; body: string; path: string }
    expect(payload.title.replace(/[\u2068\u2069]/g, '')).toBe('Bob a répondu à votre question')
    expect([payload.body, payload.path.startsWith('/posts/')]).toEqual(['Par alerte', true])
    // Not mailed as well.
    await run(deliverDue, minutes(20))
    expect(received).toHaveLength(0)

    // Held over night, removed before the morning: nothing is said.
    t.setNow(new Date('2026-11-24T21:00:00Z'))
    await answerAlice(closed, 'CANARI')
    await leave(t, closed.id, alice)
    await run(deliverDue, new Date('2026-11-25T07:01:00Z'))
    expect(pushed).toHaveLength(1)

    // The push service no longer knows the device: forgotten, and the mail takes over.
    answerWith.status = 410
    t.setNow(new Date('2026-11-25T10:00:00Z'))
    await answerAlice(open, 'Par mail alors')
    expect(pushed).toHaveLength(2)
    expect((await alice.get('/api/v1/me/push')).body.devices).toEqual([])
    await run(deliverDue, new Date('2026-11-25T10:02:00Z'))
    expect(received.map(({ text }) => text!.includes('Par mail alors'))).toEqual([true])

    // Its session ends: nothing wakes it, and it is not in the list.
    answerWith.status = 201
    const again = new FakeBrowser()
    await alice.post('/api/v1/me/push', {
      endpoint: `${origin}/again`,
      p256dh: again.p256dh,
      auth: again.auth,
      label: 'Portable',
    })
    await t.db.read.run(`delete from people.session where member_id = $1`, [alice.memberId])
    expect(
      await t.db.read.row(`select 1 from notifications.push_device where member_id = $1`, [alice.memberId]),
    ).toBeUndefined()
    alice = await t.signIn(alice.memberId)
  } finally {
    await new Promise((resolve) => server.close(resolve))
  }
})
