import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp } from '#apps/server/testing.ts'
import type { TestApp, TestVisitor } from '#apps/server/testing.ts'
import { bringIn, eventsOf, foundCommunity } from '#modules/communities/fixtures.ts'
import type { Board, BoardColumn, Step } from '#modules/kinds/contract.ts'
import { readKind } from '#modules/kinds/public.ts'

let t: TestApp
let claire: TestVisitor
let marc: TestVisitor
let supplier: TestVisitor
let outsider: TestVisitor
let community: { id: string; slug: string }
let url: string
let steps: Step[]

// A Monday, 10:00 in Paris.
const monday = new Date('2026-06-15T08:00:00Z')
const later = (days: number, hours = 0) =>
  t.setNow(new Date(monday.getTime() + (days * 24 + hours) * 3_600_000))

beforeAll(async () => {
  t = await startTestApp()
  t.setNow(monday)
  claire = await t.member({ name: 'Claire' })
  marc = await t.member({ name: 'Marc' })
  supplier = await t.member({ name: 'Fournisseur', guest: true })
  outsider = await t.member({ name: 'Extérieur' })
  community = await foundCommunity(claire, { kind: 'practice', visibility: 'closed', partnersAdmitted: true })
  await bringIn(claire, community, marc, supplier)
  url = `/api/v1/communities/${community.id}`
})
afterAll(() => t.close())

const post = async (title: string, by = marc): Promise<string> => {
  const answer = await by.post('/api/v1/posts', {
    communityId: community.id,
    kind: 'question',
    title,
    bodyMd: 'Le texte de la conversation.',
  })
  expect(answer.status, answer.text).toBe(200)
  return answer.body.card.id
}
const put = (postId: string, body: object, by = marc) => by.put(`/api/v1/posts/${postId}/step`, body)
const board = async (by = marc): Promise<Board> => (await by.get(`${url}/board`)).body
const titles = (column: BoardColumn | undefined) => column?.cards.map(({ title }) => title)
const written = [
  {
    name: { fr: 'Reçu', en: 'Received' },
    targetAmount: 1,
    targetUnit: 'days',
    waitsFor: 'anyone',
    ends: false,
  },
  { name: { fr: 'À préciser' }, targetAmount: 4, targetUnit: 'hours', waitsFor: 'author', ends: false },
  {
    name: { fr: 'Chez le partenaire' },
    targetAmount: 3,
    targetUnit: 'days',
    waitsFor: 'partners',
    ends: false,
  },
  { name: { fr: 'Clos' }, targetAmount: null, targetUnit: 'days', waitsFor: 'anyone', ends: true },
]

describe('the kind', () => {
  test('shows first what another one would change, and changes nothing by showing it', async () => {
    await post('Ce qui était là')
    const preview = await claire.get(`${url}/kind/preview?to=process`)
    expect(preview.body).toMatchObject({
      from: 'practice',
      to: 'process',
      sectionsAdded: ['board'],
      sectionsPutAway: [],
      indicator: { before: 'expected', after: 'required', isMissing: true },
      rhythm: { before: 'quarter', after: 'month' },
      kept: { posts: 1, members: 3 },
      told: 2,
    })
    expect((await marc.get(`${url}/kind/preview?to=process`)).body.error.data.reason).toBe('managersOnly')
    expect((await outsider.get(`${url}/kind/preview?to=process`)).status).toBe(403)
    expect((await marc.get(`${url}/kind`)).body).toMatchObject({ presets: { kind: 'practice' }, changes: [] })
  })

  test('changes once, keeps the history, and tells members', async () => {
    expect((await marc.put(`${url}/kind`, { to: 'process' })).status).toBe(403)
    const changed = await claire.put(`${url}/kind`, { to: 'process', why: 'Un vrai circuit' })
    expect(changed.body).toMatchObject({
      presets: { kind: 'process', indicator: 'required' },
      changes: [{ from: 'practice', to: 'process', why: 'Un vrai circuit' }],
    })
    expect((await claire.put(`${url}/kind`, { to: 'process' })).body.error.code).toBe('sameKind')
    expect(await eventsOf(t, community.id)).toContain('kindChanged')
    await t.settle()
    expect((await marc.get('/api/v1/notifications')).text).toContain('processus')
    expect((await claire.get('/api/v1/notifications')).text).not.toContain('change de type')
  })
})

describe('the board', () => {
  test('is declared by managers, in order', async () => {
    expect((await marc.put(`${url}/process`, { steps: written })).status).toBe(403)
    const done = await claire.put(`${url}/process`, { steps: written })
    expect(done.status, done.text).toBe(200)
    steps = done.body.steps
    expect(steps.map(({ name }) => name.fr)).toEqual(['Reçu', 'À préciser', 'Chez le partenaire', 'Clos'])
    expect((await claire.put(`${url}/process`, { steps: [] })).status).toBe(400)
    expect(await readKind(t.systemContext(), community.id)).toMatchObject({
      kind: 'process',
      rhythm: 'month',
      steps: [{}, {}, {}, { ends: true }],
    })
  })

  test('a member puts a conversation at a step and moves it; the same again changes nothing', async () => {
    const id = await post('Roulement bruyant')
    expect((await put(id, { stepId: steps[0]!.id }, outsider)).status).toBe(404)
    const placed = await put(id, { stepId: steps[0]!.id, fromStepId: null })
    expect(placed.status, placed.text).toBe(200)
    // Tuesday at ten: a day of nine hours, on the site's calendar.
    expect(placed.body.card).toMatchObject({
      dueAt: '2026-06-16T08:00:00.000Z',
      isLate: false,
      waitsFor: null,
    })
    await put(id, { stepId: steps[0]!.id })
    expect((await put(id, { stepId: steps[2]!.id, fromStepId: null })).body.error.code).toBe('movedMeanwhile')
    const moved = await put(id, { stepId: steps[1]!.id, fromStepId: steps[0]!.id })
    // This step waits for its author.
    expect(moved.body.card.waitsFor.displayName).toBe('Marc')
    expect(moved.body.moves).toHaveLength(2)
    expect(moved.body.moves[0]).toMatchObject({
      from: { fr: 'Reçu' },
      to: { fr: 'À préciser' },
      isWithin: true,
      spentHours: 0,
    })
    expect((await put(id, { stepId: id })).body.error.code).toBe('notFound')
    expect((await marc.delete(`/api/v1/posts/${id}/step`)).body.card).toBeNull()
    expect((await marc.delete(`/api/v1/posts/${id}/step`)).body.error.code).toBe('notFound')
  })

  test('waits for somebody, a partner too, who is told', async () => {
    const id = await post('Cote manquante')
    expect((await put(id, { stepId: steps[2]!.id, waitsForId: outsider.memberId })).body.error.code).toBe(
      'waitedUnknown',
    )
    const waits = await put(id, {
      stepId: steps[2]!.id,
      waitsForId: supplier.memberId,
      note: 'Le plan, s’il vous plaît',
    })
    expect(waits.body.card).toMatchObject({ isPartner: true, note: 'Le plan, s’il vous plaît' })
    await t.settle()
    expect((await supplier.get('/api/v1/notifications')).text).toContain('On vous attend')
    expect((await marc.get('/api/v1/notifications')).text).not.toContain('On vous attend')
    // The partner answers and passes it on.
    expect((await put(id, { stepId: steps[3]!.id }, supplier)).body.card).toMatchObject({
      waitsFor: null,
      dueAt: null,
    })
  })

  test('shows late ones first, in a stated number of statements', async () => {
    const [old, fresh] = [await post('Ancienne'), await post('Récente')]
    await put(old, { stepId: steps[0]!.id })
    later(2)
    await put(fresh, { stepId: steps[0]!.id })
    const answer = await marc.get(`${url}/board`)
    expect(answer.statements).toBeLessThanOrEqual(6)
    const seen = answer.body as Board
    expect(titles(seen.columns[0])).toEqual(['Ancienne', 'Récente'])
    expect(seen.columns[0]).toMatchObject({ total: 2, late: 1 })
    expect(seen.columns[0]!.cards[0]).toMatchObject({ isLate: true, hoursOver: 9 })
    expect(seen.late).toBe(1)
    const [first] = seen.columns[0]!.cards
    expect(first!.author.displayName).toBe('Marc')
    expect((await outsider.get(`${url}/board`)).status).toBe(403)
    const more = await marc.get(`${url}/board/steps/${steps[0]!.id}?limit=1`)
    expect(titles(more.body)).toEqual(['Ancienne'])
    const rest = await marc.get(`${url}/board/steps/${steps[0]!.id}?limit=1&cursor=${more.body.next}`)
    expect(titles(rest.body)).toEqual(['Récente'])
    expect(rest.body.next).toBeNull()
    // A longer target reaches what already sits there.
    const relaxed = steps.map((step, index) => ({ ...step, ...(index === 0 && { targetAmount: 10 }) }))
    expect((await claire.put(`${url}/process`, { steps: relaxed })).status).toBe(200)
    expect((await board()).late).toBe(0)
    await claire.put(`${url}/process`, { steps })
    expect((await claire.put(`${url}/process`, { steps: steps.slice(1) })).body.error).toMatchObject({
      code: 'stepInUse',
      data: { n: 2 },
    })
    await marc.delete(`/api/v1/posts/${fresh}`)
    expect(titles((await board()).columns[0])).toEqual(['Ancienne'])
    expect(
      (await marc.get(`${url}/board/unplaced`)).body.items.map(({ title }: { title: string }) => title),
    ).toContain('Ce qui était là')
  })

  test('tells by step and closed month what kept its target; a few are only counted', async () => {
    const ids = []
    for (let n = 0; n < 21; n++) ids.push(await post(`Mois ${n}`))
    for (const id of ids) await put(id, { stepId: steps[2]!.id })
    // Fifteen in time, six late.
    later(3)
    for (const id of ids.slice(0, 15)) await put(id, { stepId: steps[3]!.id })
    later(8)
    for (const id of ids.slice(15)) await put(id, { stepId: steps[3]!.id })
    expect((await marc.get(`${url}/board/months`)).body.shares).toEqual([])
    later(30)
    const { shares } = (await marc.get(`${url}/board/months`)).body
    const partner = shares.find(({ stepId }: { stepId: string }) => stepId === steps[2]!.id)
    expect(partner).toMatchObject({ month: '2026-06', n: 22, within: 16 })
    expect(partner.share).toBeCloseTo(16 / 22)
    expect(partner.low).toBeGreaterThan(0.5)
    expect(partner.high).toBeLessThan(0.9)
    const first = shares.find(({ stepId }: { stepId: string }) => stepId === steps[0]!.id)
    expect(first).toMatchObject({ n: 1, share: null, low: null })
  })

  test('another kind puts the board away and brings it back as it was', async () => {
    const before = await board()
    const preview = (await claire.get(`${url}/kind/preview?to=interest`)).body
    expect(preview).toMatchObject({ sectionsPutAway: ['board'], putAway: { steps: 4 } })
    expect(preview.putAway.placed).toBeGreaterThan(20)
    await claire.put(`${url}/kind`, { to: 'interest' })
    const [card] = before.columns[0]!.cards
    expect((await put(card!.postId, { stepId: steps[1]!.id })).body.error.code).toBe('notFound')
    expect((await marc.get(`/api/v1/posts/${card!.postId}/step`)).body.steps).toBeNull()
    expect((await claire.get(`${url}/kind/preview?to=process`)).body.comesBack.steps).toBe(4)
    await claire.put(`${url}/kind`, { to: 'process' })
    expect((await board()).columns.map(({ total }) => total)).toEqual(
      before.columns.map(({ total }) => total),
    )
    expect((await marc.get(`${url}/kind`)).body.changes).toHaveLength(3)
  })

  test('an archive is read, not written', async () => {
    const card = (await board()).columns.flatMap(({ cards }) => cards)[0]!
    await t.db.read.run(`update communities.community set stage = 'archived' where id = $1`, [community.id])
    const answers = [
      put(card.postId, { stepId: steps[1]!.id }),
      marc.delete(`/api/v1/posts/${card.postId}/step`),
      claire.put(`${url}/process`, { steps }),
      claire.put(`${url}/kind`, { to: 'interest' }),
      claire.put(`${url}/programme`, { steps: [] }),
      claire.post(`${url}/project/decisions`, {
        on: '2026-06-01',
        decision: 'x',
        why: 'y',
        decidedAs: 'members',
      }),
      claire.put(`${url}/closing-review`, { delivered: 'x', learnt: null }),
    ]
    for (const { status, body } of await Promise.all(answers))
      expect([status, body.error.data.reason]).toEqual([403, 'archived'])
    expect((await board()).can).toEqual({ move: false, manage: false })
  })
})
