import { withDatabase } from '#platform/cli.ts'
import type { Command } from '#platform/cli.ts'
import { systemActor } from '#platform/context.ts'
import { reindexStep } from './server/operations/reindex.ts'

/** `preau search reindex` */
export const searchCommand: Command = {
  name: 'search',
  summary: 'Looks after the search index.',
  usage: ['reindex'],
  subcommands: [
    {
      name: 'reindex',
      summary:
        'Indexes every text anew; run again after an interruption, it continues. Search answers meanwhile.',
      usage: ['[--json]'],
      options: { json: { type: 'boolean', help: 'print the result as JSON' } },
      run: ({ values }, io) =>
        withDatabase(io, async (db) => {
          const progress = io.progress('Indexing')
          for (;;) {
            const { done, isComplete } = await db.transaction((tx) =>
              reindexStep({ actor: systemActor('preau search reindex'), tx, now: new Date() }),
            )
            progress.at(done)
            if (!isComplete) continue
            progress.end('indexed')
            if (values['json']) io.json({ done })
            else io.print(`Indexed ${done} conversations, pages and gatherings.`)
            return
          }
        }),
    },
  ],
}
