import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp } from '#apps/server/testing.ts'
import type { TestApp, TestVisitor } from '#apps/server/testing.ts'
import { comment, join, leave, makeCommunity, publish } from '#modules/discussions/fixtures.ts'
import type { TestCommunity } from '#modules/discussions/fixtures.ts'
import { flushThreadViews } from '#modules/discussions/public.ts'
import { newId } from '#platform/ids.ts'

let t: TestApp
let alice: TestVisitor
let bob: TestVisitor
let moderator: TestVisitor
let manager: TestVisitor
let outsider: TestVisitor
let guest: TestVisitor
let open: TestCommunity
let closed: TestCommunity

beforeAll(async () => {
  t = await startTestApp()
  alice = await t.member({ name: 'Alice' })
  bob = await t.member({ name: 'Bob' })
  moderator = await t.member({ name: 'Moderator' })
  manager = await t.member({ name: 'Manager' })
  outsider = await t.member({ name: 'Outsider' })
  guest = await t.member({ name: 'Guest', guest: true })
  open = await makeCommunity(t, { members: [alice, bob] })
  closed = await makeCommunity(t, { visibility: 'closed', members: [alice, bob] })
  for (const community of [open, closed]) {
    await join(t, community.id, moderator, 'moderator')
    await join(t, community.id, manager, 'manager')
  }
})
afterAll(() => t.close())

const reasonOf = (answer: { body: { error: { data?: { reason: string } } } }) =>
  answer.body.error.data?.reason

describe('publishing', () => {
  test('a member publishes; a reader of an open community must join first; the others find nothing', async () => {
    const post = { communityId: closed.id, bodyMd: 'Bonjour à tous' }
    const done = await alice.post('/api/v1/posts', post, { 'idempotency-key': newId() })
    expect(done.status).toBe(200)
    expect(done.body.card).toMatchObject({
      kind: 'discussion',
      excerpt: 'Bonjour à tous',
      author: { displayName: 'Alice' },
      pinned: false,
    })
    expect(done.statements).toBeLessThanOrEqual(8)
    const outside = await outsider.post('/api/v1/posts', { ...post, communityId: open.id })
    expect([outside.status, reasonOf(outside)]).toEqual([403, 'joinFirst'])
    expect((await guest.post('/api/v1/posts', { ...post, communityId: open.id })).status).toBe(404)
    const absent = await guest.post('/api/v1/posts', { ...post, communityId: newId() })
    expect(absent.status).toBe(404)
    expect((await t.anonymous.post('/api/v1/posts', post)).status).toBe(401)
  })

  test('an archived community keeps its texts and takes no new ones', async () => {
    const archived = await makeCommunity(t, { members: [alice, bob] })
    const id = await publish(alice, archived.id)
    await t.db.read.run(`update communities.community set stage = 'archived' where id = $1`, [archived.id])
    expect(reasonOf(await alice.post('/api/v1/posts', { communityId: archived.id, bodyMd: 'x' }))).toBe(
      'archived',
    )
    expect(reasonOf(await bob.post(`/api/v1/posts/${id}/comments`, { bodyMd: 'x' }))).toBe('archived')
    const read = await bob.get(`/api/v1/posts/${id}`)
    expect(read.body.can).toMatchObject({ comment: 'archived', react: 'archived' })
  })

  test('a text without anything to see is refused, an image alone is not one', async () => {
    for (const bodyMd of ['   ', '\u200b\u200b', '**', '\n\n'])
      expect([bodyMd, (await alice.post('/api/v1/posts', { communityId: open.id, bodyMd })).status]).toEqual([
        bodyMd,
        bodyMd === '**' ? 200 : 400,
      ])
  })

  test('the same key twice publishes once; another body with it is refused', async () => {
    const key = newId()
    const body = { communityId: open.id, bodyMd: `Une seule fois ${key}` }
    const answers = await Promise.all(
      [...Array(5)].map(() => alice.post('/api/v1/posts', body, { 'idempotency-key': key })),
    )
    expect(new Set(answers.map((a) => a.body.card.id)).size).toBe(1)
    expect(answers.every((a) => a.status === 200)).toBe(true)
    const rows = await t.db.read.rows('select 1 from discussions.post where body_md = $1', [body.bodyMd])
    expect(rows).toHaveLength(1)
    expect(
      (await alice.post('/api/v1/posts', { ...body, bodyMd: 'autre' }, { 'idempotency-key': key })).status,
    ).toBe(422)
  })

  test('mentions tell readers only', async () => {
    const named = [alice, bob, outsider, guest].map((m) => `[@x](member:${m.memberId})`).join(' ')
    const id = await publish(manager, closed.id, { bodyMd: `Bonjour ${named}` })
    const rows = await t.db.read.rows<{ member_id: string }>(
      'select member_id from discussions.mention where post_id = $1',
      [id],
    )
    expect(rows.map((r) => r.member_id).sort()).toEqual([alice.memberId, bob.memberId].sort())
  })
})

describe('a conversation', () => {
  test('is read by readers in two statements, with what they may do and why not', async () => {
    const id = await publish(alice, open.id, { kind: 'question', title: 'Comment faire ?' })
    await comment(bob, id, { isAnswer: true })
    const read = await alice.get(`/api/v1/posts/${id}`)
    expect(read.status).toBe(200)
    expect(read.statements).toBeLessThanOrEqual(3)
    expect(read.body).toMatchObject({
      title: 'Comment faire ?',
      answerCount: 1,
      isMember: true,
      can: { edit: true, accept: true, pin: 'moderatorsOnly' },
    })
    expect(read.body.bodyMd).toBe('Un texte pour essayer.')
    expect(read.body.comments.items[0].can).toMatchObject({
      accept: true,
      edit: false,
      react: true,
      reply: true,
      markHelped: true,
    })
    const seenByOutsider = await outsider.get(`/api/v1/posts/${id}`)
    expect(seenByOutsider.body).toMatchObject({
      isMember: false,
      bodyMd: null,
      can: { comment: 'joinFirst', accept: 'joinFirst', markHelped: true },
    })
    expect((await guest.get(`/api/v1/posts/${id}`)).status).toBe(404)
  })

  test('of a closed community is the same 404 as one that never was', async () => {
    const id = await publish(alice, closed.id)
    const bytes = (text: string) => text.replace(/"requestId":"[^"]+"/, '')
    const invisible = await outsider.get(`/api/v1/posts/${id}`)
    const absent = await outsider.get(`/api/v1/posts/${newId()}`)
    expect([invisible.status, bytes(invisible.text)]).toEqual([404, bytes(absent.text)])
    for (const path of ['comments', 'history', 'reactions'])
      expect((await outsider.get(`/api/v1/posts/${id}/${path}`)).status).toBe(404)
  })

  test('pages its comments without loss or repetition, replies after what they answer', async () => {
    const id = await publish(alice, open.id)
    const ids: string[] = []
    for (let i = 0; i < 57; i++)
      ids.push(await comment(i % 2 ? alice : bob, id, { parentId: i % 5 === 4 ? ids[i - 1] : null }))
    const first = (await bob.get(`/api/v1/posts/${id}`)).body.comments
    const rest = (await bob.get(`/api/v1/posts/${id}/comments?cursor=${encodeURIComponent(first.next)}`)).body
    const all = [...first.items, ...rest.items]
    expect(all.map((c: { id: string }) => c.id)).toEqual(ids)
    expect(rest.next).toBeNull()
    const place = new Map(all.map((item: { id: string }, index) => [item.id, index]))
    const early = all.filter((item, index) => item.parentId && !(place.get(item.parentId)! < index))
    expect(early).toEqual([])
    expect((await bob.get(`/api/v1/posts/${id}/comments?cursor=nonsense`)).status).toBe(400)
  })

  test('counts its views per day and of nobody', async () => {
    const id = await publish(alice, open.id)
    await alice.get(`/api/v1/posts/${id}`)
    await bob.get(`/api/v1/posts/${id}`)
    await outsider.get(`/api/v1/posts/${id}`)
    await flushThreadViews(t.services)
    const rows = await t.db.read.rows('select n from discussions.thread_views_daily where post_id = $1', [id])
    expect(rows).toEqual([{ n: 3 }])
  })
})

describe('comments and answers', () => {
  test('cost at most eight statements and raise the thread', async () => {
    const id = await publish(alice, open.id)
    const first = await bob.post(
      `/api/v1/posts/${id}/comments`,
      { bodyMd: 'Merci **beaucoup**' },
      { 'idempotency-key': newId() },
    )
    expect(first.statements).toBeLessThanOrEqual(8)
    expect(first.body).toMatchObject({
      bodyHtml: '<p>Merci <strong>beaucoup</strong></p>\n',
      isAnswer: false,
      can: { edit: true, delete: true },
    })
    const reply = await alice.post(
      `/api/v1/posts/${id}/comments`,
      { bodyMd: 'Oui', parentId: first.body.id },
      { 'idempotency-key': newId() },
    )
    expect(reply.statements).toBeLessThanOrEqual(8)
    const deeper = await bob.post(`/api/v1/posts/${id}/comments`, {
      bodyMd: 'Encore',
      parentId: reply.body.id,
    })
    expect(deeper.body.parentId).toBe(first.body.id)
    const feed = await alice.get(`/api/v1/communities/${open.slug}/feed`)
    expect(feed.body.items[0].card).toMatchObject({ id, commentCount: 3 })
  })

  test('a parent of another conversation is not there (T35)', async () => {
    const one = await publish(alice, open.id)
    const other = await publish(alice, open.id)
    const c = await comment(bob, one)
    expect((await bob.post(`/api/v1/posts/${other}/comments`, { bodyMd: 'x', parentId: c })).status).toBe(404)
  })

  test('readers who have not joined, and people who left, do not write', async () => {
    const id = await publish(alice, closed.id)
    const carol = await t.member()
    await join(t, closed.id, carol)
    await comment(carol, id)
    await leave(t, closed.id, carol)
    expect((await carol.post(`/api/v1/posts/${id}/comments`, { bodyMd: 'x' })).status).toBe(404)
    const openPost = await publish(alice, open.id)
    expect(reasonOf(await outsider.post(`/api/v1/posts/${openPost}/comments`, { bodyMd: 'x' }))).toBe(
      'joinFirst',
    )
  })
})

describe('accepting', () => {
  test('belongs to the asker; another answer replaces it; it can be withdrawn', async () => {
    const id = await publish(alice, open.id, { kind: 'question' })
    const one = await comment(bob, id, { isAnswer: true })
    const two = await comment(moderator, id, { isAnswer: true })
    const plain = await comment(bob, id)
    const accept = (who: TestVisitor, commentId: string) =>
      who.put(`/api/v1/posts/${id}/accepted-answer`, { commentId })
    for (const other of [bob, moderator, manager])
      expect(reasonOf(await accept(other, one))).toBe('askerOnly')
    expect((await accept(guest, one)).status).toBe(404)
    expect((await accept(alice, plain)).status).toBe(409)
    expect(await accept(alice, await comment(bob, await publish(alice, open.id)))).toMatchObject({
      status: 404,
    })
    expect((await accept(alice, one)).status).toBe(204)
    expect((await accept(alice, one)).status).toBe(204)
    expect((await accept(alice, two)).status).toBe(204)
    const read = (await bob.get(`/api/v1/posts/${id}`)).body
    expect(read.acceptedAnswer.id).toBe(two)
    expect(read.comments.items.map((c: { isAccepted: boolean }) => c.isAccepted)).toEqual([
      false,
      true,
      false,
    ])
    expect((await alice.delete(`/api/v1/posts/${id}/accepted-answer`)).status).toBe(204)
    expect((await bob.get(`/api/v1/posts/${id}`)).body.acceptedAnswer).toBeNull()
  })

  test('passes to a manager when the asker is gone', async () => {
    const asker = await t.member()
    await join(t, open.id, asker)
    const id = await publish(asker, open.id, { kind: 'question' })
    const answer = await comment(bob, id, { isAnswer: true })
    await t.db.read.run(`update people.member set state = 'deactivated' where id = $1`, [asker.memberId])
    expect(reasonOf(await moderator.put(`/api/v1/posts/${id}/accepted-answer`, { commentId: answer }))).toBe(
      'askerOnly',
    )
    expect((await manager.put(`/api/v1/posts/${id}/accepted-answer`, { commentId: answer })).status).toBe(204)
  })

  test('two at once leave exactly one', async () => {
    const id = await publish(alice, open.id, { kind: 'question' })
    const answers = [await comment(bob, id, { isAnswer: true }), await comment(bob, id, { isAnswer: true })]
    const done = await Promise.all(
      answers.map((commentId) => alice.put(`/api/v1/posts/${id}/accepted-answer`, { commentId })),
    )
    expect(done.map((d) => d.status)).toEqual([204, 204])
    const row = await t.db.read.row<{ same: boolean; n: number }>(
      `select p.accepted_answer_id = a.comment_id as same, count(*) over ()::int as n
         from discussions.acceptance a join discussions.post p on p.id = a.post_id where p.id = $1`,
      [id],
    )
    expect(row).toEqual({ same: true, n: 1 })
  })
})

describe('history', () => {
  test('keeps every wording for those who may read, and goes with the text', async () => {
    const id = await publish(alice, closed.id, { title: 'Premier', bodyMd: 'un' })
    const c = await comment(bob, id, { bodyMd: 'alpha' })
    const changed = await alice.patch(`/api/v1/posts/${id}`, { bodyMd: 'deux' })
    expect(changed.status).toBe(200)
    expect(changed.statements).toBeLessThanOrEqual(8)
    expect(changed.body.card).toMatchObject({ title: 'Premier', excerpt: 'deux' })
    await alice.patch(`/api/v1/posts/${id}`, { title: 'Second' })
    await alice.patch(`/api/v1/posts/${id}`, { title: 'Second', tags: ['Outils'] })
    expect((await bob.patch(`/api/v1/comments/${c}`, { bodyMd: 'beta' })).body.bodyHtml).toBe('<p>beta</p>\n')
    expect(reasonOf(await bob.patch(`/api/v1/posts/${id}`, { bodyMd: 'non' }))).toBe('authorOnly')
    expect(reasonOf(await manager.patch(`/api/v1/comments/${c}`, { bodyMd: 'non' }))).toBe('authorOnly')
    const history = await bob.get(`/api/v1/posts/${id}/history`)
    expect(history.statements).toBeLessThanOrEqual(3)
    expect(history.body.items.map((r: { title: string; bodyMd: string }) => [r.title, r.bodyMd])).toEqual([
      ['Second', 'deux'],
      ['Premier', 'deux'],
      ['Premier', 'un'],
    ])
    expect((await alice.get(`/api/v1/comments/${c}/history`)).body.items).toHaveLength(2)
    expect((await outsider.get(`/api/v1/comments/${c}/history`)).status).toBe(404)
    expect((await bob.delete(`/api/v1/comments/${c}`)).status).toBe(204)
    expect((await alice.get(`/api/v1/comments/${c}/history`)).body.items).toEqual([])
    const left = await t.db.read.rows('select 1 from discussions.revision where comment_id = $1', [c])
    expect(left).toEqual([])
  })
})

describe('deleting', () => {
  test('a comment: the text goes everywhere, its place stays', async () => {
    const id = await publish(alice, open.id, { kind: 'question' })
    const answer = await comment(bob, id, { isAnswer: true, bodyMd: 'SECRET-CANARI' })
    await comment(alice, id, { parentId: answer, bodyMd: 'merci' })
    await alice.put(`/api/v1/posts/${id}/accepted-answer`, { commentId: answer })
    expect(reasonOf(await alice.delete(`/api/v1/comments/${answer}`))).toBe('authorOnly')
    const gone = await bob.inject({
      method: 'DELETE',
      url: `/api/v1/comments/${answer}`,
      headers: { 'idempotency-key': newId() },
    })
    expect(gone.statements).toBeLessThanOrEqual(8)
    const read = await alice.get(`/api/v1/posts/${id}`)
    expect(read.text).not.toContain('SECRET-CANARI')
    expect(read.body).toMatchObject({ answerCount: 0, commentCount: 1, acceptedAnswer: null })
    expect(read.body.comments.items[0]).toMatchObject({
      bodyHtml: null,
      deletedAt: expect.any(String),
      can: { react: false, reply: false },
    })
    const unanswered = await alice.get(`/api/v1/communities/${open.slug}/feed?unanswered=true`)
    expect(unanswered.body.items.map((i: { card: { id: string } }) => i.card.id)).toContain(id)
  })

  test('a post: nothing of it remains where nobody wrote; under it the words of others stay', async () => {
    const alone = await publish(alice, open.id, { bodyMd: 'SEUL-CANARI' })
    const id = await publish(alice, open.id, {
      title: 'TITRE-CANARI',
      bodyMd: 'CORPS-CANARI',
      tags: ['canari'],
    })
    await comment(bob, id, { bodyMd: 'ma réponse reste' })
    expect(reasonOf(await manager.delete(`/api/v1/posts/${id}`))).toBe('authorOnly')
    for (const post of [alone, id]) expect((await alice.delete(`/api/v1/posts/${post}`)).status).toBe(204)
    expect((await alice.get(`/api/v1/posts/${alone}`)).status).toBe(404)
    const read = await bob.get(`/api/v1/posts/${id}`)
    expect(read.text).not.toContain('CANARI')
    expect(read.body).toMatchObject({
      title: null,
      bodyHtml: null,
      deletedAt: expect.any(String),
      can: { comment: 'postDeleted', react: 'postDeleted' },
    })
    expect(read.body.comments.items[0].bodyHtml).toContain('ma réponse reste')
    for (const path of [
      '/api/v1/feed',
      `/api/v1/communities/${open.slug}/feed`,
      `/api/v1/communities/${open.slug}/tags`,
    ])
      expect((await bob.get(path)).text.toLowerCase()).not.toContain('canari')
    expect(reasonOf(await bob.post(`/api/v1/posts/${id}/comments`, { bodyMd: 'x' }))).toBe('postDeleted')
  })
})

describe('arranging', () => {
  test('a moderator pins; ten at most; pinned posts lead the first page only', async () => {
    const community = await makeCommunity(t, { members: [alice] })
    await join(t, community.id, moderator, 'moderator')
    const ids: string[] = []
    for (let i = 0; i < 12; i++) ids.push(await publish(alice, community.id))
    expect(reasonOf(await alice.put(`/api/v1/posts/${ids[0]}/pin`))).toBe('moderatorsOnly')
    for (const id of ids.slice(0, 10))
      expect((await moderator.put(`/api/v1/posts/${id}/pin`)).status).toBe(204)
    expect((await moderator.put(`/api/v1/posts/${ids[10]}/pin`)).status).toBe(409)
    await moderator.delete(`/api/v1/posts/${ids[9]}/pin`)
    const first = (await alice.get(`/api/v1/communities/${community.slug}/feed?limit=2`)).body
    expect(first.items.map((i: { card: { pinned: boolean } }) => i.card.pinned)).toEqual([
      ...Array(9).fill(true),
      false,
      false,
    ])
    const second = (
      await alice.get(
        `/api/v1/communities/${community.slug}/feed?limit=2&cursor=${encodeURIComponent(first.next)}`,
      )
    ).body
    expect(second.items.map((i: { card: { id: string } }) => i.card.id)).toEqual([ids[9]])
  })

  test('closing says why, stops writing, and is undone', async () => {
    const id = await publish(alice, open.id, { kind: 'question' })
    const original = await publish(bob, open.id, { kind: 'question', title: 'La première' })
    const hidden = await publish(alice, closed.id, { kind: 'question' })
    const close = (who: TestVisitor, body: object) => who.put(`/api/v1/posts/${id}/closure`, body)
    expect(reasonOf(await close(bob, { reason: 'offTopic' }))).toBe('authorOrModeratorOnly')
    const elsewhere = await t.member()
    await join(t, open.id, elsewhere, 'moderator')
    expect((await close(elsewhere, { reason: 'duplicate', duplicateOf: hidden })).status).toBe(400)
    expect(
      (await close(moderator, { reason: 'duplicate', duplicateOf: original, note: 'Voir là-bas' })).status,
    ).toBe(204)
    expect(reasonOf(await close(moderator, { reason: 'other' }))).toBe('alreadyClosed')
    const read = (await bob.get(`/api/v1/posts/${id}`)).body
    expect(read.closure).toMatchObject({
      reason: 'duplicate',
      note: 'Voir là-bas',
      duplicateOf: { id: original, title: 'La première' },
    })
    expect(reasonOf(await bob.post(`/api/v1/posts/${id}/comments`, { bodyMd: 'x' }))).toBe('postClosed')
    expect((await alice.delete(`/api/v1/posts/${id}/closure`)).status).toBe(204)
    await comment(bob, id)
  })

  test('a duplicate that the reader may not see is not named (T07)', async () => {
    const hidden = await publish(alice, closed.id, { kind: 'question', title: 'CANARI' })
    const id = await publish(alice, open.id, { kind: 'question' })
    await alice.put(`/api/v1/posts/${id}/closure`, { reason: 'duplicate', duplicateOf: hidden })
    const seen = await outsider.get(`/api/v1/posts/${id}`)
    expect(seen.text).not.toContain('CANARI')
    expect(seen.text).not.toContain(hidden)
    expect((await bob.get(`/api/v1/posts/${id}`)).text).toContain('CANARI')
  })

  test('another kind turns comments into answers and back, and an acceptance does not outlive its question', async () => {
    const id = await publish(alice, open.id)
    const c = await comment(bob, id)
    await comment(alice, id)
    expect(reasonOf(await bob.put(`/api/v1/posts/${id}/kind`, { kind: 'question' }))).toBe(
      'authorOrModeratorOnly',
    )
    expect((await alice.put(`/api/v1/posts/${id}/kind`, { kind: 'question' })).status).toBe(204)
    expect((await alice.get(`/api/v1/posts/${id}`)).body).toMatchObject({
      kind: 'question',
      answerCount: 1,
      commentCount: 2,
    })
    await alice.put(`/api/v1/posts/${id}/accepted-answer`, { commentId: c })
    await moderator.put(`/api/v1/posts/${id}/kind`, { kind: 'idea' })
    expect((await alice.get(`/api/v1/posts/${id}`)).body).toMatchObject({
      kind: 'idea',
      answerCount: 0,
      acceptedAnswer: null,
    })
  })

  test('a move needs the right at both ends and hides the post from those who cannot follow (T30, T01)', async () => {
    const secret = await makeCommunity(t, { visibility: 'secret', members: [alice] })
    const id = await publish(alice, open.id, { bodyMd: 'CANARI-DEPART' })
    const c = await comment(bob, id)
    const move = (who: TestVisitor, communityId: string) =>
      who.put(`/api/v1/posts/${id}/community`, { communityId })
    expect((await move(moderator, secret.id)).status).toBe(404)
    const here = await t.member()
    await join(t, open.id, here, 'moderator')
    await join(t, closed.id, here)
    expect(reasonOf(await move(here, closed.id))).toBe('noRightThere')
    expect(reasonOf(await move(bob, closed.id))).toBe('authorOrModeratorOnly')
    const other = await makeCommunity(t, { members: [] })
    expect(reasonOf(await move(alice, other.id))).toBe('noRightThere')
    expect((await move(moderator, closed.id)).status).toBe(204)
    expect((await outsider.get(`/api/v1/posts/${id}`)).status).toBe(404)
    expect((await outsider.get(`/api/v1/communities/${open.slug}/feed`)).text).not.toContain('CANARI-DEPART')
    expect((await alice.get(`/api/v1/posts/${id}`)).body.community.id).toBe(closed.id)
    expect((await move(alice, secret.id)).status).toBe(204)
    expect((await bob.get(`/api/v1/posts/${id}`)).status).toBe(404)
    expect((await bob.get(`/api/v1/comments/${c}/history`)).status).toBe(404)
    expect((await bob.get('/api/v1/feed')).text).not.toContain('CANARI-DEPART')
    const told = await t.db.read.rows<{ community_id: string; payload: object }>(
      `select community_id, payload from platform.domain_event where name = 'postMoved' and payload ->> 'postId' = $1`,
      [id],
    )
    expect(told).toHaveLength(4)
    for (const event of told) expect(JSON.stringify(event.payload)).not.toContain(secret.id)
  })
})

describe('reactions and help', () => {
  test('count once per person and kind, name reactors to readers only (T18)', async () => {
    const id = await publish(alice, closed.id)
    const c = await comment(alice, id)
    for (const path of [`posts/${id}`, `comments/${c}`]) {
      const url = `/api/v1/${path}/reactions`
      const first = await bob.inject({
        method: 'PUT',
        url: `${url}/like`,
        headers: { 'idempotency-key': newId() },
      })
      expect([first.status, first.statements <= 8]).toEqual([204, true])
      await bob.put(`${url}/like`)
      await bob.put(`${url}/thanks`)
      await manager.put(`${url}/like`)
      await manager.delete(`${url}/like`)
      await manager.delete(`${url}/like`)
      expect((await outsider.put(`${url}/like`)).status).toBe(404)
      expect((await bob.put(`${url}/angry`)).status).toBe(400)
      const names = await alice.get(url)
      expect(
        names.body.items
          .map((i: { kind: string; member: { displayName: string } }) => [i.kind, i.member.displayName])
          .sort(),
      ).toEqual([
        ['like', 'Bob'],
        ['thanks', 'Bob'],
      ])
      expect((await outsider.get(url)).status).toBe(404)
    }
    const read = (await bob.get(`/api/v1/posts/${id}`)).body
    expect(read).toMatchObject({ reactionCounts: { like: 1, thanks: 1 }, myReactions: ['like', 'thanks'] })
    expect(read.comments.items[0]).toMatchObject({
      reactionCounts: { like: 1, thanks: 1 },
      myReactions: ['like', 'thanks'],
    })
    await leave(t, closed.id, bob)
    expect((await bob.get(`/api/v1/posts/${id}/reactions`)).status).toBe(404)
    await join(t, closed.id, bob)
  })

  test('"this helped me" is silent; the author learns a number from five people on, nobody else does', async () => {
    const id = await publish(alice, open.id)
    expect(reasonOf(await alice.put(`/api/v1/posts/${id}/helped`))).toBe('ownText')
    const events = await t.db.read.rows(`select 1 from platform.domain_event`)
    const readers = await Promise.all([...Array(4)].map(() => t.member()))
    for (const reader of readers) {
      await reader.put(`/api/v1/posts/${id}/helped`)
      await reader.put(`/api/v1/posts/${id}/helped`)
    }
    expect((await t.db.read.rows(`select 1 from platform.domain_event`)).length).toBe(events.length)
    expect((await alice.get(`/api/v1/posts/${id}`)).body.served).toEqual({ people: null, sites: null })
    const fifth = await t.member()
    await fifth.put(`/api/v1/posts/${id}/helped`)
    expect((await alice.get(`/api/v1/posts/${id}`)).body.served).toEqual({ people: 5, sites: null })
    expect((await manager.get(`/api/v1/posts/${id}`)).body).toMatchObject({ served: null, iWasHelped: false })
    await fifth.delete(`/api/v1/posts/${id}/helped`)
    expect((await fifth.get(`/api/v1/posts/${id}`)).body.iWasHelped).toBe(false)
    expect((await alice.get(`/api/v1/posts/${id}`)).body.served).toEqual({ people: null, sites: null })
  })
})

describe('drafts', () => {
  test('survive, belong to one person, and go with the publication', async () => {
    const key = `post:${open.id}`
    const content = { title: 'À finir', bodyMd: 'Pas encore', kind: 'idea' }
    expect((await alice.put(`/api/v1/drafts/${key}`, content)).body).toMatchObject({ key, content })
    expect((await alice.get(`/api/v1/drafts/${key}`)).body.content).toEqual(content)
    expect((await bob.get(`/api/v1/drafts/${key}`)).status).toBe(404)
    expect((await bob.get('/api/v1/drafts')).body.items).toEqual([])
    expect((await alice.get('/api/v1/drafts')).body.items).toHaveLength(1)
    await publish(alice, open.id, { draftKey: key })
    expect((await alice.get(`/api/v1/drafts/${key}`)).status).toBe(404)
    expect((await alice.delete(`/api/v1/drafts/${key}`)).status).toBe(204)
  })
})
