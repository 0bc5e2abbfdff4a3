import type { Command } from '#platform/cli.ts'
import { StartError } from '#platform/start-error.ts'

interface Entry {
  name: string
  summary: string
  /** Imported only when called: `preau --help` answers without loading the server. */
  load(): Promise<Command>
}

/** Every command, in the order of `preau --help`. */
export const commands: readonly Entry[] = [
  {
    name: 'serve',
    summary: 'Starts Préau, as npm start does.',
    load: async () => (await import('./commands/serve.ts')).serve,
  },
  {
    name: 'migrate',
    summary: 'Brings the database to this version.',
    load: async () => (await import('./commands/migrate.ts')).migrate,
  },
  {
    name: 'doctor',
    summary: 'Checks this installation and says what to do.',
    load: async () => (await import('./commands/doctor.ts')).doctor,
  },
  {
    name: 'user',
    summary: 'Creates, disables or helps an account.',
    load: async () => (await import('#modules/people/cli.ts')).userCommand,
  },
  {
    name: 'import',
    summary: 'Brings a community in from elsewhere.',
    load: async () => (await import('#modules/interchange/cli.ts')).importCommand,
  },
  {
    name: 'figures',
    summary: 'Prints the figures of a community.',
    load: () => fromModule('measurement', 'figures'),
  },
  {
    name: 'demo',
    summary: 'Loads or removes the demo company.',
    load: async () => (await import('#modules/demo/cli.ts')).demo,
  },
]

/** A module offers its command by exporting it from its `cli.ts`, under any name. */
async function fromModule(module: string, name: string): Promise<Command> {
  let exported: Record<string, unknown>
  try {
    exported = (await import(`#modules/${module}/cli.ts`)) as Record<string, unknown>
  } catch (error) {
    if (
      (error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND' ||
      !String(error).includes(`modules/${module}/cli.ts'`)
    )
      throw error
    throw new StartError(`preau ${name} is not part of this version.`)
  }
  const command = Object.values(exported).find(
    (value) => (value as Command | undefined)?.name === name && Array.isArray((value as Command).usage),
  )
  if (!command) throw new Error(`modules/${module}/cli.ts exports no command named ${name}`)
  return command as Command
}
