import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp } from '#apps/server/testing.ts'
import type { TestApp, TestVisitor } from '#apps/server/testing.ts'
import { comment, join, leave, makeCommunity, publish, upload } from '#modules/discussions/fixtures.ts'
import type { TestCommunity } from '#modules/discussions/fixtures.ts'
import { listPageTexts } from '#modules/knowledge/public.ts'

let t: TestApp
let alice: TestVisitor
let bob: TestVisitor
let manager: TestVisitor
let outsider: TestVisitor
let place: TestCommunity
let other: TestCommunity

beforeAll(async () => {
  t = await startTestApp()
  alice = await t.member({ name: 'Alice' })
  bob = await t.member({ name: 'Bob' })
  manager = await t.member({ name: 'Maud' })
  outsider = await t.member({ name: 'Dehors' })
  place = await makeCommunity(t, { visibility: 'closed', members: [alice, bob] })
  await join(t, place.id, manager, 'manager')
  other = await makeCommunity(t, { visibility: 'secret', members: [alice] })
})
afterAll(() => t.close())

const write = async (who: TestVisitor, more: object = {}) => {
  const answer = await who.post('/api/v1/pages', {
    communityId: place.id,
    title: 'Aligner une pompe',
    bodyMd: '## Problème\n\nLa pompe vibre.\n\n## Réponse\n\nL’aligner au laser.',
    tags: ['#Pompes', 'alignement'],
    ...more,
  })
  expect(answer.status, answer.text).toBe(200)
  return answer.body
}

describe('writing and saving', () => {
  test('any member writes a page, answers for it for twelve months, and is credited', async () => {
    const page = await write(alice)
    expect(page).toMatchObject({
      version: 1,
      status: 'current',
      tags: ['pompes', 'alignement'],
      language: 'fr',
    })
    expect(page.owner.displayName).toBe('Alice')
    const listed = await bob.get(`/api/v1/pages?community=${place.id}`)
    expect(listed.body.items[0].excerpt).toBe('La pompe vibre. L’aligner au laser.')
    expect(
      page.authors.map((a: { member: { displayName: string }; part: string }) => [
        a.member.displayName,
        a.part,
      ]),
    ).toEqual([['Alice', 'wrote']])
    const months = (Date.parse(page.reviewOn) - Date.now()) / (30.4 * 86_400_000)
    expect(months).toBeGreaterThan(11.5)
    expect((await outsider.get(`/api/v1/pages/${page.id}`)).status).toBe(404)
    expect((await t.anonymous.get(`/api/v1/pages/${page.id}`)).status).toBe(401)
    expect(
      (await outsider.post('/api/v1/pages', { communityId: place.id, title: 'X', bodyMd: 'Y' })).status,
    ).toBe(403)
    expect(
      (await alice.post('/api/v1/pages', { communityId: place.id, title: ' ​ ', bodyMd: 'Y' })).body.error
        .code,
    ).toBe('emptyText')
  })

  test('every save is a version with its author and note, and an old one comes back as a new one', async () => {
    const page = await write(alice)
    const saved = await bob.put(`/api/v1/pages/${page.id}`, {
      baseVersion: 1,
      title: page.title,
      bodyMd: `${page.bodyMd} À froid.`,
      note: 'Précise à froid',
    })
    expect(saved.status, saved.text).toBe(200)
    expect(saved.body.version).toBe(2)
    expect(saved.body.authors).toHaveLength(2)
    // The same again is a second click, not a version.
    const again = await bob.put(`/api/v1/pages/${page.id}`, {
      baseVersion: 1,
      title: page.title,
      bodyMd: `${page.bodyMd} À froid.`,
    })
    expect(again.body.version).toBe(2)
    const back = await alice.post(`/api/v1/pages/${page.id}/versions/1/restoration`, { baseVersion: 2 })
    expect(back.body).toMatchObject({ version: 3, bodyMd: page.bodyMd })
    const versions = await alice.get(`/api/v1/pages/${page.id}/versions`)
    expect(
      versions.body.items.map(
        (v: { version: number; note: string; restoredFrom: number; by: { displayName: string } }) => [
          v.version,
          v.by.displayName,
          v.note,
          v.restoredFrom,
        ],
      ),
    ).toEqual([
      [3, 'Alice', null, 1],
      [2, 'Bob', 'Précise à froid', null],
      [1, 'Alice', null, null],
    ])
    expect((await alice.get(`/api/v1/pages/${page.id}/versions/2`)).body.bodyMd).toContain('À froid')
    expect((await alice.get(`/api/v1/pages/${page.id}/versions/9`)).status).toBe(404)
  })

  test('saving over somebody else’s save is refused and says whose, and nothing is lost', async () => {
    const page = await write(alice)
    const save = (who: TestVisitor, text: string, baseVersion = 1) =>
      who.put(`/api/v1/pages/${page.id}`, { baseVersion, title: page.title, bodyMd: text })
    const both = await Promise.all([save(alice, 'Texte d’Alice'), save(bob, 'Texte de Bob')])
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
    const refused = both.find(({ status }) => status === 409)!
    const winner = both[0]!.status === 200 ? 'Alice' : 'Bob'
    expect(refused.body.error).toMatchObject({ code: 'pageChanged', data: { version: 2, by: winner } })
    // Compared, then saved on top.
    expect((await save(winner === 'Alice' ? bob : alice, 'Les deux', 2)).body.version).toBe(3)
  })

  test('a page is locked to its authors by who keeps it', async () => {
    const page = await write(alice)
    expect((await bob.patch(`/api/v1/pages/${page.id}`, { isLocked: true })).body.error.data.reason).toBe(
      'keepersOnly',
    )
    expect(
      (await alice.patch(`/api/v1/pages/${page.id}`, { isLocked: true })).body.lockedBy.displayName,
    ).toBe('Alice')
    const change = { baseVersion: 1, title: 'T', bodyMd: 'U' }
    expect((await bob.get(`/api/v1/pages/${page.id}`)).body.can.change).toBe('pageLocked')
    expect((await bob.put(`/api/v1/pages/${page.id}`, change)).body.error.data.reason).toBe('pageLocked')
    expect((await manager.put(`/api/v1/pages/${page.id}`, change)).status).toBe(200)
    expect((await alice.patch(`/api/v1/pages/${page.id}`, { isLocked: false })).body.lockedBy).toBeNull()
  })

  test('the same page in another language: lists show the reader’s, the other is a tap away', async () => {
    const page = await write(alice, { title: 'Graisser un roulement' })
    const english = await write(bob, {
      title: 'Greasing a bearing',
      bodyMd: 'Little and often.',
      language: 'en',
      translationOf: page.id,
    })
    expect(english.siblings.map((s: { id: string }) => s.id)).toEqual([page.id])
    const twice = await bob.post('/api/v1/pages', {
      communityId: place.id,
      title: 'Again',
      bodyMd: 'x',
      language: 'en',
      translationOf: page.id,
    })
    expect(twice.body.error.code).toBe('languageTaken')
    const reader = await t.member({ name: 'Emily', language: 'en' })
    await join(t, place.id, reader)
    const titles = async (who: TestVisitor) =>
      (await who.get('/api/v1/pages?limit=100')).body.items.map((p: { title: string }) => p.title)
    expect(await titles(reader)).toContain('Greasing a bearing')
    expect(await titles(reader)).not.toContain('Graisser un roulement')
    expect(await titles(alice)).toContain('Graisser un roulement')
    expect(await titles(alice)).not.toContain('Greasing a bearing')
  })
})

describe('a page made of a conversation', () => {
  test('begins with problem, answer, conditions and sources, credits people, and both point to each other', async () => {
    const postId = await publish(alice, place.id, {
      kind: 'question',
      title: 'Comment aligner [une] pompe ?',
      bodyMd: '# Contexte\n\nElle vibre.',
    })
    const answerId = await comment(bob, postId, { bodyMd: 'Au laser, à froid.', isAnswer: true })
    await alice.put(`/api/v1/posts/${postId}/accepted-answer`, { commentId: answerId })
    const beginning = await manager.get(`/api/v1/posts/${postId}/page-beginning`)
    expect(beginning.status, beginning.text).toBe(200)
    expect(beginning.body.bodyMd).toMatch(
      /## Problème\n\n### Contexte[\s\S]*## Réponse\n\nAu laser, à froid\.[\s\S]*## Conditions et limites[\s\S]*## Sources/,
    )
    expect(beginning.body.bodyMd).toContain(`(post:${postId})`)
    expect(beginning.body.commentIds).toEqual([answerId])
    const page = await write(manager, {
      title: beginning.body.title,
      bodyMd: beginning.body.bodyMd,
      source: { postId, commentIds: beginning.body.commentIds },
    })
    expect(
      page.authors.map((a: { member: { displayName: string }; part: string }) => [
        a.member.displayName,
        a.part,
      ]),
    ).toEqual([
      ['Maud', 'wrote'],
      ['Bob', 'answered'],
      ['Alice', 'asked'],
    ])
    expect(page.sources.map((s: { postId: string }) => s.postId)).toEqual([postId])
    const there = await bob.get(`/api/v1/posts/${postId}/pages`)
    expect(there.body.items.map((i: { page: { id: string } }) => i.page.id)).toEqual([page.id])
    // Somebody who cannot read the conversation cannot make a page of it, and nobody carries it elsewhere.
    expect((await outsider.get(`/api/v1/posts/${postId}/page-beginning`)).status).toBe(404)
    const carried = await alice.post('/api/v1/pages', {
      communityId: other.id,
      title: 'X',
      bodyMd: 'Y',
      source: { postId, commentIds: [] },
    })
    expect(carried.body.error.code).toBe('notSameCommunity')
    // A deleted conversation is no longer named on the page.
    await alice.delete(`/api/v1/posts/${postId}`)
    await t.db.read.run(`update discussions.post set deleted_at = now(), comment_count = 0 where id = $1`, [
      postId,
    ])
    expect((await bob.get(`/api/v1/pages/${page.id}`)).body.sources).toEqual([])
  })

  test('both people of an interview are credited, members only', async () => {
    const page = await write(alice, { template: 'interview', told: [bob.memberId] })
    expect(page.authors.map((a: { part: string }) => a.part)).toEqual(['wrote', 'told'])
    const foreign = await alice.post('/api/v1/pages', {
      communityId: place.id,
      title: 'X',
      bodyMd: 'Y',
      told: [outsider.memberId],
    })
    expect(foreign.body.error.code).toBe('toldUnknown')
  })
})

describe('reviewing', () => {
  test('past its date: to review; still true puts it twelve months ahead; withdrawn stays readable and marked', async () => {
    const page = await write(alice, { title: 'Consigne de graissage' })
    await t.db.read.run(`update knowledge.page set review_on = current_date - 1 where id = $1`, [page.id])
    expect((await bob.get(`/api/v1/pages/${page.id}`)).body.status).toBe('toReview')
    const mine = await alice.get('/api/v1/me/pages-to-review')
    expect(mine.body.items.map((p: { id: string }) => p.id)).toEqual([page.id])
    expect((await bob.get('/api/v1/me/pages-to-review')).body.items).toEqual([])
    expect((await bob.post(`/api/v1/pages/${page.id}/review`, {})).body.error.data.reason).toBe('keepersOnly')
    expect(
      (await alice.post(`/api/v1/pages/${page.id}/review`, { reviewOn: '2020-01-01' })).body.error.code,
    ).toBe('reviewInPast')
    const confirmed = await alice.post(`/api/v1/pages/${page.id}/review`, {})
    expect(confirmed.body).toMatchObject({ status: 'current', reviewed: { by: { displayName: 'Alice' } } })
    expect((await alice.get('/api/v1/me/pages-to-review')).body.items).toEqual([])

    const next = await write(alice, { title: 'Nouvelle consigne' })
    const withdrawn = await manager.put(`/api/v1/pages/${page.id}/withdrawal`, {
      reason: 'La graisse a changé.',
      replacedBy: next.id,
    })
    expect(withdrawn.body).toMatchObject({
      status: 'obsolete',
      withdrawal: { reason: 'La graisse a changé.', replacedBy: { id: next.id } },
    })
    const found = await bob.get('/api/v1/pages?q=consigne')
    expect(found.body.items.map((p: { status: string }) => p.status)).toEqual(['current', 'obsolete'])
    expect((await listPageTexts(t.systemContext(), [page.id]))[0]).toMatchObject({
      isObsolete: true,
      communityId: place.id,
    })
    const back = await alice.delete(`/api/v1/pages/${page.id}/withdrawal`)
    expect(back.body).toMatchObject({ status: 'current', withdrawal: null })
  })

  test('managers see what waits and whose owner has gone, choose an owner, and the look is logged', async () => {
    const gone = await t.member({ name: 'Parti' })
    await join(t, place.id, gone)
    const page = await write(gone, { title: 'Ce que Parti savait' })
    await leave(t, place.id, gone)
    const screen = await manager.get(`/api/v1/communities/${place.slug}/workbench/pages`)
    expect(screen.status, screen.text).toBe(200)
    expect(screen.body.ownerless.map((p: { id: string }) => p.id)).toEqual([page.id])
    expect((await alice.get(`/api/v1/communities/${place.slug}/workbench/pages`)).status).toBe(403)
    const log = await t.db.read.row(`select 1 from people.access_log where subject_id = $1`, [gone.memberId])
    expect(log).toBeDefined()
    expect(
      (await manager.patch(`/api/v1/pages/${page.id}`, { ownerId: outsider.memberId })).body.error.code,
    ).toBe('ownerUnknown')
    expect(
      (await manager.patch(`/api/v1/pages/${page.id}`, { ownerId: bob.memberId })).body.owner.displayName,
    ).toBe('Bob')
  })

  test('a deleted page is nowhere, and comes back to who may bring it back', async () => {
    const page = await write(alice, { title: 'À effacer' })
    expect((await bob.delete(`/api/v1/pages/${page.id}`)).status).toBe(403)
    expect((await alice.delete(`/api/v1/pages/${page.id}`)).status).toBe(204)
    expect((await alice.delete(`/api/v1/pages/${page.id}`)).status).toBe(204)
    expect((await bob.get(`/api/v1/pages/${page.id}`)).status).toBe(404)
    expect((await bob.get(`/api/v1/pages/${page.id}/versions`)).status).toBe(404)
    expect((await alice.get('/api/v1/pages?q=effacer')).body.items).toEqual([])
    expect(await listPageTexts(t.systemContext(), [page.id])).toEqual([])
    expect((await alice.get(`/api/v1/pages/${page.id}`)).body.deletedAt).not.toBeNull()
    expect((await alice.post(`/api/v1/pages/${page.id}/restoration`)).body.deletedAt).toBeNull()
    expect((await bob.get(`/api/v1/pages/${page.id}`)).status).toBe(200)
  })
})

describe('collections', () => {
  test('moderators keep ordered lists of pages; a page stands in several', async () => {
    const [one, two] = [await write(alice, { title: 'Une' }), await write(alice, { title: 'Deux' })]
    expect(
      (await bob.post(`/api/v1/communities/${place.slug}/page-collections`, { name: 'Non' })).status,
    ).toBe(403)
    const begun = await manager.post(`/api/v1/communities/${place.slug}/page-collections`, {
      name: 'Essentiel',
    })
    expect(begun.status, begun.text).toBe(200)
    const id: string = begun.body.id
    const secret = await alice.post('/api/v1/pages', {
      communityId: other.id,
      title: 'Ailleurs',
      bodyMd: 'x',
    })
    const ordered = await manager.patch(`/api/v1/page-collections/${id}`, {
      pageIds: [two.id, one.id, secret.body.id],
    })
    expect(ordered.body.pages.map((p: { title: string }) => p.title)).toEqual(['Deux', 'Une'])
    await manager.delete(`/api/v1/pages/${two.id}/collections/${id}`)
    await manager.put(`/api/v1/pages/${two.id}/collections/${id}`)
    await manager.put(`/api/v1/pages/${two.id}/collections/${id}`)
    const list = await bob.get(`/api/v1/communities/${place.slug}/page-collections`)
    expect(list.body.items[0].pages.map((p: { title: string }) => p.title)).toEqual(['Une', 'Deux'])
    expect(list.body.can.collect).toBe(false)
    // Put there in one language, found there in each reader's own.
    const english = await write(alice, { title: 'One', language: 'en', translationOf: one.id })
    const carol = await t.member({ name: 'Carol', language: 'en' })
    await join(t, place.id, carol)
    const hers = await carol.get(`/api/v1/communities/${place.slug}/page-collections`)
    expect(hers.body.items[0].pages.map((p: { id: string }) => p.id)).toEqual([english.id, two.id])
    expect((await outsider.patch(`/api/v1/page-collections/${id}`, { name: 'X' })).status).toBe(404)
    expect((await manager.delete(`/api/v1/page-collections/${id}`)).status).toBe(204)
    expect((await bob.get(`/api/v1/pages/${one.id}`)).status).toBe(200)
  })
})

describe('finding', () => {
  test('pages like the question being asked are proposed, only those the asker may read', async () => {
    await write(alice, { title: 'Changer le joint de la presse hydraulique' })
    const near = async (who: TestVisitor, text: string) =>
      (await who.get(`/api/v1/pages/similar?text=${encodeURIComponent(text)}`)).body.items.map(
        (i: { page: { title: string } }) => i.page.title,
      )
    expect(await near(bob, 'Comment changer un joint de presse ?')).toEqual([
      'Changer le joint de la presse hydraulique',
    ])
    expect(await near(bob, 'Bonjour à tous')).toEqual([])
    expect(await near(bob, `%_'\\ & | ! <-> ) ( :*`)).toEqual([])
    expect(await near(outsider, 'Comment changer un joint de presse ?')).toEqual([])
  })

  test('search takes accents, plurals and hostile words; the places count what one may read', async () => {
    const q = async (who: TestVisitor, text: string) =>
      (await who.get(`/api/v1/pages?q=${encodeURIComponent(text)}`)).body.items.length
    expect(await q(bob, 'joints hydrauliques')).toBe(1)
    expect(await q(bob, 'hydrauliqe')).toBe(1)
    expect(await q(outsider, 'joints hydrauliques')).toBe(0)
    for (const text of [`'`, '%', '_', '\\', `a & | !`, 'x'.repeat(200), '(((', '"'])
      expect(await q(bob, text)).toBeGreaterThanOrEqual(0)
    const places = await bob.get('/api/v1/pages/places')
    expect(places.body.communities.map((c: { community: { id: string } }) => c.community.id)).toEqual([
      place.id,
    ])
    expect((await outsider.get('/api/v1/pages/places')).body).toEqual({ communities: [], tags: [] })
    const first = await bob.get('/api/v1/pages?limit=3')
    const next = await bob.get(`/api/v1/pages?limit=3&cursor=${first.body.next}`)
    expect(next.body.items).toHaveLength(3)
    expect(first.body.items.map((p: { id: string }) => p.id)).not.toContain(next.body.items[0].id)
    expect((await bob.get('/api/v1/pages?cursor=x')).status).toBe(400)
    expect(first.statements).toBeLessThanOrEqual(3)
  })
})

describe('what leaves: files and exports', () => {
  const photo = () =>
    sharp({ create: { width: 320, height: 200, channels: 3, background: '#a43' } })
      .png()
      .toBuffer()
  const uploadBy = async (who: TestVisitor) => {
    const answer = await who.inject({
      method: 'POST',
      url: '/api/v1/attachments',
      ...upload('photo.png', await photo()),
    })
    return answer.body.id as string
  }

  test('pictures become the page’s, are in its PDF with their words, and go with the right to read', async () => {
    const file = await uploadBy(alice)
    const hostile = 'Pompe "x" <script>alert(1)</script> \u202e ../../etc/passwd'
    const page = await write(alice, {
      title: hostile,
      bodyMd: `Voir ![Schéma de la pompe](attachment:${file})\n\n- un\n- deux\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n<b>brut</b>`,
    })
    expect(page.attachments.map((f: { id: string }) => f.id)).toEqual([file])
    expect(page.bodyHtml).not.toContain('<b>')
    expect((await bob.get(`/api/v1/attachments/${file}`)).status).toBe(200)
    expect((await outsider.get(`/api/v1/attachments/${file}`)).status).toBe(404)

    const pdf = await bob.get(`/api/v1/pages/${page.id}/pdf`)
    expect(pdf.status).toBe(200)
    expect(pdf.headers['content-type']).toBe('application/pdf')
    const name = decodeURIComponent(String(pdf.headers['content-disposition']).split("''")[1]!)
    expect(name).not.toMatch(/[\p{Cf}<>"/\\]/u)
    for (const sign of [
      '/StructTreeRoot',
      '/Marked true',
      '/S /H1',
      '/S /Figure',
      '/S /Table',
      '/S /TH',
      '/S /LI',
      '/Lang (fr-FR)',
    ])
      expect(pdf.text).toContain(sign)
    expect((await outsider.get(`/api/v1/pages/${page.id}/pdf`)).status).toBe(404)

    const md = await bob.get(`/api/v1/pages/${page.id}/markdown`)
    expect(md.text).toMatch(/^---\ntitle: "Pompe \\"x\\" <script>/)
    expect(md.text).toContain(`/api/v1/attachments/${file}`)
    expect(md.text).toContain('attachments:\n  - { name: "photo.webp"')

    // A file of somebody else is not taken over, one that is in no text is refused.
    const theirs = await uploadBy(bob)
    const stolen = await alice.put(`/api/v1/pages/${page.id}`, {
      baseVersion: 1,
      title: 'T',
      bodyMd: 'U',
      attachments: [theirs],
    })
    expect(stolen.body.error.code).toBe('attachmentUnknown')
  })

  test('left, made secret, moved or deactivated: page, history, PDF, Markdown and files are gone at once (T01–T19)', async () => {
    const leaver = await t.member({ name: 'Sortant' })
    const open = await makeCommunity(t, { visibility: 'open', members: [alice, leaver] })
    await t.db.read.run(
      `insert into communities.community_role (community_id, member_id, role) values ($1, $2, 'manager')`,
      [open.id, alice.memberId],
    )
    const file = await uploadBy(alice)
    const page = await write(alice, {
      communityId: open.id,
      title: 'Ouverte à tous',
      bodyMd: `canari ![x](attachment:${file})`,
    })
    const postId = await publish(alice, open.id, { title: 'Question', bodyMd: 'x' })
    const made = await write(alice, {
      communityId: open.id,
      title: 'Tirée',
      bodyMd: 'canari',
      source: { postId, commentIds: [] },
    })
    const addresses = [
      `/api/v1/pages/${page.id}`,
      `/api/v1/pages/${page.id}/versions`,
      `/api/v1/pages/${page.id}/versions/1`,
      `/api/v1/pages/${page.id}/pdf`,
      `/api/v1/pages/${page.id}/markdown`,
      `/api/v1/attachments/${file}`,
      `/api/v1/attachments/${file}/thumbnail`,
      `/api/v1/pages/${made.id}`,
      `/api/v1/posts/${postId}/pages`,
    ]
    const see = async (who: TestVisitor) => {
      const statuses = []
      for (const address of addresses) statuses.push((await who.get(address)).status)
      const lists = await Promise.all(
        ['?q=canari', '', '/places', '/similar?text=Ouverte%20tous'].map((end) =>
          who.get(`/api/v1/pages${end}`),
        ),
      )
      return [...new Set([...statuses, lists.some(({ text }) => text.includes(open.id))])]
    }
    expect(await see(outsider)).toEqual([200, true])
    await t.db.read.run(`update communities.community set visibility = 'secret' where id = $1`, [open.id])
    expect(await see(outsider)).toEqual([404, false])
    expect(await see(leaver)).toEqual([200, true])
    await leave(t, open.id, leaver)
    expect(await see(leaver)).toEqual([404, false])

    const moved = await alice.put(`/api/v1/pages/${page.id}/community`, { communityId: place.id })
    expect(moved.body.community.id).toBe(place.id)
    expect((await bob.get(`/api/v1/attachments/${file}`)).status).toBe(200)
    expect((await bob.put(`/api/v1/pages/${page.id}/community`, { communityId: open.id })).status).toBe(403)
    await t.db.read.run(`update people.member set state = 'deactivated' where id = $1`, [leaver.memberId])
    expect((await leaver.get('/api/v1/pages')).status).toBe(401)
  })

  test('what pages keep about a person is shown to that person', async () => {
    const seen = await alice.get('/api/v1/me/seen')
    expect(seen.status).toBe(200)
    expect(seen.text).toContain('pageAuthor')
    expect(seen.text).toContain('Aligner une pompe')
  })

  test('deleted pages go for good after 30 days, with their files', async () => {
    const file = await uploadBy(alice)
    const page = await write(alice, { title: 'Éphémère', bodyMd: `![x](attachment:${file})` })
    await alice.delete(`/api/v1/pages/${page.id}`)
    await t.db.read.run(`update knowledge.page set deleted_at = now() - interval '31 days' where id = $1`, [
      page.id,
    ])
    await t.db.read.run(`select graphile_worker.add_job('knowledge.purgePages', '{}')`)
    await t.settle()
    expect((await alice.get(`/api/v1/pages/${page.id}`)).status).toBe(404)
    expect(await t.db.read.row(`select 1 from knowledge.attachment where id = $1`, [file])).toBeUndefined()
  })
})
