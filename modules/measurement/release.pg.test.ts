import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp } from '#apps/server/testing.ts'
import type { TestApp, TestVisitor } from '#apps/server/testing.ts'
import { newId } from '#platform/ids.ts'
import { enqueue } from '#platform/jobs/job.ts'
import { allowed } from './release-fields.fixture.ts'
import type { Releases, ReleasedRow } from './release-contract.ts'
import { listReleases } from './server/operations/list-releases.ts'
import { release } from './server/operations/release.ts'
import { freezeCohortsMonthly, releaseFigures } from './server/release/jobs.ts'
import { deleteDemoReleases } from './server/release/queries.ts'
import { releaseMetrics } from './server/release/metrics/registry.ts'

let t: TestApp
/** Entities and how many of their people are in the company. The first 80 people are members of the community. */
const entities = { Production: 34, Qualité: 22, Logistique: 14, Achats: 11, Énergie: 3, Juridique: 2 }
const people: { id: string; entity: string }[] = []
const place = { id: newId(), slug: 'atelier', members: 0 }
let ines: TestVisitor
let outsider: TestVisitor

/** Whether the application holds the job's role without its rights. */
const hasSeparateRoles = async (): Promise<boolean> =>
  (await t.db.read.row<{ is: boolean }>(
    `select coalesce(bool_or(pg_has_role(current_user, oid, 'MEMBER') and not pg_has_role(current_user, oid, 'USAGE')), false) as is
       from pg_roles where rolname = 'release_job'`,
  ))!.is
const run = (sql: string, values: unknown[] = []) => t.db.read.run(sql, values)
const night = async (at: string) => {
  t.setNow(new Date(at))
  await t.db.transaction((tx) => enqueue({ ...t.systemContext(), tx }, releaseFigures, {}))
  await t.settle()
}
const freeze = async (at: string) => {
  t.setNow(new Date(at))
  await t.db.transaction((tx) => enqueue({ ...t.systemContext(), tx }, freezeCohortsMonthly, {}))
  await t.settle()
}
const decide = (asked: Parameters<typeof release>[1]) =>
  t.db.transaction((tx) => release({ ...t.systemContext(), tx }, asked))

async function addPost(author: string, at: string, tags: string[] = []): Promise<string> {
  const id = newId()
  await run(
    `insert into discussions.post (id, community_id, seq, kind, author_id, title, body_md, body_html, excerpt, created_at, last_activity_at, tags)
     values ($1, $2, (select count(*) + 1 from discussions.post), 'question', $3, 'Titre', 'x', 'x', 'x', $4, $4, $5)`,
    [id, place.id, author, at, tags],
  )
  return id
}
async function addAnswer(post: string, author: string, at: string): Promise<void> {
  await run(
    `insert into discussions.comment (id, community_id, post_id, author_id, is_answer, body_md, body_html, created_at) values ($1, $2, $3, $4, true, 'x', 'x', $5)`,
    [newId(), place.id, post, author, at],
  )
}

beforeAll(async () => {
  t = await startTestApp()
  await run(
    `insert into people.organisation (name, default_language, languages, timezone) values ('Essai', 'fr', '{fr}', 'Europe/Paris')`,
  )
  await run(
    `insert into communities.community (id, slug, kind, visibility, name, purpose, stage) values ($1, $2, 'practice', 'closed', '{"fr":"Atelier"}', '{"fr":"Essai"}', 'growing')`,
    [place.id, place.slug],
  )
  for (const [entity, n] of Object.entries(entities)) {
    const entityId = newId()
    await run('insert into people.entity (id, name) values ($1, $2)', [entityId, entity])
    for (let index = 0; index < n; index++) {
      const id = newId()
      people.push({ id, entity })
      await run(
        `insert into people.member (id, state, email, display_name, entity_id, created_at) values ($1, 'active', $2, $3, $4, '2024-01-01')`,
        [id, `${id}@exemple.test`, `${entity} ${index}`, entityId],
      )
    }
  }
  // Everybody but six people of production; so that the community does not coincide with the organisation.
  for (const { id } of people.slice(6)) {
    await run(
      `insert into communities.membership (community_id, member_id, joined_at) values ($1, $2, '2026-01-05')`,
      [place.id, id],
    )
    place.members++
  }
  ines = await t.signIn(people[6]!.id)
  outsider = await t.signIn(people[0]!.id)
  for (const month of ['2026-07', '2026-08', '2026-09', '2026-10']) await freeze(`${month}-02T00:20:00Z`)
  // In each month of the quarter every third member asks, somebody of another entity answers, mostly.
  const members = people.slice(6)
  for (const [at, month] of ['2026-07', '2026-08', '2026-09'].entries())
    for (const [index, asker] of members.entries()) {
      if (index % 3 !== at) continue
      const post = await addPost(asker.id, `${month}-${String((index % 27) + 1).padStart(2, '0')}T09:00:00Z`)
      await addAnswer(
        post,
        members[(index * 7 + 20) % members.length]!.id,
        `${month}-${String((index % 27) + 1).padStart(2, '0')}T12:00:00Z`,
      )
    }
})
afterAll(() => t.close())

const read = async (visitor: TestVisitor, query = ''): Promise<Releases> => {
  const { status, body } = await visitor.get(`/api/v1/communities/${place.slug}/releases${query}`)
  expect(status).toBe(200)
  return body as Releases
}
const cellsOf = (rows: readonly ReleasedRow[], metric: string, period: string) =>
  rows.filter((row) => row.metric === metric && row.period === period && row.dimension !== 'total')

describe('a night of releases', () => {
  let shown: Releases
  beforeAll(async () => {
    await night('2026-10-05T03:10:00Z')
    shown = await read(ines)
  })

  it('publishes closed months and quarters, and nothing of the one that runs', () => {
    expect(shown.periods).toEqual(['2026-09', '2026-Q3', '2026-08', '2026-07', '2026-06', '2026-Q2'])
    expect(shown.rows.every((row) => row.k >= 5)).toBe(true)
    for (const metric of releaseMetrics)
      expect(
        shown.decisions.some((decision) => decision.metric === metric.id),
        metric.id,
      ).toBe(true)
  })

  it('breaks down by entity with small ones merged, values protected', () => {
    const rows = cellsOf(shown.rows, 'M02', '2026-09')
    expect(rows.map(({ cell }) => cell)).toEqual(['Achats', 'Logistique', 'Production', 'Qualité', 'other'])
    expect(rows.at(-1)).toMatchObject({ includes: ['Juridique', 'Énergie'], nBand: '5-9' })
    for (const { value } of shown.rows.filter(({ metric }) => metric === 'M02'))
      expect(value.value === null ? value.code : value.value % 10).toBeOneOf([0, 'under10', 'over90'])
    const coverage = shown.rows.find(
      ({ metric, period, cell }) => metric === 'M01' && period === '2026-09' && cell === 'Qualité',
    )
    expect(coverage).toMatchObject({ value: { value: null, code: 'over90' }, nBand: '20-49', unit: '%' })
  })

  it('says why there is no detail', () => {
    const why = (metric: string, period: string) =>
      shown.decisions.find((one) => one.metric === metric && one.period === period)
    expect(why('M06', '2026-09')).toMatchObject({ outcome: 'total', reason: 'noBreakdown' })
    // Cohorts are frozen from July on.
    expect(why('M02', '2026-09')).toMatchObject({ outcome: 'cells', reason: null, rawCells: 6, keptCells: 5 })
    expect(why('M29', '2026-09')).toMatchObject({ outcome: 'nothing', reason: 'fewPeople' })
    expect(why('M04', '2026-Q2')).toMatchObject({ outcome: 'total', reason: 'noCohort' })
  })

  it('is read by members alone, and by nobody who is a guest', async () => {
    expect((await outsider.get(`/api/v1/communities/${place.slug}/releases`)).status).toBe(403)
    const guest = await t.member({ guest: true })
    expect((await guest.get('/api/v1/releases')).status).toBe(403)
    const organisation = (await outsider.get('/api/v1/releases?metric=M01')).body as Releases
    expect(organisation.rows.map(({ dimension }) => dimension)).toContain('entity')
  })

  it('T6: over two periods with one leaver nothing cumulative differs by one person', async () => {
    const before = cellsOf(shown.rows, 'M02', '2026-08').map(({ cell, nBand }) => [cell, nBand])
    expect(before).toEqual(cellsOf(shown.rows, 'M02', '2026-09').map(({ cell, nBand }) => [cell, nBand]))
    const leaver = people[60]!
    await run('delete from communities.membership where member_id = $1', [leaver.id])
    await night('2026-11-05T03:10:00Z')
    const rows = (await read(ines)).rows
    for (const [metric, from, to] of [
      ['M01', '2026-09', '2026-10'],
      ['M02', '2026-09', '2026-10'],
    ] as const) {
      const [one, other] = [cellsOf(rows, metric, from), cellsOf(rows, metric, to)]
      expect(one.map(({ cell, nBand }) => [cell, nBand])).toEqual(
        other.map(({ cell, nBand }) => [cell, nBand]),
      )
    }
    // Each metric has one grain, so that no period holds another; and none runs from a launch or over a year.
    for (const { id } of releaseMetrics)
      expect(
        new Set(rows.filter((row) => row.metric === id).map((row) => row.period.length)).size,
        id,
      ).toBeLessThan(2)
    expect(releaseMetrics.every(({ grain }) => ['month', 'quarter'].includes(grain))).toBe(true)
    await run(
      `insert into communities.membership (community_id, member_id, joined_at) values ($1, $2, '2026-01-05')`,
      [place.id, leaver.id],
    )
  })

  it('is published once: what comes late changes nothing, and nothing before it is closed', async () => {
    const before = await listReleases(t.systemContext(), { communityId: place.id, period: '2026-09' })
    for (const { id } of people.slice(6, 60)) await addPost(id, '2026-09-30T10:00:00Z')
    await night('2026-11-06T03:10:00Z')
    expect(await listReleases(t.systemContext(), { communityId: place.id, period: '2026-09' })).toEqual(
      before,
    )
    expect(await decide({ metric: 'M02', scope: { communityId: place.id }, period: '2026-11' })).toBeNull()
    expect(await decide({ metric: 'M02', scope: { communityId: place.id }, period: '2026-09' })).toBeNull()
    await expect(
      decide({ metric: 'M02', scope: { communityId: place.id }, period: '2026-Q3' }),
    ).rejects.toThrow()
  })

  it('nobody but a job releases', async () => {
    const actor = { kind: 'member', memberId: ines.memberId } as never
    await expect(
      release(
        { ...t.systemContext(), actor },
        { metric: 'M02', scope: { communityId: null }, period: '2026-09' },
      ),
    ).rejects.toThrow('only the nightly job')
  })

  it('T10: what the door hands to exports is what the screen shows, byte for byte', async () => {
    const text = (await ines.get(`/api/v1/communities/${place.slug}/releases`)).text
    const exported = JSON.stringify(await listReleases(t.systemContext(), { communityId: place.id }))
    expect(text.includes(`"rows":${exported}`)).toBe(true)
  })
})

describe('what the database holds to', () => {
  it('T11: k cannot be 4, nor come down again', async () => {
    const row = (k: number) =>
      run(
        `insert into measurement.aggregate_release (metric, scope, period, dimension, cell, n_band, value_protected, unit, k, algo_version, released_at)
         values ('M02', 'x', '2026-09', 'total', '', '5-9', '{}', '%', $1, 'x', now())`,
        [k],
      )
    // The check holds whoever writes; with separate roles, the application does not write at all.
    if (!(await hasSeparateRoles())) await expect(row(4)).rejects.toThrow(/check constraint/)
    else
      await expect(
        t.db.transaction(async (tx) => {
          await tx.run('set local role release_job')
          await tx.run(
            `insert into measurement.aggregate_release (metric, scope, period, dimension, cell, n_band, value_protected, unit, k, algo_version, released_at)
           values ('M02', 'x', '2026-09', 'total', '', '5-9', '{}', '%', 4, 'x', now())`,
          )
        }),
      ).rejects.toThrow(/check constraint/)
    if (await hasSeparateRoles()) await expect(row(5)).rejects.toThrow(/permission denied/)
    const root = await t.member({ administrator: true })
    const put = (k: number) => root.put('/api/v1/admin/release-threshold', { k })
    expect((await put(4)).status).toBe(409)
    expect((await root.get('/api/v1/admin/release-threshold')).body).toMatchObject({ k: 5, kStrict: 10 })
    expect((await put(8)).body).toMatchObject({ k: 8, kStrict: 10 })
    expect((await put(8)).status).toBe(200)
    expect((await put(6)).body).toMatchObject({ error: { code: 'thresholdOnlyRises' } })
    await expect(run('delete from measurement.release_threshold')).rejects.toThrow(/only be raised/)
    expect((await ines.put('/api/v1/admin/release-threshold', { k: 9 })).status).toBe(403)
  })

  it('what was released is neither changed nor deleted', async () => {
    for (const table of ['aggregate_release', 'release_run']) {
      await expect(run(`update measurement.${table} set k = 6`)).rejects.toThrow()
      await expect(run(`delete from measurement.${table}`)).rejects.toThrow(/never changed/)
    }
    await expect(
      t.db.transaction(async (tx) => {
        await tx.run('set local role release_job')
        await tx.run(`update measurement.aggregate_release set n_band = '500+'`)
      }),
    ).rejects.toThrow()
  })

  it('T9: only release_job reads presence and who contributed', async ({ skip }) => {
    if (!(await hasSeparateRoles()))
      skip('This server has no roles that can be held without their rights (an external PostgreSQL 15).')
    const as = (role: string, sql: string) =>
      t.db.transaction(async (tx) => {
        await tx.run(`set local role ${role}`)
        return tx.rows(sql)
      })
    const closed = [
      'select * from measurement.presence_month',
      'select cell from measurement.cohort_snapshot',
      'select release_id from measurement.release_contributor',
      'select value from pulse.pulse_answer',
      'select sealed from pulse.pulse_stage',
    ]
    for (const sql of closed) {
      await expect(as('app_cm', sql), sql).rejects.toThrow(/permission denied/)
      expect(Array.isArray(await as('release_job', sql))).toBe(true)
    }
    // Nor does the application outside the job.
    for (const sql of closed.slice(1))
      await expect(t.db.read.rows(sql), sql).rejects.toThrow(/permission denied/)
    expect((await as('app_cm', 'select * from measurement.aggregate_release')).length).toBeGreaterThan(0)
    await expect(as('app_cm', `delete from measurement.aggregate_release`)).rejects.toThrow(
      /permission denied/,
    )
  })

  it('works without the roles where the server does not let us create them', async () => {
    const { text } = (await t.db.read.row<{ text: string }>(
      `select pg_get_functiondef('measurement.separate_roles'::regproc) as text`,
    ))!
    // The same function over roles that nobody made: this connection, too, may not create any.
    await run(text.replaceAll('separate_roles', 'separate_none').replaceAll('release_job', 'release_none'))
    expect(await t.db.read.row('select measurement.separate_none() as done')).toEqual({ done: false })
  })

  it('T12: pulses keep no time and no order', async () => {
    const columns = await t.db.read.rows<{
      name: string
      type: string
      identity: string
      fallback: string | null
    }>(
      `select column_name as name, data_type as type, is_identity as identity, column_default as fallback
         from information_schema.columns where table_name in ('pulse_answer', 'pulse_stage')`,
    )
    expect(columns.map(({ name }) => name).toSorted()).toEqual([
      'cell_label',
      'id',
      'item',
      'sealed',
      'value',
      'wave_id',
      'wave_id',
    ])
    for (const { type, identity, fallback } of columns) {
      expect(type).not.toMatch(/timestamp|date|time/)
      expect(identity).toBe('NO')
      expect(fallback ?? '').not.toMatch(/nextval|now\(|current_/)
    }
    expect(columns.map(({ name }) => name)).not.toContain('member_id')
  })

  it('takes back the demo company, and nothing else', async () => {
    const count = async () =>
      (await t.db.read.row<{ n: number }>('select count(*)::int as n from measurement.aggregate_release'))!.n
    const before = await count()
    await t.db.transaction((tx) => deleteDemoReleases(tx))
    expect(await count()).toBe(before)
  })
})

describe('T8: every address that speaks of a community’s figures', () => {
  it('returns registered fields only', async () => {
    const urls = [
      `/api/v1/communities/${place.slug}/releases`,
      `/api/v1/communities/${place.slug}/releases?metric=M04&period=2026-Q3`,
      '/api/v1/releases',
      `/api/v1/communities/${place.slug}/network`,
      `/api/v1/communities/${place.slug}/network?period=2026-Q3`,
      '/api/v1/me/ties',
    ]
    const names = new Set(people.map(({ id }) => id))
    for (const url of urls) {
      const { status, body, text } = await ines.get(url)
      expect(status, url).toBe(200)
      for (const path of pathsOf(body)) expect(allowed, `${url} ${path}`).toContain(path)
      // No figure of a group carries anybody.
      if (!url.includes('/me/')) for (const id of names) expect(text).not.toContain(id)
    }
    // Filters are a list, not a language.
    for (const query of [
      '?metric=M99',
      '?period=2026',
      '?cell=Qualité&metric=M0',
      '?dimension=job%20or%201=1&metric=x',
    ])
      expect((await ines.get(`/api/v1/communities/${place.slug}/releases${query}`)).status).toBe(400)
  })
})

describe('T8, the whole floor', () => {
  it('every address of a manager returns what its contract names, and of people what the registry names', async () => {
    await run('insert into communities.community_role (community_id, member_id, role) values ($1, $2, $3)', [
      place.id,
      ines.memberId,
      'manager',
    ])
    let answered = 0
    for (const { method, url, definition } of t.routes) {
      if (method !== 'GET' || definition.access.kind !== 'community' || !definition.response) continue
      const params = url.match(/:\w+/g) ?? []
      if (params.length !== 1 || params[0] !== ':community') continue
      const { status, body } = await ines.get(url.replace(':community', place.slug))
      // Those that need a query refuse without one; their own tests ask them properly.
      if (status !== 200) continue
      answered++
      expect(unnamed(definition.response as Shape, body), url).toEqual([])
    }
    expect(answered).toBeGreaterThan(15)
  })
})

interface Shape {
  type?: string
  properties?: Record<string, Shape>
  items?: Shape
  anyOf?: Shape[]
  patternProperties?: Record<string, Shape>
  additionalProperties?: boolean | Shape
}

/** Keys of a value that its schema does not name. Of a union: those that no branch names. */
function unnamed(schema: Shape, value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return []
  if (schema.anyOf) {
    const found = schema.anyOf.map((one) => unnamed(one, value, path))
    return found.toSorted((one, other) => one.length - other.length)[0] ?? []
  }
  if (Array.isArray(value))
    return schema.items
      ? value.flatMap((one) => unnamed(schema.items!, one, `${path}[]`))
      : schema.type
        ? [path]
        : []
  if (schema.patternProperties || typeof schema.additionalProperties === 'object') return []
  // A schema without a type takes what comes (JSON of others); a plain type takes no object.
  if (!schema.properties) return schema.type && schema.type !== 'object' ? [path] : []
  return Object.entries(value).flatMap(([key, inner]) => {
    const known = schema.properties![key]
    return known ? unnamed(known, inner, `${path}.${key}`) : [`${path}.${key}`]
  })
}

/** `rows[].value.low` for every leaf of a JSON value. */
function pathsOf(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return [...new Set(value.flatMap((one) => pathsOf(one, `${path}[]`)))]
  if (typeof value !== 'object' || value === null) return [path]
  return Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, path ? `${path}.${key}` : key))
}
