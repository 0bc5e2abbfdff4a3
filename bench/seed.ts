import { demo as demoCommand } from '#modules/demo/cli.ts'
import { createIo, Failure, runCommand, UsageError, withDatabase } from '#platform/cli.ts'
import type { Command } from '#platform/cli.ts'
import { buildWorld } from './world/build-world.ts'
import { worldOf } from './world/size.ts'

/** A whole number of an option, or undefined when it was not given. */
export function wholeNumber(value: unknown, name: string, lowest: number): number | undefined {
  if (value === undefined) return undefined
  const number = Number(value)
  if (!Number.isSafeInteger(number) || number < lowest)
    throw new UsageError(`--${name} must be a whole number of at least ${lowest}.`)
  return number
}

export const seedCommand: Command = {
  name: 'seed',
  summary:
    'Fills a database with a world of invented people, communities and conversations, or with the demo company.',
  usage: [
    '--members N [--communities N] [--posts N] [--no-search] [--database URL | --data-dir DIR] [--force] [--json]',
    '--story [--database URL | --data-dir DIR]',
  ],
  options: {
    members: {
      type: 'string',
      value: 'N',
      help: 'How many people; the rest grows with it (160000: 5,000 communities, 600,000 posts).',
    },
    communities: { type: 'string', value: 'N', help: 'Another number of communities.' },
    posts: { type: 'string', value: 'N', help: 'Another number of posts.' },
    'no-search': { type: 'boolean', help: 'Leaves the search index empty: half the time, half the disk.' },
    now: {
      type: 'string',
      value: 'INSTANT',
      help: 'The instant the world ends at; the same one gives the same world. Default: this morning.',
    },
    database: { type: 'string', value: 'URL', help: 'A PostgreSQL of your own (as DATABASE_URL).' },
    'data-dir': { type: 'string', value: 'DIR', help: 'Folder of the embedded PostgreSQL (as DATA_DIR).' },
    force: { type: 'boolean', help: 'Also into a database that already holds people.' },
    story: { type: 'boolean', help: 'Loads the demo company instead.' },
    json: { type: 'boolean', help: 'Prints what was made as JSON.' },
  },
  async run({ values }, io) {
    if (values['database'] && values['data-dir'])
      throw new UsageError('Give --database or --data-dir, not both.')
    if (values['database']) process.env['DATABASE_URL'] = String(values['database'])
    if (values['data-dir']) process.env['DATA_DIR'] = String(values['data-dir'])
    if (values['story']) return runCommand(demoCommand, values['json'] ? ['load', '--json'] : ['load'], io)
    const members = wholeNumber(values['members'], 'members', 10)
    if (members === undefined) throw new UsageError('Say how large: --members N, or --story.')
    const size = worldOf(members, {
      communities: wholeNumber(values['communities'], 'communities', 1),
      posts: wholeNumber(values['posts'], 'posts', 1),
    })
    const now = new Date(
      typeof values['now'] === 'string' ? values['now'] : new Date().setUTCHours(6, 0, 0, 0),
    )
    if (Number.isNaN(now.getTime()))
      throw new UsageError('--now must be an instant such as 2026-11-22T06:00:00Z.')
    await withDatabase(io, async (db) => {
      const { rows } = await db.pool.query<{ is_empty: boolean }>(
        'select not exists (select 1 from people.member) as is_empty',
      )
      if (!rows[0]!.is_empty && !values['force'])
        throw new Failure('This database already holds people; choose an empty one, or add --force.')
      const started = performance.now()
      const world = await buildWorld(db.pool, size, {
        now,
        withSearch: !values['no-search'],
        onStep: (what, seconds) =>
          seconds >= 0.5 && io.note(`  ${seconds.toFixed(1).padStart(6)} s  ${what}`),
      })
      const seconds = Math.round((performance.now() - started) / 1000)
      if (values['json']) {
        io.json({ ...world, seconds })
        return
      }
      io.table(Object.entries(world).map(([what, n]) => [what, n.toLocaleString('en')] as const))
      io.print(
        `Made in ${seconds} s. To enter as one of them: npm run -s preau -- user reset-link --email m1@seed.example`,
      )
    })
    return undefined
  },
}

if (import.meta.main)
  process.exitCode = await runCommand(seedCommand, process.argv.slice(2), createIo(), 'npm run seed --')
