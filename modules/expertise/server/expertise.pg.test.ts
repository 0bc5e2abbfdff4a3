import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp } from '#apps/server/testing.ts'
import type { TestApp, TestVisitor } from '#apps/server/testing.ts'
import { bringIn, foundCommunity, giveRole } from '#modules/communities/fixtures.ts'
import { newId } from '#platform/ids.ts'

let t: TestApp
let claire: TestVisitor
let karim: TestVisitor
let helene: TestVisitor
let paul: TestVisitor
let nadia: TestVisitor
let guest: TestVisitor
const at = (text: string): Date => new Date(`2026-03-${text}:00+01:00`)

beforeAll(async () => {
  t = await startTestApp()
  t.setNow(at('09T09:00'))
  claire = await t.member({ name: 'Claire Morvan' })
  karim = await t.member({ name: 'Karim Benali' })
  helene = await t.member({ name: 'Hélène Fabre' })
  paul = await t.member({ name: 'Paul Girard' })
  nadia = await t.member({ name: 'Nadia Berrada' })
  guest = await t.member({ name: 'Grégoire Vasseur', guest: true })
})
afterAll(() => t.close())

const declare = (who: TestVisitor, ...askMeAbout: string[]) => who.patch('/api/v1/me/profile', { askMeAbout })
const expertise = (viewer: TestVisitor, of: TestVisitor) =>
  viewer.get(`/api/v1/members/${of.memberId}/expertise`)
const ids = (people: { member: { id: string } }[]) => people.map(({ member }) => member.id)
const codeOf = (answer: { body: { error?: { code: string; data?: { reason?: string } } } }) =>
  answer.body.error?.data?.reason ?? answer.body.error?.code

async function place(more: Record<string, unknown> = {}, people = [karim, helene, paul, nadia]) {
  const community = await foundCommunity(claire, { name: { fr: `Lieu ${newId().slice(-6)}` }, ...more })
  await bringIn(claire, community, ...people)
  const ask = async (who: TestVisitor, title: string, tags: string[] = [], when?: Date): Promise<string> => {
    if (when) t.setNow(when)
    const made = await who.post('/api/v1/posts', {
      communityId: community.id,
      kind: 'question',
      title,
      bodyMd: 'Le détail de la question.',
      tags,
    })
    expect(made.status, made.text).toBe(200)
    return made.body.card.id
  }
  const answer = async (who: TestVisitor, postId: string, acceptedBy?: TestVisitor) => {
    const made = await who.post(`/api/v1/posts/${postId}/comments`, { bodyMd: 'Ma réponse', isAnswer: true })
    expect(made.status, made.text).toBe(200)
    if (acceptedBy)
      expect(
        (await acceptedBy.put(`/api/v1/posts/${postId}/accepted-answer`, { commentId: made.body.id })).status,
      ).toBeLessThan(300)
    return made.body.id as string
  }
  return { community, ask, answer }
}

describe('three sources', () => {
  test('a colleague confirms a declared subject on an occasion, may take it back, and the person may hide it', async () => {
    await declare(helene, 'Roulements', 'cavitation')
    const confirm = (who: TestVisitor, skill: string, occasion: string, of = helene) =>
      who.post(`/api/v1/members/${of.memberId}/confirmations`, { skill, occasion })
    expect(codeOf(await confirm(helene, 'Roulements', 'Moi-même'))).toBe('notOneself')
    expect(codeOf(await confirm(karim, 'Roulements', '  '))).toBe('occasionMissing')
    expect(codeOf(await confirm(karim, 'Couture', 'Un ourlet'))).toBe('skillNotDeclared')
    // A partner's person shares no community with her yet: neither is in the other's sight.
    expect((await confirm(guest, 'Roulements', 'Un essai')).status).toBe(404)
    const given = await confirm(karim, 'roulements', 'La pompe P204')
    expect(given.body.declared[0]).toMatchObject({
      skill: 'Roulements',
      isConfirmedByMe: true,
      confirmations: [{ by: { id: karim.memberId }, occasion: 'La pompe P204', isMine: true }],
    })
    // Said again, the words change; there is still one.
    expect(
      (await confirm(karim, 'Roulements', 'La pompe P207')).body.declared[0].confirmations,
    ).toMatchObject([{ occasion: 'La pompe P207' }])
    const { id } = given.body.declared[0].confirmations[0]
    expect((await karim.put(`/api/v1/me/confirmations/${id}`, { isHidden: true })).status).toBe(404)
    expect((await helene.put(`/api/v1/me/confirmations/${id}`, { isHidden: true })).status).toBe(204)
    expect((await expertise(paul, helene)).body.declared[0].confirmations).toEqual([])
    expect((await expertise(helene, helene)).body.declared[0].confirmations).toMatchObject([
      { isHidden: true },
    ])
    await helene.put(`/api/v1/me/confirmations/${id}`, { isHidden: false })
    // A subject taken away takes its confirmations out of sight.
    await declare(helene, 'cavitation')
    expect((await expertise(paul, helene)).text).not.toContain('P207')
    await declare(helene, 'Roulements', 'cavitation')
    expect((await paul.delete(`/api/v1/confirmations/${id}`)).status).toBe(404)
    expect((await karim.delete(`/api/v1/confirmations/${id}`)).status).toBe(204)
    expect((await expertise(paul, helene)).body.declared[0].confirmations).toEqual([])
    expect((await t.anonymous.get(`/api/v1/members/${helene.memberId}/expertise`)).status).toBe(401)
  })

  test('what answers show is counted over what this viewer may read, and goes with the right to read (T02, T09)', async () => {
    const secret = await place({ visibility: 'secret' })
    const open = await place()
    const kept = await secret.ask(nadia, 'Prototype canari', ['prototype'])
    await secret.answer(helene, kept, nadia)
    const known = await open.ask(nadia, 'Vibrations du banc', ['vibrations'])
    await open.answer(helene, known, nadia)
    // One's own answer to one's own question shows nothing.
    await open.answer(nadia, await open.ask(nadia, 'Et alors ?', ['vibrations']), nadia)
    const subjects = async (who: TestVisitor, of = helene) =>
      (await expertise(who, of)).body.demonstrated.map((one: { subject: string }) => one.subject)
    const evidence = (who: TestVisitor, subject: string) =>
      who.get(`/api/v1/members/${helene.memberId}/evidence?subject=${subject}`)
    const stranger = await t.member()
    expect(await subjects(karim)).toEqual(['prototype', 'vibrations'])
    expect(await subjects(stranger)).toEqual(['vibrations'])
    expect(await subjects(karim, nadia)).toEqual([])
    expect((await evidence(karim, 'Prototype')).body.items).toMatchObject([{ kind: 'answer', id: kept }])
    expect((await evidence(stranger, 'prototype')).body.items).toEqual([])
    expect((await expertise(guest, helene)).status).toBe(404)
    expect((await evidence(guest, 'vibrations')).status).toBe(404)
    // Removed from the community: gone at once.
    expect(
      (await claire.delete(`/api/v1/communities/${secret.community.id}/members/${karim.memberId}`)).status,
    ).toBeLessThan(300)
    expect(await subjects(karim)).toEqual(['vibrations'])
    expect((await evidence(karim, 'prototype')).text).not.toContain('canari')
    // Deleted: gone for everybody.
    await nadia.delete(`/api/v1/posts/${known}`)
    expect(await subjects(stranger)).toEqual([])
    expect((await evidence(stranger, 'vibrations')).body.items).toEqual([])
  })

  test('a page speaks for who wrote it and who told it, until it is withdrawn', async () => {
    const { community } = await place({ visibility: 'closed' })
    const page = await nadia.post('/api/v1/pages', {
      communityId: community.id,
      title: 'Changer une garniture',
      bodyMd: 'Pas à pas.',
      tags: ['garnitures'],
      told: [helene.memberId],
    })
    expect(page.status, page.text).toBe(200)
    const pageId = page.body.page?.id ?? page.body.id
    const subjects = async (viewer: TestVisitor, of: TestVisitor) =>
      (await expertise(viewer, of)).body.demonstrated
    const shown = { subject: 'garnitures', answers: 0, pages: 1 }
    expect(await subjects(karim, nadia)).toContainEqual(shown)
    expect(await subjects(karim, helene)).toContainEqual(shown)
    expect(
      (await karim.get(`/api/v1/members/${helene.memberId}/evidence?subject=garnitures`)).body.items,
    ).toMatchObject([{ kind: 'page', id: pageId, title: 'Changer une garniture' }])
    expect(await subjects(await t.member(), helene)).not.toContainEqual(shown)
    expect(
      (await claire.put(`/api/v1/pages/${pageId}/withdrawal`, { reason: 'Procédure remplacée' })).status,
    ).toBeLessThan(300)
    expect(await subjects(karim, helene)).not.toContainEqual(shown)
  })

  test('projects, interests, absence and consent are the person’s own to say', async () => {
    await declare(paul, 'Soudure')
    const change = (body: object) => paul.patch('/api/v1/me/expertise', body)
    expect(codeOf(await change({ namedExpertOf: ['Couture'] }))).toBe('skillNotDeclared')
    expect(codeOf(await change({ absence: { from: '2026-04-10', to: '2026-04-01' } }))).toBe(
      'absenceEndsBeforeItStarts',
    )
    expect(codeOf(await change({ absence: { from: '2026-04-10', to: '2028-04-01' } }))).toBe('absenceTooLong')
    expect(codeOf(await change({ projects: [{ name: 'X', fromYear: 2020, toYear: 2019 }] }))).toBe(
      'yearsReversed',
    )
    const saved = await change({
      namedExpertOf: ['soudure'],
      projects: [{ name: 'Ligne 4', role: 'mise en route', fromYear: 2024 }],
      interests: ['Vélo', 'vélo', 'photo'],
      absence: { from: '2026-03-20', to: '2026-03-25' },
      mayBeAsked: false,
    })
    expect(saved.body).toMatchObject({
      namedExpertOf: ['Soudure'],
      projects: [{ name: 'Ligne 4', role: 'mise en route', fromYear: 2024, toYear: null }],
      interests: ['photo', 'vélo'],
      absence: { from: '2026-03-20', to: '2026-03-25' },
      mayBeAsked: false,
      mayBeIntroduced: true,
    })
    expect((await expertise(karim, paul)).body).toMatchObject({
      declared: [{ skill: 'Soudure', isNamedExpert: true }],
      absence: { to: '2026-03-25' },
    })
    expect((await expertise(karim, paul)).text).not.toContain('mayBeAsked')
    const seen = (await paul.get('/api/v1/me/seen')).text
    for (const value of ['Ligne 4', 'photo', '2026-03-25']) expect(seen).toContain(value)
    await change({ mayBeAsked: true, absence: null, namedExpertOf: [], projects: [], interests: [] })
  })
})

describe('who could answer', () => {
  test('proposes to the author and the managers people who may read, with reason and load; asks within the rules', async () => {
    await declare(paul, 'soudure inox')
    await declare(helene, 'cavitation')
    const { community, ask, answer } = await place({ visibility: 'closed' })
    await answer(nadia, await ask(karim, 'Fissure au cordon', ['soudure'], at('09T10:00')), karim)
    const question = await ask(karim, 'Porosités en soudure inox', ['soudure'], at('10T10:00'))
    const experts = (who: TestVisitor, id = question) => who.get(`/api/v1/posts/${id}/experts`)
    const bring = (who: TestVisitor, to: TestVisitor, id = question) =>
      who.post(`/api/v1/posts/${id}/asks`, { memberId: to.memberId, note: 'Vous avez connu ce cas.' })
    const stranger = await t.member()
    expect((await experts(stranger)).status).toBe(404)
    expect(codeOf(await experts(paul))).toBe('notAuthorNorManager')
    expect(codeOf(await bring(paul, nadia))).toBe('notAuthorNorManager')
    expect((await t.anonymous.get(`/api/v1/posts/${question}/experts`)).status).toBe(401)
    expect((await experts(karim)).body.proposals).toMatchObject([
      { member: { id: paul.memberId }, reason: 'askMeAbout', subject: 'soudure inox', askedThisWeek: 0 },
      { member: { id: nadia.memberId }, reason: 'answeredTag', subject: 'soudure' },
    ])
    expect(ids((await experts(claire)).body.proposals)).toContain(paul.memberId)

    const asked = await bring(karim, paul)
    expect(asked.status, asked.text).toBe(200)
    expect(ids(asked.body.asked)).toEqual([paul.memberId])
    expect(ids(asked.body.proposals)).toEqual([nadia.memberId])
    expect(codeOf(await bring(claire, paul))).toBe('alreadyAsked')
    expect(codeOf(await bring(karim, stranger))).toBe('personNotMember')
    expect(codeOf(await bring(karim, karim))).toBe('personNotMember')
    expect((await paul.get('/api/v1/me/asked')).body.items).toMatchObject([
      { post: { id: question }, by: { id: karim.memberId }, note: 'Vous avez connu ce cas.', isOwner: false },
    ])

    await t.settle()
    const told = async () => (await paul.get('/api/v1/notifications')).text
    expect(await told()).toContain('Vous avez connu ce cas.')

    // Twice a week whoever asks; "not this time" gives the place back.
    const second = await ask(nadia, 'Soudure inox encore', ['soudure'], at('10T11:00'))
    expect((await experts(nadia, second)).body.proposals[0]).toMatchObject({
      member: { id: paul.memberId },
      askedThisWeek: 1,
    })
    expect((await bring(claire, paul, second)).status).toBe(200)
    const third = await ask(helene, 'Soudure inox toujours', ['soudure'], at('10T12:00'))
    expect(ids((await experts(helene, third)).body.proposals)).not.toContain(paul.memberId)
    expect(codeOf(await bring(helene, paul, third))).toBe('askedTwiceThisWeek')
    expect((await paul.put(`/api/v1/me/asked/${third}/declined`)).status).toBe(404)
    expect((await paul.put(`/api/v1/me/asked/${question}/declined`)).status).toBe(204)
    expect((await paul.get('/api/v1/me/asked')).body.items).toHaveLength(1)
    await t.settle()
    expect(await told()).not.toContain(question)
    // The asker sees the same as before: no refusal anywhere, and another person to ask.
    const after = await experts(karim)
    expect(ids(after.body.asked)).toEqual([paul.memberId])
    expect(ids(after.body.proposals)).toEqual([nadia.memberId])
    expect(after.text).not.toMatch(/declin|refus/i)
    expect((await experts(helene, third)).body.proposals[0]).toMatchObject({
      member: { id: paul.memberId },
      // Both requests of the week, as before.
      askedThisWeek: 2,
    })
    await paul.delete(`/api/v1/me/asked/${question}/declined`)
    expect((await paul.get('/api/v1/me/asked')).body.items).toHaveLength(2)

    // Solved or closed: nothing to bring.
    await answer(nadia, question, karim)
    expect((await experts(karim)).body).toMatchObject({ isWaiting: false, proposals: [] })
    expect(codeOf(await bring(karim, helene))).toBe('questionNotOpen')

    // What was asked goes with the right to read (T03).
    await claire.delete(`/api/v1/communities/${community.id}/members/${paul.memberId}`)
    expect((await paul.get('/api/v1/me/asked')).body.items).toEqual([])
    expect(ids((await experts(helene, third)).body.proposals)).not.toContain(paul.memberId)
  })

  test('whoever is away, opted out, gone or deactivated is not proposed, nor asked (T08)', async () => {
    for (const who of [paul, nadia, helene]) await declare(who, 'chaudronnerie')
    const { ask } = await place()
    const question = await ask(karim, 'Gabarit de chaudronnerie', [], at('23T10:00'))
    const proposed = async () => ids((await karim.get(`/api/v1/posts/${question}/experts`)).body.proposals)
    const bring = (to: TestVisitor) => karim.post(`/api/v1/posts/${question}/asks`, { memberId: to.memberId })
    expect(new Set(await proposed())).toEqual(new Set([paul.memberId, nadia.memberId, helene.memberId]))
    await paul.patch('/api/v1/me/expertise', { absence: { from: '2026-03-23', to: '2026-03-25' } })
    await nadia.patch('/api/v1/me/expertise', { mayBeAsked: false })
    expect(await proposed()).toEqual([helene.memberId])
    expect((await bring(paul)).body.error).toMatchObject({
      code: 'personAway',
      data: { until: '2026-03-25' },
    })
    expect(codeOf(await bring(nadia))).toBe('personOptedOut')
    t.setNow(at('26T10:00'))
    expect(await proposed()).toContain(paul.memberId)
    await t.db.read.run(`update people.member set state = 'deactivated' where id = $1`, [helene.memberId])
    expect(await proposed()).toEqual([paul.memberId])
    expect(codeOf(await bring(helene))).toBe('personNotMember')
    // Somebody who left keeps their name on what they wrote, and nothing of this.
    expect((await expertise(karim, helene)).body).toMatchObject({ declared: [], demonstrated: [] })
    await t.db.read.run(`update people.member set state = 'active' where id = $1`, [helene.memberId])
    await nadia.patch('/api/v1/me/expertise', { mayBeAsked: true })
    await paul.patch('/api/v1/me/expertise', { absence: null })
  })

  test('two who ask at once do not both take the last place', async () => {
    await declare(paul, 'tôlerie')
    const { ask } = await place()
    const questions = []
    for (const minute of ['00', '01', '02', '03'])
      questions.push(await ask(karim, 'Tôlerie', [], at(`30T10:${minute}`)))
    const answers = await Promise.all(
      questions.map((id) => karim.post(`/api/v1/posts/${id}/asks`, { memberId: paul.memberId })),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(2)
  })
})

describe('introductions', () => {
  test('three people who share a subject, with the reason; opt-outs and "not this one" hold both ways', async () => {
    const mine = await t.member({ name: 'Ines Roy' })
    const skilled = await t.member({ name: 'Ugo Petit' })
    const curious = await t.member({ name: 'Lou Klein' })
    const builder = await t.member({ name: 'Max Blanc' })
    const meet = async (who = mine) => (await who.get('/api/v1/me/introductions')).body
    expect(await meet()).toMatchObject({ items: [], hasSubjects: false })
    await declare(mine, 'Métrologie')
    await mine.patch('/api/v1/me/expertise', { projects: [{ name: 'Hangar 7' }] })
    await declare(skilled, 'métrologie')
    await curious.patch('/api/v1/me/expertise', { interests: ['metrologie'] })
    await builder.patch('/api/v1/me/expertise', { projects: [{ name: 'HANGAR 7' }] })
    const { items } = await meet()
    expect(
      new Map(
        items.map((one: { member: { id: string }; reasons: object[] }) => [one.member.id, one.reasons]),
      ),
    ).toEqual(
      new Map([
        [skilled.memberId, [{ kind: 'skill', subject: 'Métrologie' }]],
        [curious.memberId, [{ kind: 'subject', subject: 'Métrologie' }]],
        [builder.memberId, [{ kind: 'project', subject: 'Hangar 7' }]],
      ]),
    )
    const has = async (who: TestVisitor, other: TestVisitor) =>
      ids((await meet(who)).items).includes(other.memberId)
    await mine.put(`/api/v1/me/introductions/${skilled.memberId}/declined`)
    expect([await has(mine, skilled), await has(skilled, mine)]).toEqual([false, false])
    await mine.delete(`/api/v1/me/introductions/${skilled.memberId}/declined`)
    expect(await has(mine, skilled)).toBe(true)
    await builder.patch('/api/v1/me/expertise', { mayBeIntroduced: false })
    expect(await has(mine, builder)).toBe(false)
    expect(await meet(builder)).toMatchObject({ items: [], isOptedOut: true })
    // Who already answered each other has met.
    const { ask, answer } = await place({}, [mine, curious])
    await answer(curious, await ask(mine, 'Un cas de mesure'))
    expect(await has(mine, curious)).toBe(false)
    // A partner's person sees nobody they share nothing with.
    await declare(guest, 'métrologie')
    expect((await meet(guest)).items).toEqual([])
    expect(await has(mine, guest)).toBe(false)
  })
})

describe('what a community knows', () => {
  test('subjects in bands, names of volunteers only, the look in the access log; managers only', async () => {
    const crowd = await Promise.all(Array.from({ length: 5 }, () => t.member()))
    const { community, ask, answer } = await place({}, [karim, helene, paul, ...crowd])
    await declare(helene, 'pompes')
    await declare(paul)
    for (const who of crowd) {
      await ask(who, 'Sur les pompes', ['pompes'])
      await ask(who, 'Sur les vannes', ['vannes'])
    }
    await ask(karim, 'Un sujet rare', ['rare'])
    const cover = async (who = claire) => (await who.get(`/api/v1/communities/${community.id}/experts`)).body
    expect(await cover()).toEqual({
      subjects: [
        { subject: 'vannes', cover: 'nobody', questions: 'some', experts: [] },
        { subject: 'pompes', cover: 'one', questions: 'some', experts: [] },
      ],
      tooFew: 1,
    })
    expect((await helene.get('/api/v1/me/access-log')).text).not.toContain('findExperts')
    await helene.patch('/api/v1/me/expertise', { namedExpertOf: ['pompes'] })
    expect((await cover()).subjects[1]).toMatchObject({ experts: [{ id: helene.memberId }] })
    expect((await helene.get('/api/v1/me/access-log')).body.items[0]).toMatchObject({
      screen: 'experts',
      purpose: 'findExperts',
      viewer: { id: claire.memberId },
    })
    // Shown by an accepted answer, by somebody who holds the role.
    await answer(paul, await ask(karim, 'Vanne grippée', ['vannes']), karim)
    expect(
      (await cover()).subjects.find((one: { subject: string }) => one.subject === 'vannes'),
    ).toMatchObject({
      cover: 'one',
      experts: [],
    })
    await giveRole(claire, community, paul, 'expert')
    expect(
      (await cover()).subjects.find((one: { subject: string }) => one.subject === 'vannes'),
    ).toMatchObject({
      experts: [{ id: paul.memberId }],
    })
    expect((await karim.get(`/api/v1/communities/${community.id}/experts`)).status).toBe(403)
  })
})

describe('the directory', () => {
  test('narrows to who declares a subject, and proposes subjects that one may see', async () => {
    const one = await t.member({ name: 'Zoé Arnaud' })
    await declare(one, 'Électricité haute tension')
    const names = async (who: TestVisitor, skill: string) =>
      (await who.get(`/api/v1/members?skill=${encodeURIComponent(skill)}`)).body.items.map(
        (item: { displayName: string }) => item.displayName,
      )
    const skills = async (who: TestVisitor, q: string) =>
      (await who.get(`/api/v1/members/skills?q=${encodeURIComponent(q)}`)).body.items
    expect(await names(karim, 'electricite haute tension')).toEqual(['Zoé Arnaud'])
    expect(await names(karim, 'haute')).toEqual([])
    expect(await skills(karim, 'ten')).toEqual(['Électricité haute tension'])
    expect(await skills(guest, 'ten')).toEqual([])
    expect(await names(guest, 'Électricité haute tension')).toEqual([])
    expect(await skills(karim, '%')).toEqual([])
  })
})
