import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp } from '#apps/server/testing.ts'
import type { TestApp, TestVisitor } from '#apps/server/testing.ts'
import { hideText, showTextAgain } from '#modules/discussions/public.ts'

let t: TestApp
let ada: TestVisitor
let bob: TestVisitor
let slug: string
let communityId: string

beforeAll(async () => {
  t = await startTestApp()
  ada = await t.member({ name: 'Ada' })
  bob = await t.member({ name: 'Bob' })
  const made = await ada.post('/api/v1/communities', {
    name: { fr: 'Atelier' },
    purpose: { fr: 'S’entraider.' },
    kind: 'practice',
    visibility: 'open',
  })
  slug = made.body.slug
  communityId = made.body.id
  await bob.post(`/api/v1/communities/${slug}/membership`, {})
})
afterAll(() => t.close())

const hide = (postId: string, commentId: string | null) =>
  hideText(t.systemContext(), {
    postId,
    commentId,
    article: 3,
    articleTitle: { fr: 'On parle des idées' },
    note: 'Un mot de trop.',
  })
const show = (postId: string, commentId: string | null) =>
  showTextAgain(t.systemContext(), { postId, commentId })

const publish = async (more: object = {}): Promise<string> => {
  const made = await bob.post('/api/v1/posts', {
    communityId,
    kind: 'question',
    title: 'Titre zibeline',
    bodyMd: 'Corps zibeline, @[Ada](member:x)',
    tags: ['zibeline'],
    ...more,
  })
  expect(made.status, made.text).toBe(200)
  return made.body.card.id
}

/** Everything another reader can ask about a post, as one text. */
const everything = async (postId: string, commentId?: string): Promise<string> => {
  await t.settle()
  const answers = await Promise.all(
    [
      '/api/v1/feed',
      `/api/v1/communities/${slug}/feed`,
      `/api/v1/communities/${slug}/tags`,
      `/api/v1/posts/${postId}`,
      `/api/v1/posts/${postId}/comments`,
      `/api/v1/posts/${postId}/history`,
      `/api/v1/posts/${postId}/reactions`,
      '/api/v1/search?q=zibeline',
      '/api/v1/questions/waiting',
      ...(commentId
        ? [`/api/v1/comments/${commentId}/history`, `/api/v1/comments/${commentId}/reactions`]
        : []),
    ].map((url) => ada.get(url)),
  )
  return answers.map(({ text }) => text).join('\n')
}

test('a hidden post shows its placeholder and nothing else, anywhere, and comes back whole', async () => {
  const id = await publish()
  await bob.patch(`/api/v1/posts/${id}`, { bodyMd: 'Corps zibeline, repris' })
  await ada.put(`/api/v1/posts/${id}/reactions/like`)
  await ada.put(`/api/v1/posts/${id}/helped`)
  await t.settle()
  const before = (await ada.get(`/api/v1/posts/${id}`)).body
  expect(await everything(id)).toContain('zibeline')

  expect(await hide(id, null)).toBe(true)
  expect(await hide(id, null)).toBe(false)
  expect(await everything(id)).not.toContain('zibeline')
  const hidden = await ada.get(`/api/v1/posts/${id}`)
  expect(hidden.body.hidden).toMatchObject({ article: 3, note: 'Un mot de trop.' })
  expect(hidden.body).toMatchObject({ title: null, bodyHtml: null, bodyMd: null, reactionCounts: {} })
  // Not even its author has it here: they read it where the reason stands.
  expect((await bob.get(`/api/v1/posts/${id}`)).text).not.toContain('zibeline')
  // Nobody acts on it, and it counts nowhere.
  expect((await ada.put(`/api/v1/posts/${id}/reactions/like`)).status).toBe(403)
  expect((await bob.patch(`/api/v1/posts/${id}`, { bodyMd: 'x' })).status).toBe(403)
  expect(await t.db.read.row('select 1 from discussions.activity_event where id = $1', [id])).toBeUndefined()

  expect(await show(id, null)).toBe(true)
  expect(await show(id, null)).toBe(false)
  const after = (await ada.get(`/api/v1/posts/${id}`)).body
  expect(after).toEqual(before)
  const all = await everything(id)
  expect(all.match(/zibeline/g)!.length).toBeGreaterThan(4)
  expect((await ada.get(`/api/v1/posts/${id}/history`)).body.items).toHaveLength(2)
  expect((await ada.get('/api/v1/search?q=zibeline')).text).toContain(id)
})

test('a hidden answer leaves its place, its counts and its acceptance, and takes them again', async () => {
  const id = await publish({ title: 'Une question', bodyMd: 'Texte', tags: [] })
  const answer = (
    await ada.post(`/api/v1/posts/${id}/comments`, { bodyMd: 'Réponse hermine', isAnswer: true })
  ).body.id
  await bob.put(`/api/v1/posts/${id}/accepted-answer`, { commentId: answer })
  await bob.put(`/api/v1/comments/${answer}/reactions/thanks`)
  const before = (await bob.get(`/api/v1/posts/${id}`)).body
  expect(before.answerCount).toBe(1)

  await hide(id, answer)
  expect(await everything(id, answer)).not.toContain('hermine')
  const hidden = (await bob.get(`/api/v1/posts/${id}`)).body
  expect(hidden).toMatchObject({ answerCount: 0, commentCount: 0, acceptedAnswer: null })
  expect(hidden.comments.items[0]).toMatchObject({
    bodyHtml: null,
    hidden: { article: 3 },
    reactionCounts: {},
  })

  await show(id, answer)
  expect((await bob.get(`/api/v1/posts/${id}`)).body).toEqual(before)
})

test('a file of a hidden text cannot be loaded, nor is its name told', async () => {
  const sent = await bob.inject({
    method: 'POST',
    url: '/api/v1/attachments',
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
    payload:
      '--x\r\nContent-Disposition: form-data; name="file"; filename="zibeline.txt"\r\nContent-Type: text/plain\r\n\r\nabc\r\n--x--\r\n',
  })
  expect(sent.status, sent.text).toBe(200)
  const id = await publish({
    title: 'Avec un fichier',
    bodyMd: 'Texte',
    tags: [],
    attachments: [sent.body.id],
  })
  expect((await ada.get(`/api/v1/attachments/${sent.body.id}`)).status).toBe(200)
  await hide(id, null)
  expect((await ada.get(`/api/v1/attachments/${sent.body.id}`)).status).toBe(404)
  expect((await ada.get(`/api/v1/posts/${id}`)).text).not.toContain('zibeline')
  await show(id, null)
  expect((await ada.get(`/api/v1/attachments/${sent.body.id}`)).status).toBe(200)
})
