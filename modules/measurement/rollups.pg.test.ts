import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp } from '#apps/server/testing.ts'
import type { TestApp, TestVisitor } from '#apps/server/testing.ts'
import { systemActor } from '#platform/context.ts'
import type { Context } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { formerMemberId } from '#modules/people/contract.ts'
import { readRawWorld } from './fixtures.ts'
import { rollUpNightly } from './server/rollup/jobs.ts'
import { referenceOf } from './server/rollup/slow-reference.ts'
import { markAll, monthsBetween, rollUpNext } from './server/rollup/roll-up.ts'
import { addMonths } from './server/weeks.ts'

let t: TestApp
let people: TestVisitor[]
beforeAll(async () => {
  t = await startTestApp()
  people = []
  await t.db.read.run(
    `insert into people.member (id, state, display_name) values ($1, 'dormant', 'Former member') on conflict do nothing`,
    [formerMemberId],
  )
  for (let index = 0; index < 34; index++) people.push(await t.member({ name: `Personne ${index}` }))
})
afterAll(() => t.close())

const seconds = 1000
const dayMs = 86_400_000
/** A Wednesday. */
const now = new Date('2026-11-18T14:00:00Z')

async function place(): Promise<string> {
  const id = newId()
  await t.db.read.run(
    `insert into communities.community (id, slug, kind, visibility, name, purpose) values ($1, $2, 'practice', 'open', '{"fr":"Essai"}', '{"fr":"Essai"}')`,
    [id, `monde-${id.slice(-8)}`],
  )
  return id
}

interface Kept {
  named: string
  span: number
  history: boolean
  metric: string
  part: string
  hits: number | null
  n: number
  value: number | null
}

/** Every kept month against the slow reference; both counts where there is imported history. */
async function expectExact(communityId: string, at: Date, from = '2025-06'): Promise<number> {
  const raw = await readRawWorld(t.db, communityId)
  const kept = await t.db.read.rows<Kept>(
    `select *, to_char(month, 'YYYY-MM') as named from measurement.rollup_month where community_id = $1`,
    [communityId],
  )
  let compared = 0
  const spans = new Set(kept.map((row) => `${row.named} ${row.span} ${row.history}`))
  for (const one of spans) {
    const [month = '', span, history] = one.split(' ')
    if (month < from) continue
    const expected = referenceOf(raw, month, span === '3' ? 3 : 1, at.getTime(), history === 'true')
    const found = Object.fromEntries(
      kept
        .filter((row) => `${row.named} ${row.span} ${row.history}` === one)
        .map((row) => [
          row.part ? `${row.metric}.${row.part}` : row.metric,
          { hits: row.hits, n: row.n, value: row.value },
        ]),
    )
    expect({ [one]: found }).toEqual({ [one]: expected })
    compared += Object.keys(expected).length
  }
  return compared
}

const within = (context: (ctx: Context) => Promise<unknown>) =>
  t.db.transaction((tx) => context({ actor: systemActor('test'), tx, now: t.services.now() }))

async function rebuild(communityId: string): Promise<void> {
  await within((ctx) => markAll(ctx, communityId))
  let month: unknown = ''
  while (month !== undefined) await within(async (ctx) => void (month = await rollUpNext(ctx, communityId)))
}

interface Told {
  ago: number
  who: number
  kind: number
  answers: { after: number; who: number; kind: number }[]
}
const told: fc.Arbitrary<Told> = fc.record({
  ago: fc.integer({ min: 0, max: 400 * 24 * 60 }),
  who: fc.integer({ min: 0, max: 33 }),
  kind: fc.integer({ min: 0, max: 19 }),
  answers: fc.array(
    fc.record({
      // Mostly within the day, sometimes weeks later.
      after: fc.oneof(fc.integer({ min: 1, max: 24 * 60 }), fc.integer({ min: 1, max: 40 * 24 * 60 })),
      who: fc.integer({ min: 0, max: 33 }),
      kind: fc.integer({ min: 0, max: 19 }),
    }),
    { maxLength: 5 },
  ),
})

/** Writes a world as rows: dates, deletions, imports, roles and reactions as they fall. */
async function write(communityId: string, posts: readonly Told[], joined: number): Promise<void> {
  const run = (sql: string, values: unknown[]) => t.db.read.run(sql, values)
  const personOf = (who: number) => (who === 33 ? formerMemberId : people[who]!.memberId)
  for (let index = 0; index < joined; index++)
    await run('insert into communities.membership (community_id, member_id, joined_at) values ($1, $2, $3)', [
      communityId,
      people[index]!.memberId,
      new Date(now.getTime() - (index % 7) * 60 * dayMs - 3_600_000),
    ])
  await run(
    `insert into communities.community_role (community_id, member_id, role, since) values ($1, $2, 'manager', $3)`,
    [communityId, people[0]!.memberId, new Date(now.getTime() - 100 * dayMs)],
  )
  await run('insert into measurement.manager_span values ($1, $2, $3, $4)', [
    communityId,
    people[1]!.memberId,
    new Date(now.getTime() - 300 * dayMs),
    new Date(now.getTime() - 100 * dayMs),
  ])
  let seq = 0
  for (const one of posts) {
    const id = newId()
    const at = now.getTime() - one.ago * 60 * seconds
    const isQuestion = one.kind < 12
    await run(
      `insert into discussions.post (id, community_id, seq, kind, author_id, title, body_md, body_html, excerpt, created_at, last_activity_at, deleted_at, imported)
       values ($1, $2, $3, $4, $5, 'x', 'x', 'x', 'x', $6, $6, $7, $8)`,
      [
        id,
        communityId,
        ++seq,
        isQuestion ? 'question' : 'news',
        personOf(one.who),
        new Date(at),
        one.kind === 19 ? new Date(at) : null,
        one.kind === 18 || one.kind === 0,
      ],
    )
    if (one.kind === 5)
      await run(`insert into discussions.closure (post_id, at, reason) values ($1, $2, 'other')`, [
        id,
        new Date(at + dayMs),
      ])
    let top: string | null = null
    for (const [index, reply] of one.answers.entries()) {
      const replyAt = at + (reply.after * 60 + index) * seconds
      if (replyAt >= now.getTime()) continue
      if (reply.kind >= 16) {
        await run(
          `insert into discussions.reaction (post_id, comment_id, member_id, kind, at) values ($1, $2, $3, 'like', $4) on conflict do nothing`,
          [id, reply.kind === 16 ? top : null, people[reply.who % 33]!.memberId, new Date(replyAt)],
        )
        continue
      }
      const comment = newId()
      const isAnswer = isQuestion && reply.kind < 9
      await run(
        `insert into discussions.comment (id, community_id, post_id, parent_id, author_id, is_answer, body_md, body_html, created_at, deleted_at, imported) values ($1, $2, $3, $4, $5, $6, 'x', 'x', $7, $8, $9)`,
        [
          comment,
          communityId,
          id,
          !isAnswer && reply.kind % 2 ? top : null,
          personOf(reply.who),
          isAnswer,
          new Date(replyAt),
          reply.kind === 15 ? new Date(replyAt) : null,
          reply.kind === 1 || one.kind === 18,
        ],
      )
      if (reply.kind === 10)
        await run('insert into discussions.mention (post_id, comment_id, member_id) values ($1, $2, $3)', [
          id,
          comment,
          personOf((reply.who + 1) % 33),
        ])
      if (isAnswer && reply.kind === 2)
        await run(
          'insert into discussions.acceptance (post_id, comment_id, by_member_id, at) values ($1, $2, $3, $4) on conflict do nothing',
          [id, comment, personOf(one.who), new Date(replyAt + 3_600_000)],
        )
      if (!isAnswer) top ??= comment
      else top ??= comment
    }
  }
}

describe('rollups against the slow reference', () => {
  it('every metric of every month and quarter of random worlds', { timeout: 240_000 }, async () => {
    t.setNow(now)
    let compared = 0
    await fc.assert(
      fc.asyncProperty(
        fc.array(told, { minLength: 0, maxLength: 60 }),
        fc.integer({ min: 0, max: 33 }),
        async (posts, joined) => {
          const communityId = await place()
          await write(communityId, posts, joined)
          await rebuild(communityId)
          compared += await expectExact(communityId, now)
        },
      ),
      { numRuns: 12, seed: 20261122, endOnFailure: true },
    )
    expect(compared).toBeGreaterThan(3_000)
  })

  it('a lively world, where values and not only counts are given', { timeout: 240_000 }, async () => {
    t.setNow(now)
    const communityId = await place()
    const [posts] = fc.sample(fc.array(told, { minLength: 420, maxLength: 420 }), { numRuns: 1, seed: 7 })
    // Most of it in the last three months.
    await write(
      communityId,
      posts!.map((one) => ({ ...one, ago: Math.round(one.ago / (one.who % 3 ? 5 : 1)) })),
      33,
    )
    await rebuild(communityId)
    await expectExact(communityId, now)
    const given = await t.db.read.rows<{ metric: string }>(
      'select distinct metric from measurement.rollup_month where community_id = $1 and value is not null order by 1',
      [communityId],
    )
    expect(given.map(({ metric }) => metric)).toEqual(
      expect.arrayContaining([
        'M01',
        'M02',
        'M03',
        'M04',
        'M06',
        'M07',
        'M08',
        'M09',
        'M10',
        'M12',
        'M13',
        'M14',
        'M15',
        'M16',
        'M17',
        'M18',
        'M19',
        'M20',
      ]),
    )
  })
})

describe('kept in step', () => {
  it(
    'publishing, answering, accepting, reacting, hiding, moving and taking back',
    { timeout: 240_000 },
    async () => {
      t.setNow(now)
      const [chief, ada, ben, eve] = people as [TestVisitor, TestVisitor, TestVisitor, TestVisitor]
      const created = await chief.post('/api/v1/communities', {
        kind: 'practice',
        visibility: 'open',
        name: { fr: 'En phase' },
        purpose: { fr: 'Rester en phase' },
      })
      expect(created.status).toBeLessThan(300)
      const home = created.body.id as string
      const other = await place()
      const join = async (who: TestVisitor, communityId: string) =>
        t.db.read.run(
          'insert into communities.membership (community_id, member_id, joined_at) values ($1, $2, $3) on conflict do nothing',
          [communityId, who.memberId, t.services.now()],
        )
      for (const who of [ada, ben, eve, chief]) for (const id of [home, other]) await join(who, id)
      const publish = async (who: TestVisitor, kind = 'question') => {
        const { status, body } = await who.post('/api/v1/posts', {
          communityId: home,
          kind,
          title: 'Une question',
          bodyMd: 'Pourquoi donc ?',
        })
        expect(status).toBeLessThan(300)
        return body.card.id as string
      }
      const comment = async (who: TestVisitor, postId: string, isAnswer = true) => {
        const { status, body } = await who.post(`/api/v1/posts/${postId}/comments`, {
          bodyMd: 'Parce que.',
          isAnswer,
        })
        expect(status).toBeLessThan(300)
        return body.id as string
      }
      const keepUp = async () => {
        await t.settle()
        // The job gathers marks for a minute: run it as it will run.
        while ((await within2(home)) || (await within2(other)));
      }
      const within2 = async (id: string) => {
        let month: string | undefined
        await within(async (ctx) => void (month = await rollUpNext(ctx, id)))
        return month !== undefined
      }
      const steps: (() => Promise<unknown>)[] = []
      const first = await publish(ada)
      steps.push(
        () => comment(ben, first),
        async () => t.setNow(new Date(now.getTime() + 3 * dayMs)),
        () => publish(eve, 'news'),
        async () => t.setNow(new Date(now.getTime() + 20 * dayMs)),
        async () => {
          const second = await publish(ben)
          const answer = await comment(eve, second)
          t.setNow(new Date(t.services.now().getTime() + 60_000))
          await comment(chief, second)
          expect(
            (await ben.put(`/api/v1/posts/${second}/accepted-answer`, { commentId: answer })).status,
          ).toBeLessThan(300)
        },
        async () => t.setNow(new Date(now.getTime() + 45 * dayMs)),
        () => ben.put(`/api/v1/posts/${first}/reactions/like`),
        () => comment(eve, first),
        () => ada.delete(`/api/v1/posts/${first}`),
      )
      for (const step of steps) {
        await step()
        await keepUp()
      }
      // What ripened with time is the night's.
      await within((ctx) => rollUpNightly.run(ctx as never, {} as never, t.services))
      for (const id of [home, other]) {
        let month: unknown = ''
        while (month !== undefined)
          await within(async (ctx) => void (month = await rollUpNext(ctx, id, true)))
      }
      expect(await expectExact(home, t.services.now(), '2026-11')).toBeGreaterThan(60)
    },
  )

  it('a manager who hands over stays the author of the answers given as manager', async () => {
    t.setNow(now)
    const communityId = await place()
    await write(communityId, [], 6)
    const raw = await readRawWorld(t.db, communityId)
    expect(raw.managing).toHaveLength(2)
    await rebuild(communityId)
    await t.db.read.run(
      `delete from communities.community_role where community_id = $1 and role = 'manager'`,
      [communityId],
    )
    await rebuild(communityId)
    expect((await readRawWorld(t.db, communityId)).managing).toHaveLength(2)
  })
})

describe('restartable', () => {
  it('killed in the middle, it goes on where it stopped and ends with the same rows', async () => {
    t.setNow(now)
    const communityId = await place()
    const [posts] = fc.sample(fc.array(told, { minLength: 50, maxLength: 50 }), { numRuns: 1, seed: 11 })
    await write(communityId, posts!, 20)
    await rebuild(communityId)
    const all = () =>
      t.db.read.rows(
        'select * from measurement.rollup_month where community_id = $1 order by history, span, month, metric, part',
        [communityId],
      )
    const whole = await all()
    await t.db.read.run('delete from measurement.rollup_month where community_id = $1', [communityId])
    await within((ctx) => markAll(ctx, communityId))
    for (let made = 0; made < 4; made++) await within((ctx) => rollUpNext(ctx, communityId))
    // Dies after the work and before the commit: neither the rows nor the removed mark stay.
    await expect(
      within(async (ctx) => {
        await rollUpNext(ctx, communityId)
        throw new Error('killed')
      }),
    ).rejects.toThrow('killed')
    let month: unknown = ''
    while (month !== undefined) await within(async (ctx) => void (month = await rollUpNext(ctx, communityId)))
    expect(await all()).toEqual(whole)
  })

  it('names months', () => {
    expect(monthsBetween('2025-11', '2026-02')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02'])
    expect(addMonths('2026-01', -13)).toBe('2024-12')
  })
})
