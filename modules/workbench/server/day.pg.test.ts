import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp } from '#apps/server/testing.ts'
import type { TestApp, TestVisitor } from '#apps/server/testing.ts'
import { bringIn, foundCommunity, giveRole } from '#modules/communities/fixtures.ts'
import { newId } from '#platform/ids.ts'
import type { Arrival, MorningCard, OwnPath, WhileAway } from '../contract.ts'

let t: TestApp
let claire: TestVisitor
let samir: TestVisitor
let nadia: TestVisitor
let paul: TestVisitor

const at = (text: string): Date => new Date(`2026-03-${text}:00+01:00`)
const monday = at('09T09:00')
const day = 86_400_000

beforeAll(async () => {
  t = await startTestApp()
  t.setNow(monday)
  claire = await t.member({ name: 'Claire Morvan' })
  samir = await t.member({ name: 'Samir Haddad' })
  nadia = await t.member({ name: 'Nadia Berrada' })
  paul = await t.member({ name: 'Paul Girard' })
})
afterAll(() => t.close())

async function place(more: Record<string, unknown> = {}, ...people: TestVisitor[]) {
  t.setNow(monday)
  const community = await foundCommunity(claire, { name: { fr: `Lieu ${newId().slice(-6)}` }, ...more })
  await bringIn(claire, community, ...(people.length > 0 ? people : [samir, nadia, paul]))
  const base = `/api/v1/communities/${community.id}`
  const publish = async (
    who: TestVisitor,
    when: Date,
    body: Record<string, unknown> = {},
  ): Promise<string> => {
    t.setNow(when)
    const answer = await who.post('/api/v1/posts', {
      communityId: community.id,
      kind: 'question',
      title: 'Une question',
      bodyMd: 'Le détail',
      ...body,
    })
    expect(answer.status, answer.text).toBe(200)
    return answer.body.card.id
  }
  const answer = async (who: TestVisitor, when: Date, postId: string, isAnswer = true): Promise<string> => {
    t.setNow(when)
    const { status, body, text } = await who.post(`/api/v1/posts/${postId}/comments`, {
      bodyMd: 'Une réponse',
      isAnswer,
    })
    expect(status, text).toBe(200)
    return body.id
  }
  const morning = async (
    who = claire,
  ): Promise<{ cards: MorningCard[]; waitingInAll: number; whileAway: WhileAway | null }> => {
    const found = await who.get(`${base}/this-morning`)
    expect(found.status, found.text).toBe(200)
    return found.body
  }
  const decide = (card: string, body: object, who = claire) =>
    who.put(`${base}/this-morning/${encodeURIComponent(card)}`, body)
  return { community, base, publish, answer, morning, decide }
}
const codeOf = (answer: { body: { error?: { code: string } } }) => answer.body.error?.code
const logOf = async (who: TestVisitor): Promise<{ screen: string; purpose: string }[]> =>
  (await who.get('/api/v1/me/access-log')).body.items
const noticesOf = async (who: TestVisitor): Promise<string[]> => {
  await t.settle()
  const { body } = await who.get('/api/v1/notifications')
  return body.items.map((item: { sentence: string }) => item.sentence.replaceAll(/[\u2066-\u2069]/g, ''))
}

describe('this morning', () => {
  test('shows a page to review to its owner alone, and to whoever stands in', async () => {
    const { community, morning } = await place()
    await giveRole(claire, community, samir, 'manager')
    t.setNow(at('09T10:00'))
    const page = await samir.post('/api/v1/pages', {
      communityId: community.id,
      title: 'Changer un roulement',
      bodyMd: 'Les étapes.',
      reviewOn: '2026-03-11',
    })
    expect(page.status, page.text).toBe(200)
    const mine = async (who: TestVisitor) =>
      (await morning(who)).cards.filter(({ about }) => about === 'page').map(({ object }) => object?.title)
    t.setNow(at('10T10:00'))
    expect(await mine(samir)).toEqual([])
    t.setNow(at('12T10:00'))
    expect(await mine(samir)).toEqual(['Changer un roulement'])
    expect(await mine(claire)).toEqual([])
    await t.db.read.run(
      `insert into practice.leave (id, community_id, member_id, from_day, to_day, created_at, stand_in_id, answer, answered_at)
       values ($1, $2, $3, '2026-03-12', '2026-03-20', $4, $5, 'accepted', $4)`,
      [newId(), community.id, samir.memberId, at('09T10:00'), claire.memberId],
    )
    expect(await mine(claire)).toEqual(['Changer un roulement'])
    const card = (await morning()).cards.find(({ about }) => about === 'page')!
    expect(card.standingInFor?.id).toBe(samir.memberId)
  })

  test('hands a card with a word; whoever received it gives it back; only managers receive', async () => {
    const { community, morning, publish, answer, decide } = await place()
    await giveRole(claire, community, samir, 'manager')
    await answer(
      claire,
      monday,
      await publish(nadia, monday, { kind: 'discussion', title: 'Bonjour' }),
      false,
    )
    const question = await publish(nadia, at('09T10:00'))
    t.setNow(at('13T10:00'))
    const key = `question:${question}:L3`
    const shown = async (who: TestVisitor) => (await morning(who)).cards.find(({ card }) => card === key)
    expect(await shown(claire)).toBeTruthy()
    expect(codeOf(await decide(key, { decision: 'delegated', delegateTo: nadia.memberId }))).toBe(
      'delegateNotManager',
    )
    expect(
      (
        await decide(key, {
          decision: 'delegated',
          delegateTo: samir.memberId,
          word: '  Vous connaissez la ligne 3. ',
        })
      ).status,
    ).toBe(204)
    expect(await shown(claire)).toBeUndefined()
    expect(await shown(samir)).toMatchObject({
      word: 'Vous connaissez la ligne 3.',
      delegatedBy: { id: claire.memberId },
    })
    expect(await noticesOf(samir)).toContain('Claire Morvan vous confie une carte de l’atelier')
    expect((await claire.get(`/api/v1/communities/${community.id}/this-morning/count`)).body).toEqual({
      n: 0,
    })
    expect((await samir.get(`/api/v1/communities/${community.id}/this-morning/count`)).body).toEqual({
      n: (await morning(samir)).waitingInAll,
    })
    t.setNow(at('13T10:05'))
    await decide(key, { decision: 'notMine' }, samir)
    expect(await shown(samir)).toBeUndefined()
    expect(await shown(claire)).toBeTruthy()
    expect(await noticesOf(claire)).toContain('Samir Haddad vous rend une carte de l’atelier')
  })

  test('back from an absence: five lines until they are put away, and the day as it was', async () => {
    const { community, base, morning, publish, answer, decide } = await place()
    await giveRole(claire, community, samir, 'manager')
    await answer(
      claire,
      monday,
      await publish(nadia, monday, { kind: 'discussion', title: 'Bonjour' }),
      false,
    )
    const kept = await publish(nadia, at('09T10:00'), { title: 'Gardée' })
    t.setNow(at('13T17:00'))
    await decide(`question:${kept}:L3`, { decision: 'later' })
    await t.db.read.run(
      `insert into practice.leave (id, community_id, member_id, from_day, to_day, created_at) values ($1, $2, $3, '2026-03-16', '2026-03-20', $4)`,
      [newId(), community.id, claire.memberId, at('09T10:00')],
    )
    const other = await publish(nadia, at('17T10:00'), { title: 'Pendant' })
    await answer(paul, at('17T11:00'), other)
    await publish(paul, at('18T09:00'), { title: 'Restée' })
    t.setNow(at('18T10:00'))
    await decide(`thanks:${paul.memberId}:${other}`, { decision: 'done' }, samir)
    expect((await morning()).whileAway).toBeNull()
    t.setNow(at('23T10:00'))
    const { whileAway, cards } = await morning()
    expect(whileAway).toMatchObject({
      from: '2026-03-16',
      to: '2026-03-20',
      done: [{ by: { id: samir.memberId }, n: 1 }],
      asked: 2,
      answered: 1,
      welcomed: 0,
    })
    expect(cards.some(({ post }) => post?.id === kept)).toBe(true)
    expect((await morning(samir)).whileAway).toBeNull()
    expect((await nadia.delete(`${base}/while-away`)).status).toBe(403)
    expect((await claire.delete(`${base}/while-away`)).status).toBe(204)
    expect((await morning()).whileAway).toBeNull()
  })
})

describe('asking next door', () => {
  test('proposes communities with reasons, publishes there, and brings the answer back to whoever may read it', async () => {
    const { community, base, publish } = await place()
    const near = await place({ name: { fr: 'Fiabilité' } }, samir, paul)
    await near.publish(paul, at('09T09:30'), { title: 'Cavitation encore', tags: ['cavitation'] })
    const question = await publish(nadia, at('09T10:00'), {
      title: 'Cavitation de la pompe',
      tags: ['cavitation'],
    })
    t.setNow(at('11T10:00'))
    const found = await claire.get(`${base}/rescue/${question}/neighbours`)
    expect(found.body.isShareable).toBe(true)
    expect(found.body.items[0]).toMatchObject({
      community: { id: near.community.id },
      subjects: ['cavitation'],
      hasSharedMembers: false,
    })
    expect((await nadia.get(`${base}/rescue/${question}/neighbours`)).status).toBe(403)
    const step = {
      step: 'askedNeighbour',
      toCommunityId: near.community.id,
      shareText: 'Nos voisins ont-ils déjà vu cela ?',
    }
    const taken = await claire.post(`${base}/rescue/${question}/steps`, step)
    expect(taken.status, taken.text).toBe(200)
    const shared: string = taken.body.steps.at(-1).sharedPostId
    expect(shared).toBeTruthy()
    expect((await samir.get(`/api/v1/posts/${shared}/shared`)).text).toContain(question)
    await near.answer(samir, at('11T11:00'), shared, false)
    await t.settle()
    const back = (who: TestVisitor) => noticesOf(who)
    expect(await back(claire)).toContainEqual(expect.stringContaining('a reçu un mot dans Fiabilité'))
    // Nadia, an employee, may read the open community next door.
    expect(await back(nadia)).toContainEqual(expect.stringContaining('a reçu un mot dans Fiabilité'))
    const list = await claire.get(`${base}/rescue`)
    expect(list.body.items[0].steps.at(-1)).toMatchObject({ sharedPostId: shared, answersThere: 1 })
    expect(community.id).toBeTruthy()
  })

  test('lets no word leave a closed community whose managers did not allow it', async () => {
    const { base, publish } = await place({ visibility: 'closed' })
    const near = await place()
    const question = await publish(nadia, at('09T10:00'))
    t.setNow(at('11T10:00'))
    expect((await claire.get(`${base}/rescue/${question}/neighbours`)).body.isShareable).toBe(false)
    const ask = (more: object) =>
      claire.post(`${base}/rescue/${question}/steps`, {
        step: 'askedNeighbour',
        toCommunityId: near.community.id,
        ...more,
      })
    expect(codeOf(await ask({ shareText: 'Chez nous…' }))).toBe('wordsStayHere')
    expect((await ask({})).body.steps.at(-1).sharedPostId).toBeNull()
  })
})

describe('the welcome path', () => {
  test('has five steps, of public acts and what people noted', async () => {
    const { base, community, publish, answer } = await place()
    t.setNow(at('10T10:00'))
    const zoe = await t.member({ name: 'Zoé Lambert' })
    await zoe.post(`${base}/membership`, {})
    const arrival = async (): Promise<Arrival> =>
      (await claire.get(`${base}/welcome`)).body.items.find(
        ({ member }: Arrival) => member.id === zoe.memberId,
      )
    const own = async (who = zoe): Promise<OwnPath> => (await who.get(`${base}/welcome-path`)).body
    const change = (body: object, who = claire) => who.put(`${base}/welcome/${zoe.memberId}`, body)
    expect((await own()).path?.steps).toEqual({
      welcomed: null,
      buddy: null,
      mission: null,
      answered: null,
      settled: null,
    })
    expect((await change({ mission: 'Se présenter' }, nadia)).status).toBe(403)

    // Nadia offers, is proposed first, and is asked.
    await nadia.put(`${base}/welcome-path`, { isVolunteer: true })
    expect((await claire.get(`${base}/buddies`)).body.items).toMatchObject([
      { member: { id: nadia.memberId }, accompanies: 0 },
    ])
    expect((await samir.get(`${base}/buddies`)).status).toBe(403)
    const changed = await change({ buddyId: nadia.memberId, mission: 'Présentez-vous en deux lignes.' })
    expect(changed.status, changed.text).toBe(200)
    expect((await arrival()).buddyState).toBe('asked')
    expect((await arrival()).steps.buddy).toBeNull()
    expect(await noticesOf(nadia)).toContain('On vous propose d’accompagner Zoé Lambert, qui vient d’arriver')
    const say = (answerOf: string, who = nadia) =>
      who.put(`${base}/newcomers/${zoe.memberId}`, { answer: answerOf })
    expect(codeOf(await say('yes', samir))).toBe('notFound')
    expect((await say('no')).status).toBe(200)
    expect((await arrival()).buddy).toBeNull()
    await change({ buddyId: nadia.memberId })
    const accepted: OwnPath = (await say('yes')).body
    expect(accepted.accompanied).toMatchObject([{ member: { id: zoe.memberId }, state: 'accepted' }])
    expect((await claire.get(`${base}/buddies`)).body.items[0].accompanies).toBe(1)

    // The mission, a first contribution that somebody answers.
    expect((await own()).path).toMatchObject({
      mission: 'Présentez-vous en deux lignes.',
      buddyState: 'accepted',
    })
    await zoe.put(`${base}/welcome-path`, { isMissionDone: true })
    const first = await publish(zoe, at('11T10:00'), { kind: 'discussion', title: 'Je me présente' })
    expect((await own()).path?.steps.answered).toBeNull()
    await answer(paul, at('11T11:00'), first, false)
    const { steps } = (await own()).path!
    expect(steps).toMatchObject({ welcomed: expect.any(String), buddy: expect.any(String) })
    expect(steps.mission).toBeTruthy()
    expect(new Date(steps.answered!)).toEqual(at('11T11:00'))
    expect((await arrival()).steps).toEqual(steps)

    // Ends with thanks; put away by the newcomer, and over after thirty days.
    await zoe.put(`${base}/welcome-path`, { thanks: 'Merci pour tout.' })
    expect(await noticesOf(nadia)).toContain('Zoé Lambert vous remercie de votre accompagnement')
    expect((await own(nadia)).accompanied).toEqual([])
    expect((await own(zoe)).path?.buddyState).toBe('ended')
    await zoe.put(`${base}/welcome-path`, { isPutAway: true })
    expect((await own()).path).toBeNull()
    await zoe.put(`${base}/welcome-path`, { isPutAway: false })
    expect((await own()).path).not.toBeNull()
    t.setNow(new Date(at('10T10:00').getTime() + 31 * day))
    expect((await own()).path).toBeNull()
    expect((await arrival()).steps.settled).toBeTruthy()
    expect((await logOf(nadia)).map(({ purpose }) => purpose)).toContain('greetNewcomers')
    const stranger = await t.member()
    expect((await stranger.put(`${base}/welcome-path`, { isVolunteer: true })).status).toBe(403)
    expect(community.id).toBeTruthy()
  })

  test('proposes the community’s own missions, in its languages', async () => {
    const { base } = await place()
    const items = [{ fr: 'Photographier votre poste.', en: 'Take a picture of your station.' }, { fr: ' ' }]
    expect((await claire.get(`${base}/missions`)).body.items).toEqual([])
    expect((await claire.put(`${base}/missions`, { items })).body.items).toEqual([items[0]])
    expect((await claire.get(`${base}/missions`)).body.items).toEqual([items[0]])
    expect((await nadia.put(`${base}/missions`, { items })).status).toBe(403)
    expect((await claire.put(`${base}/missions`, { items: [] })).body.items).toEqual([])
  })
})

describe('contributors to look after', () => {
  async function silence() {
    const people = await Promise.all(Array.from({ length: 7 }, (_, n) => t.member({ name: `Collègue ${n}` })))
    const found = await place({}, ...people)
    // The first two write most, the others a little; all fall silent, the last writes on.
    for (const [n, who] of people.entries())
      for (let text = 0; text < (n < 2 ? 6 : 1); text++)
        await found.publish(who, at('10T10:00'), { kind: 'discussion', title: `Texte ${n}-${text}` })
    const weeks = (n: number) => t.setNow(new Date(at('10T10:00').getTime() + n * 7 * day + 60_000))
    const names = async (who = claire): Promise<string[]> =>
      (await who.get(`${found.base}/contributors`)).body.items.map(
        ({ member }: { member: { displayName: string } }) => member.displayName,
      )
    return { ...found, people, weeks, names }
  }

  test('are the top quartile by public texts, silent six weeks, and nothing about reading changes that', async () => {
    const { base, people, weeks, names, publish, community } = await silence()
    weeks(5)
    expect(await names()).toEqual([])
    weeks(6)
    const found = await names()
    expect(found.toSorted()).toEqual(['Collègue 0', 'Collègue 1'])
    // Reading, present or absent, is not looked at.
    await people[0]!.get(`${base}/feed`)
    await t.db.read.run(
      `insert into measurement.presence_month (member_id, community_id, month) values ($1, $2, $3) on conflict do nothing`,
      [people[1]!.memberId, community.id, '2026-04-01'],
    )
    expect(await names()).toEqual(found)
    expect((await people[0]!.get(`${base}/contributors`)).status).toBe(403)
    expect(await logOf(people[0]!)).toContainEqual(
      expect.objectContaining({ screen: 'contributors', purpose: 'lookAfter' }),
    )
    // One writes again, the other says they are away.
    const now = new Date(at('10T10:00').getTime() + 43 * day)
    await publish(people[0]!, now, { kind: 'discussion', title: 'Me revoilà' })
    expect(await names()).toEqual(['Collègue 1'])
    await t.db.read.run(
      `insert into expertise.absence (member_id, starts_on, ends_on, said_at) values ($1, '2026-04-01', '2026-06-01', $2)`,
      [people[1]!.memberId, now],
    )
    expect(await names()).toEqual([])
  })

  test('receive a note between two, are left alone for 90 days, and may opt out', async () => {
    const { base, people, weeks, names } = await silence()
    weeks(7)
    const write = (n: number, body: object, who = claire) =>
      who.post(`${base}/contributors/${people[n]!.memberId}`, body)
    expect(codeOf(await write(0, { act: 'news' }))).toBe('careNeedsWords')
    expect(codeOf(await write(5, { act: 'news', text: 'Bonjour' }))).toBe('notFound')
    expect((await write(0, { act: 'news', text: 'Comment allez-vous ?' }, people[1])).status).toBe(403)
    expect((await write(0, { act: 'news', text: 'Comment allez-vous ?' })).status).toBe(204)
    expect(await names()).toEqual(['Collègue 1'])
    const notes = await people[0]!.get('/api/v1/me/moderation')
    expect(notes.text).toContain('Comment allez-vous')
    expect((await people[1]!.get('/api/v1/me/moderation')).text).not.toContain('Comment allez-vous')
    expect((await people[1]!.put('/api/v1/me/care', { mayBeProposed: false })).body).toMatchObject({
      mayBeProposed: false,
    })
    expect(await names()).toEqual([])
    expect(codeOf(await write(1, { act: 'thanks', text: 'Merci' }))).toBe('notFound')
    await people[1]!.put('/api/v1/me/care', { mayBeProposed: true })
    expect((await write(1, { act: 'leave' })).status).toBe(204)
    expect(await names()).toEqual([])
    weeks(7 + 13)
    expect((await names()).toSorted()).toEqual(['Collègue 0', 'Collègue 1'])
  })
})

describe('a subject that somebody is asked to open', () => {
  test('is proposed from what people offer, answered without a reason, and its draft is theirs', async () => {
    const { base, publish } = await place()
    await t.db.read.run("update people.member set ask_me_about = '{alignement laser}' where id = $1", [
      samir.memberId,
    ])
    await publish(nadia, at('09T10:00'), { title: 'Aligner la pompe', tags: ['alignement'] })
    t.setNow(at('10T10:00'))
    const list = () => claire.get(`${base}/openings`)
    expect((await list()).body.ideas).toMatchObject([
      { member: { id: samir.memberId }, subject: 'alignement laser', reason: 'skill' },
    ])
    expect((await nadia.get(`${base}/openings`)).status).toBe(403)
    const ask = (who: TestVisitor, memberId: string) =>
      who.post(`${base}/openings`, {
        memberId,
        subject: 'L’alignement laser',
        bodyMd: 'Voici comment je fais.',
        language: 'fr',
        reason: 'skill',
      })
    expect((await ask(nadia, samir.memberId)).status).toBe(403)
    expect(codeOf(await ask(claire, claire.memberId))).toBe('personNotMember')
    const { id } = (await ask(claire, samir.memberId)).body
    expect(codeOf(await ask(claire, samir.memberId))).toBe('askedToOpenLately')
    expect((await list()).body.ideas).toEqual([])
    expect(await noticesOf(samir)).toContain(
      'Claire Morvan vous propose d’ouvrir le sujet «\u202fL’alignement laser\u202f»',
    )
    const own = async (who: TestVisitor) => (await who.get('/api/v1/me/openings')).body.items
    expect(await own(samir)).toMatchObject([{ id, bodyMd: 'Voici comment je fais.', isAccepted: false }])
    expect(await own(nadia)).toEqual([])
    const say = (said: string, who = samir) => who.put(`/api/v1/me/openings/${id}`, { answer: said })
    expect(codeOf(await say('declined', nadia))).toBe('notFound')
    await say('declined')
    expect(await own(samir)).toEqual([])
    expect((await list()).body.items).toMatchObject([{ id, state: 'declined', postId: null }])
    await say('none')
    expect((await list()).body.items[0].state).toBe('waiting')
    await say('accepted')

    // The draft is Samir’s: no answer to the manager carries a word of it.
    await samir.put('/api/v1/drafts/post', { bodyMd: 'Mon brouillon secret' })
    const seen = (await list()).text
    expect(seen).not.toContain('secret')
    expect(seen).not.toContain('Voici comment je fais')
    expect((await list()).body.items[0].state).toBe('accepted')
    expect(codeOf(await claire.delete(`${base}/openings/${id}`))).toBe('notFound')
    const posted = await publish(samir, at('10T15:00'), { kind: 'discussion', title: 'Aligner au laser' })
    expect((await list()).body.items).toMatchObject([{ state: 'posted', postId: posted }])
    expect(await own(samir)).toEqual([])
    expect(await logOf(samir)).toContainEqual(
      expect.objectContaining({ screen: 'openings', purpose: 'letOthersSpeak' }),
    )
  })
})

describe('questions that come back', () => {
  test('are grouped by their titles, with whom to credit, until there is a page or somebody puts them away', async () => {
    const { base, community, publish, answer, decide } = await place()
    const one = await publish(nadia, at('09T10:00'), { title: 'Comment purger le circuit hydraulique ?' })
    const two = await publish(paul, at('09T11:00'), { title: 'Comment purger un circuit hydraulique' })
    await publish(paul, at('09T12:00'), { title: 'Où ranger les gants isolants ?' })
    const list = async () => (await claire.get(`${base}/repeated-questions`)).body.items
    t.setNow(at('09T13:00'))
    expect(await list()).toEqual([])
    const said = await answer(samir, at('09T14:00'), one)
    await nadia.put(`/api/v1/posts/${one}/accepted-answer`, { commentId: said })
    expect(await list()).toMatchObject([
      { bestId: one, questions: [{ id: two }, { id: one }], credited: [{ id: samir.memberId }] },
    ])
    expect((await nadia.get(`${base}/repeated-questions`)).status).toBe(403)
    await decide(`repeated:${one}`, { decision: 'done' })
    expect(await list()).toEqual([])
    await claire.delete(`${base}/this-morning/repeated:${one}`)
    expect(await list()).toHaveLength(1)
    await claire.post('/api/v1/pages', {
      communityId: community.id,
      title: 'Purger un circuit hydraulique',
      bodyMd: 'Les étapes.',
      source: { postId: one, commentIds: [said] },
    })
    expect(await list()).toEqual([])
  })
})
