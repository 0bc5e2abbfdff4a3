import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp } from '#apps/server/testing.ts'
import type { TestApp, TestVisitor } from '#apps/server/testing.ts'
import { bringIn, foundCommunity, giveRole } from '#modules/communities/fixtures.ts'
import { insertImportedPosts } from '#modules/discussions/public.ts'
import { newId } from '#platform/ids.ts'
import type { MorningCard, WaitingQuestion } from '../contract.ts'

let t: TestApp
let claire: TestVisitor
let samir: TestVisitor
let nadia: TestVisitor
let paul: TestVisitor

/** A plain week without public holidays; the default calendar of an organisation without sites, in Paris. */
const at = (text: string): Date => new Date(`2026-03-${text}:00+01:00`)
const monday = at('09T09:00')

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
  const morning = async (
    who = claire,
  ): Promise<{ cards: MorningCard[]; waitingInAll: number; otherManagers: { id: string }[] }> => {
    const answer = await who.get(`${base}/this-morning`)
    expect(answer.status, answer.text).toBe(200)
    return answer.body
  }
  const rescue = async (query = '', who = claire) => {
    const answer = await who.get(`${base}/rescue${query}`)
    expect(answer.status, answer.text).toBe(200)
    return answer.body as {
      items: WaitingQuestion[]
      next: string | null
      total: number
      rhythm: { p75: number | null; n: number; thresholds: object }
    }
  }
  const publish = async (
    who: TestVisitor,
    when: Date,
    more: Record<string, unknown> = {},
  ): Promise<string> => {
    t.setNow(when)
    const answer = await who.post('/api/v1/posts', {
      communityId: community.id,
      kind: 'question',
      title: 'Une question',
      bodyMd: 'Le détail',
      ...more,
    })
    expect(answer.status, answer.text).toBe(200)
    return answer.body.card.id
  }
  const answer = async (
    who: TestVisitor,
    when: Date,
    postId: string,
    more: Record<string, unknown> = {},
  ): Promise<string> => {
    t.setNow(when)
    const { status, body, text } = await who.post(`/api/v1/posts/${postId}/comments`, {
      bodyMd: 'Une réponse',
      isAnswer: true,
      ...more,
    })
    expect(status, text).toBe(200)
    return body.id
  }
  /** Nobody of the cast is new here: each has an answered post, dated before the plot. */
  const settleIn = async (...who: TestVisitor[]) => {
    for (const person of who)
      await answer(claire, monday, await publish(person, monday, { kind: 'discussion', title: 'Bonjour' }), {
        isAnswer: false,
      })
  }
  const step = (postId: string, body: object, who = claire) =>
    who.post(`${base}/rescue/${postId}/steps`, body)
  const decide = (card: string, body: object, who = claire) =>
    who.put(`${base}/this-morning/${encodeURIComponent(card)}`, body)
  return { community, base, morning, rescue, publish, answer, settleIn, step, decide }
}

/** Without thanks for greeting somebody: those are recognition's, and everybody here greets. */
const keys = (cards: MorningCard[]) =>
  cards.filter(({ kind, about }) => kind !== 'thanks' || about === 'answer').map(({ card }) => card)
const accessLog = async (
  who: TestVisitor,
): Promise<{ screen: string; viewer: { id: string }; fields: string[] }[]> =>
  (await who.get('/api/v1/me/access-log')).body.items

describe('this morning', () => {
  test('keeps the public order, and seven cards at most', async () => {
    const { morning, publish, answer, settleIn, step, base } = await place()
    await settleIn(samir, nadia, paul)
    const oldest = await publish(nadia, at('09T10:00'))
    for (let n = 0; n < 7; n++) await publish(paul, at(`09T11:0${n}`))
    const promised = await publish(nadia, at('09T11:30'))
    const thanked = await answer(samir, at('09T12:00'), await publish(nadia, at('09T11:40')))
    await nadia.put(
      `/api/v1/posts/${(await t.db.read.row<{ id: string }>('select post_id as id from discussions.comment where id = $1', [thanked]))!.id}/accepted-answer`,
      { commentId: thanked },
    )
    expect(
      (await step(promised, { step: 'owner', toMemberId: samir.memberId, promisedFor: '2026-03-11' })).status,
    ).toBe(200)
    const zoe = await t.member({ name: 'Zoé Lambert' })
    await zoe.post(`${base}/membership`, {})
    const first = await publish(zoe, at('11T15:00'), { kind: 'discussion', title: 'Je me présente' })
    t.setNow(at('11T16:00'))
    const { cards, waitingInAll } = await morning()
    expect(cards.map(({ kind }) => kind)).toEqual(['newcomer', ...Array(6).fill('question')])
    expect(cards[0]).toMatchObject({ card: `newcomer:${first}`, member: { displayName: 'Zoé Lambert' } })
    // Among questions the newest first: the oldest two are left for afterwards.
    expect(cards.map(({ post }) => post!.id)).not.toContain(oldest)
    // A newcomer, eight questions, a promise, a thanks.
    expect(waitingInAll).toBe(11)
    for (const card of cards) await claire.put(`${base}/this-morning/${card.card}`, { decision: 'done' })
    expect((await morning()).cards.map(({ kind }) => kind)).toEqual([
      'question',
      'question',
      'promise',
      'thanks',
    ])
    const promise = (await morning()).cards[2]!
    expect(promise).toMatchObject({ promisedFor: '2026-03-11', member: { displayName: 'Samir Haddad' } })
    expect((await morning()).cards[3]).toMatchObject({
      member: { displayName: 'Samir Haddad' },
      helped: null,
    })
  })

  test('a question gives no card before the community had its usual time', async () => {
    const { morning, publish, settleIn } = await place()
    await settleIn(nadia)
    const id = await publish(nadia, at('09T10:00'))
    t.setNow(at('09T17:00'))
    expect((await morning()).cards).toEqual([])
    t.setNow(at('11T17:00'))
    expect(keys((await morning()).cards)).toEqual([`question:${id}:L3`])
  })

  test('the manager’s own first post does not make them a newcomer, a first question is one card', async () => {
    const { morning, publish } = await place()
    await publish(claire, at('09T10:00'))
    const first = await publish(nadia, at('09T10:00'))
    t.setNow(at('13T17:00'))
    expect(keys((await morning()).cards).filter((key) => key.includes(first))).toEqual([`newcomer:${first}`])
    expect(
      (await morning()).cards.filter(({ member }) => member?.id === claire.memberId).map(({ kind }) => kind),
    ).toEqual(['question'])
  })

  test('done is for all, later and not mine for oneself, delegated for the other, undo gives it back', async () => {
    const { community, morning, publish, settleIn, decide, base } = await place()
    await settleIn(samir, nadia)
    await giveRole(claire, community, samir, 'manager')
    const card = `question:${await publish(nadia, at('09T10:00'))}:L3`
    t.setNow(at('11T17:00'))
    const both = async () => [keys((await morning()).cards), keys((await morning(samir)).cards)]
    expect(await both()).toEqual([[card], [card]])

    expect((await decide(card, { decision: 'done' })).status).toBe(204)
    expect(await both()).toEqual([[], []])
    expect((await claire.delete(`${base}/this-morning/${card}`)).status).toBe(204)
    expect((await claire.delete(`${base}/this-morning/${card}`)).status).toBe(204)
    expect(await both()).toEqual([[card], [card]])

    await decide(card, { decision: 'later' })
    expect(await both()).toEqual([[], [card]])
    t.setNow(at('12T17:01'))
    const [next] = keys((await morning()).cards)
    expect(next).toBeDefined()
    t.setNow(at('11T17:00'))

    await decide(card, { decision: 'notMine' })
    expect(await both()).toEqual([[], [card]])

    expect((await decide(card, { decision: 'delegated', delegateTo: nadia.memberId })).body).toMatchObject({
      error: { code: 'delegateNotManager' },
    })
    expect((await decide(card, { decision: 'delegated', delegateTo: claire.memberId })).status).toBe(409)
    expect((await decide(card, { decision: 'delegated' })).status).toBe(409)
    await decide(card, { decision: 'later' }, samir)
    t.setNow(at('11T17:05'))
    expect((await decide(card, { decision: 'delegated', delegateTo: samir.memberId })).status).toBe(204)
    expect(await both()).toEqual([[], [card]])
    expect((await morning(samir)).cards[0]!.delegatedBy).toMatchObject({ id: claire.memberId })
    expect((await morning()).otherManagers).toMatchObject([{ id: samir.memberId }])
    // Declined by the one who received it, it comes back.
    t.setNow(at('11T17:10'))
    await decide(card, { decision: 'notMine' }, samir)
    expect(await both()).toEqual([[card], []])

    for (const wrong of [
      'question:1:L3',
      'other:01980000-0000-7000-8000-000000000000',
      "question:'; drop table",
      'x',
    ])
      expect((await decide(wrong, { decision: 'done' })).status).toBe(404)
  })

  test('writes the look where the person shown can read it', async () => {
    const { morning, publish, rescue, base } = await place()
    const lea = await t.member({ name: 'Léa Petit' })
    await lea.post(`${base}/membership`, {})
    await publish(lea, at('09T10:00'))
    t.setNow(at('11T15:00'))
    await morning()
    await rescue()
    await claire.get(`${base}/welcome`)
    const log = await accessLog(lea)
    expect(log.map(({ screen }) => screen).toSorted()).toEqual(['rescue', 'thisMorning', 'welcome'])
    expect(log.every(({ viewer }) => viewer.id === claire.memberId)).toBe(true)
    // A second look within the hour adds nothing, and nobody is logged for looking at themselves.
    await morning()
    expect(await accessLog(lea)).toHaveLength(3)
    expect((await accessLog(claire)).filter(({ viewer }) => viewer.id === claire.memberId)).toEqual([])
  })

  test('a statement count that does not grow with the questions', async () => {
    const { publish, settleIn, base } = await place()
    await settleIn(nadia)
    await publish(nadia, at('09T10:00'))
    t.setNow(at('11T15:00'))
    const few = (await claire.get(`${base}/rescue`)).statements
    for (let n = 0; n < 8; n++) await publish(nadia, at('09T10:01'))
    t.setNow(at('11T15:00'))
    expect((await claire.get(`${base}/rescue`)).statements).toBe(few)
    expect(few).toBeLessThanOrEqual(9)
    expect((await claire.get(`${base}/this-morning`)).statements).toBeLessThanOrEqual(32)
  })
})

describe('the ladder', () => {
  test('begins at the community’s own p75 in business hours, the unanswered counted as censored', async () => {
    const { community, publish, answer, rescue } = await place()
    for (let n = 0; n < 15; n++) await answer(samir, at('09T14:00'), await publish(nadia, at('09T10:00')))
    expect((await rescue()).rhythm).toMatchObject({
      p75: null,
      n: 15,
      thresholds: { askExperts: 12, askNeighbour: 12, relay: 24, answer: 48 },
    })
    // Four still wait since the evening: without them p75 would be 4 bh, and would be reached by 16 of 20 all the same.
    for (let n = 0; n < 5; n++) await publish(nadia, at('10T10:00'))
    t.setNow(at('12T10:00'))
    const { rhythm, items } = await rescue()
    expect(rhythm).toMatchObject({ p75: 4, n: 20, thresholds: { askExperts: 4 } })
    expect(items.map(({ level }) => level)).toEqual(Array(5).fill('L2'))
    // More that nobody answers: the quantile lies beyond what was observed, and patience is the longest.
    for (let n = 0; n < 6; n++) await publish(nadia, at('10T10:00'))
    t.setNow(at('12T10:00'))
    expect((await rescue()).rhythm).toMatchObject({ p75: null, n: 26, thresholds: { askExperts: 12 } })
    expect(community.id).toBeTruthy()
  })

  test('a first question and an urgent one go straight to the relay; SQL and policy agree on every level', async () => {
    const { publish, settleIn, rescue } = await place()
    await settleIn(nadia, samir)
    const plain = await publish(nadia, at('09T10:00'))
    const urgent = await publish(samir, at('09T10:00'), { tags: ['Urgent'] })
    const first = await publish(paul, at('09T10:00'))
    const byPost = async (when: string) => {
      t.setNow(at(when))
      return Object.fromEntries((await rescue()).items.map(({ id, level }) => [id, level]))
    }
    expect(await byPost('09T18:30')).toEqual({ [plain]: 'L0', [urgent]: 'L0', [first]: 'L0' })
    const later = await byPost('10T17:30')
    expect(later).toEqual({ [plain]: 'L2', [urgent]: 'L3', [first]: 'L3' })
    for (const hour of [
      '09T11:00',
      '10T11:00',
      '10T14:00',
      '11T12:00',
      '12T11:00',
      '13T11:00',
      '16T10:00',
      '16T17:00',
      '27T10:00',
    ]) {
      t.setNow(at(hour))
      const all = (await rescue()).items
      for (const level of ['L0', 'L1', 'L2', 'L3', 'L4'] as const) {
        const { items, total } = await rescue(`?level=${level}`)
        const expected = all.filter((question) => question.level === level).map(({ id }) => id)
        expect(
          items.map(({ id }) => id),
          `${hour} ${level}`,
        ).toEqual(expected)
        if (expected.length > 0) expect(total).toBe(expected.length)
      }
    }
  })

  test('the rescue list pages by keyset, oldest first, and forgets what was answered, closed or deleted', async () => {
    const { publish, settleIn, rescue, answer } = await place()
    await settleIn(nadia)
    const ids: string[] = []
    for (let n = 0; n < 5; n++) ids.push(await publish(nadia, at(`09T10:0${Math.floor(n / 2)}`)))
    t.setNow(at('12T10:00'))
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page: Awaited<ReturnType<typeof rescue>> = await rescue(
        `?limit=2${cursor ? `&cursor=${cursor}` : ''}`,
      )
      seen.push(...page.items.map(({ id }) => id))
      expect(page.total).toBe(5)
      cursor = page.next
    } while (cursor)
    expect(seen).toHaveLength(5)
    expect(new Set(seen)).toEqual(new Set(ids))
    await answer(nadia, at('12T10:00'), ids[0]!)
    await answer(samir, at('12T10:00'), ids[1]!)
    await nadia.put(`/api/v1/posts/${ids[2]}/closure`, { reason: 'outdated' })
    await nadia.delete(`/api/v1/posts/${ids[3]}`)
    expect(new Set((await rescue()).items.map(({ id }) => id))).toEqual(new Set([ids[0], ids[4]]))
  })
})

describe('steps', () => {
  test('a person is asked at most twice a week, wherever, and never about their own question', async () => {
    const expert = await t.member({ name: 'Hélène Costa' })
    const one = await place({}, nadia, expert)
    const two = await place({}, nadia, expert)
    await one.settleIn(nadia)
    const questions = [await one.publish(nadia, at('09T10:00')), await one.publish(nadia, at('09T10:01'))]
    const elsewhere = await two.publish(nadia, at('09T10:00'))
    t.setNow(at('11T10:00'))
    const ask = { step: 'nudgedExpert', toMemberId: expert.memberId, note: 'Vous avez connu ce cas.' }
    expect((await one.step(questions[0]!, { ...ask, toMemberId: nadia.memberId })).body).toMatchObject({
      error: { code: 'personNotMember' },
    })
    const asked = await one.step(questions[0]!, ask)
    expect(asked.body.steps).toMatchObject([
      { step: 'nudgedExpert', by: { id: claire.memberId }, to: { id: expert.memberId }, note: ask.note },
    ])
    expect((await two.step(elsewhere, ask)).status).toBe(200)
    expect((await one.step(questions[1]!, ask)).body).toMatchObject({ error: { code: 'askedTwiceThisWeek' } })
    t.setNow(at('18T10:01'))
    expect((await one.step(questions[1]!, ask)).status).toBe(200)
    expect((await expert.get('/api/v1/me/asked')).body.items).toHaveLength(3)
    const stranger = await t.member()
    expect((await one.step(questions[1]!, { ...ask, toMemberId: stranger.memberId })).body).toMatchObject({
      error: { code: 'personNotMember' },
    })
  })

  test('a step closes the card of its level; the next level opens another', async () => {
    const { morning, publish, settleIn, step } = await place()
    await settleIn(nadia)
    const id = await publish(nadia, at('09T10:00'))
    t.setNow(at('10T17:30'))
    expect(keys((await morning()).cards)).toEqual([`question:${id}:L2`])
    await step(id, { step: 'relayed' })
    expect((await morning()).cards).toEqual([])
    t.setNow(at('13T10:00'))
    expect(keys((await morning()).cards)).toEqual([expect.stringMatching(`question:${id}:L[34]`)])
  })

  test('an owner needs a date to come, becomes a card when it is due, and is left alone until then', async () => {
    const owner = await t.member({ name: 'Hugo Blanc' })
    const { morning, publish, settleIn, step, answer } = await place({}, nadia, owner)
    await settleIn(nadia)
    const id = await publish(nadia, at('09T10:00'))
    t.setNow(at('16T10:00'))
    for (const body of [
      {},
      { toMemberId: owner.memberId },
      { promisedFor: '2026-03-20' },
      { toMemberId: owner.memberId, promisedFor: '2026-03-13' },
    ])
      expect((await step(id, { step: 'owner', ...body })).body).toMatchObject({
        error: { code: 'promiseNeedsOwnerAndDate' },
      })
    const named = await step(id, { step: 'owner', toMemberId: owner.memberId, promisedFor: '2026-03-18' })
    expect(named.body.steps[0]).toMatchObject({
      step: 'owner',
      promisedFor: '2026-03-18',
      to: { id: owner.memberId },
    })
    expect((await morning()).cards).toEqual([])
    expect((await owner.get('/api/v1/me/asked')).body.items[0]).toMatchObject({
      isOwner: true,
      promisedFor: '2026-03-18',
      post: { id },
    })
    // Half past midnight in Paris is still the day before in UTC.
    t.setNow(at('18T00:30'))
    expect((await morning()).cards).toMatchObject([
      { kind: 'promise', promisedFor: '2026-03-18', member: { id: owner.memberId } },
    ])
    await answer(owner, at('18T11:00'), id)
    expect((await morning()).cards).toEqual([])
    expect(
      (await owner.get('/api/v1/me/asked')).body.items.map((item: { post: { id: string } }) => item.post.id),
    ).not.toContain(id)
  })

  test('a neighbouring community must be another one where the manager may write; its name stays with who may see it', async () => {
    const { community, publish, settleIn, step, rescue } = await place()
    await settleIn(nadia)
    await giveRole(claire, community, samir, 'manager')
    const id = await publish(nadia, at('09T10:00'))
    t.setNow(at('11T10:00'))
    const closed = await foundCommunity(paul, { name: { fr: 'Chez Paul' }, visibility: 'closed' })
    const secret = await foundCommunity(paul, { name: { fr: 'Secret de Paul' }, visibility: 'secret' })
    const own = await foundCommunity(claire, { name: { fr: 'Cercle secret' }, visibility: 'secret' })
    const ask = (toCommunityId?: string) =>
      step(id, { step: 'askedNeighbour', ...(toCommunityId && { toCommunityId }) })
    expect((await ask(closed.id)).status).toBe(403)
    expect((await ask(secret.id)).status).toBe(404)
    expect((await ask()).status).toBe(404)
    expect((await ask(community.id)).body).toMatchObject({ error: { code: 'neighbourIsItself' } })
    expect((await ask(own.id)).body.steps[0].community.name).toEqual({ fr: 'Cercle secret' })
    expect((await rescue('', samir)).items[0]!.steps[0]!.community).toBeNull()
  })

  test('relaying tells nobody, whoever is named along with it', async () => {
    const { publish, settleIn, step } = await place()
    await settleIn(nadia)
    const id = await publish(nadia, at('09T10:00'))
    const stranger = await t.member()
    expect((await step(id, { step: 'relayed', toMemberId: stranger.memberId })).body.steps[0]).toMatchObject({
      step: 'relayed',
      to: null,
    })
    expect((await stranger.get('/api/v1/me/asked')).body.items).toEqual([])
  })

  test('what no longer waits, or is not here, takes no step', async () => {
    const here = await place()
    const other = await place()
    await here.settleIn(nadia)
    const id = await here.publish(nadia, at('09T10:00'))
    expect((await other.step(id, { step: 'relayed' })).body).toMatchObject({
      error: { code: 'questionNotWaiting' },
    })
    await here.answer(samir, at('09T11:00'), id)
    expect((await here.step(id, { step: 'relayed' })).status).toBe(409)
  })

  test('who could answer: those who said so, then those whose answers served, then experts; never the asker nor the viewer', async () => {
    const expert = await t.member({ name: 'Hélène Costa' })
    const { community, publish, answer, rescue, step } = await place({}, nadia, paul, expert)
    await t.db.read.run('update people.member set ask_me_about = $2 where id = any($1)', [
      [paul.memberId, nadia.memberId, claire.memberId],
      ['soudure'],
    ])
    await giveRole(claire, community, expert, 'expert')
    const served = await answer(
      expert,
      monday,
      await publish(nadia, monday, { tags: ['inox'], title: 'Inox' }),
    )
    const about = await publish(nadia, at('09T10:00'), { title: 'Défaut de soudure', tags: ['inox'] })
    t.setNow(at('11T10:00'))
    const find = async () => (await rescue()).items.find(({ id }) => id === about)!.couldAnswer
    expect(
      (await find()).map(({ member, reason, askedThisWeek }) => [member.displayName, reason, askedThisWeek]),
    ).toEqual([
      ['Paul Girard', 'askMeAbout', 0],
      ['Hélène Costa', 'expert', 0],
    ])
    await nadia.put(
      `/api/v1/posts/${(await t.db.read.row<{ id: string }>('select post_id as id from discussions.comment where id = $1', [served]))!.id}/accepted-answer`,
      { commentId: served },
    )
    expect((await find())[1]).toMatchObject({ reason: 'answeredTag' })
    await step(about, { step: 'nudgedExpert', toMemberId: paul.memberId })
    // Whoever was asked is not proposed for the same question again, and with their load for another.
    expect((await find()).map(({ member, askedThisWeek }) => [member.displayName, askedThisWeek])).toEqual([
      ['Hélène Costa', 0],
    ])
    await t.db.read.run("update people.member set ask_me_about = '{}'")
  })
})

describe('the fold', () => {
  test('holds the manager’s reply until L3; opening it is counted once, for themselves', async () => {
    const { community, publish, settleIn, rescue, base } = await place()
    await settleIn(nadia)
    await giveRole(claire, community, samir, 'manager')
    const id = await publish(nadia, at('09T10:00'))
    const own = await publish(claire, at('09T10:00'))
    t.setNow(at('09T11:00'))
    const clock = (postId = id, who = claire) => who.get(`${base}/rescue/${postId}`)
    expect((await clock()).body).toMatchObject({ replyIsFolded: true, question: { level: 'L0', waited: 1 } })
    expect((await clock(own)).body).toMatchObject({ replyIsFolded: false })
    for (let n = 0; n < 3; n++) expect((await claire.post(`${base}/rescue/${id}/override`)).status).toBe(204)
    expect((await claire.post(`${base}/rescue/${own}/override`)).status).toBe(204)
    const counted = async (who: TestVisitor) =>
      (await who.get('/api/v1/me/seen')).body.fields?.find?.(
        (f: { entity: string; field: string }) => f.entity === 'practice' && f.field === 'override',
      )?.values
    expect(
      await t.db.read.rows(
        "select 1 from workbench.rescue_step where community_id = $1 and step = 'override'",
        [community.id],
      ),
    ).toHaveLength(1)
    expect(await counted(claire)).toEqual(['1'])
    expect(await counted(samir)).toEqual([])
    expect((await rescue('', samir)).items.flatMap(({ steps }) => steps)).toEqual([])
    expect((await clock(id, samir)).text).not.toContain('override')
    t.setNow(at('11T17:00'))
    expect((await clock()).body).toMatchObject({ replyIsFolded: false, question: { level: 'L3' } })
    await samir.post(`/api/v1/posts/${id}/comments`, { bodyMd: 'Voilà', isAnswer: true })
    expect((await clock()).body).toMatchObject({ replyIsFolded: false, question: null })
    expect((await claire.post(`${base}/rescue/${id}/override`)).body).toMatchObject({
      error: { code: 'questionNotWaiting' },
    })
  })
})

describe('welcome', () => {
  test('shows arrivals with who invited them, greets once, gives and takes a buddy', async () => {
    const { community, base, publish, answer } = await place()
    const zoe = await t.member({ name: 'Zoé' })
    t.setNow(at('09T10:00'))
    await claire.post(`${base}/invitations`, { memberIds: [zoe.memberId] })
    await zoe.post(`${base}/membership`, {})
    const first = await publish(zoe, at('10T10:00'), { kind: 'discussion' })
    const welcome = async () => (await claire.get(`${base}/welcome`)).body
    const before = await welcome()
    const arrival = (body: { items: { member: { id: string } }[] }) =>
      body.items.find(({ member }) => member.id === zoe.memberId)
    expect(arrival(before)).toMatchObject({
      invitedBy: { id: claire.memberId },
      welcomedBy: null,
      buddy: null,
    })
    // Founders and managers are not newcomers to their own place.
    expect(before.items.map(({ member }: { member: { id: string } }) => member.id)).not.toContain(
      claire.memberId,
    )
    expect(before.firstContributions).toMatchObject([{ id: first, author: { id: zoe.memberId } }])

    const put = (body: object, who = zoe) => claire.put(`${base}/welcome/${who.memberId}`, body)
    expect((await put({ buddyId: nadia.memberId })).body).toMatchObject({
      welcomedBy: { id: claire.memberId },
      buddy: { id: nadia.memberId },
    })
    expect((await welcome()).waiting).toBe(before.waiting - 1)
    expect((await put({ buddyId: null })).body).toMatchObject({ buddy: null })
    const stranger = await t.member()
    expect((await put({ buddyId: stranger.memberId })).body).toMatchObject({
      error: { code: 'personNotMember' },
    })
    expect((await put({ buddyId: zoe.memberId })).status).toBe(409)
    expect((await put({}, stranger)).status).toBe(409)
    await answer(claire, at('10T11:00'), first, { isAnswer: false })
    expect((await welcome()).firstContributions).toEqual([])
    t.setNow(new Date(monday.getTime() + 92 * 86_400_000))
    expect((await welcome()).items).toEqual([])
    expect(community.id).toBeTruthy()
  })

  test('arrivals page by keyset', async () => {
    const { base } = await place()
    t.setNow(at('09T10:00'))
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page: { items: { member: { id: string } }[]; next: string | null } = (
        await claire.get(`${base}/welcome?limit=1${cursor ? `&cursor=${cursor}` : ''}`)
      ).body
      seen.push(...page.items.map(({ member }) => member.id))
      cursor = page.next
    } while (cursor)
    expect(new Set(seen)).toEqual(new Set([samir.memberId, nadia.memberId, paul.memberId]))
    expect(seen).toHaveLength(3)
  })
})

describe('history brought from elsewhere', () => {
  test('asks nothing of the manager, unless the import was meant to', async () => {
    const { community, morning, rescue, base } = await place()
    t.setNow(at('20T10:00'))
    await insertImportedPosts({ ...t.systemContext(), now: at('20T10:00') }, [
      {
        id: newId(at('09T10:00').getTime()),
        communityId: community.id,
        kind: 'question',
        authorId: paul.memberId,
        title: 'Ancienne question',
        bodyMd: 'Depuis longtemps',
        language: 'fr',
        tags: [],
        createdAt: at('09T10:00'),
      } as never,
    ])
    expect((await morning()).cards).toEqual([])
    expect((await rescue()).items).toEqual([])
    expect((await claire.get(`${base}/welcome`)).body.firstContributions).toEqual([])
    await t.db.read.run(
      `insert into interchange.import (id, source, community_id, started_at, finished_at, state, feeds_workbench)
       values ($1, 'test', $2, now(), now(), 'finished', true)`,
      [newId(), community.id],
    )
    expect((await morning()).cards).toHaveLength(1)
    expect((await rescue()).items).toHaveLength(1)
  })
})

describe('who may', () => {
  test.each(['open', 'closed', 'secret'])(
    'only managers of the %s community; the others as the policy says',
    async (visibility) => {
      const { community, base, publish, settleIn } = await place({ visibility: 'closed' }, samir, nadia, paul)
      await settleIn(nadia)
      await giveRole(claire, community, samir, 'moderator')
      const question = await publish(nadia, at('09T10:00'))
      t.setNow(at('11T10:00'))
      await claire.put(`${base}/visibility`, { visibility, partnersAdmitted: false })
      const outsider = await t.member()
      const administrator = await t.member({ administrator: true })
      const elsewhere = await t.member()
      await foundCommunity(elsewhere, { name: { fr: 'Ailleurs' } })
      const guest = await t.member({ guest: true })
      const calls: [string, (who: TestVisitor) => Promise<{ status: number }>][] = [
        ['this morning', (who) => who.get(`${base}/this-morning`)],
        ['decide', (who) => who.put(`${base}/this-morning/question:${question}:L3`, { decision: 'later' })],
        ['undo', (who) => who.delete(`${base}/this-morning/question:${question}:L3`)],
        ['rescue', (who) => who.get(`${base}/rescue`)],
        ['step', (who) => who.post(`${base}/rescue/${question}/steps`, { step: 'relayed' })],
        ['clock', (who) => who.get(`${base}/rescue/${question}`)],
        ['override', (who) => who.post(`${base}/rescue/${question}/override`)],
        ['welcome', (who) => who.get(`${base}/welcome`)],
        ['greet', (who) => who.put(`${base}/welcome/${nadia.memberId}`, {})],
      ]
      const outside = visibility === 'secret' ? 404 : 403
      for (const [name, call] of calls) {
        expect((await call(claire)).status, `${name} manager`).toBeLessThan(300)
        expect((await call(t.anonymous)).status, `${name} anonymous`).toBe(401)
        for (const [who, person] of Object.entries({ member: nadia, moderator: samir }))
          expect((await call(person)).status, `${name} ${who}`).toBe(403)
        for (const [who, person] of Object.entries({ outsider, administrator, elsewhere }))
          expect((await call(person)).status, `${name} ${who}`).toBe(outside)
        expect((await call(guest)).status, `${name} guest`).toBe(404)
      }
    },
  )

  test('what was asked of me forgets what I may no longer read', async () => {
    const { base, publish, settleIn, step } = await place({ visibility: 'closed' }, nadia)
    await settleIn(nadia)
    const lea = await t.member({ name: 'Léa' })
    await claire.post(`${base}/invitations`, { memberIds: [lea.memberId] })
    await lea.post(`${base}/membership`, {})
    const id = await publish(nadia, at('09T10:00'))
    expect((await step(id, { step: 'nudgedExpert', toMemberId: lea.memberId })).status).toBe(200)
    const asked = async (who: TestVisitor) =>
      (await who.get('/api/v1/me/asked')).body.items as { post: { id: string }; by: { id: string } }[]
    expect(await asked(lea)).toMatchObject([{ post: { id }, by: { id: claire.memberId } }])
    expect((await asked(nadia)).map(({ post }) => post.id)).not.toContain(id)
    await lea.delete(`${base}/membership`)
    expect(await asked(lea)).toEqual([])
    expect((await t.anonymous.get('/api/v1/me/asked')).status).toBe(401)
  })
})

test('decisions about cards are forgotten after twelve months', async () => {
  const { community, publish, settleIn, decide } = await place()
  await settleIn(nadia)
  const id = await publish(nadia, at('09T10:00'))
  await decide(`question:${id}:L3`, { decision: 'notMine' })
  const { forgetOldDecisions } = await import('./jobs.ts')
  const left = async (now: Date) => {
    await forgetOldDecisions.run({ ...t.systemContext(), now } as never, {} as never, t.services)
    return (
      await t.db.read.rows('select 1 from workbench.card_decision where community_id = $1', [community.id])
    ).length
  }
  expect(await left(new Date('2027-03-08T00:00:00Z'))).toBe(1)
  expect(await left(new Date('2027-03-10T00:00:00Z'))).toBe(0)
})
