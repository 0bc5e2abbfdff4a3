import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp } from '#apps/server/testing.ts'
import type { TestAnswer, TestApp, TestVisitor } from '#apps/server/testing.ts'
import { listNextTurns } from '#modules/turns/public.ts'

let t: TestApp
let slug: string
let accountId: string
const who = {} as Record<'claire' | 'karim' | 'helene' | 'sofia' | 'owner' | 'outsider', TestVisitor>

const ok = (answer: TestAnswer): TestAnswer['body'] => {
  expect(answer.status, answer.text).toBeLessThan(300)
  return answer.body
}
const code = (answer: TestAnswer) => [answer.status, answer.body.error.code]
const account = async (by: TestVisitor = who.claire) => ok(await by.get(`/api/v1/accounts/${accountId}`))
const mine = async (by: TestVisitor) => ok(await by.get('/api/v1/me/account-turns'))
const plan = async (): Promise<string[]> =>
  (await account()).plan.map(
    (turn: { week: string; member: { displayName: string } }) => `${turn.week} ${turn.member.displayName}`,
  )
const notices = async (person: TestVisitor): Promise<string[]> =>
  ok(await person.get('/api/v1/notifications')).items.map((one: { sentence: string }) =>
    one.sentence.replace(/[\u2068\u2069]/g, ''),
  )
const run = async (job: string) => {
  await t.db.read.run(`select graphile_worker.add_job($1, '{}'::json)`, [job])
  await t.settle()
}

beforeAll(async () => {
  t = await startTestApp()
  // A Monday.
  t.setNow(new Date('2026-11-23T08:00:00Z'))
  for (const name of ['claire', 'karim', 'helene', 'sofia', 'owner', 'outsider'] as const)
    who[name] = await t.member({ name })
  const made = ok(
    await who.claire.post('/api/v1/communities', {
      name: { fr: 'Voix' },
      purpose: { fr: 'Parler pour l’entreprise.' },
      kind: 'ambassadors',
      visibility: 'closed',
    }),
  )
  slug = made.slug
  for (const name of ['karim', 'helene', 'sofia', 'owner'] as const)
    await t.db.read.run('insert into communities.membership (community_id, member_id) values ($1, $2)', [
      made.id,
      who[name].memberId,
    ])
})
afterAll(() => t.close())

const written = () => ({
  name: 'Page LinkedIn',
  network: 'linkedin',
  url: 'https://www.linkedin.com/company/arvanne',
  ownerId: who.owner.memberId,
})

test('an account is put under the care of volunteers by managers, and what looks like a password is refused', async () => {
  const at = `/api/v1/communities/${slug}/accounts`
  expect((await who.karim.post(at, written())).status).toBe(403)
  expect((await who.outsider.get(at)).status).toBe(403)
  expect((await t.anonymous.get(at)).status).toBe(401)
  for (const secret of [
    { openedHow: 'Mot de passe : Soleil2026' },
    { openedHow: 'le code est 4821' },
    { openedHow: 'Connexion avec Tr0ub4dor&3x' },
    { name: 'LinkedIn ghp_16C7e42F292c6912E7710c838347Ae178B4a' },
    { url: 'https://user:secret@www.linkedin.com/company/arvanne' },
    { url: 'https://www.linkedin.com/company/arvanne?access_token=abc' },
  ])
    expect(code(await who.claire.post(at, { ...written(), ...secret }))).toEqual([400, 'looksLikeSecret'])
  // A field of that name has nowhere to go.
  expect((await who.claire.post(at, { ...written(), password: 'x' })).status).toBe(400)
  expect(code(await who.claire.post(at, { ...written(), url: 'javascript:alert(1)' }))).toEqual([
    400,
    'accountUrlWrong',
  ])
  expect(code(await who.claire.post(at, { ...written(), ownerId: who.outsider.memberId }))).toEqual([
    409,
    'memberNotHere',
  ])
  const made = ok(
    await who.claire.post(at, {
      ...written(),
      openedHow: 'Je vous ajoute comme éditeur le lundi matin, sans mot de passe.',
    }),
  )
  accountId = made.id
  expect(made).toMatchObject({ plan: [], owner: { displayName: 'owner' }, can: { change: true } })
  expect(made.checklist.length).toBeGreaterThan(6)
  const columns = await t.db.read.rows<{ column_name: string }>(
    `select column_name from information_schema.columns where table_schema = 'turns' and column_name ~ '(pass(w|$)|secret|token|credential|key$|login)'`,
  )
  expect(columns).toEqual([])
  const stored = await t.db.read.rows<{ row: string }>('select a::text as row from turns.account a')
  expect(JSON.stringify(stored)).not.toMatch(/Soleil2026|Tr0ub4dor/)
})

test('volunteers are planned once they were shown how: nobody approves, each in turn', async () => {
  const at = `/api/v1/accounts/${accountId}`
  expect(code(await who.outsider.put(`${at}/volunteer`))).toEqual([404, 'notFound'])
  for (const name of ['karim', 'helene', 'sofia'] as const) ok(await who[name].put(`${at}/volunteer`))
  expect(await plan()).toEqual([])
  const train = (by: TestVisitor, ...names: ('karim' | 'helene' | 'sofia' | 'claire')[]) =>
    by.post(`${at}/trainings`, { memberIds: names.map((name) => who[name].memberId) })
  expect(code(await train(who.karim, 'karim'))).toEqual([403, 'crewOnly'])
  expect(code(await train(who.owner, 'claire'))).toEqual([409, 'memberNotHere'])
  ok(await train(who.owner, 'karim', 'helene'))
  const names = (await plan()).map((line) => line.split(' ')[1])
  expect(names).toHaveLength(8)
  expect(new Set(names.slice(0, 2))).toEqual(new Set(['karim', 'helene']))
  for (const [index, name] of names.entries()) if (index > 0) expect(name).not.toBe(names[index - 1])
  // Somebody who was shown how may show others; who joins has their first week before anybody's next, where nothing is firm yet.
  ok(await train(who.karim, 'sofia'))
  const later = (await plan()).map((line) => line.split(' ')[1])
  expect(later[3]).toBe('sofia')
  await t.settle()
  expect(await notices(who.sofia)).toEqual(
    expect.arrayContaining([
      expect.stringContaining('formé'),
      expect.stringContaining('Votre prochain tour'),
    ]),
  )
  expect(t.routes.filter(({ url }) => /approv|validat/.test(url) && /turn|account/.test(url))).toEqual([])
})

test('passing counts, handing back keeps the place, absences give the week to others', async () => {
  const first = (await account()).plan[0]
  const holder = Object.values(who).find(({ memberId }) => memberId === first.member.id)!
  const other = who.karim === holder ? who.helene : who.karim
  expect(code(await other.post(`/api/v1/account-turns/${first.id}/pass`, { how: 'passed' }))).toEqual([
    404,
    'notFound',
  ])
  ok(await holder.post(`/api/v1/account-turns/${first.id}/pass`, { how: 'passed' }))
  expect((await account()).plan[0].member.id).not.toBe(holder.memberId)
  const next = (await mine(who.sofia)).turns[0]
  ok(await who.sofia.post(`/api/v1/account-turns/${next.id}/pass`, { how: 'returned' }))
  const again = (await mine(who.sofia)).turns[0]
  expect(again.week > next.week).toBe(true)
  expect(
    code(await who.sofia.post('/api/v1/me/turn-pauses', { from: '2026-01-01', to: '2026-01-02' })),
  ).toEqual([400, 'pauseInPast'])
  const away = ok(await who.sofia.post('/api/v1/me/turn-pauses', { from: '2026-12-01', to: '2027-02-28' }))
  expect(away.turns.filter(({ state }: { state: string }) => state === 'planned')).toEqual([])
  expect((await plan()).filter((line) => line.endsWith('sofia'))).toEqual([])
  ok(await who.sofia.delete(`/api/v1/me/turn-pauses/${away.pauses[0].id}`))
  expect((await plan()).filter((line) => line.endsWith('sofia')).length).toBeGreaterThan(0)
})

test('two people change weeks once the other accepts', async () => {
  const ofKarim = (await mine(who.karim)).turns[0]
  const target = ofKarim.swapWith.find(
    ({ member }: { member: { id: string } }) => member.id === who.helene.memberId,
  )
  const ask = () => who.karim.post(`/api/v1/account-turns/${ofKarim.id}/swaps`, { withTurnId: target.turnId })
  expect(
    code(await who.karim.post(`/api/v1/account-turns/${ofKarim.id}/swaps`, { withTurnId: ofKarim.id })),
  ).toEqual([409, 'swapNotPossible'])
  const before = await plan()
  ok(await ask())
  expect(await plan()).toEqual(before)
  expect(code(await ask())).toEqual([409, 'alreadyAsked'])
  await t.settle()
  expect(await notices(who.helene)).toEqual(
    expect.arrayContaining([expect.stringContaining('échanger sa semaine')]),
  )
  const asked = (await mine(who.helene)).swaps[0]
  expect(asked).toMatchObject({ myWeek: target.week, theirWeek: ofKarim.week })
  const answer = (by: TestVisitor, words: string) =>
    by.post(`/api/v1/turn-swaps/${asked.id}`, { answer: words })
  expect(code(await answer(who.karim, 'accepted'))).toEqual([404, 'notFound'])
  expect(code(await answer(who.sofia, 'accepted'))).toEqual([404, 'notFound'])
  ok(await answer(who.helene, 'accepted'))
  const after = await plan()
  expect(after).toContain(`${ofKarim.week} helene`)
  expect(after).toContain(`${target.week} karim`)
  expect(code(await answer(who.helene, 'declined'))).toEqual([409, 'alreadyAnswered'])
  // The night's planning leaves what two people agreed on.
  await run('turns.extendPlans')
  expect(await plan()).toEqual(after)
})

test('a turn: ticks, a second look that nothing waits for, its end in the log', async () => {
  const now = (await account()).plan[0]
  const holder = Object.values(who).find(({ memberId }) => memberId === now.member.id)!
  const turn = `/api/v1/account-turns/${now.id}`
  ok(await holder.put(`${turn}/ticks`, { item: 'before-1', isDone: true }))
  expect((await holder.put(`${turn}/ticks`, { item: 'nothing', isDone: true })).status).toBe(400)
  expect(
    code(await holder.post(`${turn}/looks`, { memberId: who.claire.memberId, text: 'Un avis ?' })),
  ).toEqual([409, 'memberNotHere'])
  expect(
    code(await holder.post(`${turn}/looks`, { memberId: who.owner.memberId, text: 'mdp: Soleil-99' })),
  ).toEqual([400, 'looksLikeSecret'])
  ok(await holder.post(`${turn}/looks`, { memberId: who.owner.memberId, text: 'Un avis sur cette photo ?' }))
  const [asked] = (await mine(who.owner)).looks
  ok(await who.owner.post(`/api/v1/turn-looks/${asked.look.id}`, { answer: 'Très bien ainsi.' }))
  expect((await mine(holder)).turns[0]).toMatchObject({
    ticked: ['before-1'],
    looks: [{ answer: 'Très bien ainsi.' }],
  })
  const notYet = (await mine(holder)).turns.find(({ week }: { week: string }) => week > now.week)
  if (notYet)
    expect(code(await holder.post(`/api/v1/account-turns/${notYet.id}/end`, { links: [] }))).toEqual([
      409,
      'turnNotYet',
    ])
  expect(code(await holder.post(`${turn}/end`, { links: [], word: 'Mot de passe: abcd1234' }))).toEqual([
    400,
    'looksLikeSecret',
  ])
  ok(
    await holder.post(`${turn}/end`, {
      links: ['https://www.linkedin.com/feed/update/urn:li:activity:7131'],
      word: 'Les photos d’atelier plaisent.',
    }),
  )
  expect((await account(who.karim)).log[0]).toMatchObject({ word: 'Les photos d’atelier plaisent.' })
  // A member who keeps no account sees the plan, and neither the log nor how the page is opened.
  await t.db.read.run(
    'insert into communities.membership (community_id, member_id) select community_id, $2 from turns.account where id = $1',
    [accountId, who.outsider.memberId],
  )
  expect(await account(who.outsider)).toMatchObject({
    log: [],
    openedHow: null,
    can: { seeLog: false, change: false },
  })
  expect(code(await who.outsider.patch(`/api/v1/accounts/${accountId}`, { name: 'Autre' }))).toEqual([
    403,
    'crewOnly',
  ])
  const { plan: weeks } = await account()
  expect(weeks[0]).toMatchObject({ state: 'done' })
})

test('reminders seven days and one day before, and at the end; the calendar file has the weeks', async () => {
  const second = (await account()).plan[1]
  const holder = Object.values(who).find(({ memberId }) => memberId === second.member.id)!
  await run('turns.remind')
  expect(await notices(holder)).toEqual(expect.arrayContaining([expect.stringContaining('dans 7 jours')]))
  await run('turns.remind')
  expect((await notices(holder)).filter((one) => one.includes('dans 7 jours'))).toHaveLength(1)
  t.setNow(new Date('2026-11-29T08:00:00Z'))
  await run('turns.remind')
  expect(await notices(holder)).toEqual(expect.arrayContaining([expect.stringContaining('commence demain')]))
  t.setNow(new Date('2026-12-05T08:00:00Z'))
  await run('turns.remind')
  expect(await notices(holder)).toEqual(
    expect.arrayContaining([expect.stringContaining('Votre tour est terminé')]),
  )
  const file = await holder.get('/api/v1/me/account-turns/calendar-file')
  expect(file.text).toContain('BEGIN:VEVENT')
  expect(file.text).toContain('DTSTART:20261130T080000Z')
  expect(await listNextTurns(t.systemContext(), holder.memberId)).toEqual(
    expect.arrayContaining([expect.objectContaining({ week: '2026-11-30' })]),
  )
})

test('closing cancels what is to come and keeps the log; who leaves the community takes no turn', async () => {
  await t.db.read.run('delete from communities.membership where member_id = $1', [who.sofia.memberId])
  await run('turns.extendPlans')
  expect((await plan()).filter((line) => line.endsWith('sofia'))).toEqual([])
  const closed = ok(await who.owner.patch(`/api/v1/accounts/${accountId}`, { isClosed: true }))
  expect(closed).toMatchObject({ isClosed: true, freeWeeks: [] })
  expect(closed.plan.filter(({ state }: { state: string }) => state === 'planned')).toEqual([])
  expect(closed.log.length).toBeGreaterThan(0)
  expect(code(await who.karim.put(`/api/v1/accounts/${accountId}/volunteer`))).toEqual([409, 'accountClosed'])
})
