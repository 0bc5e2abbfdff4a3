import { systemActor } from '#platform/context.ts'
import type { Context } from '#platform/context.ts'
import { Failure, UsageError, withDatabase } from '#platform/cli.ts'
import type { Command, Io } from '#platform/cli.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { createUser, disableUser, makeResetLink } from './server/operations/run-from-command-line.ts'

const email = { type: 'string', value: 'E', help: 'Address of the account.' } as const

/** What a refusal means to somebody at a terminal. */
function explain(error: unknown): Error {
  if (!(error instanceof Refusal)) return error as Error
  const reason = typeof error.data['reason'] === 'string' ? error.data['reason'] : ''
  const sentences: Record<string, string> = {
    emailTaken: 'There is already an account with this address.',
    notFound: 'There is no account with this address that can sign in.',
    lastAdministrator: 'This is the last administrator; make another one first.',
    notThisState: 'This account is already closed.',
    invalidInput: 'The address or the name is not valid.',
    passwordRefused: `The password is refused (${reason}): choose at least twelve characters that are not a common word.`,
  }
  return new Failure(sentences[error.code] ?? error.code)
}

async function act<R>(io: Io, work: (ctx: Context, publicUrl: string) => Promise<R>): Promise<R> {
  return withDatabase(io, (db, config) =>
    db
      .transaction((tx) =>
        work({ actor: systemActor('command line'), tx, now: new Date() }, config.publicUrl),
      )
      .catch((error: unknown) => {
        throw explain(error)
      }),
  )
}

const required = (value: unknown, name: string): string => {
  if (typeof value !== 'string' || value.trim() === '') throw new UsageError(`--${name} is missing.`)
  return value
}

const create: Command = {
  name: 'create',
  summary: 'Creates an account that can sign in at once.',
  usage: ['--email E --name N [--admin] [--organisation O] --password-stdin'],
  options: {
    email,
    name: { type: 'string', value: 'N', help: 'Name that colleagues see.' },
    admin: { type: 'boolean', help: 'Makes the account an administrator.' },
    organisation: {
      type: 'string',
      value: 'O',
      help: 'Name of the organisation, when none exists yet (default: Préau).',
    },
    language: { type: 'string', value: 'L', help: 'Interface language, fr or en (default: fr).' },
    'password-stdin': {
      type: 'boolean',
      help: 'Reads the password from standard input; there is no other way, so that it stays out of the history.',
    },
  },
  async run({ values }, io) {
    const input = { email: required(values['email'], 'email'), displayName: required(values['name'], 'name') }
    if (!values['password-stdin'])
      throw new UsageError('Give the password on standard input with --password-stdin.')
    const language = values['language'] ?? 'fr'
    if (language !== 'fr' && language !== 'en') throw new UsageError('--language is fr or en.')
    const password = await io.readStdin()
    const organisation = typeof values['organisation'] === 'string' ? values['organisation'] : 'Préau'
    const memberId = await act(io, (ctx) =>
      createUser(ctx, {
        ...input,
        password,
        language,
        organisation,
        isAdministrator: values['admin'] === true,
      }),
    )
    io.print(memberId)
  },
}

const disable: Command = {
  name: 'disable',
  summary: 'Closes an account; its sessions end at once.',
  usage: ['--email E'],
  options: { email },
  async run({ values }, io) {
    await act(io, (ctx) => disableUser(ctx, required(values['email'], 'email')))
    io.note('The account is closed.')
  },
}

const resetLink: Command = {
  name: 'reset-link',
  summary: 'Prints a link that sets a new password: one hour, once.',
  usage: ['--email E'],
  options: { email },
  async run({ values }, io) {
    io.print(
      await act(io, (ctx, publicUrl) => makeResetLink(ctx, required(values['email'], 'email'), publicUrl)),
    )
  },
}

export const userCommand: Command = {
  name: 'user',
  summary: 'Creates and closes accounts, makes reset links.',
  usage: ['<create|disable|reset-link> …'],
  subcommands: [create, disable, resetLink],
}
