import { readdir, readFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { findOrCreateCommunity, holdImportLock } from '#modules/interchange/public.ts'
import { exitCodes, Failure, UsageError, withDatabase } from '#platform/cli.ts'
import type { Command, Io } from '#platform/cli.ts'
import { systemActor } from '#platform/context.ts'
import type { Context } from '#platform/context.ts'
import { importConsultation } from './server/operations/import-consultation.ts'
import type { ImportResult } from './server/operations/import-consultation.ts'

async function* filesOf(folder: string, names: readonly string[], told: (name: string) => void) {
  for (const name of names) {
    told(name)
    yield { name, text: await readFile(join(folder, name), 'utf8') }
  }
}

const kinds = ['for', 'against', 'agree', 'mixed', 'disagree'] as const

/** What the files declare beside what is stored, summed; `differ` names the files where the two are not the same. */
export function totalsOf({ files }: Pick<ImportResult, 'files'>) {
  const sum = (of: 'declared' | 'stored') =>
    Object.fromEntries(
      kinds.map((kind) => [kind, files.reduce((n, file) => n + file[of][kind], 0)]),
    ) as Record<(typeof kinds)[number], number>
  return {
    proposals: files.length,
    declared: sum('declared'),
    stored: sum('stored'),
    differ: files
      .filter(({ declared, stored }) => kinds.some((kind) => declared[kind] !== stored[kind]))
      .map(({ file }) => file),
  }
}

function tell(io: Io, slug: string, result: ImportResult): void {
  const { declared, stored, differ, proposals } = totalsOf(result)
  io.print(
    `${String(proposals)} proposals are in the debate of ${slug}; ${String(result.files.filter(({ isNew }) => isNew).length)} of them are new.`,
  )
  io.table([
    ['', 'declared', 'stored'],
    ...kinds.map((kind) => [kind, String(declared[kind]), String(stored[kind])]),
  ])
  for (const { file, row, reason, detail } of result.remarks)
    io.note(`${file}, ${row}: ${reason}${detail ? ` (${detail})` : ''}`)
  if (differ.length > 0) io.note(`What is stored is not what is declared in: ${differ.join(', ')}.`)
}

/** `preau import-debate DIR --community SLUG` */
export const importDebateCommand: Command = {
  name: 'import-debate',
  summary:
    'Brings the proposals and arguments of a public consultation (JSON, one proposal a file) into one debate.',
  usage: ['DIR --community SLUG [--question TEXT] [--with-withdrawn] [--json]'],
  options: {
    community: {
      type: 'string',
      value: 'SLUG',
      help: 'Where to; created (open, practice) if it does not exist.',
    },
    question: {
      type: 'string',
      value: 'TEXT',
      help: 'The question of the debate; by default the name of the folder.',
    },
    'with-withdrawn': { type: 'boolean', help: 'Brings what the source took away from its readers too.' },
    json: { type: 'boolean', help: 'Prints the report for a script.' },
  },
  async run({ values, positionals }, io) {
    const [given, ...more] = positionals
    const slug = values['community']
    if (!given || more.length > 0) throw new UsageError('Give one folder: that of the JSON files.')
    if (typeof slug !== 'string' || !/^[a-z0-9][a-z0-9-]{0,62}$/.test(slug))
      throw new UsageError('Say which community: --community SLUG (small letters, digits and hyphens).')
    const folder = resolve(io.cwd, given)
    const names = (await readdir(folder).catch(() => []))
      .filter((name) => name.endsWith('.json'))
      .toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    if (names.length === 0) throw new Failure(`There is no JSON file in ${folder}.`)
    const question = typeof values['question'] === 'string' ? values['question'].trim().slice(0, 200) : ''
    const progress = io.progress('Importing', names.length)
    const result = await withDatabase(io, (db) =>
      holdImportLock(db, slug, async () => {
        const inBatch = <R>(work: (ctx: Context) => Promise<R>) =>
          db.transaction((tx) => work({ actor: systemActor('import'), tx, now: new Date() }))
        const { id } = await inBatch((ctx) => findOrCreateCommunity(ctx, slug))
        let done = 0
        return importConsultation(inBatch, {
          communityId: id,
          source: `consultation:${basename(folder)}`,
          question: question || basename(folder),
          withTrashed: values['with-withdrawn'] === true,
          files: filesOf(folder, names, (name) => progress.at(++done, name)),
        })
      }),
    )
    progress.end()
    if (values['json'])
      io.json({
        source: 'consultation',
        community: slug,
        ...totalsOf(result),
        remarks: result.remarks,
        debateId: result.debateId,
      })
    else tell(io, slug, result)
    return exitCodes.ok
  },
}
