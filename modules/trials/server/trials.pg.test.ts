import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp } from '#apps/server/testing.ts'
import type { TestAnswer, TestApp, TestVisitor } from '#apps/server/testing.ts'

let t: TestApp
let slug: string
let trialId: string
const names = ['claire', 'karim', 'helene', 'sofia', 'outsider'] as const
const who = {} as Record<(typeof names)[number], TestVisitor>

const ok = (answer: TestAnswer): TestAnswer['body'] => {
  expect(answer.status, answer.text).toBeLessThan(300)
  return answer.body
}
const code = (answer: TestAnswer) => [answer.status, answer.body.error.code]
const at = (path = '') => `/api/v1/trials/${trialId}${path}`
const read = async (by: TestVisitor = who.claire) => ok(await by.get(at()))
interface Idea {
  id: string
  title: string
  votes: number
  status: string
  authors: { displayName: string }[]
}
const backlog = async (by: TestVisitor = who.claire): Promise<Idea[]> => (await read(by)).backlog
const idea = async (title: string): Promise<string> =>
  (await backlog()).find((one) => one.title === title)!.id
const notices = async (person: TestVisitor): Promise<string[]> => {
  await t.settle()
  return ok(await person.get('/api/v1/notifications')).items.map((one: { sentence: string }) =>
    one.sentence.replace(/[\u2068\u2069]/g, ''),
  )
}
const written = {
  title: 'Le carnet sur téléphone',
  what: 'Remplir une intervention debout, avec des gants.',
  from: '2026-11-23',
  to: '2026-12-18',
  seats: 2,
  votesEach: 2,
  steps: [{ text: 'Ouvrir le carnet', expected: 'Moins de trois secondes' }, { text: 'Joindre une photo' }],
}

beforeAll(async () => {
  t = await startTestApp()
  t.setNow(new Date('2026-11-23T08:00:00Z'))
  for (const name of names) who[name] = await t.member({ name })
  const made = ok(
    await who.claire.post('/api/v1/communities', {
      name: { fr: 'Maintenance' },
      purpose: { fr: 'S’entraider.' },
      kind: 'practice',
      visibility: 'closed',
    }),
  )
  slug = made.slug
  for (const name of ['karim', 'helene', 'sofia'] as const)
    await t.db.read.run('insert into communities.membership (community_id, member_id) values ($1, $2)', [
      made.id,
      who[name].memberId,
    ])
})
afterAll(() => t.close())

test('a trial is a draft of those who lead until it has a scenario and is opened', async () => {
  const list = `/api/v1/communities/${slug}/trials`
  expect((await who.karim.post(list, written)).status).toBe(403)
  expect(code(await who.claire.post(list, { ...written, to: '2026-11-01' }))).toEqual([400, 'trialDaysWrong'])
  trialId = ok(await who.claire.post(list, { ...written, steps: [] })).id
  expect((await who.karim.get(at())).status).toBe(404)
  expect(ok(await who.karim.get(list))).toEqual({ items: [], canAdd: false })
  expect(code(await who.claire.patch(at(), { state: 'open' }))).toEqual([409, 'scenarioMissing'])
  const opened = ok(await who.claire.patch(at(), { steps: written.steps, state: 'open' }))
  expect(opened).toMatchObject({ state: 'open', steps: [{ text: 'Ouvrir le carnet' }, { expected: null }] })
  expect((await who.outsider.get(at())).status).toBe(404)
  expect((await who.karim.patch(at(), { title: 'Autre' })).status).toBe(403)
  expect(await read(who.karim)).toMatchObject({
    can: { lead: false, join: true, test: false },
    isTester: false,
  })
})

test('seats are taken one by one; testers say how each step went, and nobody else does', async () => {
  const [first] = (await read()).steps
  const say = (by: TestVisitor, body: object) => by.put(`/api/v1/trial-steps/${first.id}/result`, body)
  expect(code(await say(who.karim, { outcome: 'done' }))).toEqual([403, 'testersOnly'])
  ok(await who.karim.put(at('/seat')))
  ok(await who.karim.put(at('/seat')))
  ok(await who.helene.put(at('/seat')))
  expect(code(await who.sofia.put(at('/seat')))).toEqual([409, 'trialFull'])
  expect(code(await who.claire.patch(at(), { seats: 1 }))).toEqual([409, 'seatsTaken'])
  ok(
    await say(who.karim, {
      outcome: 'stuck',
      severity: 'blocking',
      what: 'Le bouton est sous le pouce ganté.',
      device: 'Téléphone d’atelier',
    }),
  )
  expect((await read(who.karim)).steps[0].mine).toMatchObject({ outcome: 'stuck', severity: 'blocking' })
  expect((await read(who.helene)).steps[0].mine).toBeNull()
  expect(code(await say(who.karim, { outcome: 'stuck', photoIds: [first.id] }))).toEqual([
    400,
    'photoUnknown',
  ])
  ok(await who.karim.put(at('/feedback'), { good: 'Rapide', missing: 'Les gants', ready: 'almost' }))
  expect(code(await who.sofia.put(at('/feedback'), { ready: 'yes' }))).toEqual([403, 'testersOnly'])
})

test('what testers met is for those who lead, and each finds the look in their log', async () => {
  expect(code(await who.helene.get(at('/testers')))).toEqual([403, 'trialLeadersOnly'])
  const { testers } = ok(await who.claire.get(at('/testers')))
  expect(testers).toHaveLength(2)
  expect(testers[1]).toMatchObject({
    member: { displayName: 'karim' },
    results: [{ outcome: 'stuck' }],
    feedback: { ready: 'almost' },
  })
  const log = await t.db.read.rows(
    `select 1 from people.access_log where subject_id = $1 and screen = 'trial'`,
    [who.karim.memberId],
  )
  expect(log).toHaveLength(1)
})

test('ideas: proposed by testers, or written down for them with their name', async () => {
  expect(code(await who.sofia.post(at('/ideas'), { title: 'Sans place' }))).toEqual([403, 'testersOnly'])
  ok(await who.karim.post(at('/ideas'), { title: 'Gros boutons' }))
  ok(await who.helene.post(at('/ideas'), { title: 'Boutons pour gants' }))
  ok(await who.helene.post(at('/ideas'), { title: 'Dicter le texte' }))
  expect(code(await who.karim.post(at('/ideas'), { title: 'X', authorId: who.helene.memberId }))).toEqual([
    403,
    'trialLeadersOnly',
  ])
  ok(await who.claire.post(at('/ideas'), { title: 'Mode sombre', authorId: who.karim.memberId }))
  const all = await backlog(who.sofia)
  expect(all.map(({ title }) => title)).toEqual([
    'Gros boutons',
    'Boutons pour gants',
    'Dicter le texte',
    'Mode sombre',
  ])
  expect(all[3]!.authors.map(({ displayName }) => displayName)).toEqual(['karim'])
  expect(await notices(who.claire)).toEqual(
    expect.arrayContaining([expect.stringContaining('Dicter le texte')]),
  )
})

test('each has so many votes, changeable; a merge keeps every author and one vote a person', async () => {
  const vote = async (by: TestVisitor, title: string) =>
    by.put(`/api/v1/trial-ideas/${await idea(title)}/vote`)
  expect(code(await vote(who.claire, 'Gros boutons'))).toEqual([403, 'testersOnly'])
  ok(await vote(who.karim, 'Gros boutons'))
  ok(await vote(who.karim, 'Gros boutons'))
  ok(await vote(who.karim, 'Boutons pour gants'))
  expect(code(await vote(who.karim, 'Dicter le texte'))).toEqual([409, 'votesUsedUp'])
  ok(await vote(who.helene, 'Boutons pour gants'))
  const [large, gloves] = [await idea('Gros boutons'), await idea('Boutons pour gants')]
  expect(code(await who.karim.post(`/api/v1/trial-ideas/${large}/merge`, { intoId: gloves }))).toEqual([
    403,
    'trialLeadersOnly',
  ])
  expect(code(await who.claire.post(`/api/v1/trial-ideas/${gloves}/merge`, { intoId: gloves }))).toEqual([
    409,
    'mergeNotPossible',
  ])
  ok(await who.claire.post(`/api/v1/trial-ideas/${large}/merge`, { intoId: gloves }))
  const merged = (await backlog(who.karim)).find(({ id }) => id === gloves)!
  expect(merged).toMatchObject({ votes: 2, merged: 1, isMine: true, hasMyVote: true })
  expect(merged.authors.map(({ displayName }) => displayName)).toEqual(['helene', 'karim'])
  // The vote that was on both is one, and one is free again.
  expect((await read(who.karim)).votesLeft).toBe(1)
  ok(await vote(who.karim, 'Dicter le texte'))
  ok(await who.karim.delete(`/api/v1/trial-ideas/${await idea('Dicter le texte')}/vote`))
  expect(await notices(who.karim)).toEqual(
    expect.arrayContaining([expect.stringContaining('rejoint une idée')]),
  )
})

test('the leader orders, and says why when it is not now or no', async () => {
  const dictate = await idea('Dicter le texte')
  const dark = await idea('Mode sombre')
  const change = (by: TestVisitor, id: string, body: object) => by.patch(`/api/v1/trial-ideas/${id}`, body)
  expect(code(await change(who.helene, dictate, { afterId: null }))).toEqual([403, 'trialLeadersOnly'])
  expect((await who.outsider.patch(`/api/v1/trial-ideas/${dictate}`, { afterId: null })).status).toBe(404)
  ok(await change(who.claire, dark, { afterId: null }))
  expect((await backlog()).map(({ title }) => title)).toEqual([
    'Mode sombre',
    'Boutons pour gants',
    'Dicter le texte',
  ])
  ok(await change(who.claire, dark, { afterId: dictate }))
  expect((await backlog()).at(-1)!.title).toBe('Mode sombre')
  expect(code(await change(who.claire, dark, { status: 'no' }))).toEqual([400, 'ideaReasonMissing'])
  expect(code(await change(who.claire, dark, { status: 'delivered' }))).toEqual([409, 'deliverTogether'])
  ok(await change(who.claire, dark, { status: 'no', reason: 'L’écran se lit en plein jour.' }))
  expect((await backlog(who.sofia)).at(-1)).toMatchObject({
    status: 'no',
    reason: 'L’écran se lit en plein jour.',
  })
  expect(await notices(who.karim)).toEqual(
    expect.arrayContaining([expect.stringContaining('L’écran se lit')]),
  )
  expect(code(await who.karim.put(`/api/v1/trial-ideas/${dark}/vote`))).toEqual([409, 'ideaClosed'])
  ok(await change(who.claire, dictate, { status: 'doing' }))
})

test('delivered together: each person is thanked once, and asked a week later whether it works', async () => {
  const ids = [await idea('Boutons pour gants'), await idea('Dicter le texte')]
  const deliver = (by: TestVisitor) => by.post(at('/deliveries'), { ideaIds: ids, words: 'Merci, c’est là.' })
  expect(code(await deliver(who.karim))).toEqual([403, 'trialLeadersOnly'])
  expect(code(await who.karim.put(`/api/v1/trial-ideas/${ids[0]}/verdict`, { works: true }))).toEqual([
    409,
    'notDelivered',
  ])
  ok(await deliver(who.claire))
  expect(code(await deliver(who.claire))).toEqual([409, 'ideaClosed'])
  for (const person of [who.karim, who.helene]) {
    const thanks = (await notices(person)).filter((one) => one.includes('Merci, c’est là.'))
    expect(thanks).toHaveLength(1)
    expect(thanks[0]).toContain('Boutons pour gants')
  }
  expect((await notices(who.sofia)).filter((one) => one.includes('Merci'))).toEqual([])
  // Votes on what is delivered come back.
  expect((await read(who.karim)).votesLeft).toBe(2)
  ok(await who.karim.put(`/api/v1/trial-ideas/${ids[0]}/verdict`, { works: false, word: 'Encore petit' }))
  ok(await who.karim.put(`/api/v1/trial-ideas/${ids[0]}/verdict`, { works: true }))
  expect(code(await who.sofia.put(`/api/v1/trial-ideas/${ids[0]}/verdict`, { works: true }))).toEqual([
    403,
    'testersOnly',
  ])
  expect((await backlog())[0]).toMatchObject({ works: 1, worksNot: 0 })
  t.setNow(new Date('2026-12-01T08:00:00Z'))
  for (let again = 0; again < 2; again++) {
    await t.db.read.run(`select graphile_worker.add_job('trials.askVerdicts', '{}'::json)`)
    await t.settle()
  }
  expect((await notices(who.helene)).filter((one) => one.includes('marche pour vous'))).toHaveLength(1)
  expect((await notices(who.karim)).filter((one) => one.includes('marche pour vous'))).toEqual([])
})

test('the backlog as a file: in order, with reasons, safe in a spreadsheet; nobody outside has it', async () => {
  ok(await who.karim.post(at('/ideas'), { title: '=HYPERLINK("x")' }))
  const { text } = await who.sofia.get(at('/backlog-file'))
  const lines = text.split('\r\n')
  expect(lines[1]).toContain('"Boutons pour gants"')
  expect(lines[1]).toContain('"Livrée"')
  expect(text).toContain(`"'=HYPERLINK(""x"")"`)
  expect((await who.outsider.get(at('/backlog-file'))).status).toBe(404)
})

test('giving a seat back takes what was tried and voted, not the ideas; a closed trial takes nothing more', async () => {
  ok(await who.karim.delete(at('/seat')))
  expect((await backlog())[0]!.authors.map(({ displayName }) => displayName)).toEqual(['helene', 'karim'])
  expect(ok(await who.claire.get(at('/testers'))).testers).toHaveLength(1)
  ok(await who.claire.patch(at(), { state: 'closed' }))
  const [first] = (await read(who.helene)).steps
  expect(code(await who.helene.put(`/api/v1/trial-steps/${first.id}/result`, { outcome: 'done' }))).toEqual([
    409,
    'trialNotOpen',
  ])
  expect(code(await who.helene.post(at('/ideas'), { title: 'Trop tard' }))).toEqual([409, 'trialNotOpen'])
  expect(code(await who.sofia.put(at('/seat')))).toEqual([409, 'trialNotOpen'])
})
