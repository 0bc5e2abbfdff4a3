import type { MemberContext } from '#platform/context.ts'
import type { Mail } from '#platform/mail/mailer.ts'
import type { Services } from '#platform/services.ts'
import { setState } from './queries/outbox.ts'
import type { ClaimedRow } from './queries/outbox.ts'

/** The mail server said no, in so many words: nothing has left. */
export class WasRefused extends Error {
  readonly code: string
  readonly isTemporary: boolean
  constructor(code: string, isTemporary: boolean) {
    super(`the mail server refused: ${code}`)
    this.name = 'WasRefused'
    this.code = code
    this.isTemporary = isTemporary
  }
}

/** Errors of nodemailer that say before which command the connection was lost. */
const beforeAnythingLeft = new Set(['CONN', 'AUTH', 'EHLO', 'HELO', 'STARTTLS', 'MAIL FROM', 'RCPT TO'])

/** Whether a failed sending certainly left nothing at the other server; undefined when nobody can know. */
export function readFailure(error: unknown): WasRefused | undefined {
  const { responseCode, command, code } = error as {
    responseCode?: number
    command?: string
    code?: string
  }
  if (responseCode !== undefined && responseCode >= 400)
    return new WasRefused(String(responseCode), responseCode < 500)
  if (
    (command && beforeAnythingLeft.has(command)) ||
    ['ECONNREFUSED', 'EDNS', 'ENOTFOUND'].includes(code ?? '')
  )
    return new WasRefused(code ?? 'connection', true)
  if (error instanceof Error && error.message.includes(' of a mail ')) return new WasRefused('form', false)
  return undefined
}

/**
 * Sends at most once. Marked as handed over in a transaction of its own, sent, recorded: an interruption in between is
 * `uncertain` and never repeated (a mail server cannot be asked whether it took a message). What the server refused is
 * known not to have left, and is tried again when it said "later".
 */
export async function sendOnce(
  services: Services,
  ctx: MemberContext,
  rows: readonly ClaimedRow[],
  mail: Mail,
  sent?: (ctx: MemberContext) => Promise<void>,
): Promise<void> {
  await services.db.transaction((tx) => setState(tx, rows, 'sending', ctx.now))
  try {
    await services.mailer.send(mail)
  } catch (error) {
    const refusal = readFailure(error)
    if (refusal) throw refusal
    throw Object.assign(error as Error, { wasHandedOver: true })
  }
  await services.db
    .transaction(async (tx) => {
      await setState(tx, rows, 'sent', ctx.now)
      await sent?.({ ...ctx, tx })
    })
    .catch((error: Error) => {
      throw Object.assign(error, { wasHandedOver: true })
    })
}
