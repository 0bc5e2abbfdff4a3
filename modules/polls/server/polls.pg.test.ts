import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp } from '#apps/server/testing.ts'
import type { TestApp, TestVisitor } from '#apps/server/testing.ts'
import { bringIn, foundCommunity } from '#modules/communities/fixtures.ts'
import type { Poll } from '#modules/polls/contract.ts'
import { systemActor } from '#platform/context.ts'
import { closeDuePolls } from './jobs.ts'

let t: TestApp
let claire: TestVisitor
let outsider: TestVisitor
let people: TestVisitor[]
let community: { id: string; slug: string }

beforeAll(async () => {
  t = await startTestApp()
  claire = await t.member({ name: 'Claire' })
  outsider = await t.member({ name: 'Extérieur' })
  people = []
  for (let n = 0; n < 7; n++) people.push(await t.member({ name: `Votante ${n}` }))
  community = await foundCommunity(claire, { visibility: 'closed' })
  await bringIn(claire, community, ...people)
})
afterAll(() => t.close())

async function ask(body: object, by = claire): Promise<Poll> {
  const asked = await by.post('/api/v1/polls', {
    communityId: community.id,
    question: 'Quel créneau pour le café ?',
    kind: 'single',
    ballot: 'open',
    options: [{ label: 'Lundi' }, { label: 'Mardi' }, { label: 'Jeudi' }],
    ...body,
  })
  expect(asked.status, asked.text).toBe(200)
  return (await by.get(`/api/v1/posts/${asked.body.postId}/poll`)).body.poll
}
const cast = (who: TestVisitor, poll: Poll, ...indexes: number[]) =>
  who.put(`/api/v1/polls/${poll.id}/vote`, {
    choices: indexes.map((index) => ({ optionId: poll.options[index]!.id })),
  })
const votesOf = (poll: Poll) => poll.result?.tallies.map(({ votes }) => votes)

test('an open poll counts at once, names nobody, and lets people change their mind', async () => {
  const poll = await ask({})
  expect((await cast(people[0]!, poll, 0)).body.mine.hasVoted).toBe(true)
  const changed = await cast(people[0]!, poll, 1)
  expect(changed.statements).toBeLessThanOrEqual(12)
  expect(votesOf(changed.body)).toEqual([0, 1, 0])
  await cast(people[1]!, poll, 1)
  const back = await people[0]!.delete(`/api/v1/polls/${poll.id}/vote`)
  expect(back.body).toMatchObject({ voters: 1, mine: { hasVoted: false, choices: [] } })
  const seen = await claire.get(`/api/v1/posts/${poll.postId}/poll`)
  expect(seen.statements).toBeLessThanOrEqual(5)
  expect(seen.text).not.toContain(people[1]!.memberId)
  const names = await claire.get(`/api/v1/polls/${poll.id}/options/${poll.options[1]!.id}/voters`)
  expect(names.status).toBe(404)
})

test('a choice that makes no sense is refused, and the conversation decides who may vote', async () => {
  const poll = await ask({ kind: 'multiple', maxChoices: 2 })
  expect((await cast(people[0]!, poll, 0, 1, 2)).body.error.code).toBe('choiceUnclear')
  expect((await cast(people[0]!, poll, 0, 0)).body.error.code).toBe('choiceUnclear')
  expect((await cast(people[0]!, poll, 0, 2)).status).toBe(200)
  const stranger = await cast(outsider, poll, 0)
  expect(stranger.status).toBe(404)
  expect((await outsider.get(`/api/v1/posts/${poll.postId}/poll`)).status).toBe(404)
  await claire.put(`/api/v1/posts/${poll.postId}/closure`, { reason: 'other' })
  expect((await cast(people[1]!, poll, 0)).body.error.data.reason).toBe('postClosed')
  const twice = await claire.post('/api/v1/polls', {
    communityId: community.id,
    question: 'Deux fois ?',
    kind: 'single',
    ballot: 'open',
    options: [{ label: 'Oui' }, { label: 'oui' }],
  })
  expect(twice.body.error.code).toBe('optionsUnclear')
})

test('a visible poll says who chose what, to readers only', async () => {
  const poll = await ask({ ballot: 'visible' })
  for (const who of people.slice(0, 3)) await cast(who, poll, 2)
  const url = `/api/v1/polls/${poll.id}/options/${poll.options[2]!.id}/voters`
  const first = await people[6]!.get(`${url}?limit=2`)
  expect(first.body.items.map((one: { member: { displayName: string } }) => one.member.displayName)).toEqual([
    'Votante 0',
    'Votante 1',
  ])
  const rest = await people[6]!.get(`${url}?limit=2&cursor=${first.body.next}`)
  expect(rest.body.items).toHaveLength(1)
  expect((await outsider.get(url)).status).toBe(404)
})

test('a ranked poll is counted in rounds', async () => {
  const poll = await ask({ kind: 'ranked' })
  const orders = [
    [0, 1, 2],
    [0, 2, 1],
    [1, 0, 2],
    [2, 1, 0],
    [1, 2, 0],
  ]
  for (const [index, order] of orders.entries()) await cast(people[index]!, poll, ...order)
  const closed = (await claire.put(`/api/v1/polls/${poll.id}/closure`)).body as Poll
  expect(closed.result?.rounds.map(({ out }) => out.length)).toEqual([1, 0])
  expect(closed.result?.winners).toEqual([poll.options[1]!.id])
  expect((await cast(people[6]!, poll, 0)).body.error.code).toBe('pollClosed')
})

describe('a secret poll', () => {
  test('keeps no link between a person and a vote, says nothing before its end, and is cast once', async () => {
    const poll = await ask({ ballot: 'secret' })
    for (const [index, who] of people.slice(0, 6).entries()) {
      const answer = await cast(who, poll, index % 2)
      expect(answer.body).toMatchObject({ result: null, mine: { hasVoted: true, choices: [] } })
    }
    expect((await cast(people[0]!, poll, 2)).body.error.code).toBe('alreadyVoted')
    expect((await people[0]!.delete(`/api/v1/polls/${poll.id}/vote`)).body.error.code).toBe('secretStays')

    // Whoever reads the tables: tickets have their own transactions, ballots all have the last one.
    const ballots = await t.db.read.rows<{ xmin: string }>(
      'select xmin::text from polls.ballot where poll_id = $1',
      [poll.id],
    )
    expect(ballots).toHaveLength(6)
    expect(new Set(ballots.map(({ xmin }) => xmin)).size).toBe(1)
    const columns = await t.db.read.rows<{ column: string }>(
      `select column_name as column from information_schema.columns where table_schema = 'polls' and table_name = 'ballot'`,
    )
    expect(columns.map(({ column }) => column).toSorted()).toEqual(['choices', 'id', 'poll_id'])
    // Neither an event nor a record of the request says anything.
    const about = await t.db.read.row(
      `select 1 from platform.domain_event where payload->>'pollId' = $1
        union all select 1 from platform.idempotency where body like '%' || $1 || '%' and member_id = $2`,
      [poll.id, people[0]!.memberId],
    )
    expect(about).toBeUndefined()

    const closed = (await claire.put(`/api/v1/polls/${poll.id}/closure`)).body as Poll
    expect(votesOf(closed)).toEqual([3, 3, 0])
    const left = await t.db.read.row<{ n: number }>(
      `select (select count(*) from polls.ballot where poll_id = $1) + (select count(*) from polls.ticket where poll_id = $1) as n`,
      [poll.id],
    )
    expect(Number(left?.n)).toBe(0)
  })

  test('with too few voters says how many, and never what', async () => {
    const poll = await ask({ ballot: 'secret' })
    for (const who of people.slice(0, 4)) await cast(who, poll, 0)
    const closed = (await claire.put(`/api/v1/polls/${poll.id}/closure`)).body as Poll
    expect(closed).toMatchObject({ voters: 4, result: null })
    const stored = await t.db.read.row<{ result: unknown }>('select result from polls.poll where id = $1', [
      poll.id,
    ])
    expect(stored?.result).toEqual({ voters: 4, tallies: [], rounds: [], winners: [] })
  })

  test('counts one vote of fifty at the same moment by one person, and all of many people', async () => {
    const poll = await ask({ ballot: 'secret' })
    const answers = await Promise.all(Array.from({ length: 50 }, () => cast(people[0]!, poll, 1)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    await Promise.all(people.slice(1).map((who) => cast(who, poll, 0)))
    const closed = (await claire.put(`/api/v1/polls/${poll.id}/closure`)).body as Poll
    expect(votesOf(closed)).toEqual([6, 1, 0])
  })
})

test('dates become a gathering of which those who can come are told; time closes polls', async () => {
  const dates = ['2031-03-04T13:00:00.000Z', '2031-03-05T13:00:00.000Z']
  const poll = await ask({
    kind: 'dates',
    ballot: 'visible',
    options: dates.map((startsAt) => ({ startsAt })),
    durationMinutes: 90,
    timezone: 'Europe/Paris',
    closesAt: '2031-03-01T09:00:00.000Z',
  })
  await people[0]!.put(`/api/v1/polls/${poll.id}/vote`, {
    choices: [{ optionId: poll.options[1]!.id, answer: 'ifNeeded' }],
  })
  await cast(people[1]!, poll, 1)
  expect((await people[1]!.put(`/api/v1/polls/${poll.id}/closure`)).status).toBe(403)
  const run = (now: string) =>
    t.db.transaction((tx) =>
      closeDuePolls.run({ actor: systemActor('test'), tx, now: new Date(now) }, undefined, t.services),
    )
  await run('2031-02-28T09:00:00.000Z')
  expect((await claire.get(`/api/v1/posts/${poll.postId}/poll`)).body.poll.closedAt).toBeNull()
  await run('2031-03-01T09:00:01.000Z')
  const closed = (await claire.get(`/api/v1/posts/${poll.postId}/poll`)).body.poll as Poll
  expect(closed.result).toMatchObject({ voters: 2, winners: [poll.options[1]!.id] })

  const body = { optionId: poll.options[1]!.id, place: 'Salle Vega' }
  expect((await people[1]!.post(`/api/v1/polls/${poll.id}/gathering`, body)).status).toBe(403)
  const made = await claire.post(`/api/v1/polls/${poll.id}/gathering`, body)
  expect(made.status, made.text).toBe(200)
  const gathering = await people[0]!.get(`/api/v1/gatherings/${made.body.gatheringId}`)
  expect(gathering.body).toMatchObject({ startsAt: dates[1], durationMinutes: 90, place: 'Salle Vega' })
  expect((await claire.post(`/api/v1/polls/${poll.id}/gathering`, body)).body.error.code).toBe(
    'alreadyAGathering',
  )
  const told = await t.db.read.row<{ payload: { invited: string[] } }>(
    `select payload from platform.domain_event where name like '%gatheringCreated' and payload->>'gatheringId' = $1`,
    [made.body.gatheringId],
  )
  expect(told?.payload.invited.toSorted()).toEqual([people[0]!.memberId, people[1]!.memberId].toSorted())
})

test('whoever leaves sees and changes nothing of a poll any more; a deleted conversation takes it along', async () => {
  const poll = await ask({ ballot: 'visible' })
  const leaver = people[5]!
  await cast(leaver, poll, 0)
  await leaver.delete(`/api/v1/communities/${community.slug}/membership`)
  for (const answer of [
    await leaver.get(`/api/v1/posts/${poll.postId}/poll`),
    await cast(leaver, poll, 1),
    await leaver.delete(`/api/v1/polls/${poll.id}/vote`),
    await leaver.get(`/api/v1/polls/${poll.id}/options/${poll.options[0]!.id}/voters`),
  ])
    expect(answer.status).toBe(404)
  await claire.post(`/api/v1/posts/${poll.postId}/comments`, { bodyMd: 'Reste là' })
  await claire.delete(`/api/v1/posts/${poll.postId}`)
  expect((await cast(people[0]!, poll, 0)).status).toBe(404)
  expect((await people[0]!.get(`/api/v1/posts/${poll.postId}/poll`)).body.poll).toBeNull()
})
