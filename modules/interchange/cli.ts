import { resolve } from 'node:path'
import { systemActor } from '#platform/context.ts'
import type { Context } from '#platform/context.ts'
import { exitCodes, Failure, UsageError, withDatabase } from '#platform/cli.ts'
import type { Command, Io } from '#platform/cli.ts'
import type { Db } from '#platform/db/pool.ts'
import type { Tx } from '#platform/db/tx.ts'
import { findOrCreateCommunity } from './server/operations/find-or-create-community.ts'
import type { Destination } from './server/operations/find-or-create-community.ts'
import { holdImportLock } from './server/operations/hold-import-lock.ts'
import { reasonInWords, reportTable } from './server/report.ts'
import { findDump, importDump } from './server/stackexchange/import-dump.ts'
import type { DumpResult, InBatch } from './server/stackexchange/import-dump.ts'

interface Asked {
  folder: string
  slug: string
  language: 'fr' | 'en' | undefined
  dryRun: boolean
  withCards: boolean
  shiftToNow: boolean
}

interface Outcome extends DumpResult {
  destination: Destination
}

/** Rolls everything back at the end of a dry run; never reported. */
class Rehearsed extends Error {}

const contextOn = (tx: Tx): Context => ({ actor: systemActor('import'), tx, now: new Date() })

async function run(db: Db, asked: Asked, io: Io): Promise<Outcome> {
  const files = await findDump(asked.folder)
  if (!files)
    throw new Failure(
      `There is no Posts.xml in ${asked.folder}; give the folder of an unpacked Stack Exchange dump.`,
    )
  const progress = io.progress(
    asked.dryRun ? 'Trying' : 'Importing',
    [...files.values()].reduce((sum, file) => sum + file.size, files.get('posts.xml')!.size),
  )
  const work = async (inBatch: InBatch): Promise<Outcome> => {
    const destination = await inBatch((ctx) => findOrCreateCommunity(ctx, asked.slug))
    const result = await importDump(inBatch, files, {
      communityId: destination.id,
      language: asked.language ?? destination.language,
      feedsWorkbench: asked.withCards,
      shiftToNow: asked.shiftToNow,
      onProgress: (done, _total, what) => progress.at(done, what),
    })
    progress.end()
    return { ...result, destination }
  }
  if (!asked.dryRun) return work((inside) => db.transaction((tx) => inside(contextOn(tx))))
  let rehearsal: Outcome | undefined
  try {
    await db.transaction(async (tx) => {
      rehearsal = await work((inside) => inside(contextOn(tx)))
      throw new Rehearsed()
    })
  } catch (error) {
    if (!(error instanceof Rehearsed)) throw error
  }
  return rehearsal!
}

function tell(io: Io, asked: Asked, outcome: Outcome): void {
  const { tally, destination } = outcome
  if (outcome.resumed)
    io.note('An earlier import of this dump had been interrupted: it was taken up where it stopped.')
  if (destination.created)
    io.print(
      `The community ${destination.slug} ${asked.dryRun ? 'would be' : 'was'} created: open, practice.`,
    )
  if (!destination.hasManager)
    io.note(
      'It has no manager, because there is no administrator yet: run preau user create --admin, then give the role on its members page.',
    )
  io.table(reportTable(tally))
  if (tally.shiftWeeks)
    io.print(
      `All dates were moved by ${tally.shiftWeeks} whole weeks, so that the newest item is of this week: they are not those of the source.`,
    )
  else if (asked.shiftToNow)
    io.note(
      'Dates were not moved: they are of this week already, or an earlier import brought them as they were.',
    )
  for (const problem of tally.problems.slice(0, 10))
    io.note(`${problem.file}, line ${problem.line}: ${problem.reason} (${problem.detail})`)
  if (tally.problemCount > 10)
    io.note(`${tally.problemCount} rows could not be read in all; --json lists the first hundred.`)
  for (const file of outcome.missing)
    io.note(`There is no ${file} in the dump: what it holds was not imported.`)
  if (asked.dryRun) io.print('Nothing was written: this was a dry run.')
}

const stackexchange: Command = {
  name: 'stackexchange',
  summary:
    'Imports an unpacked Stack Exchange dump (Posts.xml, Users.xml, Comments.xml, Votes.xml …) into a community.',
  usage: ['DIR --community SLUG [--dry-run] [--json] [--with-cards] [--shift-to-now] [--language fr|en]'],
  options: {
    community: {
      type: 'string',
      value: 'SLUG',
      help: 'Where to; created (open, practice, managed by the first administrator) if it does not exist.',
    },
    'dry-run': { type: 'boolean', help: 'Does everything and takes it back at the end.' },
    json: { type: 'boolean', help: 'Prints the report for a script.' },
    'with-cards': {
      type: 'boolean',
      help: 'Imported questions and newcomers also give cards to the community manager.',
    },
    'shift-to-now': {
      type: 'boolean',
      help: 'Moves all dates by whole weeks, so that the newest item is of this week: for trying things out.',
    },
    language: {
      type: 'string',
      value: 'fr|en',
      help: 'Language of texts that do not show theirs; by default the community’s first.',
    },
  },
  async run({ values, positionals }, io) {
    const asked = readCall(values, positionals, io.cwd)
    const started = performance.now()
    const outcome = await withDatabase(io, (db) => holdImportLock(db, asked.slug, () => run(db, asked, io)))
    if (!values['json']) tell(io, asked, outcome)
    else
      io.json({
        source: 'stackexchange',
        community: outcome.destination.slug,
        created: outcome.destination.created,
        dryRun: asked.dryRun,
        resumed: outcome.resumed,
        shiftWeeks: outcome.tally.shiftWeeks ?? 0,
        seconds: Math.round((performance.now() - started) / 100) / 10,
        kinds: outcome.tally.kinds,
        reasons: Object.fromEntries(
          Object.values(outcome.tally.kinds)
            .flatMap((kind) => Object.keys(kind.skipped))
            .map((reason) => [reason, reasonInWords(reason)]),
        ),
        unreadable: outcome.tally.problemCount,
        problems: outcome.tally.problems,
        missing: outcome.missing,
      })
    return exitCodes.ok
  },
}

function readCall(values: Record<string, unknown>, positionals: readonly string[], cwd: string): Asked {
  const [folder, ...more] = positionals
  const slug = values['community']
  const language = values['language']
  if (!folder || more.length > 0) throw new UsageError('Give one folder: that of the unpacked dump.')
  if (typeof slug !== 'string') throw new UsageError('Say which community: --community SLUG.')
  if (!/^[a-z0-9][a-z0-9-]{0,62}$/.test(slug))
    throw new UsageError(`${slug} is no address of a community: small letters, digits and hyphens.`)
  if (language !== undefined && language !== 'fr' && language !== 'en')
    throw new UsageError('--language is fr or en.')
  return {
    folder: resolve(cwd, folder),
    slug,
    language,
    dryRun: values['dry-run'] === true,
    withCards: values['with-cards'] === true,
    shiftToNow: values['shift-to-now'] === true,
  }
}

/** `preau import <source> …` */
export const importCommand: Command = {
  name: 'import',
  summary: 'Brings a community in from elsewhere.',
  usage: ['stackexchange DIR --community SLUG [--dry-run] [--json] [--with-cards] [--shift-to-now]'],
  subcommands: [stackexchange],
}
