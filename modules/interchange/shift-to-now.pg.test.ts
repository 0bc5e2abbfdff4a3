import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase } from '#platform/testing/database.ts'
import { regularDump, writeDump } from './fixtures.ts'

const root = join(import.meta.dirname, '../..')
const history = join(root, '../shared/data/stackexchange/history-meta')
const weekMs = 7 * 86_400_000

let folder = ''
let database: Awaited<ReturnType<typeof freshDatabase>>
let db: pg.Client
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'preau-shift-'))
  database = await freshDatabase()
  db = new pg.Client({ connectionString: database.url })
  await db.connect()
  await db.query(
    `insert into people.organisation (name, default_language, languages) values ('Arvanne', 'fr', '{fr,en}')`,
  )
})
afterAll(async () => {
  await db.end()
  await database.drop()
  await rm(folder, { recursive: true, force: true })
})

// oxlint-disable-next-line typescript/no-explicit-any
const preau = (args: string[]): Promise<{ code: number | null; json: any; out: string; err: string }> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['apps/cli/main.ts', 'import', 'stackexchange', ...args], {
      cwd: root,
      env: { ...process.env, DATABASE_URL: database.url, DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'warn' },
    })
    let out = ''
    let err = ''
    child.stdout.on('data', (text: Buffer) => (out += text.toString()))
    child.stderr.on('data', (text: Buffer) => (err += text.toString()))
    child.on('error', reject)
    child.on('close', (code) =>
      resolve({ code, out, err, json: out.startsWith('{') ? JSON.parse(out) : undefined }),
    )
  })

/** The dates of the questions of a community by title, oldest first. */
const datesOf = async (slug: string): Promise<{ title: string; at: Date }[]> =>
  (
    await db.query<{ title: string; at: Date }>(
      `select p.title, p.created_at as at from discussions.post p join communities.community c on c.id = p.community_id
        where c.slug = $1 order by p.created_at, p.title`,
      [slug],
    )
  ).rows

/** Newest date of anything written in a community. */
const newestOf = async (slug: string): Promise<Date> =>
  (
    await db.query<{ at: Date }>(
      `select max(greatest(p.created_at, p.edited_at, k.at)) as at
         from discussions.post p join communities.community c on c.id = p.community_id
         left join lateral (select max(greatest(m.created_at, m.edited_at)) as at from discussions.comment m where m.post_id = p.id) k on true
        where c.slug = $1`,
      [slug],
    )
  ).rows[0]!.at

describe('--shift-to-now', { timeout: 120_000 }, () => {
  it('moves every date by the same whole weeks, says so, and keeps to it when it is run again', async () => {
    const dump = join(folder, 'dump')
    await writeDump(dump, regularDump(30))
    expect((await preau([dump, '--community', 'comme-ecrit', '--json'])).json.shiftWeeks).toBe(0)
    const moved = await preau([dump, '--community', 'deplace', '--shift-to-now', '--json'])
    expect(moved.code, moved.err).toBe(0)
    const weeks = moved.json.shiftWeeks as number
    expect(weeks).toBeGreaterThan(300)
    const [before, after] = [await datesOf('comme-ecrit'), await datesOf('deplace')]
    expect(after.map(({ title, at }) => [title, at.getTime() - weeks * weekMs])).toEqual(
      before.map(({ title, at }) => [title, at.getTime()]),
    )
    const age = Date.now() - (await newestOf('deplace')).getTime()
    expect(age).toBeGreaterThanOrEqual(0)
    expect(age).toBeLessThan(weekMs)
    // In words too, and the first import decides for later ones.
    const again = await preau([dump, '--community', 'deplace'])
    expect(again.out).toContain(`moved by ${weeks} whole weeks`)
    expect(
      (await preau([dump, '--community', 'comme-ecrit', '--shift-to-now', '--json'])).json.shiftWeeks,
    ).toBe(0)
    expect(await datesOf('deplace')).toEqual(after)
  })

  it.skipIf(!existsSync(history))(
    'a real community of twelve years lives this week (skipped where ../shared/data is absent)',
    async () => {
      const run = await preau([history, '--community', 'history', '--shift-to-now', '--json'])
      expect(run.code, run.err).toBe(0)
      expect(run.json.kinds.questions).toMatchObject({ read: 786, taken: 786 })
      const age = Date.now() - (await newestOf('history')).getTime()
      expect(age).toBeGreaterThanOrEqual(0)
      expect(age).toBeLessThan(weekMs)
    },
  )
})
