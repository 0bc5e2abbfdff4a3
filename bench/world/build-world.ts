import type pg from 'pg'
import { aroundSteps, commentSteps, groundSteps, postSteps, searchSteps, wordSteps } from './load.ts'
import { planSteps } from './plan.ts'
import type { Step } from './plan.ts'
import { phrasesPerLanguage } from './plan.ts'
import type { WorldSize } from './size.ts'
import { findSlowParts } from './slow-parts.ts'
import { familyNames, givenNames, phrases } from './words.ts'

export interface World {
  members: number
  communities: number
  memberships: number
  posts: number
  comments: number
  docs: number
}

const tables = [
  'people.member',
  'communities.membership',
  'communities.community_role',
  'discussions.post',
  'discussions.comment',
  'discussions.reaction',
  'discussions.acceptance',
  'search.doc',
  'search.word',
]
/** Two connections write at once: as many as the machine has cores that PostgreSQL may keep. */
const parts = 2

/**
 * Fills an empty, migrated database, in minutes for 160,000 members: set-based statements, indexes and foreign keys
 * rebuilt at the end. Nothing is random: the same size and the same `now` give the same world. A load that is broken
 * off leaves a database without some of its indexes, good for nothing but to be thrown away.
 */
export async function buildWorld(
  pool: pg.Pool,
  size: WorldSize,
  options: { now: Date; withSearch: boolean; onStep?: (what: string, seconds: number) => void },
): Promise<World> {
  const now = options.now.toISOString()
  const clients = await Promise.all(Array.from({ length: parts }, () => pool.connect()))
  const [first] = clients as [pg.PoolClient, ...pg.PoolClient[]]
  const run = async (steps: readonly Step[], client = first): Promise<void> => {
    for (const [what, sql] of steps) {
      const started = performance.now()
      await client.query(sql)
      options.onStep?.(what, (performance.now() - started) / 1000)
    }
  }
  const runInParts = (stepsOf: (part: number, parts: number) => Step[]) =>
    Promise.all(clients.map((client, part) => run(stepsOf(part, parts), client)))
  try {
    for (const client of clients)
      await client.query(
        `set synchronous_commit = off; set work_mem = '192MB'; set maintenance_work_mem = '512MB'; set client_min_messages = warning`,
      )
    await run([
      [
        'scaffolding schema',
        'create schema seed; create unlogged table seed.phrase (no int primary key, text text not null)',
      ],
    ])
    await first.query(
      'insert into seed.phrase select * from unnest($1::int[], $2::text[])',
      numbered(phrases(phrasesPerLanguage)),
    )
    await run([['phrases', 'analyze seed.phrase'], ...planSteps(size, now)])
    const { indexes, keys } = await findSlowParts(first, tables)
    await run([['indexes aside', [...keys, ...indexes].map((part) => part.drop).join('; ')]])
    await run(groundSteps(size, now, { given: givenNames, family: familyNames }))
    await run([
      ['statistics', 'analyze people.member; analyze communities.community; analyze communities.membership'],
    ])
    await runInParts(postSteps)
    await run(aroundSteps)
    await runInParts(commentSteps)
    if (options.withSearch) {
      await run([['statistics', 'analyze discussions.post; analyze discussions.comment']])
      await runInParts(searchSteps)
      await run(wordSteps)
    }
    await run([...indexes, ...keys].map((part) => [part.name, part.create] as const))
    await run([
      ['scaffolding away', 'drop schema seed cascade'],
      ...tables.map((table) => [`vacuum ${table}`, `vacuum (analyze) ${table}`] as const),
    ])
    await run([['statistics', 'analyze']])
    return await countWorld(first)
  } finally {
    await Promise.allSettled(clients.map((client) => client.query('reset all')))
    for (const client of clients) client.release()
  }
}

const numbered = (texts: readonly string[]): [number[], readonly string[]] => [
  texts.map((_, index) => index + 1),
  texts,
]

async function countWorld(client: pg.PoolClient): Promise<World> {
  const { rows } = await client.query<World>(
    `select (select count(*) from people.member) as members, (select count(*) from communities.community) as communities,
            (select count(*) from communities.membership) as memberships, (select count(*) from discussions.post) as posts,
            (select count(*) from discussions.comment) as comments, (select count(*) from search.doc) as docs`,
  )
  return rows[0]!
}
