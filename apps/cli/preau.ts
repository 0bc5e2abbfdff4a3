import { commands } from '#apps/cli/commands.ts'
import { closest } from '#platform/closest.ts'
import { createIo, exitCodes, runCommand } from '#platform/cli.ts'
import type { Io } from '#platform/cli.ts'
import { StartError } from '#platform/start-error.ts'

/** `preau <command> …`: returns the exit code (0 done, 1 failed, 2 wrong call, 3 something to repair). */
export async function main(argv: readonly string[], io: Io = createIo()): Promise<number> {
  const [word, ...rest] = argv
  if (word === undefined || word === '--help' || word === '-h' || word === 'help') {
    io.print(overview())
    return word === undefined ? exitCodes.usage : exitCodes.ok
  }
  const entry = commands.find((candidate) => candidate.name === word)
  if (!entry) {
    const meant = closest(
      word,
      commands.map((candidate) => candidate.name),
    )
    io.note(`preau has no command ${word}${meant ? `; did you mean ${meant}?` : '.'}\nSee: preau --help`)
    return exitCodes.usage
  }
  // Ends through `exit`, whose handlers stop a PostgreSQL started for the command; serve has its own ways.
  if (word !== 'serve')
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => process.exit(signal === 'SIGINT' ? 130 : 143))
  try {
    return await runCommand(await entry.load(), rest, io)
  } catch (error) {
    if (!(error instanceof StartError)) throw error
    io.note(error.message)
    return exitCodes.failed
  }
}

function overview(): string {
  const width = Math.max(...commands.map((command) => command.name.length))
  return [
    'Préau: a home for your company’s communities, and the workbench of the people who bring them to life.',
    '',
    'Usage: preau <command> [options]',
    '',
    ...commands.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`),
    '',
    'preau <command> --help says more. From a checkout: npm run -s preau -- <command>',
    'Ends with 0 when done, 1 when it failed, 2 when the call is wrong, 3 when doctor found something to repair.',
  ].join('\n')
}
