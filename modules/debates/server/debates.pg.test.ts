import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp } from '#apps/server/testing.ts'
import type { TestAnswer, TestApp, TestVisitor } from '#apps/server/testing.ts'
import { bringIn, foundCommunity, giveRole } from '#modules/communities/fixtures.ts'
import { listOpenDebates } from '#modules/debates/public.ts'

let t: TestApp
let manager: TestVisitor
let second: TestVisitor
let decider: TestVisitor
let nameless: TestVisitor
let ana: TestVisitor
let bruno: TestVisitor
let chloe: TestVisitor
let stranger: TestVisitor
let place: { id: string; slug: string }

const hiddenName = 'Canari Sansnom'
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
const day = (from: number) => new Date(Date.now() + from * 86_400_000)
const job = async (name: string) => {
  await t.db.read.run(`select graphile_worker.add_job($1, '{}'::json)`, [name])
  await t.settle()
}
const over = (id: string) =>
  t.db.read.run(
    `update debates.debate set opened_at = now() - interval '9 days', closes_at = now() - interval '1 minute' where id = $1`,
    [id],
  )

beforeAll(async () => {
  t = await startTestApp()
  manager = await t.member({ name: 'Claire Morvan' })
  second = await t.member({ name: 'Nadia Berrada' })
  decider = await t.member({ name: 'Marc Delorme' })
  nameless = await t.member({ name: hiddenName })
  ana = await t.member({ name: 'Ana Roux' })
  bruno = await t.member({ name: 'Bruno Sarr' })
  chloe = await t.member({ name: 'Chloé Vidal' })
  stranger = await t.member({ name: 'Zoé Outremer' })
  place = await foundCommunity(manager, { visibility: 'closed' })
  await bringIn(manager, place, second, decider, nameless, ana, bruno, chloe)
  await giveRole(manager, place, second, 'moderator')
})
afterAll(() => t.close())

async function prepared(more: object = {}) {
  return ok(
    await manager.post(`/api/v1/communities/${place.slug}/debates`, {
      question: 'Qui voit les carnets\u202f?',
      fileMd: 'Ce que l’on sait.',
      closesAt: day(14).toISOString(),
      ...more,
    }),
  ) as { id: string }
}
async function opened(more: object = {}) {
  const { id } = await prepared(more)
  ok(await manager.put(`/api/v1/debates/${id}/reviewers`, { forId: ana.memberId, againstId: bruno.memberId }))
  for (const one of [ana, bruno]) ok(await one.put(`/api/v1/debates/${id}/review`, { isNeutral: true }))
  ok(await manager.post(`/api/v1/debates/${id}/opening`))
  return id
}
const argue = (by: TestVisitor, id: string, side: string, text: string, more: object = {}) =>
  by.post(`/api/v1/debates/${id}/arguments`, { side, text, ...more })

test('a debate opens once its file was found neutral from both sides; until then it exists for few', async () => {
  refused(
    await ana.post(`/api/v1/communities/${place.slug}/debates`, {
      question: 'Q',
      closesAt: day(2).toISOString(),
    }),
    403,
    'managersOnly',
  )
  refused(
    await manager.post(`/api/v1/communities/${place.slug}/debates`, {
      question: 'Q',
      closesAt: day(-2).toISOString(),
    }),
    400,
    'periodInPast',
  )
  const { id } = await prepared({ opensAt: day(-0.01).toISOString() })
  expect(ok(await manager.get(`/api/v1/debates/${id}`)).can.missing).toEqual(['reviewers'])
  refused(await ana.get(`/api/v1/debates/${id}`), 404, 'debateNotFound')
  refused(await manager.post(`/api/v1/debates/${id}/opening`), 409, 'notReadyToOpen')
  refused(
    await manager.put(`/api/v1/debates/${id}/reviewers`, {
      forId: stranger.memberId,
      againstId: bruno.memberId,
    }),
    409,
    'reviewerNotAvailable',
  )
  ok(await manager.put(`/api/v1/debates/${id}/reviewers`, { forId: ana.memberId, againstId: bruno.memberId }))
  await t.settle()
  expect((await ana.get('/api/v1/notifications')).text).toContain('est-il neutre')
  const seen = ok(await ana.get(`/api/v1/debates/${id}`))
  // Which way the other leans is not said.
  expect(seen.reviews.map(({ side }: { side: string | null }) => side).toSorted()).toEqual(['for', null])
  ok(await ana.put(`/api/v1/debates/${id}/review`, { isNeutral: true }))
  ok(await bruno.put(`/api/v1/debates/${id}/review`, { isNeutral: false, word: 'Il manque un chiffre.' }))
  refused(await manager.put(`/api/v1/debates/${id}/review`, { isNeutral: true }), 403, 'someoneElse')
  await job('debates.turnPeriods')
  expect(ok(await manager.get(`/api/v1/debates/${id}`))).toMatchObject({
    state: 'prepared',
    can: { missing: ['neutral'] },
  })
  // Other words are read again by both.
  expect(
    ok(await manager.patch(`/api/v1/debates/${id}`, { fileMd: 'Avec le chiffre.' })).can.missing,
  ).toEqual(['reviews'])
  for (const one of [ana, bruno]) ok(await one.put(`/api/v1/debates/${id}/review`, { isNeutral: true }))
  await job('debates.turnPeriods')
  expect(ok(await chloe.get(`/api/v1/debates/${id}`))).toMatchObject({
    state: 'open',
    reviews: [
      { side: null, word: null },
      { side: null, word: null },
    ],
    can: { participate: true, manage: false },
  })
  refused(await manager.patch(`/api/v1/debates/${id}`, { question: 'Autre' }), 409, 'notThisDebateState')
  refused(await stranger.get(`/api/v1/debates/${id}`), 404, 'debateNotFound')
  const later = day(20).toISOString()
  refused(
    await manager.post(`/api/v1/debates/${id}/extension`, { closesAt: day(1).toISOString(), reason: 'Non' }),
    400,
    'periodInPast',
  )
  expect(
    ok(await manager.post(`/api/v1/debates/${id}/extension`, { closesAt: later, reason: 'Les congés' })),
  ).toMatchObject({
    closesAt: later,
    extension: { reason: 'Les congés' },
  })
  refused(
    await manager.post(`/api/v1/debates/${id}/extension`, {
      closesAt: day(30).toISOString(),
      reason: 'Encore',
    }),
    409,
    'alreadyExtended',
  )
  expect(await listOpenDebates(t.systemContext(), place.id)).toMatchObject([{ id, state: 'open' }])
  const list = await chloe.get(`/api/v1/communities/${place.slug}/debates`)
  expect(list.statements).toBeLessThanOrEqual(3)
  expect(ok(list)).toMatchObject({ items: [{ id }], can: { prepare: false, ask: true } })
})

test('arguments are short, supported and never answered; the order turns and knows no author', async () => {
  const id = await opened()
  refused(await argue(stranger, id, 'for', 'Oui'), 404, 'debateNotFound')
  expect((await argue(ana, id, 'for', 'x'.repeat(601))).status).toBe(400)
  refused(await argue(ana, id, 'for', 'Oui', { proposalId: place.id }), 400, 'needsProposal')
  const made = ok(
    await argue(ana, id, 'for', 'Tout le monde apprend.', {
      sources: [{ title: 'Rapport', url: 'https://exemple.test/r' }],
    }),
  )
  expect(made).toMatchObject({
    number: 1,
    authors: [{ displayName: 'Ana Roux' }],
    isMine: true,
    sources: [{ title: 'Rapport' }],
    can: { edit: true, support: false },
  })
  // A second press changes nothing.
  expect(ok(await argue(ana, id, 'for', 'Tout le monde apprend.')).id).toBe(made.id)
  const contra = ok(await argue(bruno, id, 'against', 'On n’osera plus écrire.'))
  const url = `/api/v1/debate-arguments/${String(made.id)}`
  refused(await ana.put(`${url}/support`, { supports: true }), 409, 'ownArgument')
  for (let press = 0; press < 2; press++)
    expect(ok(await chloe.put(`${url}/support`, { supports: true })).supports).toBe(1)
  // Both sides, and a change of mind.
  expect(
    ok(await chloe.put(`/api/v1/debate-arguments/${String(contra.id)}/support`, { supports: true })).iSupport,
  ).toBe(true)
  expect(ok(await chloe.put(`${url}/support`, { supports: false }))).toMatchObject({
    supports: 0,
    iSupport: false,
  })
  ok(await chloe.put(`/api/v1/debate-arguments/${String(contra.id)}/source-request`, { asks: true }))
  await t.settle()
  const told = (await bruno.get('/api/v1/notifications')).text
  expect(told).toContain('d’où vient')
  expect(told).not.toContain('Chloé')
  expect(
    ok(await bruno.patch(`/api/v1/debate-arguments/${String(contra.id)}`, { sources: [{ title: 'Vécu' }] })),
  ).toMatchObject({
    askedForSource: 0,
    isEdited: true,
  })
  refused(
    await ana.patch(`/api/v1/debate-arguments/${String(contra.id)}`, { text: 'Autre' }),
    403,
    'notYourText',
  )
  // Nobody's position is listed: no route says who supports.
  expect((await manager.get(`${url}/supporters`)).status).toBe(404)

  for (let n = 0; n < 12; n++)
    await t.db.read.run(
      `insert into debates.argument (id, debate_id, number, side, author_id, text, language, at)
       values (gen_random_uuid(), $1, 100 + $2::int, 'for', $3, 'Pour ' || $2, 'fr', now() - interval '9 days')`,
      [id, n, ana.memberId],
    )
  const first = await chloe.get(`/api/v1/debates/${id}/arguments?limit=4`)
  expect(first.statements).toBeLessThanOrEqual(5)
  expect(ok(first)).toMatchObject({ totals: { for: 13, against: 1 } })
  expect(first.body.for).toHaveLength(4)
  expect(first.body.against).toHaveLength(1)
  const found = new Set<string>(first.body.for.map((one: { id: string }) => one.id))
  for (let next = first.body.next as string | null; next;) {
    const page = ok(await chloe.get(`/api/v1/debates/${id}/arguments?limit=4&cursor=${next}`))
    for (const one of page.for) found.add(one.id)
    expect(page.against).toEqual([])
    next = page.next
  }
  expect(found.size).toBe(13)
  // Everybody sees the same order on the same day; a day later it has turned.
  const ids = (body: { for: { id: string }[] }) => body.for.map((one) => one.id)
  const whole = ok(await chloe.get(`/api/v1/debates/${id}/arguments?limit=50`))
  expect(ids(ok(await bruno.get(`/api/v1/debates/${id}/arguments?limit=50`)))).toEqual(ids(whole))
  const nil = '00000000-0000-0000-0000-000000000000'
  const ofDay = (seed: string) => Buffer.from(JSON.stringify([seed, -1, nil, -1, nil])).toString('base64url')
  const orders = ['2026-01-01', '2026-01-02', '2026-01-03'].map(
    (seed) => `/api/v1/debates/${id}/arguments?limit=50&cursor=${ofDay(seed)}`,
  )
  const turned = []
  for (const order of orders) turned.push(ids(ok(await chloe.get(order))).join())
  expect(new Set(turned).size).toBe(3)
  expect((await chloe.get(`/api/v1/debates/${id}/arguments?cursor=abc`)).status).toBe(400)
})

test('votes on proposals are one’s own, and counted for all at the end or from five voters on', async () => {
  const id = await opened({ form: 'proposals', showVotes: 'fromFive' })
  refused(await argue(ana, id, 'for', 'Sans proposition'), 400, 'needsProposal')
  const proposal = ok(
    await ana.post(`/api/v1/debates/${id}/proposals`, {
      title: 'Tous',
      bodyMd: 'Tout le monde voit **tout**.',
    }),
  )
  expect(proposal).toMatchObject({ isMine: true, tally: null, can: { edit: true } })
  const url = `/api/v1/debate-proposals/${String(proposal.id)}`
  ok(await ana.patch(url, { title: 'Tout le monde' }))
  ok(await argue(bruno, id, 'against', 'Trop large', { proposalId: proposal.id }))
  refused(await ana.patch(url, { title: 'Autre' }), 409, 'hasFollowers')
  refused(await bruno.delete(url), 403, 'notYourText')
  const voters = [ana, bruno, chloe, nameless]
  for (const voter of voters) expect(ok(await voter.put(`${url}/vote`, { vote: 'agree' })).tally).toBe(null)
  expect(ok(await chloe.put(`${url}/vote`, { vote: 'mixed' })).myVote).toBe('mixed')
  expect(ok(await second.put(`${url}/vote`, { vote: 'disagree' })).tally).toEqual({
    agree: 3,
    mixed: 1,
    disagree: 1,
  })
  expect(ok(await second.put(`${url}/vote`, { vote: null }))).toMatchObject({ tally: null, myVote: null })
  await over(id)
  refused(await chloe.put(`${url}/vote`, { vote: 'agree' }), 409, 'notThisDebateState')
  expect(ok(await decider.get(url))).toMatchObject({
    tally: { agree: 3, mixed: 1, disagree: 0 },
    myVote: null,
    can: { vote: false },
  })
})

test('arguments are merged with credit to all, and an author may ask to be taken out', async () => {
  const id = await opened()
  const one = ok(await argue(ana, id, 'for', 'On apprend des autres.'))
  const two = ok(await argue(nameless, id, 'for', 'On voit comment font les autres.', { nameless: true }))
  const three = ok(await argue(bruno, id, 'for', 'On gagne du temps.'))
  const other = ok(await argue(bruno, id, 'against', 'On n’osera plus.'))
  ok(await chloe.put(`/api/v1/debate-arguments/${String(one.id)}/support`, { supports: true }))
  ok(await chloe.put(`/api/v1/debate-arguments/${String(two.id)}/support`, { supports: true }))
  ok(await chloe.put(`/api/v1/debate-arguments/${String(two.id)}/repetition`, { number: one.number }))
  refused(
    await chloe.put(`/api/v1/debate-arguments/${String(two.id)}/repetition`, { number: 999 }),
    404,
    'argumentNotFound',
  )
  expect(ok(await manager.get(`/api/v1/debates/${id}/waiting`)).repetitions).toMatchObject([
    { count: 1, argument: { id: two.id }, other: { id: one.id } },
  ])
  const merge = (by: TestVisitor, ...ids: string[]) =>
    by.post(`/api/v1/debates/${id}/merges`, {
      argumentIds: ids,
      text: 'On apprend en voyant comment font les autres.',
    })
  refused(await merge(second, one.id, two.id), 403, 'managersOnly')
  refused(await merge(manager, one.id, other.id), 409, 'mergeUnlike')
  const merged = ok(await merge(manager, one.id, two.id, three.id))
  expect(merged).toMatchObject({ isMerged: true, supports: 1, nameless: 1, isMine: false })
  expect(merged.authors.map(({ displayName }: { displayName: string }) => displayName).toSorted()).toEqual([
    'Ana Roux',
    'Bruno Sarr',
  ])
  expect(ok(await chloe.get(`/api/v1/debates/${id}/arguments`)).for).toHaveLength(1)
  const originals = ok(await chloe.get(`/api/v1/debate-arguments/${String(merged.id)}/originals`)).items
  expect(originals.map(({ text }: { text: string }) => text)).toEqual([one.text, two.text, three.text])
  await t.settle()
  expect((await nameless.get('/api/v1/notifications')).text).toContain('réuni à d’autres')
  expect(ok(await nameless.get(`/api/v1/debates/${id}`)).mine).toMatchObject([
    { id: two.id, merged: { number: merged.number } },
  ])
  expect(ok(await ana.get(`/api/v1/debates/${id}`)).mine).toMatchObject([{ id: one.id }])
  refused(
    await chloe.post(`/api/v1/debate-arguments/${String(two.id)}/merge-objection`, { why: 'Non' }),
    403,
    'notYourText',
  )
  ok(
    await nameless.post(`/api/v1/debate-arguments/${String(two.id)}/merge-objection`, {
      why: 'Je disais autre chose.',
    }),
  )
  const waiting = await manager.get(`/api/v1/debates/${id}/waiting`)
  expect(ok(waiting).objections).toMatchObject([
    { id: two.id, merged: { objection: 'Je disais autre chose.' }, authors: [], nameless: 1 },
  ])
  expect(waiting.text).not.toContain(hiddenName)
  refused(
    await manager.post(`/api/v1/debate-arguments/${String(two.id)}/merge-answer`, { undo: false }),
    400,
    'reasonMissing',
  )
  ok(await manager.post(`/api/v1/debate-arguments/${String(two.id)}/merge-answer`, { undo: true }))
  expect(ok(await chloe.get(`/api/v1/debates/${id}/arguments`)).for).toHaveLength(2)
  // With one left there is no merging any more.
  ok(await ana.post(`/api/v1/debate-arguments/${String(one.id)}/merge-objection`, { why: 'Moi aussi.' }))
  ok(await manager.post(`/api/v1/debate-arguments/${String(one.id)}/merge-answer`, { undo: true }))
  expect(
    ok(await chloe.get(`/api/v1/debates/${id}/arguments`)).for.every(
      (each: { isMerged: boolean }) => !each.isMerged,
    ),
  ).toBe(true)
})

test('what is off the subject goes back to its author with a word, who corrects it or asks somebody else', async () => {
  const id = await opened()
  const made = ok(await argue(nameless, id, 'against', 'La cantine est froide.', { nameless: true }))
  const url = `/api/v1/debate-arguments/${String(made.id)}`
  refused(await ana.post(`${url}/return`, { word: 'Hors sujet' }), 403, 'moderatorsOnly')
  ok(await second.post(`${url}/return`, { word: 'Le rapport avec les carnets\u202f?' }))
  refused(await chloe.get(`${url}/originals`), 404, 'argumentNotFound')
  expect(ok(await chloe.get(`/api/v1/debates/${id}/arguments`)).against).toEqual([])
  expect(ok(await nameless.get(`/api/v1/debates/${id}`)).mine).toMatchObject([
    { returned: { word: 'Le rapport avec les carnets\u202f?', appeal: null } },
  ])
  ok(await nameless.post(`${url}/appeal`, { why: 'Il y en a un.' }))
  await t.settle()
  expect((await second.get('/api/v1/notifications')).text).not.toContain('un autre regard')
  expect((await manager.get('/api/v1/notifications')).text).toContain('un autre regard')
  refused(await second.post(`${url}/restoration`), 403, 'someoneElse')
  ok(await manager.post(`${url}/restoration`))
  ok(await second.post(`${url}/return`, { word: 'Je ne vois pas.' }))
  ok(await nameless.patch(url, { text: 'On saura qui mange quand.' }))
  expect(ok(await chloe.get(`/api/v1/debates/${id}/arguments`)).against).toMatchObject([
    { text: 'On saura qui mange quand.', authors: [], nameless: 1 },
  ])
})

test('synthesis, decision and reasons are published where the debate was held, and everybody who took part is told', async () => {
  const id = await opened()
  ok(await argue(ana, id, 'for', 'Pour de bon.'))
  ok(await argue(nameless, id, 'against', 'Contre de bon.', { nameless: true }))
  const decision = {
    outcome: 'changed',
    text: 'Chaque atelier voit les siens.',
    because: 'C’est là que l’on s’en sert.',
    decidedOn: day(0).toISOString().slice(0, 10),
  }
  refused(
    await manager.put(`/api/v1/debates/${id}/decider`, { deciderId: stranger.memberId, due: '2099-01-01' }),
    409,
    'debateDeciderNotAvailable',
  )
  ok(
    await manager.put(`/api/v1/debates/${id}/decider`, {
      deciderId: decider.memberId,
      due: day(1).toISOString().slice(0, 10),
    }),
  )
  refused(await decider.put(`/api/v1/debates/${id}/decision`, decision), 409, 'notThisDebateState')
  refused(await manager.post(`/api/v1/debates/${id}/archive`), 409, 'decisionMissing')
  await over(id)
  await job('debates.turnPeriods')
  await job('debates.turnPeriods')
  expect((await ana.get('/api/v1/notifications')).text).toContain('Le débat est clos')
  refused(await argue(ana, id, 'for', 'Trop tard'), 409, 'notThisDebateState')
  await job('debates.remindDeciders')
  await job('debates.remindDeciders')
  expect((await decider.get('/api/v1/notifications')).text).toContain('attendue de vous dans un jour')
  expect(
    (await t.db.read.row<{ n: number }>(
      'select count(*)::int as n from debates.reminder where debate_id = $1',
      [id],
    ))!.n,
  ).toBe(1)
  ok(
    await manager.put(`/api/v1/debates/${id}/synthesis`, {
      bodyMd: 'On craint (#2), on espère (#1, #77).',
      publish: false,
    }),
  )
  expect(ok(await ana.get(`/api/v1/debates/${id}`)).synthesis).toBe(null)
  ok(
    await manager.put(`/api/v1/debates/${id}/synthesis`, {
      bodyMd: 'On espère (#1), on craint (#2, #77).',
      publish: true,
    }),
  )
  expect(ok(await ana.get(`/api/v1/debates/${id}`)).synthesis).toMatchObject({
    version: 2,
    cites: [1, 2],
    by: { displayName: 'Claire Morvan' },
  })
  refused(await ana.put(`/api/v1/debates/${id}/decision`, decision), 403, 'notTheDecider')
  ok(await decider.put(`/api/v1/debates/${id}/decision`, decision))
  await t.settle()
  for (const one of [ana, nameless])
    expect((await one.get('/api/v1/notifications')).text).toContain('La décision est publiée')
  expect((await chloe.get('/api/v1/notifications')).text).not.toContain('La décision est publiée')
  refused(
    await manager.post(`/api/v1/debates/${id}/no-decision`, { reason: 'Non' }),
    409,
    'notThisDebateState',
  )
  expect(ok(await manager.post(`/api/v1/debates/${id}/archive`))).toMatchObject({
    state: 'archived',
    outcome: 'changed',
  })
  const file = await ana.get(`/api/v1/debates/${id}/markdown`)
  expect(file.text).toContain('Chaque atelier voit les siens.')
  expect(file.text).toContain('**#2** Contre de bon. (sans nom; +0)')
  // Without a decision: never without a reason.
  const none = await opened()
  await over(none)
  ok(await manager.post(`/api/v1/debates/${none}/no-decision`, { reason: 'Le carnet change de main.' }))
  expect(ok(await ana.get(`/api/v1/debates/${none}`))).toMatchObject({
    state: 'decided',
    outcome: 'none',
    noDecision: { reason: 'Le carnet change de main.' },
  })
  ok(await manager.post(`/api/v1/debates/${none}/archive`))
})

test('one may ask for a debate, and is answered', async () => {
  const wishes = `/api/v1/communities/${place.slug}/debate-wishes`
  for (let press = 0; press < 2; press++)
    ok(await ana.post(wishes, { question: 'Faut-il des astreintes\u202f?' }))
  ok(await bruno.post(wishes, { question: 'Et la cantine\u202f?' }))
  refused(await ana.get(wishes), 403, 'moderatorsOnly')
  const { items } = ok(await manager.get(wishes))
  expect(items).toHaveLength(2)
  ok(
    await manager.post(`/api/v1/debate-wishes/${String(items[1].id)}/answer`, {
      word: 'Le comité en parle déjà.',
    }),
  )
  refused(
    await bruno.post(`/api/v1/debate-wishes/${String(items[0].id)}/answer`, { word: 'Non' }),
    404,
    'debateWishNotFound',
  )
  await prepared({ wishId: items[0].id, question: 'Faut-il des astreintes\u202f?' })
  await t.settle()
  expect((await bruno.get('/api/v1/notifications')).text).toContain('Le comité en parle déjà.')
  expect((await ana.get('/api/v1/notifications')).text).toContain('se prépare')
  expect(ok(await manager.get(wishes)).items).toEqual([])
  expect((await ana.get('/api/v1/me/access-log')).text).toContain('runDebates')
})

test('without a name: no output of anybody else carries it, and two people with a reason open it for a day', async () => {
  const id = await opened({ form: 'proposals' })
  const proposal = ok(
    await nameless.post(`/api/v1/debates/${id}/proposals`, {
      title: 'Sans nom',
      bodyMd: 'Un texte.',
      nameless: true,
    }),
  )
  const made = ok(
    await argue(nameless, id, 'for', 'Un argument sans nom.', { nameless: true, proposalId: proposal.id }),
  )
  expect(made).toMatchObject({ authors: [], nameless: 1, isMine: true, can: { edit: true } })
  const url = `/api/v1/debate-arguments/${String(made.id)}`
  ok(await nameless.patch(url, { text: 'Un argument sans nom, mieux dit.' }))
  const named = ok(await argue(ana, id, 'for', 'Un autre.', { proposalId: proposal.id }))
  ok(await chloe.put(`${url}/support`, { supports: true }))
  ok(await chloe.put(`${url}/source-request`, { asks: true }))
  ok(await nameless.put(`/api/v1/debate-arguments/${String(named.id)}/support`, { supports: true }))
  const merged = ok(
    await manager.post(`/api/v1/debates/${id}/merges`, { argumentIds: [made.id, named.id], text: 'Réunis.' }),
  )
  ok(await nameless.post(`${url}/merge-objection`, { why: 'Non.' }))
  await over(id)
  await job('debates.turnPeriods')
  ok(await manager.put(`/api/v1/debates/${id}/synthesis`, { bodyMd: 'Lire #1.', publish: true }))
  ok(await manager.put(`/api/v1/debates/${id}/decider`, { deciderId: decider.memberId, due: '2099-01-01' }))
  ok(
    await manager.put(`/api/v1/debates/${id}/decision`, {
      outcome: 'refused',
      text: 'Non',
      because: 'Coût',
      decidedOn: day(0).toISOString().slice(0, 10),
    }),
  )
  await t.settle()

  const outputs = [
    `/api/v1/communities/${place.slug}/debates`,
    `/api/v1/debates/${id}`,
    `/api/v1/debates/${id}/proposals`,
    `/api/v1/debate-proposals/${String(proposal.id)}`,
    `/api/v1/debates/${id}/arguments?proposal=${String(proposal.id)}`,
    `/api/v1/debate-arguments/${String(merged.id)}/originals`,
    `/api/v1/debates/${id}/markdown`,
    `/api/v1/debates/${id}/waiting`,
    '/api/v1/notifications',
    '/api/v1/search?q=mieux+dit',
    '/api/v1/me/seen',
  ]
  let read = 0
  for (const who of [manager, second, decider, ana, bruno, chloe])
    for (const path of outputs) {
      const { text } = await who.get(path)
      read += text.length
      for (const canary of [hiddenName, nameless.memberId, 'Sansnom'])
        expect(text.includes(canary), `${path} ${canary}`).toBe(false)
    }
  expect(read).toBeGreaterThan(10_000)
  // What browsers are told, what is kept of it, what others would take away with them, what was mailed to others.
  const events = await t.db.read.rows<{ actor: string | null; payload: Record<string, string> }>(
    `select actor_id as actor, payload from platform.domain_event where payload->>'debateId' = $1`,
    [id],
  )
  expect(events.length).toBeGreaterThan(5)
  for (const { actor, payload } of events) {
    expect(actor).not.toBe(nameless.memberId)
    expect(Object.keys(payload)).not.toContain('argumentId')
  }
  const notices = await t.db.read.rows<{ row: string }>(
    `select row_to_json(n)::text as row from notifications.notice n where n.member_id <> $1 and row_to_json(n)::text like '%' || $2 || '%'`,
    [nameless.memberId, id],
  )
  expect(notices.length).toBeGreaterThan(0)
  for (const { row } of notices) expect(row).not.toContain(nameless.memberId)
  const columns = await t.db.read.rows<{ table: string; n: number }>(
    `select 'argument' as table, count(*)::int as n from debates.argument a where a.author_id = $1
     union all select 'proposal', count(*)::int from debates.proposal p where p.author_id = $1`,
    [nameless.memberId],
  )
  expect(columns.map(({ n }) => n)).toEqual([0, 0])

  // A name is asked for by one, opened by another, seen by these two and written where its bearer reads.
  const request = ok(
    await second.post(`/api/v1/debates/${id}/name-requests`, {
      argumentId: made.id,
      reason: 'Une menace a été signalée.',
    }),
  )
  const asked = `/api/v1/debate-name-requests/${String(request.id)}`
  refused(await second.get(asked), 404, 'nameRequestNotFound')
  refused(await second.post(`${asked}/decision`, { isGranted: true }), 403, 'someoneElse')
  refused(await ana.post(`${asked}/decision`, { isGranted: true }), 404, 'nameRequestNotFound')
  refused(
    await second.post(`/api/v1/debates/${id}/name-requests`, {
      argumentId: named.id,
      reason: 'Elle a un nom.',
    }),
    404,
    'argumentNotFound',
  )
  ok(await manager.post(`${asked}/decision`, { isGranted: true }))
  expect(ok(await second.get(asked)).author.displayName).toBe(hiddenName)
  expect(ok(await manager.get(asked)).reason).toBe('Une menace a été signalée.')
  await t.settle()
  expect((await nameless.get('/api/v1/notifications')).text).toContain('Deux personnes ont ouvert le nom')
  expect((await nameless.get('/api/v1/me/access-log')).text).toContain('openName')
  await t.db.read.run(`update debates.name_request set ends_at = now() - interval '1 minute' where id = $1`, [
    request.id,
  ])
  refused(await second.get(asked), 404, 'nameRequestNotFound')

  // The limit counts what carries no name too; a debate may refuse it.
  const strict = await opened({ mayBeNameless: false })
  refused(await argue(nameless, strict, 'for', 'Sans nom', { nameless: true }), 409, 'namelessNotHere')
  const busy = await opened()
  for (let n = 0; n < 20; n++)
    ok(await argue(nameless, busy, 'for', `Argument ${String(n)}`, { nameless: n % 2 === 0 }))
  refused(await argue(nameless, busy, 'for', 'Un de plus', { nameless: true }), 429, 'tooManyArguments')
})
