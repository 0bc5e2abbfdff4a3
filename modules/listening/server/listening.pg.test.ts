import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp } from '#apps/server/testing.ts'
import type { TestAnswer, TestApp, TestVisitor } from '#apps/server/testing.ts'
import { bringIn, foundCommunity, giveRole } from '#modules/communities/fixtures.ts'
import { listAnsweredThemes, listOpenDecisions, listPromisesDue } from '#modules/listening/public.ts'

let t: TestApp
let manager: TestVisitor
let second: TestVisitor
let decider: TestVisitor
let colleague: TestVisitor
let stranger: TestVisitor
let members: TestVisitor[]
let place: { id: string; slug: string }

const ok = (answer: TestAnswer): TestAnswer['body'] => {
  expect(answer.status, answer.text).toBeLessThan(300)
  return answer.body
}
const refused = (answer: TestAnswer, status: number, code: string) => {
  const { error } = answer.body
  // Absent and invisible are one answer: 404 says no more.
  const said = status === 404 ? code : (error?.data?.reason ?? error?.code)
  expect([answer.status, said], answer.text).toEqual([status, code])
}
const day = (from: number) => new Date(Date.now() + from * 86_400_000).toISOString().slice(0, 10)

beforeAll(async () => {
  t = await startTestApp()
  manager = await t.member({ name: 'Claire Morvan' })
  second = await t.member({ name: 'Nadia Berrada' })
  decider = await t.member({ name: 'Bernard Quemener' })
  colleague = await t.member({ name: 'Julie Ferrand' })
  stranger = await t.member({ name: 'Zoé Outremer' })
  members = []
  for (const name of ['Ana Roux', 'Bruno Sarr', 'Chloé Vidal', 'David Weil', 'Emma Yvon', 'Farid Zaoui'])
    members.push(await t.member({ name }))
  place = await foundCommunity(manager, { visibility: 'closed' })
  await bringIn(manager, place, second, ...members)
  await giveRole(manager, place, second, 'moderator')
})
afterAll(() => t.close())

const write = async (by: TestVisitor, bodyMd: string, communityId = place.id): Promise<string> =>
  ok(await by.post('/api/v1/posts', { communityId, title: 'Outils', bodyMd })).card.id
const begin = async (title = 'Les outils manquent', description = 'Les outils sont loin.') =>
  ok(
    await manager.post(`/api/v1/communities/${place.slug}/listening/themes`, {
      title,
      kind: 'need',
      description,
    }),
  )
const url = (theme: { id: string }, rest = '') => `/api/v1/listening/themes/${theme.id}${rest}`
/** A theme of five people with one quote each; nothing has been checked. */
async function coded(count = 5, title?: string) {
  const theme = await begin(title)
  const posts: string[] = []
  for (const [index, member] of members.slice(0, count).entries()) {
    const postId = await write(member, `Je cherche la clé chez Ana Roux, canari${index}.`)
    posts.push(postId)
    ok(await manager.post(url(theme, '/excerpts'), { postId, quote: `Phrase canari${index} de Ana Roux` }))
  }
  return { theme, posts }
}
async function passed(title?: string) {
  const made = await coded(5, title)
  ok(await manager.post(url(made.theme, '/check-request'), {}))
  ok(await second.post(url(made.theme, '/check'), { decision: 'confirmed' }))
  const asked = ok(
    await manager.post(url(made.theme, '/decision'), {
      deciderId: decider.memberId,
      question: 'Un second coffre ?',
      due: day(10),
    }),
  )
  return { ...made, decisionId: asked.decision.id as string }
}

test('an author tags their own text, changes and removes the tag; nobody else does, whoever may read sees it', async () => {
  const [ana, bruno] = members as [TestVisitor, TestVisitor]
  const postId = await write(ana, 'Il manque une clé de 12.')
  const { id: commentId } = ok(
    await bruno.post(`/api/v1/posts/${postId}/comments`, { bodyMd: 'Pareil ici.' }),
  )
  ok(await ana.put('/api/v1/listening/tags', { postId, tag: 'irritant' }))
  ok(await ana.put('/api/v1/listening/tags', { postId, tag: 'need' }))
  ok(await bruno.put('/api/v1/listening/tags', { postId, commentId, tag: 'idea' }))
  refused(await ana.put('/api/v1/listening/tags', { postId, commentId, tag: 'need' }), 403, 'notYourText')
  refused(await manager.put('/api/v1/listening/tags', { postId, tag: 'idea' }), 403, 'notYourText')
  refused(await stranger.put('/api/v1/listening/tags', { postId, tag: 'idea' }), 404, 'textNotHere')
  refused(await stranger.get(`/api/v1/posts/${postId}/listening`), 404, 'textNotHere')
  expect(ok(await second.get(`/api/v1/posts/${postId}/listening`)).tags).toEqual([
    { commentId: null, tag: 'need' },
    { commentId, tag: 'idea' },
  ])
  const list = (tag: string, by = second) =>
    by.get(`/api/v1/communities/${place.slug}/listening-tags?tag=${tag}`)
  expect(ok(await list('need')).items).toMatchObject([
    { postId, commentId: null, author: { displayName: 'Ana Roux' } },
  ])
  expect(ok(await list('goodNews')).items).toEqual([])
  expect((await list('need', stranger)).status).toBe(403)
  const board = ok(await manager.get(`/api/v1/communities/${place.slug}/listening`))
  expect(board).toMatchObject({ uncoded: 2, isAlone: false, canCode: true })
  expect(JSON.stringify(board.heard)).not.toContain('Ana Roux')
  expect(board.months).toHaveLength(12)
  expect(board.months.at(-1)).toMatchObject({ need: 1, idea: 1, irritant: 0 })
  expect((await ana.get(`/api/v1/communities/${place.slug}/listening`)).status).toBe(403)
  // A tag goes with its text.
  ok(await bruno.delete(`/api/v1/comments/${commentId}`))
  expect(ok(await second.get(`/api/v1/posts/${postId}/listening`)).tags).toHaveLength(1)
  ok(await ana.put('/api/v1/listening/tags', { postId, tag: null }))
  expect(ok(await second.get(`/api/v1/posts/${postId}/listening`)).tags).toEqual([])
})

test('a theme needs five different people, quotes lose their names, and coding is logged', async () => {
  const { theme, posts } = await coded(4)
  // Twice the same person is one.
  const more = await write(members[0]!, 'Encore moi.')
  const seen = ok(await manager.post(url(theme, '/excerpts'), { postId: more }))
  expect(seen).toMatchObject({
    people: null,
    quotes: [],
    missing: ['people', 'check'],
    can: { askCheck: false },
  })
  expect(seen.excerpts.map(({ quote }: { quote: string | null }) => quote)).toEqual([
    ...[0, 1, 2, 3].map((n) => `Phrase canari${n} de [quelqu’un]`),
    null,
  ])
  refused(await manager.post(url(theme, '/check-request'), {}), 409, 'tooFewPeople')
  for (const person of [members[0]!, stranger, decider])
    refused(await person.get(url(theme)), 404, 'themeNotFound')
  ok(await second.get(url(theme)))
  refused(await second.patch(url(theme), { title: 'Autre' }), 403, 'managersOnly')
  refused(await second.post(url(theme, '/excerpts'), { postId: posts[0] }), 403, 'managersOnly')
  const elsewhere = await foundCommunity(stranger, { visibility: 'open' })
  const far = await write(stranger, 'Ailleurs', elsewhere.id)
  refused(await manager.post(url(theme, '/excerpts'), { postId: far }), 404, 'textNotHere')
  refused(
    await manager.post(`/api/v1/communities/${place.slug}/listening/anonymised`, {
      postId: far,
      words: 'Ailleurs',
    }),
    404,
    'textNotHere',
  )
  const log = ok(await members[0]!.get('/api/v1/me/access-log'))
  expect(log.items).toContainEqual(expect.objectContaining({ screen: 'listening', purpose: 'hear' }))
})

test('a second person reads before anything leaves; each author is told and may refuse for good', async () => {
  const { theme, posts } = await coded(5)
  refused(
    await manager.post(url(theme, '/decision'), { deciderId: decider.memberId, question: '?', due: day(5) }),
    409,
    'notThisState',
  )
  ok(await manager.post(url(theme, '/check-request'), {}))
  await t.settle()
  const told = ok(await members[1]!.get('/api/v1/notifications')).items
  expect(told.map(({ sentence }: { sentence: string }) => sentence)).toContain(
    'Une phrase de vous est citée sans votre nom\u202f; vous pouvez refuser',
  )
  refused(await manager.post(url(theme, '/check'), { decision: 'confirmed' }), 403, 'someoneElse')
  refused(await members[0]!.post(url(theme, '/check'), { decision: 'confirmed' }), 404, 'themeNotFound')
  ok(await second.post(url(theme, '/check'), { decision: 'returned', word: 'Un détail de trop' }))
  expect(ok(await manager.get(url(theme)))).toMatchObject({
    state: 'coding',
    check: { decision: 'returned', word: 'Un détail de trop' },
  })
  ok(await manager.post(url(theme, '/check-request'), {}))
  ok(await second.post(url(theme, '/check'), { decision: 'confirmed' }))
  expect(ok(await manager.get(url(theme))).state).toBe('checked')
  // Other words are read again.
  ok(await manager.patch(url(theme), { description: 'Autrement dit' }))
  expect(ok(await manager.get(url(theme))).state).toBe('coding')
  const mine = ok(await members[1]!.get('/api/v1/me/listening'))
  const quote = mine.quotes.find(({ postId }: { postId: string }) => postId === posts[1])
  expect(quote.quote).toBe('Phrase canari1 de [quelqu’un]')
  refused(await members[2]!.post(`/api/v1/listening/excerpts/${quote.id}/refusal`), 404, 'excerptNotFound')
  ok(await members[1]!.post(`/api/v1/listening/excerpts/${quote.id}/refusal`))
  const after = ok(await manager.get(url(theme)))
  expect(after.quotes).toHaveLength(4)
  expect(after.people).toBe(5)
  refused(
    await manager.patch(`/api/v1/listening/excerpts/${quote.id}`, { quote: 'Encore' }),
    409,
    'quoteRefused',
  )
  refused(
    await manager.post(url(theme, '/excerpts'), { postId: posts[1], quote: 'Encore' }),
    409,
    'quoteRefused',
  )
})

test('somebody alone asks a manager of another community, who sees the theme and nothing else', async () => {
  const alone = await t.member({ name: 'Solène Seule' })
  const small = await foundCommunity(alone, { visibility: 'secret', name: { fr: 'Secrète' } })
  const five = members.slice(0, 5)
  await bringIn(alone, small, ...five)
  const theme = ok(
    await alone.post(`/api/v1/communities/${small.id}/listening/themes`, {
      title: 'Thème',
      kind: 'usage',
      description: 'Dit',
    }),
  )
  for (const member of five)
    ok(
      await alone.post(url(theme, '/excerpts'), {
        postId: await write(member, 'Secret', small.id),
        quote: 'Une phrase',
      }),
    )
  refused(await alone.post(url(theme, '/check-request'), {}), 400, 'chooseChecker')
  refused(
    await alone.post(url(theme, '/check-request'), { toMemberId: decider.memberId }),
    409,
    'checkerNotAvailable',
  )
  const found = ok(await alone.get(`/api/v1/communities/${small.id}/listening/checkers?q=claire`))
  expect(found.items.map(({ id }: { id: string }) => id)).toEqual([manager.memberId])
  ok(await alone.post(url(theme, '/check-request'), { toMemberId: manager.memberId }))
  const asked = ok(await manager.get('/api/v1/me/listening')).checks
  expect(asked).toMatchObject([
    { theme: { id: theme.id, community: null, people: 5, quotes: Array(5).fill('Une phrase') } },
  ])
  refused(await manager.get(url(theme)), 404, 'themeNotFound')
  refused(await second.post(url(theme, '/check'), { decision: 'confirmed' }), 404, 'themeNotFound')
  ok(await manager.post(url(theme, '/check'), { decision: 'confirmed' }))
  expect(ok(await alone.get(url(theme))).state).toBe('checked')
})

test('a decision-maker who is no member sees the theme and its quotes, accepts or names somebody else, and answers', async () => {
  const { theme, posts, decisionId } = await passed('Un second coffre')
  const { decisions } = ok(await decider.get('/api/v1/me/listening'))
  expect(decisions).toMatchObject([
    {
      theme: { id: theme.id, people: 5, title: 'Un second coffre' },
      decision: { question: 'Un second coffre ?' },
    },
  ])
  expect(JSON.stringify(decisions)).not.toMatch(/Ana Roux|Bruno|postId/u)
  expect((await decider.get(`/api/v1/communities/${place.slug}/heard`)).status).toBe(403)
  refused(await decider.get(url(theme)), 404, 'themeNotFound')
  refused(await decider.get(`/api/v1/posts/${posts[0]}`), 404, 'postNotFound')
  const decision = `/api/v1/listening/decisions/${decisionId}`
  refused(await stranger.post(`${decision}/acceptance`), 404, 'decisionNotFound')
  refused(
    await manager.put(`${decision}/answer`, { weDo: [], weWillNot: 'x', because: 'y' }),
    404,
    'decisionNotFound',
  )
  ok(await decider.post(`${decision}/acceptance`))
  ok(await decider.post(`${decision}/acceptance`))
  ok(
    await decider.post(`${decision}/handover`, {
      toMemberId: colleague.memberId,
      reason: 'C’est son budget',
    }),
  )
  refused(await decider.post(`${decision}/acceptance`), 404, 'decisionNotFound')
  const [passedOn] = ok(await colleague.get('/api/v1/me/listening')).decisions
  expect(passedOn.decision).toMatchObject({
    handedBy: { displayName: 'Bernard Quemener' },
    handedReason: 'C’est son budget',
    due: day(10),
  })
  const answerUrl = `/api/v1/listening/decisions/${passedOn.decision.id}/answer`
  refused(await colleague.put(answerUrl, { weDo: [] }), 400, 'answerEmpty')
  refused(await colleague.put(answerUrl, { weDo: [], weWillNot: 'Non' }), 400, 'becauseMissing')
  refused(await colleague.put(answerUrl, { weDo: [{ text: 'Un coffre', due: day(-1) }] }), 400, 'dueInPast')
  ok(
    await colleague.put(answerUrl, {
      weDo: [{ text: 'Acheter [un coffre](/x) @tous', due: day(30), ownerId: decider.memberId }],
      weWillNot: 'Deux coffres',
      because: 'Le budget est clos.',
    }),
  )
  // Members learn of the answer when it is published, not before.
  const heard = async () =>
    ok(await members[5]!.get(`/api/v1/communities/${place.slug}/heard`)).items.find(
      ({ id }: { id: string }) => id === theme.id,
    )
  expect(await heard()).toMatchObject({ state: 'asked', answer: null, decision: { handedReason: null } })
  refused(await second.post(url(theme, '/publication'), {}), 403, 'managersOnly')
  const published = ok(await manager.post(url(theme, '/publication'), { intro: 'Merci de l’avoir dit.' }))
  refused(await manager.post(url(theme, '/publication'), {}), 409, 'notThisState')
  const post = ok(await members[5]!.get(`/api/v1/posts/${published.postId}`))
  expect(JSON.stringify(post)).toContain('Le budget est clos')
  expect(JSON.stringify(post)).not.toContain('canari0')
  expect(post.bodyHtml ?? post.post?.bodyHtml ?? JSON.stringify(post)).not.toContain('href="/x"')
  expect(ok(await members[5]!.get(`/api/v1/posts/${published.postId}/listening`)).answers).toEqual({
    themeId: theme.id,
    title: 'Un second coffre',
  })
  const shown = await heard()
  expect(shown).toMatchObject({
    state: 'answered',
    people: 5,
    answer: { weWillNot: 'Deux coffres', weDo: [{ doneOn: null, isLate: false, canChange: false }] },
  })
  await t.settle()
  expect(
    ok(await members[0]!.get('/api/v1/notifications')).items.map(
      ({ sentence }: { sentence: string }) => sentence,
    ),
  ).toContain('Vous en aviez parlé\u00a0: voici la réponse')
  const ctx = t.systemContext()
  expect(await listAnsweredThemes(ctx, place.id, day(-1), day(1))).toMatchObject([
    { themeId: theme.id, because: 'Le budget est clos.' },
  ])
  expect(await listPromisesDue(ctx, place.id, day(40))).toMatchObject([{ themeId: theme.id, state: 'doing' }])
  // Who promised says that it is done; a member cannot.
  const actionId = shown.answer.weDo[0].id
  refused(await members[0]!.post(`/api/v1/listening/actions/${actionId}/done`, {}), 404, 'actionNotFound')
  refused(
    await decider.post(`/api/v1/listening/actions/${actionId}/new-date`, { due: day(-2), reason: 'Retard' }),
    400,
    'dueInPast',
  )
  ok(
    await decider.post(`/api/v1/listening/actions/${actionId}/new-date`, {
      due: day(40),
      reason: 'Livraison',
    }),
  )
  expect((await heard()).answer.weDo[0]).toMatchObject({
    due: day(40),
    firstDue: day(30),
    moveReason: 'Livraison',
  })
  ok(await decider.post(`/api/v1/listening/actions/${actionId}/done`, { word: 'Livré' }))
  expect(await heard()).toMatchObject({ state: 'done', answer: { weDo: [{ word: 'Livré' }] } })
  refused(await decider.post(`/api/v1/listening/actions/${actionId}/done`, {}), 409, 'notThisState')
})

test('nothing is closed silently: without an answer the reason is a post', async () => {
  const { theme, decisionId } = await passed('Le parking')
  expect((await manager.delete(url(theme))).status).toBe(409)
  expect((await manager.post(url(theme, '/closure'), {})).status).toBe(400)
  const closed = ok(await manager.post(url(theme, '/closure'), { reason: 'Le site déménage.' }))
  expect(closed).toMatchObject({ state: 'closed', closedReason: 'Le site déménage.' })
  expect(JSON.stringify(ok(await members[5]!.get(`/api/v1/posts/${closed.postId}`)))).toContain(
    'Le site déménage',
  )
  expect(JSON.stringify(ok(await members[5]!.get(`/api/v1/communities/${place.slug}/heard`)))).toContain(
    'Le site déménage.',
  )
  refused(
    await decider.put(`/api/v1/listening/decisions/${decisionId}/answer`, {
      weDo: [],
      weWillNot: 'x',
      because: 'y',
    }),
    409,
    'notThisState',
  )
  // Before it was checked a theme goes back to the board, and cannot be closed.
  const { theme: early, posts } = await coded(5)
  refused(await manager.post(url(early, '/closure'), { reason: 'Non' }), 409, 'notThisState')
  ok(await members[0]!.put('/api/v1/listening/tags', { postId: posts[0], tag: 'need' }))
  const uncoded = async () =>
    ok(await manager.get(`/api/v1/communities/${place.slug}/listening/texts`)).items.map(
      ({ postId }: { postId: string }) => postId,
    )
  expect(await uncoded()).not.toContain(posts[0])
  ok(await manager.delete(url(early)))
  expect(await uncoded()).toContain(posts[0])
})

test('a text that is deleted, hidden or moved takes its quote with it, everywhere', async () => {
  const { theme, posts } = await passed('Ce qui reste')
  const other = await foundCommunity(members[2]!, { visibility: 'open', name: { fr: 'Autre lieu' } })
  ok(await members[1]!.delete(`/api/v1/posts/${posts[1]}`))
  await t.db.read.run('update discussions.post set community_id = $1, seq = 9999 where id = $2', [
    other.id,
    posts[2],
  ])
  for (const body of [
    (await decider.get('/api/v1/me/listening')).body.decisions.find(
      (one: { theme: { id: string } }) => one.theme.id === theme.id,
    ),
    (await members[5]!.get(`/api/v1/communities/${place.slug}/heard`)).body.items.find(
      ({ id }: { id: string }) => id === theme.id,
    ),
    (await manager.get(url(theme))).body,
  ]) {
    expect(body).toBeDefined()
    // Three people are left: neither a count nor anybody's words.
    expect(body.people ?? body.theme?.people ?? null).toBeNull()
    expect(JSON.stringify(body.quotes ?? body.theme?.quotes)).toBe('[]')
  }
  expect((await manager.get(url(theme))).text).not.toMatch(/canari1|canari2/u)
  expect(
    ok(await members[1]!.get('/api/v1/me/listening')).quotes.map(({ postId }: { postId: string }) => postId),
  ).not.toContain(posts[1])
})

test('who leaves the community no longer hears of its themes; their words stay without a name', async () => {
  const { theme } = await passed('Le départ')
  ok(await members[4]!.delete(`/api/v1/communities/${place.id}/membership`))
  expect((await members[4]!.get(`/api/v1/communities/${place.slug}/heard`)).status).toBe(403)
  const mine = ok(await members[4]!.get('/api/v1/me/listening')).quotes
  expect(mine.map(({ themeTitle }: { themeTitle: string }) => themeTitle)).not.toContain('Le départ')
  expect(ok(await manager.get(url(theme))).people).toBe(5)
  await bringIn(manager, place, members[4]!)
})

test('the decision-maker is reminded a week and a day before, on the day, and every week after, each once', async () => {
  const { theme, decisionId } = await passed('Le rappel')
  await t.db.read.run(`update listening.decision set asked_at = now() - interval '60 days' where id = $1`, [
    decisionId,
  ])
  const { remindDeciders } = await import('./jobs.ts')
  const remindedOn = async (since: number): Promise<number[]> => {
    await t.db.read.run(`update listening.decision set due = $2 where id = $1`, [decisionId, day(-since)])
    const ctx = { ...t.systemContext(), now: new Date() }
    await remindDeciders.run(ctx as never, {}, t.services)
    await remindDeciders.run(ctx as never, {}, t.services)
    const rows = await t.db.read.rows<{ day: number }>(
      'select day from listening.reminder where decision_id = $1 order by at, day',
      [decisionId],
    )
    return rows.map((row) => row.day)
  }
  expect(await remindedOn(-8)).toEqual([])
  expect(await remindedOn(-7)).toEqual([-7])
  expect(await remindedOn(-4)).toEqual([-7])
  expect(await remindedOn(-1)).toEqual([-7, -1])
  expect(await remindedOn(0)).toEqual([-7, -1, 0])
  expect(await remindedOn(3)).toEqual([-7, -1, 0])
  expect(await remindedOn(8)).toEqual([-7, -1, 0, 7])
  expect(await remindedOn(15)).toEqual([-7, -1, 0, 7, 14])
  await t.settle()
  const bell = ok(await decider.get('/api/v1/notifications')).items
  expect(
    bell.map(({ sentence }: { sentence: string }) => sentence.replace(/[\u2068\u2069]/gu, '')),
  ).toContain('Une décision est attendue de vous depuis 14 jours')
  const open = await listOpenDecisions(t.systemContext(), place.id)
  expect(open).toContainEqual(expect.objectContaining({ themeId: theme.id, isLate: true }))
  expect(await listPromisesDue(t.systemContext(), place.id, day(0))).toContainEqual(
    expect.objectContaining({ themeId: theme.id, state: 'askedLate' }),
  )
  const heard = ok(await members[5]!.get(`/api/v1/communities/${place.slug}/heard`)).items
  expect(heard.find(({ id }: { id: string }) => id === theme.id).decision.isLate).toBe(true)
  expect(heard.find(({ title }: { title: string }) => title === 'Le parking').decision.isLate).toBe(false)
})
