import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp } from '#apps/server/testing.ts'
import type { TestApp, TestVisitor } from '#apps/server/testing.ts'
import { newId } from '#platform/ids.ts'
import { enqueue } from '#platform/jobs/job.ts'
import type { Network, OwnTies } from './network-contract.ts'
import { freezeCohortsMonthly, releaseFigures } from './server/release/jobs.ts'

let t: TestApp
const entities = { Études: 20, Usine: 24, Ventes: 14, Santé: 3 }
const people: { id: string; entity: string; at: number }[] = []
const big = newId()
const small = newId()
const secret = newId()
let ines: TestVisitor
let seq = 0

const run = (sql: string, values: unknown[] = []) => t.db.read.run(sql, values)
const at = (day: number, hour = 9) =>
  `2026-08-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00Z`

async function exchange(
  asker: string,
  answerer: string,
  when: string,
  community = big,
  more: { tag?: string } = {},
) {
  const post = newId()
  const answer = newId()
  await run(
    `insert into discussions.post (id, community_id, seq, kind, author_id, title, body_md, body_html, excerpt, created_at, last_activity_at, tags)
     values ($1, $2, $3, 'question', $4, 'Titre', 'x', 'x', 'x', $5, $5, $6)`,
    [post, community, ++seq, asker, when, more.tag ? [more.tag] : []],
  )
  await run(
    `insert into discussions.comment (id, community_id, post_id, author_id, is_answer, body_md, body_html, created_at) values ($1, $2, $3, $4, true, 'x', 'x', $5)`,
    [answer, community, post, answerer, when],
  )
  if (more.tag)
    await run(
      'insert into discussions.acceptance (post_id, comment_id, by_member_id, at) values ($1, $2, $3, $4)',
      [post, answer, asker, when],
    )
}
const job = async (now: string, which: typeof releaseFigures) => {
  t.setNow(new Date(now))
  await t.db.transaction((tx) => enqueue({ ...t.systemContext(), tx }, which, {}))
  await t.settle()
}

beforeAll(async () => {
  t = await startTestApp()
  await run(
    `insert into people.organisation (name, default_language, languages, timezone) values ('Essai', 'fr', '{fr}', 'Europe/Paris')`,
  )
  for (const [id, slug, visibility] of [
    [big, 'grande', 'closed'],
    [small, 'petite', 'open'],
    [secret, 'secrete', 'secret'],
  ])
    await run(
      `insert into communities.community (id, slug, kind, visibility, name, purpose, stage) values ($1, $2, 'practice', $3, '{"fr":"Essai"}', '{"fr":"Essai"}', 'growing')`,
      [id, slug, visibility],
    )
  for (const [entity, n] of Object.entries(entities)) {
    const entityId = newId()
    await run('insert into people.entity (id, name) values ($1, $2)', [entityId, entity])
    for (let index = 0; index < n; index++) {
      const id = newId()
      people.push({ id, entity, at: people.length })
      await run(
        `insert into people.member (id, state, email, display_name, entity_id, created_at) values ($1, 'active', $2, $3, $4, '2024-01-01')`,
        [id, `${id}@exemple.test`, `${entity} ${index}`, entityId],
      )
      await run(
        `insert into communities.membership (community_id, member_id, joined_at) values ($1, $2, '2026-01-05')`,
        [big, id],
      )
    }
  }
  for (const person of people.slice(0, 12))
    await run(
      `insert into communities.membership (community_id, member_id, joined_at) values ($1, $2, '2026-01-05')`,
      [small, person.id],
    )
  ines = await t.signIn(people[0]!.id)
  await job('2026-07-02T00:20:00Z', freezeCohortsMonthly)
  const of = (entity: string) => people.filter((person) => person.entity === entity)
  // Rings inside each entity; Études and Usine exchange widely, Ventes hangs by one person of Usine.
  for (const entity of Object.keys(entities)) {
    const own = of(entity)
    for (const [index, person] of own.entries()) {
      await exchange(person.id, own[(index + 1) % own.length]!.id, at((index % 27) + 1))
      if (index % 2 === 0)
        await exchange(own[(index + 1) % own.length]!.id, person.id, at((index % 27) + 1, 15))
    }
  }
  for (const [index, person] of of('Études').entries())
    await exchange(person.id, of('Usine')[index]!.id, at((index % 27) + 1, 11))
  for (const person of of('Ventes').slice(0, 6)) await exchange(person.id, of('Usine')[0]!.id, at(5, 12))
  await exchange(of('Santé')[0]!.id, of('Usine')[3]!.id, at(7, 12))
  // One topic rests on one person, the other on many.
  for (let index = 0; index < 6; index++) {
    await exchange(of('Ventes')[index]!.id, of('Usine')[0]!.id, at(10 + index), big, { tag: 'pompes' })
    await exchange(of('Ventes')[index]!.id, of('Usine')[index + 4]!.id, at(10 + index), big, {
      tag: 'vannes',
    })
  }
  await job('2026-10-05T03:10:00Z', releaseFigures)
})
afterAll(() => t.close())

const networkOf = async (visitor: TestVisitor, slug: string, query = ''): Promise<Network> => {
  const { status, body } = await visitor.get(`/api/v1/communities/${slug}/network${query}`)
  expect(status).toBe(200)
  return body as Network
}

describe('the map of a quarter', () => {
  it('has entities of at least ten people as its points, small ones merged, nobody named', async () => {
    const { map, periods, withheld } = await networkOf(ines, 'grande')
    expect([withheld, periods]).toEqual([null, ['2026-Q3']])
    expect(map!.cells.map(({ cell, nBand }) => [cell, nBand])).toEqual([
      ['Études', '20-49'],
      ['Usine', '20-49'],
      ['other', '10-19'],
    ])
    expect(map!.cells[2]!.includes).toEqual(['Santé', 'Ventes'])
    expect(map!.k).toBe(10)
    const text = JSON.stringify(map)
    for (const { id } of people) expect(text).not.toContain(id)
  })

  it('blanks cells of fewer than five ties and finds the pairs without a bridge', async () => {
    const { map } = await networkOf(ines, 'grande')
    const pair = (a: string, b: string) =>
      map!.pairs.find((one) => [one.a, one.b].toSorted().join() === [a, b].toSorted().join())!
    expect(pair('Usine', 'Études')).toMatchObject({ ties: '20-49', isFragile: false })
    expect(pair('other', 'Études')).toMatchObject({ ties: null, ratio: null, isFragile: true })
    expect(pair('Usine', 'other').isFragile).toBe(false)
    expect(pair('Usine', 'Usine').ratio).toBeGreaterThanOrEqual(1)
    for (const { ratio } of map!.pairs) if (ratio !== null) expect((ratio * 2) % 1).toBe(0)
  })

  it('sets E-I beside its random expectation', async () => {
    const { map } = await networkOf(ines, 'grande')
    // Most ties stay inside; between people at random most would go out.
    expect(map!.ei.value).toBeLessThan(map!.expected!)
    expect(map!.silo).toBeGreaterThan(0.2)
    expect(map!.groups!.stability).toBeGreaterThan(0)
    const row = (await ines.get('/api/v1/communities/grande/releases?metric=M22&period=2026-Q3')).body.rows
    expect(map!.ei).toEqual(row.find((one: { dimension: string }) => one.dimension === 'total').value)
  })

  it('says how few people a topic rests on, without saying who', async () => {
    const { topics } = await networkOf(ines, 'grande')
    expect(topics).toEqual([
      { topic: 'pompes', band: '1', accepted: 6 },
      { topic: 'vannes', band: '2-3', accepted: 6 },
    ])
  })

  it('is not drawn for a small community, and not shown to others', async () => {
    expect(await networkOf(ines, 'petite')).toMatchObject({ map: null })
    const outsider = await t.member()
    expect((await outsider.get('/api/v1/communities/grande/network')).status).toBe(403)
    expect(await networkOf(outsider, 'petite')).toMatchObject({ withheld: 'notMember', map: null })
    expect((await outsider.get('/api/v1/communities/secrete/network')).status).toBe(404)
    expect((await t.anonymous.get('/api/v1/communities/petite/network')).status).toBe(401)
    const guest = await t.member({ guest: true })
    await run(`insert into communities.membership (community_id, member_id) values ($1, $2)`, [
      big,
      guest.memberId,
    ])
    expect((await guest.get('/api/v1/communities/grande/network')).body.error.data.reason).toBe(
      'guestsSeeNoFigures',
    )
  })

  it('stays as it was published', async () => {
    const before = await networkOf(ines, 'grande')
    await exchange(people[50]!.id, people[2]!.id, at(20))
    await job('2026-10-06T03:10:00Z', releaseFigures)
    expect((await networkOf(ines, 'grande')).map).toEqual(before.map)
    await expect(run(`delete from measurement.network_release`)).rejects.toThrow(/never changed/)
  })
})

describe('my own ties', () => {
  const mine = async (visitor: TestVisitor): Promise<OwnTies> => {
    const { status, body, statements } = await visitor.get('/api/v1/me/ties')
    expect(status).toBe(200)
    expect(statements).toBeLessThanOrEqual(6)
    return body as OwnTies
  }

  it('are the people I exchange with, from what I can read', async () => {
    const [me, next] = people
    t.setNow(new Date('2026-10-06T09:00:00Z'))
    const own = await mine(ines)
    expect(own.people).toBe(3)
    expect(own.twoWay).toBe(1)
    expect(own.ties.find(({ member }) => member.id === next!.id)).toMatchObject({
      isTwoWay: true,
      threads: 2,
      isSameEntity: true,
    })
    expect(own.ties.find(({ isSameEntity }) => !isSameEntity)?.communities.map(({ slug }) => slug)).toEqual([
      'grande',
    ])
    expect(own.spread).toBeCloseTo(1 - (2 / 3) ** 2 - (1 / 3) ** 2, 2)
    expect(own.constraint).toBeGreaterThan(0)
    // What happens where I cannot read is not mine to see, although it is about me.
    await exchange(people[40]!.id, me!.id, '2026-10-05T09:00:00Z', secret)
    expect((await mine(ines)).people).toBe(3)
    await run('delete from communities.membership where member_id = $1 and community_id = $2', [me!.id, big])
    expect((await mine(ines)).people).toBe(0)
    await run(`insert into communities.membership (community_id, member_id) values ($1, $2)`, [big, me!.id])
  })

  it('are nobody else’s', async () => {
    expect((await t.anonymous.get('/api/v1/me/ties')).status).toBe(401)
    expect((await mine(await t.member())).ties).toEqual([])
  })
})
