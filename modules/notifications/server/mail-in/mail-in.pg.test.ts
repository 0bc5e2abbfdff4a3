import { connect } from 'node:net'
import type { Transporter } from 'nodemailer'
import { createTransport } from 'nodemailer'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startTestApp } from '#apps/server/testing.ts'
import type { TestApp, TestVisitor } from '#apps/server/testing.ts'
import { leave, makeCommunity, publish } from '#modules/discussions/fixtures.ts'
import type { TestCommunity } from '#modules/discussions/fixtures.ts'
import { postAddressesFor, replyAddressFor } from './addresses.ts'
import { startMailIn } from './smtp-server.ts'

const domain = 'preau.exemple.test'
let t: TestApp
let mailIn: Awaited<ReturnType<typeof startMailIn>>
let smtp: Transporter
let community: TestCommunity
let nadia: TestVisitor
let marc: TestVisitor
let postId: string
let reply: string
let post: string

beforeAll(async () => {
  t = await startTestApp()
  Object.assign(t.services.config, { mailIn: { host: '127.0.0.1', port: 0, domain } })
  mailIn = await startMailIn(t.services)
  smtp = createTransport({
    host: '127.0.0.1',
    port: mailIn.port,
    ignoreTLS: true,
    pool: true,
    maxConnections: 50,
  } as never)
  nadia = await t.member({ name: 'Nadia', email: 'nadia@exemple.test' })
  marc = await t.member({ name: 'Marc', email: 'marc@exemple.test' })
})
beforeEach(async () => {
  community = await makeCommunity(t, { visibility: 'closed', members: [nadia, marc] })
  postId = await publish(nadia, community.id, { kind: 'question', bodyMd: 'Quelle pièce ?' })
  reply = await addressIn(postId)
  post = (
    await postAddressesFor(context(), t.services, marc.memberId, [{ id: community.id, generation: 0 }])
  ).get(community.id)!
  await t.db.read.run('delete from notifications.mail_received')
  t.mails.length = 0
})
afterAll(async () => {
  smtp.close()
  await mailIn.stop()
  await t.close()
})

const context = () => ({ tx: t.db.read, now: t.services.now() })
const addressIn = async (id: string): Promise<string> =>
  (await replyAddressFor(context(), t.services, { memberId: marc.memberId, postId: id }))!

let number = 0
const send = (to: string | string[], text: string, more: object = {}): Promise<{ response: string }> =>
  smtp.sendMail({
    from: 'Marc <marc@exemple.test>',
    to,
    subject: 'Re: Quelle pièce ?',
    messageId: `<${++number}@exemple.test>`,
    text,
    ...more,
  }) as Promise<{ response: string }>
const refused = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work
    return 'taken'
  } catch (error) {
    return (error as { response?: string }).response ?? String(error)
  }
}
const comments = (): Promise<{ body: string; isAnswer: boolean; author: string; n: number }[]> =>
  t.db.read.rows(
    `select c.body_md as body, c.is_answer as "isAnswer", c.author_id as author,
            (select count(*)::int from discussions.attachment a where a.comment_id = c.id) as n
       from discussions.comment c where c.post_id = $1 order by c.id`,
    [postId],
  )

describe('an answer by mail', () => {
  test('becomes an answer of its author, without what was quoted', async () => {
    await send(
      reply,
      'La bague 12.\n\nLe lun. 3 nov. 2025 à 10:02, Préau <p@e.fr> a écrit :\n\n> Quelle pièce ?\n',
    )
    expect(await comments()).toEqual([{ body: 'La bague 12.', isAnswer: true, author: marc.memberId, n: 0 }])
    const seen = await nadia.get(`/api/v1/posts/${postId}`)
    expect(seen.text).toContain('La bague 12.')
  })

  test('brings its files through the door of uploads', async () => {
    const photo = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#a43' } })
      .withExif({ IFD0: { Copyright: 'CANARI-EXIF' } })
      .jpeg()
      .toBuffer()
    await send(reply, 'Voici.', {
      attachments: [
        { filename: '../../pièce.jpg', content: photo },
        { filename: 'page.svg', content: '<svg onload="alert(1)"/>' },
      ],
    })
    const [answer] = await comments()
    expect(answer!.n).toBe(2)
    const rows = await t.db.read.rows<{ name: string; type: string }>(
      `select file_name as name, content_type as type from discussions.attachment where post_id = $1 order by content_type desc`,
      [postId],
    )
    expect(rows[0]).toEqual({ name: 'pièce.webp', type: 'image/webp' })
    expect(rows[1]!.type).not.toContain('svg')
  })

  test('is written once, however often and however many at a time it arrives', async () => {
    const again = { messageId: '<same@exemple.test>' }
    await Promise.all(Array.from({ length: 10 }, () => send(reply, 'Une fois.', again)))
    await send(reply, 'Une fois.', again)
    expect(await comments()).toHaveLength(1)
    expect(t.mails).toEqual([])
  })

  test('fifty at a time all arrive', async () => {
    const people = await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        t.member({ name: `P ${i}`, email: `p${i}-${number}@exemple.test` }),
      ),
    )
    const addresses: string[] = []
    for (const person of people) {
      await t.db.read.run('insert into communities.membership (community_id, member_id) values ($1, $2)', [
        community.id,
        person.memberId,
      ])
      addresses.push((await replyAddressFor(context(), t.services, { memberId: person.memberId, postId }))!)
    }
    const from = number
    const answers = await Promise.all(
      addresses.map((to, i) =>
        smtp.sendMail({
          from: `p${i}-${from}@exemple.test`,
          to,
          subject: 'Re',
          text: `Réponse ${i}`,
          messageId: `<p${i}-${from}@x>`,
        }),
      ),
    )
    expect(answers).toHaveLength(50)
    expect(new Set((await comments()).map((one) => one.body)).size).toBe(50)
  })
})

describe('a post by mail', () => {
  test('takes the subject as its title; what asks is a question', async () => {
    await send(post, 'Elle chauffe depuis ce matin.', { subject: 'Pourquoi la presse 3 chauffe-t-elle ?' })
    await send(post, 'Bonjour à tous.', { subject: 'TR : <b>Nouvelles</b>\u202e' })
    const found = await t.db.read.rows<{ title: string; kind: string; author: string }>(
      `select title, kind, author_id as author from discussions.post where community_id = $1 and id <> $2 order by id`,
      [community.id, postId],
    )
    expect(found[0]).toEqual({
      title: 'Pourquoi la presse 3 chauffe-t-elle ?',
      kind: 'question',
      author: marc.memberId,
    })
    expect(found[1]!.kind).toBe('discussion')
    const feed = await nadia.get(`/api/v1/communities/${community.slug}/posts`)
    expect(feed.text).not.toContain('"bodyHtml":"<b>')
  })

  test('has an address that its owner sees and renews; the earlier one stops', async () => {
    const mine = await marc.get('/api/v1/me/mail-addresses')
    const item = mine.body.items.find(
      (one: { community: { id: string } }) => one.community.id === community.id,
    )
    expect(item.address).toBe(post)
    expect(item.address.split('@')[0]).toMatch(/^[a-z2-7]{26}$/)
    const renewed = await marc.post(`/api/v1/me/mail-addresses/${community.slug}`)
    expect(renewed.body.address).not.toBe(post)
    const old = await refused(send(post, 'Ancienne'))
    expect(old).toBe(await refused(send(`${'a'.repeat(26)}@${domain}`, 'Inconnue')))
    await send(renewed.body.address, 'Nouvelle adresse.')
    const stored = await t.db.read.rows<{ hash: Buffer }>('select hash from notifications.mail_token')
    expect(stored.every(({ hash }) => hash.length === 32)).toBe(true)
  })
})

describe('what is refused', () => {
  test('one answer for unknown, revoked, of another kind, of somebody else, of somebody deactivated', async () => {
    const answers = [
      await refused(send(`reply+${'b'.repeat(26)}@${domain}`, 'x')),
      await refused(send(`nobody@${domain}`, 'x')),
      await refused(send(post.replace(/^/, 'reply+'), 'x')),
      await refused(send(reply.replace('reply+', ''), 'x')),
      await refused(send(reply, 'x', { from: 'Nadia <nadia@exemple.test>' })),
      await refused(
        send(reply, 'x', { from: ['marc@exemple.test', 'nadia@exemple.test'], sender: 'marc@exemple.test' }),
      ),
    ]
    await t.db.read.run(`update people.member set state = 'deactivated' where id = $1`, [marc.memberId])
    answers.push(await refused(send(reply, 'x')))
    await t.db.read.run(`update people.member set state = 'active' where id = $1`, [marc.memberId])
    expect(new Set(answers)).toEqual(new Set(['550 5.1.1 No such address here']))
    expect(await comments()).toEqual([])
    expect(t.mails).toEqual([])
    expect(await refused(send('x@ailleurs.test', 'x'))).toContain('550 5.7.1')
  })

  test('more than 15 MB, said before and after', async () => {
    const large = Buffer.alloc(12 * 1024 * 1024, 'x')
    expect(await refused(send(reply, 'x', { attachments: [{ filename: 'a.bin', content: large }] }))).toMatch(
      /^552/,
    )
    expect(await comments()).toEqual([])
  })

  test('what machines send is taken and forgotten', async () => {
    await send(reply, 'Je suis absent.', { headers: { 'Auto-Submitted': 'auto-replied' } })
    await send(reply, 'Je suis absent.', { headers: { Precedence: 'bulk' } })
    await send(reply, 'Echec', { envelope: { from: '', to: [reply] } })
    expect(await comments()).toEqual([])
    await t.settle()
    expect(t.mails).toEqual([])
  })

  test('more than thirty in an hour wait', async () => {
    await t.db.read.run(
      `insert into notifications.mail_received (key, member_id, at, outcome) select int4send(i), $1, now(), 'written' from generate_series(1, 30) i`,
      [marc.memberId],
    )
    expect(await refused(send(reply, 'x'))).toMatch(/^450/)
  })

  test('when the database is away the sender tries again', async () => {
    const real = t.services.db
    t.services.db = { ...real, transaction: () => Promise.reject(new Error('connection lost')) }
    try {
      expect(await refused(send(reply, 'Plus tard.', { messageId: '<later@x>' }))).toMatch(/^451/)
    } finally {
      t.services.db = real
    }
    expect(await comments()).toEqual([])
    await send(reply, 'Plus tard.', { messageId: '<later@x>' })
    expect(await comments()).toHaveLength(1)
  })
})

describe('rights of the moment', () => {
  const returned = async (text: string, address = reply) => {
    await send(address, text)
    await t.settle()
    return t.mails.splice(0)
  }

  test('a closed conversation: one mail back with the text, to no machine', async () => {
    await nadia.put(`/api/v1/posts/${postId}/closure`, { reason: 'answered' })
    const mails = await returned('Mon texte précieux')
    expect(mails).toHaveLength(1)
    expect(mails[0]).toMatchObject({
      to: { address: 'marc@exemple.test' },
      bounceTo: '',
      headers: { 'Auto-Submitted': 'auto-replied' },
    })
    expect(mails[0]!.text).toContain('Mon texte précieux')
    expect(mails[0]!.text).toContain('a été fermée')
    expect(await comments()).toEqual([])
    const [kept] = await t.db.read.rows('select returned from notifications.mail_received')
    expect(kept).toEqual({ returned: null })
  })

  test('no longer a member, charter to accept, archived: what happened is said', async () => {
    await leave(t, community.id, marc)
    const gone = await returned('Trop tard')
    expect(gone[0]!.text).toContain('n’est plus accessible')
    expect(gone[0]!.text).not.toContain('Quelle pièce')
    await t.db.read.run('insert into communities.membership (community_id, member_id) values ($1, $2)', [
      community.id,
      marc.memberId,
    ])
    await t.db.read.run(
      `insert into communities.charter_version (community_id, version) select $1, coalesce(max(version), 0) + 1 from communities.charter_version where community_id = $1`,
      [community.id],
    )
    expect((await returned('Charte'))[0]!.text).toContain('charte')
    expect((await returned('Charte', post))[0]!.text).toContain('charte')
    await t.db.read.run(`update communities.community set stage = 'archived' where id = $1`, [community.id])
    expect((await returned('Archive'))[0]!.text).toContain('archivée')
  })

  test('of many that go back in an hour, five are said', async () => {
    await nadia.put(`/api/v1/posts/${postId}/closure`, { reason: 'answered' })
    for (let i = 0; i < 8; i++) await send(reply, `Texte ${i}`)
    await t.settle()
    expect(t.mails).toHaveLength(5)
  })

  test('a post that moved to where the person may not read is gone', async () => {
    const other = await makeCommunity(t, { visibility: 'secret', members: [nadia] })
    await t.db.read.run('update discussions.post set community_id = $1, seq = 900 where id = $2', [
      other.id,
      postId,
    ])
    expect((await returned('Suite'))[0]!.text).toContain('n’est plus accessible')
  })
})

test('hostile lines and broken connections leave the server standing', async () => {
  const say = (...lines: string[]): Promise<string> =>
    new Promise((resolve) => {
      const socket = connect(mailIn.port, '127.0.0.1')
      let heard = ''
      socket.on('data', (data) => {
        heard += data.toString()
        const line = lines.shift()
        if (line === undefined) socket.destroy()
        else socket.write(`${line}\r\n`, () => lines.length === 0 && setTimeout(() => socket.destroy(), 50))
      })
      socket.on('close', () => resolve(heard))
      socket.on('error', () => resolve(heard))
    })
  await say('EHLO x', 'MAIL FROM:<a@b.fr>', `RCPT TO:<${reply}>`, 'DATA', 'From: marc@exemple.test')
  expect(await say('EHLO x', `MAIL FROM:<${'a'.repeat(5000)}@b.fr>`)).toMatch(/5\d\d/)
  expect(await say('EHLO x', 'AUTH LOGIN')).toMatch(/5\d\d/)
  await send(reply, 'Toujours là.')
  expect(await comments()).toHaveLength(1)
})
