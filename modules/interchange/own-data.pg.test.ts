import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp } from '#apps/server/testing.ts'
import type { TestApp, TestVisitor } from '#apps/server/testing.ts'
import { bringIn, foundCommunity } from '#modules/communities/fixtures.ts'
import { upload } from '#modules/discussions/fixtures.ts'
import { hideText } from '#modules/discussions/public.ts'
import { systemActor } from '#platform/context.ts'
import { listOwnData } from '#platform/privacy/own-data.ts'
import { eraseDue, keepNoLonger } from './server/jobs.ts'
import { listMemberColumns } from './server/queries/own-data.ts'

let t: TestApp
let claire: TestVisitor
let marc: TestVisitor
let ada: TestVisitor
let community: { id: string; slug: string }

const password = 'une phrase assez longue'
const run = (job: typeof eraseDue, now: Date) =>
  t.db.transaction((tx) => job.run({ actor: systemActor('test'), tx, now }, undefined, t.services))
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)

beforeAll(async () => {
  t = await startTestApp()
  await t.db.read.run(
    `insert into people.organisation (name, default_language, languages) values ('Arvanne', 'fr', '{fr,en}')`,
  )
  ada = await t.member({ name: 'Ada', administrator: true })
  claire = await t.member({ name: 'Claire Morvan' })
  community = await foundCommunity(claire, { visibility: 'closed' })
})
afterAll(() => t.close())

let people = 0
/** Somebody who has chosen a password, as people do: by an invitation. */
async function withPassword(displayName: string): Promise<TestVisitor> {
  const email = `personne${++people}@exemple.test`
  await ada.post('/api/v1/admin/invitations', { email, displayName })
  await t.settle()
  const mail = t.mails.findLast(({ to }) => to.address === email)
  const [, token] = /\/invitation\/([\w-]{20,})/.exec(mail?.text ?? '') ?? []
  const arrived = await t.anonymous.post(`/api/v1/invitations/${token}`, {
    displayName,
    password,
    language: 'fr',
  })
  expect(arrived.status, arrived.text).toBeLessThan(300)
  const row = await t.db.read.row<{ id: string }>('select id from people.member where email = $1', [email])
  return t.signIn(row!.id)
}

/** A member of the community with a post, a comment under Claire's, a file and a mention by Claire. */
async function someone(name: string) {
  const person = await withPassword(name)
  await bringIn(claire, community, person)
  const file = await person.inject({
    method: 'POST',
    url: '/api/v1/attachments',
    ...upload('notes ../secret.txt', Buffer.from('bytes of mine'), { type: 'text/plain' }),
  })
  const post = await person.post('/api/v1/posts', {
    communityId: community.id,
    bodyMd: `Texte de ${name}`,
    attachments: [file.body.id],
  })
  const by = await claire.post('/api/v1/posts', {
    communityId: community.id,
    bodyMd: `Merci [@${name}](member:${person.memberId}) pour tout, mots de Claire`,
  })
  const comment = await person.post(`/api/v1/posts/${by.body.card.id}/comments`, {
    bodyMd: `Réponse de ${name}`,
  })
  await claire.post(`/api/v1/posts/${post.body.card.id}/comments`, { bodyMd: 'Claire répond là' })
  return {
    person,
    postId: post.body.card.id as string,
    byId: by.body.card.id as string,
    commentId: comment.body.id as string,
  }
}

test('every column of the database that names a person says what erasing them does', async () => {
  const declared = listOwnData().flatMap(({ own }) =>
    own.columns.map(({ table, column }) => `${table}.${column}`),
  )
  expect(new Set(declared).size).toBe(declared.length)
  // Composite keys through a membership name the same person once more.
  const all = await listMemberColumns(t.db.read)
  expect(all.filter((name) => !declared.includes(name))).toEqual([])
  expect(declared.filter((name) => !all.includes(name))).toEqual([])
})

test('an archive holds what is mine, with my files, and nothing of others', async () => {
  const { person } = await someone('Marc Lefèvre')
  marc = person
  expect((await marc.get('/api/v1/me/archive')).body.state).toBe('none')
  expect((await marc.post('/api/v1/me/archive', {})).body.state).toBe('preparing')
  await t.settle()
  expect((await marc.get('/api/v1/me/archive')).body).toMatchObject({ state: 'ready' })
  const answer = await t.app.inject({
    url: '/api/v1/me/archive/file',
    headers: { cookie: `preau=${marc.cookie}` },
  })
  expect(answer.headers).toMatchObject({
    'content-type': 'application/zip',
    'cache-control': 'private, no-store',
  })
  const files = unzipSync(new Uint8Array(answer.rawPayload))
  const text = (name: string) => new TextDecoder().decode(files[name])
  const data = JSON.parse(text('data.json'))
  expect(data.people.profile[0]).toMatchObject({ displayName: 'Marc Lefèvre' })
  expect(data.discussions.posts.map((post: { text: string }) => post.text)).toEqual(['Texte de Marc Lefèvre'])
  expect(data.discussions.comments).toHaveLength(1)
  const [file] = data.discussions.files
  expect(file.file).toMatch(/^files\/files-0001-.*secret\.txt$/)
  expect(text(file.file)).toBe('bytes of mine')
  expect(Object.keys(files).filter((name) => name.includes('..'))).toEqual([])
  expect(text('index.html')).toContain('<html lang="fr">')
  for (const name of Object.keys(files)) expect(text(name), name).not.toMatch(/mots de Claire|Claire répond/)
  // Nobody else's.
  expect((await claire.get('/api/v1/me/archive/file')).status).toBe(404)
  // Gone after a week, bytes included.
  await run(keepNoLonger, inDays(8))
  expect((await marc.get('/api/v1/me/archive/file')).status).toBe(404)
})

test('what one left is in the archive without the name of a place that one may no longer see', async () => {
  const hidden = await foundCommunity(claire, { visibility: 'secret', name: { fr: 'CANARI-SECRET' } })
  const person = await t.member({ name: 'Partie' })
  await bringIn(claire, hidden, person)
  await person.post('/api/v1/posts', { communityId: hidden.id, bodyMd: 'Mon texte secret' })
  await person.delete(`/api/v1/communities/${hidden.id}/membership`)
  await person.post('/api/v1/me/archive', {})
  await t.settle()
  const answer = await t.app.inject({
    url: '/api/v1/me/archive/file',
    headers: { cookie: `preau=${person.cookie}` },
  })
  const whole = Object.values(unzipSync(new Uint8Array(answer.rawPayload)))
    .map((bytes) => new TextDecoder().decode(bytes))
    .join()
  expect(whole).toContain('Mon texte secret')
  expect(whole).not.toContain('CANARI-SECRET')
})

describe('erasure', () => {
  test('waits seven days, wants the password, and can be called off', async () => {
    const { person } = await someone('Nina Roy')
    const wrong = await person.put('/api/v1/me/erasure', { password: 'autre chose', texts: 'keep' })
    expect([wrong.status, wrong.body.error.code]).toEqual([422, 'wrongPassword'])
    expect((await person.put('/api/v1/me/erasure', { password, texts: 'keep' })).body.dueAt).not.toBeNull()
    await run(eraseDue, inDays(6))
    expect((await person.get('/api/v1/me/profile')).status).toBe(200)
    expect((await person.delete('/api/v1/me/erasure')).body.dueAt).toBeNull()
    await run(eraseDue, inDays(8))
    expect((await person.get('/api/v1/me/profile')).status).toBe(200)
  })

  test('leaves conversations that make sense, and no name', async () => {
    const { person, postId, byId } = await someone('Oscar Dupin')
    await person.put('/api/v1/me/erasure', { password, texts: 'keep' })
    await run(eraseDue, inDays(8))
    await t.settle()
    expect((await person.get('/api/v1/me/profile')).status).toBe(401)
    const own = await claire.get(`/api/v1/posts/${postId}`)
    expect(own.body.author).toMatchObject({ displayName: 'Ancien membre', isFormer: true, photoUrl: null })
    expect(own.text).toContain('Texte de Oscar')
    const mentioned = await claire.get(`/api/v1/posts/${byId}`)
    expect(mentioned.body.bodyHtml).toContain('@ancien membre')
    expect(mentioned.body.comments.items).toHaveLength(1)
    const tables = await t.db.read.rows<{ name: string }>(
      `select table_schema || '.' || table_name as name from information_schema.tables
        where table_schema in ('people', 'communities', 'discussions', 'notifications', 'expertise') and table_type = 'BASE TABLE'`,
    )
    const named: string[] = []
    for (const { name } of tables) {
      const row = await t.db.read.row(`select 1 from ${name} r where r::text like '%Oscar Dupin%' limit 1`)
      if (row) named.push(name)
    }
    // What people wrote with their own words stays theirs; the account, the lists and the mentions say nothing.
    expect(named.toSorted()).toEqual(['discussions.comment', 'discussions.post'])
    const count = await t.db.read.row<{ n: number; real: number }>(
      `select member_count as n, (select count(*)::int from communities.membership m where m.community_id = c.id) as real
         from communities.community c where id = $1`,
      [community.id],
    )
    expect(count?.n).toBe(count?.real)
  })

  test('takes the texts along when wished, and leaves what others answered', async () => {
    const { person, postId, byId } = await someone('Paul Weiss')
    await person.put('/api/v1/me/erasure', { password, texts: 'delete' })
    await run(eraseDue, inDays(8))
    const own = await claire.get(`/api/v1/posts/${postId}`)
    expect(own.body).toMatchObject({ bodyHtml: null })
    expect(own.text).not.toContain('Texte de Paul')
    expect(own.text).toContain('Claire répond là')
    expect((await claire.get(`/api/v1/posts/${byId}`)).text).not.toContain('Réponse de Paul')
  })

  test('takes along what moderation had put away', async () => {
    const { person, postId, byId } = await someone('Rose Hermine')
    const comment = await t.db.read.row<{ id: string }>(
      'select id from discussions.comment where post_id = $1 and author_id = $2',
      [byId, person.memberId],
    )
    for (const text of [
      { postId, commentId: null },
      { postId: byId, commentId: comment!.id },
    ])
      await hideText(t.systemContext(), { ...text, article: null, articleTitle: null, note: null })
    await person.put('/api/v1/me/erasure', { password, texts: 'delete' })
    await run(eraseDue, inDays(8))
    await t.settle()
    expect(
      await t.db.read.row(`select 1 from discussions.hiding h where h.kept::text like '%Hermine%'`),
    ).toBeUndefined()
    const own = await claire.get(`/api/v1/posts/${postId}`)
    expect(own.text).not.toContain('Hermine')
    expect(own.text).toContain('Claire répond là')
  })

  test('does not leave a community alone', async () => {
    const founder = await withPassword('Seule')
    const own = await foundCommunity(founder, { visibility: 'open', name: { fr: 'Orpheline' } })
    await claire.post(`/api/v1/communities/${own.id}/membership`, { charterVersion: 1 })
    const answer = await founder.put('/api/v1/me/erasure', { password, texts: 'keep' })
    expect(answer.body.error).toMatchObject({ code: 'handOverFirst', data: { communities: [own.slug] } })
  })
})

test('retention is decided by administrators, said before, audited, and applied at night', async () => {
  const rules = { closedAccounts: 6, drafts: null, unusedInvitations: null }
  expect((await claire.put('/api/v1/admin/retention', rules)).status).toBe(403)
  const leaver = await t.member({ name: 'Quitte Maison' })
  await ada.post(`/api/v1/admin/members/${leaver.memberId}/deactivation`, {})
  await t.db.read.run(`update people.member set state_at = now() - interval '7 months' where id = $1`, [
    leaver.memberId,
  ])
  expect((await ada.post('/api/v1/admin/retention/preview', rules)).body.closedAccounts).toBe(1)
  await run(keepNoLonger, new Date())
  const name = async () =>
    (await t.db.read.row<{ name: string }>('select display_name as name from people.member where id = $1', [
      leaver.memberId,
    ]))!.name
  expect(await name()).toBe('Quitte Maison')
  expect((await ada.put('/api/v1/admin/retention', rules)).body.concerned.closedAccounts).toBe(1)
  await run(keepNoLonger, new Date())
  expect(await name()).toBe('Ancien membre')
  const audited = await t.db.read.rows(`select 1 from platform.audit where action = 'retentionDecided'`)
  expect(audited).toHaveLength(1)
})
