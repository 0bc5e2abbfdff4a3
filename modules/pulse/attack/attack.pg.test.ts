import { randomInt } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '#apps/server/testing.ts'
import { startDatabase } from '#platform/db/embedded/start-database.ts'
import { prepareDatabase } from '#platform/db/prepare.ts'
import { newId } from '#platform/ids.ts'
import { judge, type Outcome } from './chance.ts'
import { readStolenFolder, type Evidence } from './evidence.ts'
import { answerInClear, answerNaively, type Given } from './naive.ts'
import { strategies } from './strategies.ts'

/** Keys that no other text of the database contains. */
const items = ['zq_utile', 'zq_crainte', 'zq_entendu']
const people = 60
/** Above this many deviations it is no accident: one in three million. */
const chance = 5

interface Wave {
  id: string
  given: Given[]
  items: readonly string[]
  answerTables: string[]
}

/** The figures of each strategy over all items of some waves. */
function attack(evidence: Evidence, waves: readonly Wave[]): Record<string, Outcome> {
  return Object.fromEntries(
    Object.entries(strategies).map(([name, strategy]) => [
      name,
      judge(
        waves.flatMap(({ id, given, items: asked, answerTables }) =>
          asked.map((item) => ({
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
}

const table = (outcomes: Record<string, Outcome>): string =>
  Object.entries(outcomes)
    .map(
      ([name, { guessed, right, expected, z }]) =>
        `  ${name.padEnd(30)} ${String(right).padStart(4)} of ${String(guessed).padStart(4)} (chance ${expected.toFixed(1).padStart(6)}, z ${z.toFixed(1)})`,
    )
    .join('\n')

const randomGiven = (members: readonly string[]): Given[] =>
  members.map((member) => ({
    member,
    values: Object.fromEntries(items.map((item) => [item, randomInt(1, 6)])),
  }))

describe.skipIf(process.env['DATABASE_URL'])(
  'whoever steals the whole data folder after the close (skipped on an external PostgreSQL: its folder is out of reach)',
  () => {
    let folder: string
    let database: Awaited<ReturnType<typeof startDatabase>>
    let t: TestApp
    let evidence: Evidence
    let naive: Wave
    let careful: Wave
    const logs: string[] = []

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'preau-pulse-'))
      const silent = { info() {}, warn() {}, error() {}, debug() {}, trace() {}, fatal() {} }
      database = await startDatabase({ dataDir: folder } as never, silent as never)
      await prepareDatabase(database.url)
      t = await startTestApp({ databaseUrl: database.url, logLines: logs })
      const members = Array.from({ length: people }, () => newId())
      const client = new pg.Client({ connectionString: database.url })
      await client.connect()
      naive = { id: newId(), given: randomGiven(members), items, answerTables: ['naive.answer'] }
      await answerNaively(client, naive.id, naive.given)
      careful = {
        id: newId(),
        given: randomGiven(members).map(({ member, values }) => ({
          member,
          values: Object.fromEntries(Object.entries(values).map(([key, value]) => [`${key}_b`, value])),
        })),
        items: items.map((key) => `${key}_b`),
        answerTables: ['careful.answer', 'careful.stage'],
      }
      await answerInClear(client, careful.id, careful.given)
      await client.end()
      await t.close()
      await database.stop()
      evidence = await readStolenFolder(join(folder, 'postgres'), logs)
    })
    afterAll(() => rm(folder, { recursive: true, force: true }))

    test('a first draft is read like an open book: the attack works', () => {
      const outcomes = attack(evidence, [naive])
      console.log(`first draft\n${table(outcomes)}`)
      expect(outcomes['same transaction']!.right).toBe(people * items.length)
    })

    test('rows in a random order without a member are read from the log all the same', () => {
      const outcomes = attack(evidence, [careful])
      console.log(`careful draft\n${table(outcomes)}`)
      expect(outcomes['same transaction']!.z).toBeLessThan(chance)
      expect(outcomes['order on the page']!.z).toBeLessThan(chance)
      expect(outcomes['order in the log, first']!.right).toBe(people * items.length)
    })
  },
)
