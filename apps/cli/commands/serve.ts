import type { Command } from '#platform/cli.ts'

export const serve: Command = {
  name: 'serve',
  summary: 'Starts Préau with the settings of the environment and of .env, until Ctrl-C.',
  usage: [''],
  async run() {
    await import('#apps/server/main.ts')
  },
}
