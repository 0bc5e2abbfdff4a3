import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp } from '#apps/server/testing.ts'
import type { TestAnswer, TestApp, TestVisitor } from '#apps/server/testing.ts'
import { bringIn, foundCommunity, giveRole } from '#modules/communities/fixtures.ts'
import { vectors } from '#modules/radar/contract.ts'

let t: TestApp
let leader: TestVisitor
let sponsor: TestVisitor
let peer: TestVisitor
let member: TestVisitor
let place: { id: string; slug: string }
let id: string

const ok = (answer: TestAnswer): TestAnswer['body'] => {
  expect(answer.status, answer.text).toBeLessThan(300)
  return answer.body
}
const code = (answer: TestAnswer): string => answer.body.error?.data?.reason ?? answer.body.error?.code
const url = (rest = '') => `/api/v1/programmes/${id}/radar${rest}`
const at = (day: string) => t.setNow(new Date(`${day}T09:00:00Z`))
const radar = async () => ok(await leader.get(url()))
const of = async (vector: string) =>
  (await radar()).vectors.find((one: { vector: string }) => one.vector === vector)
const write = async (by: TestVisitor, more: object) =>
  ok(await by.post('/api/v1/posts', { communityId: place.id, bodyMd: 'Texte.', ...more })).card.id as string

beforeAll(async () => {
  t = await startTestApp()
  at('2027-03-02')
  leader = await t.member({ name: 'Claire Morvan' })
  sponsor = await t.member({ name: 'Marc Delorme' })
  peer = await t.member({ name: 'Sofia Almeida' })
  member = await t.member({ name: 'Karim Benali' })
  place = await foundCommunity(leader, { visibility: 'open' })
  await foundCommunity(peer, { name: { fr: 'Qualité' } })
  await bringIn(leader, place, sponsor, member)
  await giveRole(leader, place, sponsor, 'sponsor')
  id = ok(
    await leader.post('/api/v1/programmes', {
      name: { fr: 'Le carnet partagé' },
      visibility: 'company',
      communityId: place.id,
    }),
  ).id
  ok(await leader.patch(`/api/v1/programmes/${id}`, { sponsorId: sponsor.memberId }))
  ok(await sponsor.post(`/api/v1/programmes/${id}/sponsor-answer`, { answer: 'yes' }))
})
afterAll(() => t.close())

test('read by who leads and who carries; nothing is cleared, and no route clears it', async () => {
  expect(code(await member.get(url()))).toBe('programmeCircleOnly')
  expect(ok(await sponsor.get(url())).mayLead).toBe(false)
  const { vectors: seen, focus } = await radar()
  expect(seen.map(({ vector }: { vector: string }) => vector)).toEqual(vectors)
  expect(seen.filter(({ state }: { state: string }) => state === 'cleared')).toEqual([])
  expect(focus).toMatchObject({ vector: 'vision', reason: null })
  // No route takes a state: every body that names one is refused, and what is chosen for the week changes none.
  for (const vector of vectors) {
    expect(
      (await leader.put(url('/focus'), { vector, reason: 'R', action: 'A', state: 'cleared' })).status,
    ).toBe(400)
    ok(await leader.put(url('/focus'), { vector, reason: 'C’est fait.', action: 'Tout est fait.' }))
    expect((await of(vector)).state).not.toBe('cleared')
    expect(
      (
        await leader.post(url('/answers'), {
          question: 'pinnedWhy',
          answer: 'yes',
          url: '/posts/1',
          state: 'cleared',
        })
      ).status,
    ).toBe(400)
  }
  expect((await radar()).focus).toMatchObject({ vector: 'depth', reason: 'C’est fait.' })
})

test('an asked answer needs a link that exists, and expires after ninety days', async () => {
  const answer = (link: string) =>
    leader.post(url('/answers'), { question: 'pinnedWhy', answer: 'yes', url: link })
  const postId = await write(leader, { title: 'Pourquoi un carnet' })
  expect(code(await answer('https://ailleurs.example/x'))).toBe('linkProvesNothing')
  expect(code(await answer(`/posts/${postId}`))).toBe('linkProvesNothing')
  ok(await leader.put(`/api/v1/posts/${postId}/pin`))
  expect(
    code(
      await sponsor.post(url('/answers'), { question: 'pinnedWhy', answer: 'yes', url: `/posts/${postId}` }),
    ),
  ).toBe('programmeLeadersOnly')
  ok(await answer(`/posts/${postId}`))
  const pinned = async () =>
    (await of('vision')).signals.find(({ key }: { key: string }) => key === 'pinnedWhy')
  expect(await pinned()).toMatchObject({
    kind: 'asked',
    state: 'off',
    by: 'Claire Morvan',
    until: '2027-05-31',
  })
  // Looked at again at each reading: unpinned, it says so at once.
  ok(await leader.delete(`/api/v1/posts/${postId}/pin`))
  expect(await pinned()).toMatchObject({ state: 'on' })
  ok(await leader.put(`/api/v1/posts/${postId}/pin`))
  at('2027-06-01')
  expect(await pinned()).toMatchObject({ state: 'unknown', by: null })
  at('2027-03-02')
})

test('vision: three field stories and the page clear it, until they grow old', async () => {
  ok(
    await leader.patch(`/api/v1/programmes/${id}`, {
      vision: 'Un seul carnet.',
      whyNow: 'La radio s’éteint.',
    }),
  )
  for (const title of ['Un', 'Deux', 'Trois']) {
    expect((await of('vision')).state).not.toBe('cleared')
    await write(member, { kind: 'story', title })
  }
  expect(await of('vision')).toMatchObject({ state: 'cleared', until: '2027-08-29' })
  at('2027-09-10')
  expect((await of('vision')).state).not.toBe('cleared')
  at('2027-03-02')
})

test('sponsor: a promise agreed by the sponsor and a month kept, from public acts', async () => {
  expect(await of('sponsor')).toMatchObject({ state: 'failing' })
  const { id: commitmentId } = ok(
    await leader.post('/api/v1/sponsorship/commitments', {
      programmeId: id,
      sponsorId: sponsor.memberId,
      what: 'visit',
      text: 'Une visite par mois',
    }),
  )
  expect((await of('sponsor')).state).toBe('failing')
  ok(await sponsor.post(`/api/v1/sponsorship/commitments/${commitmentId}/agreement`, {}))
  expect((await of('sponsor')).state).toBe('failing')
  await write(sponsor, { title: 'Je suis passé' })
  expect((await of('sponsor')).state).toBe('cleared')
  at('2027-05-20')
  expect(await of('sponsor')).toMatchObject({ state: 'failing' })
  at('2027-03-02')
  const { items } = ok(await member.get(`/api/v1/programmes/${id}/promises`))
  expect(items).toMatchObject([{ kind: 'commitment', state: 'done' }])
})

test('actions: each dated, done or refused; what slips past its date fails', async () => {
  const card = ok(
    await leader.post(`/api/v1/programmes/${id}/cards`, {
      kind: 'action',
      title: 'Installer les bornes',
      on: '2027-03-20',
    }),
  )
  expect((await of('actions')).evidence).toMatchObject([
    { key: 'decisionLog', isThere: true, until: '2027-03-20' },
  ])
  at('2027-03-21')
  expect(await of('actions')).toMatchObject({ state: 'failing', evidence: [{ isThere: false }] })
  at('2027-03-02')
  expect(card.kind).toBe('action')
})

test('mobilisation and time: budgets count once the sponsor has signed, while they run', async () => {
  const propose = (kind: string, by = leader) =>
    by.post(url('/budgets'), { kind, amount: 12, startsOn: '2027-03-01', endsOn: '2027-06-30' })
  expect(code(await propose('time', sponsor))).toBe('programmeLeadersOnly')
  ok(await propose('time'))
  expect((await of('time')).evidence).toMatchObject([{ key: 'timeBudget', isThere: false }])
  const [budget] = (await radar()).budgets
  expect(budget.maySign).toBe(false)
  expect(code(await leader.post(`/api/v1/radar/budgets/${budget.id}/signature`))).toBe('noSponsorToSign')
  expect((await member.post(`/api/v1/radar/budgets/${budget.id}/signature`)).status).toBe(404)
  ok(await sponsor.post(`/api/v1/radar/budgets/${budget.id}/signature`))
  expect(await of('time')).toMatchObject({ state: 'cleared', until: '2027-06-30' })
  at('2027-07-01')
  expect(await of('time')).toMatchObject({ state: 'failing' })
  at('2027-03-02')
  ok(await leader.post(`/api/v1/radar/budgets/${budget.id}/withdrawal`))
  expect(await of('time')).toMatchObject({ state: 'failing' })
  expect(await of('mobilisation')).toMatchObject({ state: 'failing' })
})

test('field: five interviews of ninety days; depth: a peer, never oneself', async () => {
  for (let n = 0; n < 5; n++) {
    expect((await of('field')).state).not.toBe('cleared')
    ok(
      await leader.post(`/api/v1/programmes/${id}/heard`, {
        sort: 'interview',
        source: 'Équipe de nuit, Mulhouse',
        on: `2027-02-1${n}`,
        text: 'On écrit sur la main.',
      }),
    )
  }
  expect(await of('field')).toMatchObject({ state: 'cleared', until: '2027-05-11' })
  const ask = (who: TestVisitor) => leader.post(url('/reviews'), { peerId: who.memberId })
  for (const who of [leader, sponsor, member]) expect(code(await ask(who))).toBe('peerNotAvailable')
  expect(code(await peer.get(url()))).toBe('programmeCircleOnly')
  ok(await ask(peer))
  const review = ok(await peer.get(url())).reviews[0]
  expect(review.isMine).toBe(true)
  const answer = { verdict: 'ready', word: 'Solide.' }
  expect((await leader.post(`/api/v1/radar/reviews/${review.id}`, answer)).status).toBe(404)
  ok(await peer.post(`/api/v1/radar/reviews/${review.id}`, answer))
  expect(await of('depth')).toMatchObject({
    state: 'failing',
    evidence: [
      { key: 'canvasReview', isThere: true },
      { key: 'baselineThere' },
      { key: 'userTested', isThere: false },
    ],
  })
})

test('the history of a month is written once and cannot be changed', async () => {
  at('2027-04-01')
  for (let n = 0; n < 2; n++) {
    await t.db.transaction((tx) => tx.run(`select graphile_worker.add_job('radar.keepMonths', '{}'::json)`))
    await t.settle()
  }
  const { history } = await radar()
  expect(history).toHaveLength(1)
  expect(history[0].month).toBe('2027-03')
  expect(Object.keys(history[0].states).toSorted()).toEqual([...vectors].toSorted())
  await expect(t.db.transaction((tx) => tx.run(`update radar.month set state = 'cleared'`))).rejects.toThrow(
    'append-only',
  )
})
