import { parseArgs } from 'node:util'
import type { ParseArgsOptionsConfig } from 'node:util'
import { closest } from '#platform/closest.ts'
import { loadConfig } from '#platform/config.ts'
import type { Config } from '#platform/config.ts'
import { openDatabase } from '#platform/db/embedded/start-database.ts'
import { pendingMigrations } from '#platform/db/migrate.ts'
import { openDb } from '#platform/db/pool.ts'
import type { Db } from '#platform/db/pool.ts'
import { prepareDatabase } from '#platform/db/prepare.ts'
import { createLog } from '#platform/log.ts'
import type { Log } from '#platform/log.ts'
import { StartError } from '#platform/start-error.ts'

/** What the shell learns from a command. */
export const exitCodes = { ok: 0, failed: 1, usage: 2, repair: 3 } as const

type Values = Record<string, string | boolean | (string | boolean)[] | undefined>

/** One command of `preau`, or one of its subcommands. A module exports its own from `modules/<m>/cli.ts`. */
export interface Command {
  name: string
  /** One line for the list. */
  summary: string
  /** What follows the name, for example `create --email E --name N [--admin]`; one line per form. */
  usage: string[]
  /** As `node:util` parseArgs wants them, each with a word of explanation. `--help` is added everywhere. */
  options?: Record<string, ParseArgsOptionsConfig[string] & { help: string; value?: string }>
  /** When present, the first word chooses one of these and `run` is not called. */
  subcommands?: Command[]
  /** Returns the exit code (default 0). Throw `UsageError` for a wrong call, `StartError`/`Failure` for one plain sentence. */
  run?(args: { values: Values; positionals: string[] }, io: Io): Promise<number | void>
}

/** The call itself is wrong: the sentence is printed with the usage, exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** The command understood and could not: the sentence is printed alone, exit code 1. */
export class Failure extends Error {
  override readonly name = 'Failure'
}

/** Everything a command touches of the outside; made by `createIo`, replaced in tests. */
export interface Io {
  env: Record<string, string | undefined>
  cwd: string
  /** Result, on stdout. */
  print(text: string): void
  /** Result for a script, on stdout. */
  json(value: unknown): void
  /** Aligned columns on stdout. */
  table(rows: readonly (readonly (string | number)[])[]): void
  /** Remark, on stderr. */
  note(text: string): void
  progress(label: string, total?: number): Progress
  /** The whole of standard input as text, without the last line break. */
  readStdin(): Promise<string>
  config(): Config
  log: Log
}

/** A bar on a terminal, a plain line now and then elsewhere; both on stderr. */
interface Progress {
  /** Sets how much is done, and optionally what is being done. */
  at(done: number, what?: string): void
  end(what?: string): void
}

export function createIo(
  streams: { stdin: NodeJS.ReadStream; stdout: NodeJS.WritableStream; stderr: NodeJS.WriteStream } = process,
): Io {
  const { stdin, stdout, stderr } = streams
  return {
    env: process.env,
    cwd: process.cwd(),
    print: (text) => void stdout.write(`${text}\n`),
    json: (value) => void stdout.write(`${JSON.stringify(value, null, 2)}\n`),
    table: (rows) => void stdout.write(alignColumns(rows)),
    note: (text) => void stderr.write(`${text}\n`),
    progress: (label, total) => createProgress(stderr, label, total),
    async readStdin() {
      let text = ''
      for await (const chunk of stdin.setEncoding('utf8')) text += chunk
      return text.replace(/\r?\n$/, '')
    },
    config: () => loadConfig(),
    log: createLog({ level: process.env['LOG_LEVEL'] === 'debug' ? 'debug' : 'warn', stream: stderr }),
  }
}

/**
 * Runs `work` with a database that is ready: the one of the running Préau when there is one, else the
 * embedded one, started for the time of the command, or the external one. Missing migrations are applied
 * to a database nobody else is using; a shared one that is behind is refused with the command that helps.
 */
export async function withDatabase<R>(io: Io, work: (db: Db, config: Config) => Promise<R>): Promise<R> {
  const config = io.config()
  const database = await openDatabase(config, io.log)
  try {
    await ensureMigrated(database.url, database.isShared)
    const db = openDb(database.url, io.log, { max: 4, applicationName: 'preau-cli' })
    try {
      return await work(db, config)
    } finally {
      await db.close()
    }
  } finally {
    await database.stop()
  }
}

async function ensureMigrated(url: string, isShared: boolean): Promise<void> {
  if (!isShared) {
    await prepareDatabase(url)
    return
  }
  const pending = await pendingMigrations(url)
  if (pending.length > 0)
    throw new StartError(
      `The database is behind this version by ${pending.length} migrations: run npm run -s preau -- migrate, then this command again.`,
    )
}

/** Finds the command for `argv`, runs it, and turns what happens into an exit code. */
export async function runCommand(
  command: Command,
  argv: readonly string[],
  io: Io,
  path: string = `preau ${command.name}`,
): Promise<number> {
  if (command.subcommands) {
    const [word, ...rest] = argv
    const chosen = command.subcommands.find((candidate) => candidate.name === word)
    if (chosen) return runCommand(chosen, rest, io, `${path} ${chosen.name}`)
    if (word === '--help' || word === '-h') {
      io.print(helpOf(command, path))
      return exitCodes.ok
    }
    const names = command.subcommands.map((candidate) => candidate.name)
    const meant = word && closest(word, names)
    const problem = word
      ? `${path} has no ${word}${meant ? `; did you mean ${path} ${meant}?` : '.'}`
      : `${path} needs one of: ${names.join(', ')}.`
    return refuseCall(io, problem, path)
  }
  try {
    const options = { help: { type: 'boolean', short: 'h' }, ...command.options } as ParseArgsOptionsConfig
    if (argv.includes('--help') || argv.includes('-h')) {
      io.print(helpOf(command, path))
      return exitCodes.ok
    }
    const { values, positionals } = parse(argv, options)
    return (await command.run?.({ values: values as Values, positionals }, io)) ?? exitCodes.ok
  } catch (error) {
    if (error instanceof UsageError) return refuseCall(io, error.message, path)
    if (error instanceof StartError || error instanceof Failure) io.note(error.message)
    else io.note(`${path} failed: ${(error as Error).stack ?? String(error)}`)
    return exitCodes.failed
  }
}

function parse(argv: readonly string[], options: ParseArgsOptionsConfig) {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true, strict: true })
  } catch (error) {
    const message = (error as Error).message
    const unknown = /^Unknown option '(--?[^']+)'/.exec(message)?.[1]
    if (!unknown) throw new UsageError(`${message.split('.')[0]}.`)
    const meant = closest(unknown.replace(/^-+/, ''), Object.keys(options))
    throw new UsageError(`There is no option ${unknown}${meant ? `; did you mean --${meant}?` : '.'}`)
  }
}

function refuseCall(io: Io, problem: string, path: string): number {
  io.note(`${problem}\nSee: ${path} --help`)
  return exitCodes.usage
}

/** The text of `--help`. */
function helpOf(command: Command, path: string): string {
  const forms = command.usage.length > 0 ? command.usage : ['']
  const lines = [
    command.summary,
    '',
    ...forms.map((form, index) => `${index === 0 ? 'Usage: ' : '       '}${path} ${form}`.trimEnd()),
  ]
  if (command.subcommands)
    lines.push(
      '',
      ...alignColumns(command.subcommands.map((sub) => [`  ${sub.name}`, sub.summary]))
        .trimEnd()
        .split('\n'),
    )
  const all: NonNullable<Command['options']> = {
    ...command.options,
    help: { type: 'boolean', short: 'h', help: 'Shows this text.' },
  }
  const options = Object.entries(all)
  if (!command.subcommands) {
    const rows = options.map(([name, option]) => {
      const value = option.value ? ` ${option.value}` : option.type === 'string' ? ' VALUE' : ''
      return [`  ${option.short ? `-${option.short}, ` : ''}--${name}${value}`, option.help]
    })
    lines.push('', ...alignColumns(rows).trimEnd().split('\n'))
  }
  return lines.join('\n')
}

function alignColumns(rows: readonly (readonly (string | number)[])[]): string {
  const widths: number[] = []
  for (const row of rows)
    for (const [index, cell] of row.entries())
      widths[index] = Math.max(widths[index] ?? 0, String(cell).length)
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, index) =>
            typeof cell === 'number'
              ? String(cell).padStart(widths[index] ?? 0)
              : cell.padEnd(widths[index] ?? 0),
          )
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('')
}

function createProgress(stream: NodeJS.WriteStream, label: string, total?: number): Progress {
  const started = performance.now()
  let lastShown = 0
  let lastTenth = -1
  const show = (done: number, what = ''): string => {
    const count = total ? `${Math.min(100, Math.floor((done / total) * 100))} %` : done.toLocaleString('en')
    return `${label}: ${count}${what ? ` ${what}` : ''}`
  }
  return {
    at(done, what) {
      if (stream.isTTY) {
        const now = performance.now()
        if (now - lastShown < 80 && done !== total) return
        lastShown = now
        const filled = total ? Math.min(24, Math.floor((done / total) * 24)) : 0
        const bar = total ? `${'█'.repeat(filled)}${'░'.repeat(24 - filled)} ` : ''
        stream.write(`\r\u001B[K${bar}${show(done, what)}`.slice(0, (stream.columns ?? 80) + 4))
        return
      }
      // Without a total: at 1, 10, 100… thousand; with one: at each tenth.
      const tenth = total ? Math.floor((done / total) * 10) : Math.floor(Math.log10(Math.max(1, done / 1000)))
      if (tenth === lastTenth) return
      lastTenth = tenth
      stream.write(`${show(done, what)}\n`)
    },
    end(what) {
      const seconds = ((performance.now() - started) / 1000).toFixed(1)
      stream.write(`${stream.isTTY ? '\r\u001B[K' : ''}${label}: ${what ?? 'done'} (${seconds} s)\n`)
    },
  }
}
