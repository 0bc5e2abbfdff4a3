import { randomInt } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp, type TestApp, type TestVisitor } from '#apps/server/testing.ts'
import { foundCommunity } from '#modules/communities/fixtures.ts'
import { startDatabase } from '#platform/db/embedded/start-database.ts'
import { prepareDatabase } from '#platform/db/prepare.ts'
import { newId } from '#platform/ids.ts'
import { diskBlobStore } from '#platform/storage/disk-blob-store.ts'
import { isChance, judge, type Outcome } from './chance.ts'
import { readStolenFolder, type Evidence } from './evidence.ts'
import { answerInClear, answerNaively, type Given } from './naive.ts'
import { openWithStolenKey, strategies } from './strategies.ts'

const items = ['useful', 'safe', 'heard']
const people = 80

interface Wave {
  id: string
  /** In the order in which people answered. */
  given: Given[]
  answerTables: string[]
}

/** The figures of each strategy over all items of some waves. */
const attack = (evidence: Evidence, waves: readonly Wave[]): Record<string, Outcome> =>
  Object.fromEntries(
    Object.entries(strategies).map(([name, strategy]) => [
      name,
      judge(
        waves.flatMap(({ id, given, answerTables }) =>
          items.map((item) => ({
            guess: strategy(evidence, {
              arrivals: given.map(({ member }) => member),
              item,
              answerTables,
              wave: id,
            }),
            truth: new Map(given.map(({ member, values }) => [member, values[item] ?? 0])),
          })),
        ),
      ),
    ]),
  )

/** Printed on demand (`PULSE_FIGURES=1`): the figures are worth reading, not only the verdict. */
const tell = (title: string, outcomes: Record<string, Outcome>): void => {
  if (!process.env['PULSE_FIGURES']) return
  const lines = Object.entries(outcomes).map(
    ([name, { guessed, right, expected, z }]) =>
      `  ${name.padEnd(30)} ${String(right).padStart(4)} of ${String(guessed).padStart(4)}  chance ${expected.toFixed(1).padStart(6)}  z ${z.toFixed(1)}`,
  )
  process.stdout.write(`${[title, ...lines].join('\n')}\n`)
}
/** The ways that did better than chance. */
const successes = (outcomes: Record<string, Outcome>): string[] =>
  Object.entries(outcomes).flatMap(([name, outcome]) => (isChance(outcome) ? [] : [name]))

const randomGiven = (members: readonly string[]): Given[] =>
  members
    .map((member) => ({
      member,
      values: Object.fromEntries(items.map((item) => [item, randomInt(1, 6)])),
      at: Math.random(),
    }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ member, values }) => ({ member, values }))

const bytesOf = (folder: string): Buffer[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)))

describe.skipIf(process.env['DATABASE_URL'])(
  'whoever steals the whole data folder (skipped on an external PostgreSQL, whose folder is out of reach)',
  () => {
    const day = 86_400_000
    const logs: string[] = []
    const silent = { info() {}, warn() {}, error() {}, debug() {}, trace() {}, fatal() {} }
    let now = new Date('2026-11-10T09:00:00Z')
    let folder: string
    let database: Awaited<ReturnType<typeof startDatabase>>
    let t: TestApp
    let ids: string[]
    let managerId: string
    let slug: string
    let naive: Wave
    let careful: Wave
    /** Two waves that are closed when the thief comes, and one that is open at the first visit. */
    const waves: Wave[] = []
    /** Everything that the file store kept of a wave, and among it what opens answers. */
    const keys: Buffer[] = []
    const seals: Buffer[] = []
    let during: Evidence
    let after: Evidence

    const start = async (): Promise<void> => {
      database = await startDatabase({ dataDir: folder } as never, silent as never)
      await prepareDatabase(database.url)
      t = await startTestApp({
        databaseUrl: database.url,
        logLines: logs,
        blobs: diskBlobStore(join(folder, 'files')),
      })
      t.setNow(now)
    }
    const stop = async (): Promise<void> => {
      await t.close()
      await database.stop()
    }
    const steal = () => readStolenFolder(join(folder, 'postgres'), logs)
    const wait = (days: number): void => t.setNow((now = new Date(now.getTime() + days * day)))
    const job = async (name: string): Promise<void> => {
      await t.db.read.run(`select graphile_worker.add_job($1, '{}'::json)`, [name])
      await t.settle()
    }
    const ok = (answer: { status: number; text: string; body: never }): never => {
      expect(answer.status, answer.text).toBeLessThan(300)
      return answer.body
    }
    const as = (id: string): Promise<TestVisitor> => t.signIn(id)

    /** Opens a wave and has everybody answer through the front door, in a random order, amid ordinary life. */
    async function runWave(): Promise<Wave> {
      const manager = await as(managerId)
      const desk: { wave: { id: string } } = ok(
        (await manager.post(`/api/v1/communities/${slug}/pulse-waves`, {
          kind: 'mood',
          withText: true,
          dimension: 'none',
          days: 7,
        })) as never,
      )
      const { id } = desk.wave
      ok((await manager.post(`/api/v1/pulse-waves/${id}/opening`)) as never)
      const kept = readdirSync(join(folder, 'files'), { recursive: true, withFileTypes: true }).filter(
        (entry) => entry.isFile() && entry.name.includes(id),
      )
      expect(
        kept.map(({ name }) => name).toSorted(),
        'both keys of the open wave are in the file store',
      ).toEqual([expect.stringContaining(`pulse-names-${id}`), expect.stringContaining(`pulse-seal-${id}`)])
      for (const { parentPath, name } of kept) {
        const bytes = readFileSync(join(parentPath, name))
        keys.push(bytes)
        if (name.includes('seal')) seals.push(bytes)
      }
      const given = randomGiven(ids)
      for (const [index, { member, values }] of given.entries()) {
        const visitor = await as(member)
        await visitor.get(`/api/v1/communities/${slug}/pulse`)
        ok(
          (await visitor.post('/api/v1/pulse-answers', {
            waveId: id,
            values: Object.entries(values).map(([key, value]) => ({ key, value })),
            text: `J’ai à dire ${member}`,
          })) as never,
        )
        // The traces of ordinary life in between, as every thief finds them.
        if (index % 7 === 0)
          await visitor.post('/api/v1/posts', {
            communityId: slug,
            kind: 'discussion',
            bodyMd: 'Rien à voir avec le baromètre.',
            language: 'fr',
          })
      }
      return { id, given, answerTables: ['pulse.pulse_answer', 'pulse.pulse_stage'] }
    }
    async function closeWave(id: string): Promise<void> {
      wait(8)
      await job('pulse.closeWaves')
      await job('pulse.destroySeal')
      const manager = await as(managerId)
      ok(
        (await manager.put(`/api/v1/pulse-waves/${id}/said`, {
          youSaid: 'On attend',
          weDo: 'On agit',
          weWillNot: '',
        })) as never,
      )
      ok((await manager.post(`/api/v1/pulse-waves/${id}/said/publication`, {})) as never)
    }

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'preau-pulse-'))
      await start()
      const manager = await t.member({ name: 'Claire Morvan' })
      managerId = manager.memberId
      const place = await foundCommunity(manager, { visibility: 'closed' })
      slug = place.slug
      ids = []
      for (let n = 0; n < people; n++) ids.push((await t.member()).memberId)
      await t.db.read.run(
        `insert into communities.membership (community_id, member_id, joined_at)
         select $1, m, '2026-01-01' from unnest($2::uuid[]) m`,
        [place.id, ids],
      )
      const client = new pg.Client({ connectionString: database.url })
      await client.connect()
      naive = { id: newId(), given: randomGiven(ids), answerTables: ['naive.answer'] }
      await answerNaively(client, naive.id, naive.given)
      careful = { id: newId(), given: randomGiven(ids), answerTables: ['careful.answer', 'careful.stage'] }
      await answerInClear(client, careful.id, careful.given)
      await client.end()

      waves.push(await runWave())
      await closeWave(waves[0]!.id)
      wait(28)
      waves.push(await runWave())
      await stop()
      during = await steal()
      await start()
      await closeWave(waves[1]!.id)
      await stop()
      after = await steal()
    }, 120_000)
    afterAll(() => rm(folder, { recursive: true, force: true }))

    test('reads a first draft like an open book: the attack works', () => {
      const outcomes = attack(after, [naive])
      tell('First draft: answer and ticket in one transaction', outcomes)
      expect(outcomes['same transaction']!.right).toBe(people * items.length)
      expect(outcomes['order on the page']!.right).toBe(people * items.length)
    })

    test('reads random rows without a member from the log: order and name are not enough', () => {
      const outcomes = attack(after, [careful])
      tell('Careful draft: random identifiers, tickets apart, random order at the close', outcomes)
      expect(isChance(outcomes['same transaction']!)).toBe(true)
      expect(isChance(outcomes['order on the page']!)).toBe(true)
      expect(outcomes['order in the log, first']!.right).toBe(people * items.length)
    })

    test('does no better than chance on closed waves, knowing even who came when', () => {
      for (const { id } of waves) {
        const found = after.rows.filter(
          ({ table, json }) => table === 'pulse.pulse_answer' && json.includes(id),
        )
        expect(found).toHaveLength(people * items.length)
        expect(new Set(found.map(({ xmin }) => xmin)).size, 'one transaction wrote them all').toBe(1)
      }
      const outcomes = attack(after, waves)
      tell('Closed waves', outcomes)
      expect(successes(outcomes)).toEqual([])
    })

    test('does no better on the wave that is open, from the database alone', () => {
      const outcomes = attack(during, [waves[1]!])
      tell('An open wave, without the file store', outcomes)
      expect(successes(outcomes)).toEqual([])
      const sealed = during.rows.filter(({ table }) => table.startsWith('pulse.stage_'))
      expect(sealed).toHaveLength(people)
      const lengths = new Set(
        sealed.map(({ json }) => (JSON.parse(json) as { sealed: string }).sealed.length),
      )
      expect(lengths.size, 'every message has one length').toBe(1)
    })

    test('opens the open wave with the file store as well: said plainly, not protected', () => {
      const truth = waves[1]!
      const opened = openWithStolenKey(during, truth.id, seals[1]!)
      const outcomes = {
        'stolen key, order of transactions': judge(
          items.map((item) => ({
            guess: new Map(
              truth.given.flatMap(({ member }, index) => {
                const value = opened[index]?.get(item)
                return value === undefined ? [] : [[member, value] as const]
              }),
            ),
            truth: new Map(truth.given.map(({ member, values }) => [member, values[item] ?? 0])),
          })),
        ),
      }
      tell('An open wave, with the file store', outcomes)
      expect(successes(outcomes)).toHaveLength(1)
    })

    test('finds neither the keys of closed waves nor a text beside its author', () => {
      expect(keys).toHaveLength(4)
      const everything = [...bytesOf(folder), after.wal, ...logs.map((line) => Buffer.from(line))]
      for (const key of keys)
        for (const bytes of everything) expect(bytes.includes(key), 'a destroyed key').toBe(false)
      // Each text holds its author's id here, so that it can be looked for: it stands among the mixed texts, nowhere else.
      const told = after.rows.filter(({ json }) => json.includes('J’ai à dire'))
      expect(new Set(told.map(({ table }) => table))).toEqual(
        new Set(['pulse.pulse_text', 'pulse.wave_result']),
      )
      expect(logs.some((line) => line.includes('J’ai à dire'))).toBe(false)
      const texts = told.filter(({ table }) => table === 'pulse.pulse_text')
      expect(texts).toHaveLength(2 * people)
      for (const { id, given } of waves) {
        const order = texts
          .filter(({ json }) => json.includes(id))
          .toSorted((a, b) => a.page - b.page || a.line - b.line)
          .map(({ json }) => given.findIndex(({ member }) => json.includes(member)))
        expect(Math.abs(correlation(order)), 'texts lie in no order of arrival').toBeLessThan(0.6)
      }
    })
  },
)

/** Pearson's correlation between places and the ranks that stand there; ± 0.6 of 80 is one in 10⁸. */
function correlation(ranks: readonly number[]): number {
  const mean = (ranks.length - 1) / 2
  let top = 0
  let bottom = 0
  for (const [place, rank] of ranks.entries()) {
    top += (place - mean) * (rank - mean)
    bottom += (place - mean) ** 2
  }
  return top / bottom
}
