import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp } from '#apps/server/testing.ts'
import type { TestAnswer, TestApp, TestVisitor } from '#apps/server/testing.ts'
import { bringIn, foundCommunity, giveRole } from '#modules/communities/fixtures.ts'
import { countSponsorActs, listSponsorCommitments } from '#modules/sponsorship/public.ts'

let t: TestApp
let manager: TestVisitor
let sponsor: TestVisitor
let delegate: TestVisitor
let member: TestVisitor
let stranger: TestVisitor
let place: { id: string; slug: string }

const ok = (answer: TestAnswer): TestAnswer['body'] => {
  expect(answer.status, answer.text).toBeLessThan(300)
  return answer.body
}
const refused = (answer: TestAnswer, status: number, code: string) => {
  const { error } = answer.body
  expect([answer.status, status === 404 ? code : (error?.data?.reason ?? error?.code)], answer.text).toEqual([
    status,
    code,
  ])
}
const today = () => t.services.now().toISOString().slice(0, 10)
const mine = async (by: TestVisitor) => ok(await by.get('/api/v1/me/sponsorship'))
const promises = async (by: TestVisitor) => ok(await by.get(`/api/v1/communities/${place.slug}/promises`))
const at = (day: string) => t.setNow(new Date(`${day}T09:00:00Z`))
const remind = async () => {
  await t.db.transaction((tx) =>
    tx.run(`select graphile_worker.add_job('sponsorship.remindSponsors', '{}'::json)`),
  )
  await t.settle()
}
const reminders = async (): Promise<number> =>
  (await t.db.read.row<{ n: number }>('select count(*)::int as n from sponsorship.reminder'))!.n
const noticesOf = async (by: TestVisitor): Promise<string[]> =>
  ok(await by.get('/api/v1/notifications')).items.map((one: { sentence: string }) => one.sentence)

beforeAll(async () => {
  t = await startTestApp()
  at('2027-03-02')
  manager = await t.member({ name: 'Claire Morvan' })
  sponsor = await t.member({ name: 'Marc Delorme' })
  delegate = await t.member({ name: 'Lucie Perrin' })
  member = await t.member({ name: 'Karim Benali' })
  stranger = await t.member({ name: 'Zoé Outremer' })
  place = await foundCommunity(manager, { visibility: 'closed' })
  await bringIn(manager, place, sponsor, member, delegate)
  await giveRole(manager, place, sponsor, 'sponsor')
})
afterAll(() => t.close())

const propose = (by: TestVisitor, more: object = {}) =>
  by.post('/api/v1/sponsorship/commitments', {
    communityId: place.id,
    sponsorId: sponsor.memberId,
    what: 'answer',
    text: 'Répondre à une question par mois',
    ...more,
  })
const ask = async (): Promise<string> =>
  ok(
    await member.post('/api/v1/posts', {
      communityId: place.id,
      kind: 'question',
      title: 'Pourquoi trois carnets ?',
      bodyMd: 'Chaque atelier a le sien.',
    }),
  ).card.id

test('a commitment written by somebody else is a proposal until the sponsor agrees, and nobody else sees it', async () => {
  refused(await propose(member), 403, 'managersOnly')
  refused(await propose(stranger), 403, 'joinFirst')
  refused(await propose(manager, { sponsorId: member.memberId }), 409, 'notASponsor')
  const { id } = ok(await propose(manager))
  expect((await promises(member)).items).toEqual([])
  expect((await promises(member)).commitments).toEqual([])
  expect((await promises(manager)).commitments).toMatchObject([{ id, status: 'proposed' }])
  const url = `/api/v1/sponsorship/commitments/${id}`
  refused(await manager.post(`${url}/agreement`, {}), 404, 'notFound')
  refused(await delegate.post(`${url}/agreement`, {}), 404, 'notFound')
  const agreed = ok(await sponsor.post(`${url}/agreement`, { text: 'Une vraie réponse par mois' }))
  expect(agreed.commitments).toMatchObject([
    {
      id,
      status: 'agreed',
      text: 'Une vraie réponse par mois',
      months: [{ month: '2027-03', kept: 0, state: 'promised' }],
    },
  ])
  refused(await sponsor.post(`${url}/agreement`, {}), 409, 'commitmentOver')
  expect((await promises(member)).items).toMatchObject([
    { kind: 'commitment', state: 'promised', kept: 0, perMonth: 1 },
  ])
  refused(await stranger.get(`/api/v1/communities/${place.slug}/promises`), 403, 'joinFirst')
  // What stands is not changed by a manager: only proposed otherwise.
  const other = ok(await propose(manager, { replacesId: id, text: 'Deux réponses', perMonth: 2 }))
  expect((await promises(member)).items).toHaveLength(1)
  ok(await sponsor.post(`/api/v1/sponsorship/commitments/${other.id}/decline`, { word: 'Une suffit.' }))
  expect((await promises(member)).items).toHaveLength(1)
  await t.settle()
  expect(await noticesOf(manager)).toContain('L’engagement que vous avez proposé est accepté')
})

test('reminders go seven and two days before the end, when nothing is done; then help is offered', async () => {
  at('2027-03-20')
  await remind()
  expect(await reminders()).toBe(0)
  at('2027-03-25')
  await remind()
  await remind()
  expect((await noticesOf(sponsor)).filter((one) => one.includes('rien n’est encore fait'))).toHaveLength(1)
  expect((await noticesOf(manager)).some((one) => one.includes('proposez votre aide'))).toBe(false)
  at('2027-03-30')
  await remind()
  expect((await noticesOf(manager)).some((one) => one.includes('proposez votre aide'))).toBe(true)
  expect((await promises(manager)).help).toHaveLength(1)
  expect((await promises(member)).help).toEqual([])
})

test('the month that passes without the act is late; an answer keeps the next one; acts are public ones', async () => {
  at('2027-04-03')
  const postId = await ask()
  expect(
    await countSponsorActs({ ...t.systemContext(), now: t.services.now() }, sponsor.memberId, [place.id], 28),
  ).toBe(0)
  ok(await sponsor.get(`/api/v1/posts/${postId}`))
  expect((await promises(member)).items.map(({ state }: { state: string }) => state)).toEqual([
    'promised',
    'late',
  ])
  ok(await sponsor.post(`/api/v1/posts/${postId}/comments`, { bodyMd: 'Parce que.', isAnswer: true }))
  const { items, counts } = await promises(member)
  expect(items.map(({ state }: { state: string }) => state)).toEqual(['done', 'late'])
  expect(counts).toMatchObject({ done: 1, late: 1 })
  expect(
    await countSponsorActs({ ...t.systemContext(), now: t.services.now() }, sponsor.memberId, [place.id], 28),
  ).toBe(1)
  const rows = await listSponsorCommitments(
    { ...t.systemContext(), now: t.services.now() },
    { communityId: place.id },
  )
  expect(rows).toMatchObject([
    { month: '2027-04', kept: 1, state: 'done' },
    { month: '2027-03', kept: 0, state: 'late' },
  ])
  at('2027-04-29')
  await remind()
  expect(await reminders()).toBe(2)
})

test('a pause asks nothing; a promise that ends stays with its reason', async () => {
  at('2027-05-03')
  const commitment = (await mine(sponsor)).commitments.find(
    ({ status }: { status: string }) => status === 'agreed',
  )
  const url = `/api/v1/sponsorship/commitments/${commitment.id}`
  refused(await manager.post(`${url}/pause`, { from: '2027-05-05', to: '2027-05-20' }), 404, 'notFound')
  refused(await sponsor.post(`${url}/pause`, { from: '2027-03-01', to: '2027-05-20' }), 400, 'dueInPastHere')
  ok(await sponsor.post(`${url}/pause`, { from: '2027-05-05', to: '2027-05-20', word: 'Chantier de Porto' }))
  at('2027-05-26')
  await remind()
  expect(await reminders()).toBe(2)
  at('2027-06-02')
  expect((await promises(member)).items.map(({ state }: { state: string }) => state)).toEqual([
    'promised',
    'paused',
    'done',
    'late',
  ])
  refused(await manager.post(`${url}/withdrawal`, { reason: 'Il est parti.' }), 404, 'notFound')
  ok(await sponsor.post(`${url}/withdrawal`, { reason: 'Je passe la main à Sofia.' }))
  at('2027-08-01')
  const { items } = await promises(member)
  expect(items.map(({ state }: { state: string }) => state)).toEqual(['withdrawn', 'paused', 'done', 'late'])
  expect(items[0].reason).toBe('Je passe la main à Sofia.')
})

test('a dated promise is done with a link that shows it', async () => {
  refused(
    await propose(sponsor, { what: 'other', text: 'Ouvrir la réunion', dueOn: '2027-01-01' }),
    400,
    'dueInPastHere',
  )
  const { id } = ok(await propose(sponsor, { what: 'other', text: 'Ouvrir la réunion', dueOn: '2027-08-20' }))
  const url = `/api/v1/sponsorship/commitments/${id}/done`
  refused(await manager.post(url, { url: '/posts/1' }), 404, 'notFound')
  expect((await sponsor.post(url, { url: 'javascript:alert(1)' })).status).toBe(400)
  ok(await sponsor.post(url, { url: '/communities/soudure' }))
  expect((await promises(member)).items[0]).toMatchObject({ state: 'done', path: '/communities/soudure' })
})

test('a question is handed; the delegate prepares, the sponsor alone publishes, and the text says with whom', async () => {
  const postId = await ask()
  refused(
    await member.post(`/api/v1/posts/${postId}/hand`, { sponsorId: sponsor.memberId }),
    403,
    'managersOnly',
  )
  ok(
    await manager.post(`/api/v1/posts/${postId}/hand`, {
      sponsorId: sponsor.memberId,
      word: 'Elle est pour vous.',
    }),
  )
  refused(
    await manager.post(`/api/v1/posts/${postId}/hand`, { sponsorId: sponsor.memberId }),
    409,
    'alreadyHanded',
  )
  expect((await mine(sponsor)).handed).toMatchObject([{ postId, word: 'Elle est pour vous.' }])
  expect((await mine(delegate)).preparesFor).toEqual([])

  refused(await member.post('/api/v1/me/delegates', { memberId: delegate.memberId }), 409, 'notASponsor')
  const [delegation] = ok(
    await sponsor.post('/api/v1/me/delegates', { memberId: delegate.memberId }),
  ).delegates
  const draft = { delegationId: delegation.id, postId, bodyMd: 'Canari du brouillon : un seul carnet.' }
  refused(await member.post('/api/v1/sponsorship/drafts', draft), 404, 'notFound')
  const [one] = ok(await delegate.post('/api/v1/sponsorship/drafts', draft)).drafts
  expect(one.mayPublish).toBe(false)
  const url = `/api/v1/sponsorship/drafts/${one.id}`
  // Seen by the two only.
  for (const other of [manager, member, stranger]) {
    expect((await mine(other)).drafts).toEqual([])
    refused(await other.patch(url, { bodyMd: 'Autre' }), 404, 'notFound')
    refused(await other.post(`${url}/publication`, {}), 404, 'notFound')
    expect((await other.get(`/api/v1/posts/${postId}`)).text).not.toContain('Canari du brouillon')
  }
  refused(await delegate.post(`${url}/publication`, {}), 403, 'sponsorOnly')
  ok(await delegate.patch(url, { bodyMd: 'Un seul carnet, à partir de mai.' }))
  const { commentId } = ok(await sponsor.post(`${url}/publication`, {}))
  const read = async () => (await member.get(`/api/v1/posts/${postId}`)).body.comments.items[0]
  expect((await read()).author.displayName).toBe('Marc Delorme')
  expect((await read()).bodyHtml).toContain('Préparé avec Lucie Perrin')
  expect((await mine(sponsor)).handed).toEqual([])
  refused(await sponsor.post(`${url}/publication`, {}), 404, 'notFound')
  // The author edits: the mention stays, once.
  ok(await sponsor.patch(`/api/v1/comments/${commentId}`, { bodyMd: 'Un seul carnet.' }))
  expect((await read()).bodyHtml.match(/Préparé avec Lucie Perrin/gu)).toHaveLength(1)

  // Withdrawn: drafts go with it, on both sides.
  ok(
    await delegate.post('/api/v1/sponsorship/drafts', {
      delegationId: delegation.id,
      communityId: place.id,
      title: 'Bilan',
      bodyMd: 'Texte',
    }),
  )
  ok(await sponsor.delete(`/api/v1/sponsorship/delegations/${delegation.id}`))
  expect((await mine(delegate)).drafts).toEqual([])
  refused(await delegate.post('/api/v1/sponsorship/drafts', draft), 404, 'notFound')
  expect(today()).toBe('2027-08-01')
})
