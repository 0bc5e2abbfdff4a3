import { exitCodes } from '#platform/cli.ts'
import type { Command } from '#platform/cli.ts'
import { describeConfig } from '#platform/config.ts'
import type { Config } from '#platform/config.ts'
import { StartError } from '#platform/start-error.ts'
import { examine } from './doctor/checks.ts'
import type { Check } from './doctor/checks.ts'

const signs: Record<Check['state'], string> = { ok: '✓', warn: '!', fail: '✗' }

export const doctor: Command = {
  name: 'doctor',
  summary:
    'Checks Node, the settings, the data folder, the database, mail and the clock, and says what to do.',
  usage: ['[--json]'],
  options: { json: { type: 'boolean', help: 'Prints the checks and the settings in force as JSON.' } },
  async run({ values }, io) {
    let config: Config | undefined
    let problem: Check | undefined
    try {
      config = io.config()
    } catch (error) {
      if (!(error instanceof StartError)) throw error
      problem = {
        name: 'settings',
        state: 'fail',
        finding: error.message,
        advice: 'Put this right first; the other checks need it.',
      }
    }
    const checks = config ? await examine(config, io.log) : [problem as Check]
    const settings = config && describeConfig(config)
    const isBroken = checks.some((check) => check.state === 'fail')
    if (values['json']) {
      io.json({ ok: !isBroken, checks, settings: settings ?? null })
      return isBroken ? exitCodes.repair : exitCodes.ok
    }
    if (settings) {
      io.print('Settings in force')
      io.table(Object.entries(settings).map(([name, value]) => [`  ${name}`, value]))
      io.print('')
    }
    for (const { name, state, finding, advice } of checks) {
      io.print(`${signs[state]} ${name}: ${finding}`)
      if (advice) io.print(`    → ${advice}`)
    }
    return isBroken ? exitCodes.repair : exitCodes.ok
  },
}
