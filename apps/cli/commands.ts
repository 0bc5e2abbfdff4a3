import type { Command } from '#platform/cli.ts'

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
    name: 'import-debate',
    summary: 'Brings a public consultation into a debate.',
    load: async () => (await import('#modules/debates/cli.ts')).importDebateCommand,
  },
  {
    name: 'figures',
    summary: 'Prints the figures of a community.',
    load: async () => (await import('#modules/measurement/cli.ts')).figuresCommand,
  },
  {
    name: 'search',
    summary: 'Looks after the search index.',
    load: async () => (await import('#modules/search/cli.ts')).searchCommand,
  },
  {
    name: 'demo',
    summary: 'Loads or removes the demo company.',
    load: async () => (await import('#modules/demo/cli.ts')).demo,
  },
]
