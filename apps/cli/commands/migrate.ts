import type { Command } from '#platform/cli.ts'
import { openDatabase } from '#platform/db/embedded/start-database.ts'
import { pendingMigrations } from '#platform/db/migrate.ts'
import { prepareDatabase } from '#platform/db/prepare.ts'

export const migrate: Command = {
  name: 'migrate',
  summary:
    'Brings the database to this version. Préau does the same when it starts; forward only, safe to run again.',
  usage: ['[--dry-run] [--json]'],
  options: {
    'dry-run': { type: 'boolean', help: 'Lists what is missing and changes nothing.' },
    json: { type: 'boolean', help: 'Prints the result as JSON.' },
  },
  async run({ values }, io) {
    const database = await openDatabase(io.config(), io.log)
    try {
      const isDry = values['dry-run'] === true
      const names = isDry
        ? await pendingMigrations(database.url)
        : (await prepareDatabase(database.url)).applied
      if (values['json']) io.json({ dryRun: isDry, [isDry ? 'pending' : 'applied']: names })
      else if (names.length === 0) io.print('The database is up to date.')
      else
        io.print(
          [`${isDry ? 'Missing' : 'Applied'}: ${names.length}`, ...names.map((name) => `  ${name}`)].join(
            '\n',
          ),
        )
    } finally {
      await database.stop()
    }
  },
}
