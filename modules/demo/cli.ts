import { hasDemoPeople } from '#modules/people/public.ts'
import { Failure, withDatabase } from '#platform/cli.ts'
import type { Command } from '#platform/cli.ts'
import { systemActor } from '#platform/context.ts'
import { demoSteps, ensureOrganisation, loadDemo } from './server/load-demo.ts'
import { removeDemo } from './server/remove-demo.ts'

const json = { json: { type: 'boolean', help: 'print the result as JSON' } } as const

/** `preau demo load|remove` */
export const demo: Command = {
  name: 'demo',
  summary: 'Loads or removes the demo company.',
  usage: ['load [--json]', 'remove [--json]'],
  subcommands: [
    {
      name: 'load',
      summary: 'Loads Arvanne: 200 people, seven communities, fourteen months of history.',
      usage: ['[--json]'],
      options: json,
      run: ({ values }, io) =>
        withDatabase(io, async (db) => {
          const progress = io.progress('Loading the demo company', demoSteps)
          const report = await db.transaction(async (tx) => {
            const ctx = { actor: systemActor('preau demo load'), tx, now: new Date() }
            if (await hasDemoPeople(ctx))
              throw new Failure('The demo company is already loaded; remove it first with preau demo remove.')
            await ensureOrganisation(ctx)
            return loadDemo(ctx, (done, what) => progress.at(done, what))
          })
          progress.end('loaded')
          if (values['json']) io.json(report)
          else
            io.print(
              `Loaded ${report.people} people, ${report.communities} communities, ${report.posts} posts and ${report.comments} comments. The sign-in page offers the cast.`,
            )
        }),
    },
    {
      name: 'remove',
      summary: 'Removes the demo company and all it holds.',
      usage: ['[--json]'],
      options: json,
      run: ({ values }, io) =>
        withDatabase(io, async (db) => {
          const report = await db.transaction(async (tx) => {
            const ctx = { actor: systemActor('preau demo remove'), tx, now: new Date() }
            if (!(await hasDemoPeople(ctx)))
              throw new Failure('The demo company is not loaded; there is nothing to remove.')
            return removeDemo(ctx)
          })
          if (values['json']) io.json(report)
          else
            io.print(
              `Removed ${report.communities} communities and ${report.people} people.${report.kept > 0 ? ` ${report.kept} people who wrote elsewhere stay as former members.` : ''}`,
            )
        }),
    },
  ],
}
