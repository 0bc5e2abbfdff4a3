import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp } from '#apps/server/testing.ts'
import type { TestApp, TestVisitor } from '#apps/server/testing.ts'
import { systemActor } from '#platform/context.ts'
import type { Context } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import type { Board, BoardFigure } from './contract.ts'
import fr from './messages/fr.ts'
import { boardFigureIds } from './contract.ts'
import { isInSeason, readM07, readMemberShare, readSeason, readTimeSaved } from './public.ts'
import { metrics, rolledUp } from './server/metrics/index.ts'
import { markAll, rollUpNext } from './server/rollup/roll-up.ts'

let t: TestApp
let people: TestVisitor[]
beforeAll(async () => {
  t = await startTestApp()
  people = []
  for (let index = 0; index < 25; index++) people.push(await t.member({ name: `Personne ${index}` }))
})
afterAll(() => t.close())

const now = new Date('2026-11-18T14:00:00Z')
const dayMs = 86_400_000

const within = (work: (ctx: Context) => Promise<unknown>) =>
  t.db.transaction((tx) => work({ actor: systemActor('test'), tx, now: t.services.now() }))

async function rebuild(communityId: string): Promise<void> {
  await within((ctx) => markAll(ctx, communityId))
  let month: unknown = ''
  while (month !== undefined) await within(async (ctx) => void (month = await rollUpNext(ctx, communityId)))
}

/** One question a day for `days` days by each of `authors` in turn, answered within three hours by the next one. */
async function lively(
  slug: string,
  days: number,
  skipped: (day: number) => boolean = () => false,
  perDay = 1,
) {
  const id = newId()
  await t.db.read.run(
    `insert into communities.community (id, slug, kind, visibility, name, purpose) values ($1, $2, 'practice', 'open', '{"fr":"Essai"}', '{"fr":"Essai"}')`,
    [id, slug],
  )
  await t.db.read.run(
    `insert into communities.membership (community_id, member_id, joined_at) select $1, m, $3 from unnest($2::uuid[]) as m`,
    [id, people.map(({ memberId }) => memberId), new Date(now.getTime() - 800 * dayMs)],
  )
  const rows: { id: string; at: string; author: string; comment: string; other: string }[] = []
  for (let day = 1; day <= days; day++)
    for (let index = 0; index < (skipped(day) ? 0 : perDay); index++)
      rows.push({
        id: newId(),
        comment: newId(),
        at: new Date(now.getTime() - day * dayMs - 5 * 3_600_000 + index * 60_000).toISOString(),
        author: people[(day + index) % 25]!.memberId,
        other: people[(day + index + 1) % 25]!.memberId,
      })
  await t.db.read.run(
    `insert into discussions.post (id, community_id, seq, kind, author_id, title, body_md, body_html, excerpt, created_at, last_activity_at)
     select (r->>'id')::uuid, $1, n, 'question', (r->>'author')::uuid, 'x', 'x', 'x', 'x', (r->>'at')::timestamptz, (r->>'at')::timestamptz
       from jsonb_array_elements($2::jsonb) with ordinality as j (r, n)`,
    [id, JSON.stringify(rows)],
  )
  await t.db.read.run(
    `insert into discussions.comment (id, community_id, post_id, author_id, is_answer, body_md, body_html, created_at)
     select (r->>'comment')::uuid, $1, (r->>'id')::uuid, (r->>'other')::uuid, true, 'x', 'x', (r->>'at')::timestamptz + interval '3 hours'
       from jsonb_array_elements($2::jsonb) as r`,
    [id, JSON.stringify(rows)],
  )
  return { id, slug, rows }
}

async function board(
  visitor: TestVisitor,
  slug: string,
  query = '',
): Promise<Board & { by: Record<string, BoardFigure> }> {
  const { status, body } = await visitor.get(`/api/v1/communities/${slug}/closed-figures?${query}`)
  expect(status).toBe(200)
  return { ...body, by: Object.fromEntries((body as Board).figures.map((figure) => [figure.id, figure])) }
}

describe('a closed period', () => {
  let place: Awaited<ReturnType<typeof lively>>
  beforeAll(async () => {
    t.setNow(now)
    place = await lively('vivante', 500)
    await rebuild(place.id)
  })

  it('is the last closed month by default, with its past and its season', async () => {
    const { period, from, to, by, periods, season, computedAt } = await board(people[0]!, place.slug)
    expect({ period, from, to }).toEqual({ period: '2026-10', from: '2026-10-01', to: '2026-10-31' })
    expect(computedAt).not.toBeNull()
    expect(periods.slice(0, 3)).toEqual(['2026-10', '2026-Q3', '2026-09'])
    expect(by['M13']).toMatchObject({ value: 100, part: 31, n: 31, unit: '%' })
    expect(by['M13']!.low).toBeLessThan(100)
    expect(by['M13']!.series.at(-1)).toMatchObject({ period: '2026-10', value: 100 })
    expect(by['M13']!.series).toHaveLength(12)
    expect(by['M09']).toMatchObject({ value: 100, n: 62 })
    expect(by['M07']).toMatchObject({ value: 100, n: 25 })
    expect(season).toMatchObject({ profile: 'own', isAbnormal: false })
    expect(season.ratio).toBeGreaterThan(0.8)
    expect(season.ratio).toBeLessThan(1.25)
  })

  it('may be a quarter', async () => {
    const { from, to, by } = await board(people[0]!, place.slug, 'period=2026-Q3')
    expect({ from, to }).toEqual({ from: '2026-07-01', to: '2026-09-30' })
    expect(by['M13']).toMatchObject({ part: 92, n: 92 })
  })

  it('costs the same few statements whatever the community has', async () => {
    const small = await lively('petite', 40)
    await rebuild(small.id)
    const cost = async (slug: string) =>
      (await people[0]!.get(`/api/v1/communities/${slug}/closed-figures`)).statements
    expect(await cost(place.slug)).toBe(await cost(small.slug))
    // Session, community, calendar, state, estimates, weeks, releases of the month and of its quarter.
    expect(await cost(place.slug)).toBeLessThanOrEqual(8)
  })

  it('is refused while it runs, before anything was counted, and to nonsense', async () => {
    for (const period of ['2026-11', '2026-Q4', '2019-01']) {
      const { status, body } = await people[0]!.get(
        `/api/v1/communities/${place.slug}/closed-figures?period=${period}`,
      )
      expect([period, status, body.error.code]).toEqual([period, 400, 'periodNotClosed'])
    }
    expect(
      (await people[0]!.get(`/api/v1/communities/${place.slug}/closed-figures?period=demain`)).status,
    ).toBe(400)
  })

  it('gives a reader who is not a member public acts only, a guest nothing, a stranger to a secret one nothing at all', async () => {
    const reader = await t.member({ name: 'Lectrice' })
    const { scope, by, releases } = await board(reader, place.slug)
    expect(scope).toBe('public')
    expect(releases).toEqual([])
    expect(by['M13']).toBeDefined()
    expect(by['M02']).toBeUndefined()
    await t.db.read.run(`update communities.community set visibility = 'secret' where id = $1`, [place.id])
    expect((await reader.get(`/api/v1/communities/${place.slug}/closed-figures`)).status).toBe(404)
    await t.db.read.run(`update communities.community set visibility = 'open' where id = $1`, [place.id])
  })

  it('is the same for every member', async () => {
    const [one, other] = await Promise.all([board(people[0]!, place.slug), board(people[7]!, place.slug)])
    expect(one).toEqual(other)
  })

  it('draws no arrow where intervals overlap, and gives no rate under twenty cases', async () => {
    const quiet = await lively('discrete', 300, (day) => day % 3 > 0)
    await rebuild(quiet.id)
    // A month is too small for rates: the last closed quarter is read instead.
    expect((await board(people[0]!, quiet.slug)).period).toBe('2026-Q3')
    const { by } = await board(people[0]!, quiet.slug, 'period=2026-10')
    expect(by['M13']).toMatchObject({ value: null, withheld: 'fewCases', low: null })
    expect(by['M13']!.n).toBeGreaterThan(5)
    expect(by['M13']!.trend).toBeNull()
  })
})

describe('season', () => {
  it('calls three low weeks in a row abnormal, and a dip of last year’s season normal', async () => {
    t.setNow(now)
    // Silent for the last four weeks.
    const fallen = await lively('tombee', 500, (day) => day < 31)
    await rebuild(fallen.id)
    const season = (await board(people[0]!, fallen.slug)).season
    expect(season.isAbnormal).toBe(true)
    expect(season.lowWeeks).toBeGreaterThanOrEqual(3)
    // The same silence a year ago: it is the season.
    const seasonal = await lively('saisonniere', 500, (day) => day < 31 || (day > 364 && day < 395))
    await rebuild(seasonal.id)
    expect((await board(people[0]!, seasonal.slug)).season.isAbnormal).toBe(false)
    await within(async (ctx) => {
      expect(await readSeason(ctx, fallen.id)).toMatchObject({ profile: 'own', isAbnormal: true })
      expect(await isInSeason(ctx, fallen.id, '2026-11-11')).toBe(false)
      expect(await isInSeason(ctx, seasonal.id, '2026-11-11')).toBe(true)
    })
  })

  it('says that the profile is a default one under a year', async () => {
    const young = await lively('jeune', 120)
    await rebuild(young.id)
    expect((await board(people[0]!, young.slug)).season.profile).toBe('default')
  })
})

describe('doors', () => {
  it('vitality and member share of a month agree with the board', async () => {
    const place = await lively('portes', 420)
    await t.db.read.run(
      `insert into communities.community_role (community_id, member_id, role, since) values ($1, $2, 'manager', '2026-01-01')`,
      [place.id, people[3]!.memberId],
    )
    await rebuild(place.id)
    const { by } = await board(people[0]!, place.slug)
    await within(async (ctx) => {
      expect(await readM07(ctx, place.id)).toMatchObject({
        month: '2026-10',
        value: by['M07']!.value,
        n: by['M07']!.n,
      })
      expect(await readMemberShare(ctx, place.id, '2026-10')).toMatchObject({
        value: by['M09']!.value,
        n: by['M09']!.n,
      })
    })
  })
})

describe('time saved', () => {
  it('is declared once per person and text, changeable, never about one’s own, and told from five people on', async () => {
    t.setNow(now)
    const place = await lively('gain', 10)
    const { id, author, comment } = place.rows[0]!
    const writer = people.find(({ memberId }) => memberId === author)!
    const readers = people.filter(({ memberId }) => memberId !== author && memberId !== place.rows[0]!.other)
    const say = (who: TestVisitor, body: object) => who.put(`/api/v1/posts/${id}/time-saved`, body)
    expect((await say(writer, { minutes: 15 })).body.error.data.reason).toBe('ownText')
    expect((await say(readers[0]!, { minutes: 7 })).status).toBe(400)
    expect((await say(readers[0]!, { commentId: newId(), minutes: 5 })).status).toBe(404)
    expect((await say(readers[0]!, { minutes: 5 })).status).toBeLessThan(300)
    expect((await say(readers[0]!, { minutes: 60 })).status).toBeLessThan(300)
    expect((await say(readers[0]!, { commentId: comment, minutes: 240 })).status).toBeLessThan(300)
    expect((await readers[0]!.get(`/api/v1/posts/${id}/time-saved`)).body.items).toEqual(
      expect.arrayContaining([
        { commentId: null, minutes: 60 },
        { commentId: comment, minutes: 240 },
      ]),
    )
    expect((await readers[1]!.get(`/api/v1/posts/${id}/time-saved`)).body.items).toEqual([])
    const told = () =>
      within(async (ctx) => void (sum = await readTimeSaved(ctx, place.id, '2026-11-01', '2026-11-30')))
    let sum: unknown
    await told()
    expect(sum).toEqual({ withheld: 'privacy' })
    for (const reader of readers.slice(1, 6)) await say(reader, { minutes: 15 })
    await told()
    expect(sum).toEqual({ withheld: null, n: 7, sumMinutes: 60 + 240 + 5 * 15, medianMinutes: 15 })
    await say(readers[0]!, { minutes: null })
    await told()
    expect(sum).toMatchObject({ n: 6 })
  })
})

describe('the catalogue', () => {
  it('has M01 to M35 once each, and words for whatever is shown', () => {
    const ids = metrics.map(({ id }) => id).toSorted()
    expect(ids).toEqual(
      Array.from({ length: 35 }, (_unused, index) => `M${String(index + 1).padStart(2, '0')}`),
    )
    expect(rolledUp.map(({ id }) => id).toSorted()).toEqual([...boardFigureIds].toSorted())
    for (const { id, from, benchmark, parts, where } of metrics) {
      if (from === 'elsewhere' || from === 'later') {
        expect(fr.closed.names).toHaveProperty(id)
        expect(where).toBeDefined()
        continue
      }
      expect(fr.figure).toHaveProperty(`${id}.definition`)
      expect(fr.figure).toHaveProperty(`${id}.decision`)
      if (benchmark) expect(fr).toHaveProperty(benchmark.text)
      for (const part of parts ?? []) expect(fr.part).toHaveProperty(`${id}.${part}`)
    }
  })
})
