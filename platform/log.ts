import pino from 'pino'

/** Structured log: `log.info({ postId }, 'what happened')`. Ids, never bodies, never secrets. */
export type Log = pino.Logger

export interface LogOptions {
  level: string
  /** Where lines go; stdout for the server, stderr for the command line. */
  stream?: NodeJS.WritableStream & { isTTY?: boolean }
}

const secretKeys = [
  'password',
  'pass',
  'secret',
  'token',
  'authorization',
  'cookie',
  'set-cookie',
  'databaseUrl',
  'smtpUrl',
]

/** One JSON object per line; on a terminal one readable line instead. */
export function createLog({ level, stream = process.stdout }: LogOptions): Log {
  const pretty = stream.isTTY === true
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: {
        paths: secretKeys.flatMap((key) => [`["${key}"]`, `*["${key}"]`, `*.*["${key}"]`]),
        censor: '•••••',
      },
      // Last net: a password inside any URL, wherever it hides (an error's message, a detail).
      hooks: { streamWrite: (line) => line.replace(/(\/\/[^\s:@/"]*:)[^\s@/"]+@/g, '$1•••••@') },
    },
    // Written at once and not buffered: the last lines before a crash are the ones that matter.
    { write: (line: string) => void stream.write(pretty ? toReadable(line) : line) },
  )
}

const colours: Record<string, string> = {
  fatal: '31',
  error: '31',
  warn: '33',
  info: '32',
  debug: '90',
  trace: '90',
}

function toReadable(line: string): string {
  const { time, level, msg, err, ...rest } = JSON.parse(line) as Record<string, unknown>
  const at = String(time).slice(11, 19)
  const details = Object.entries(rest).map(
    ([key, value]) => `${key}=${typeof value === 'string' ? value : JSON.stringify(value)}`,
  )
  const error = err as { stack?: string; message?: string } | string | undefined
  const cause =
    typeof error === 'string' ? ` (${error})` : error ? `\n${error.stack ?? error.message ?? ''}` : ''
  return `\u001B[90m${at}\u001B[0m \u001B[${colours[String(level)] ?? '0'}m${String(level).padEnd(5)}\u001B[0m ${typeof msg === 'string' ? msg : ''}${details.length > 0 ? ` \u001B[90m${details.join(' ')}\u001B[0m` : ''}${cause}\n`
}
