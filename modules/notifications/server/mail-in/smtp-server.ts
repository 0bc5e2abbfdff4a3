import type { Services } from '#platform/services.ts'
import { StartError } from '#platform/start-error.ts'
import { SMTPServer } from 'smtp-server'
import type { SMTPServerAddress, SMTPServerDataStream } from 'smtp-server'
import type { AddressInfo } from 'node:net'
import { provideReplyAddresses } from '../mail-kinds.ts'
import { replyAddressFor } from './addresses.ts'
import { parseMail } from './parse-mail.ts'
import { receiveMail } from './receive-mail.ts'

/** Bytes of one message, everything included. */
export const largestMail = 15 * 1024 * 1024
/** Messages in memory at a time; others wait on their connection, so that fifty senders do not fill it. */
const atOnce = 4

const refusal = (code: number, words: string): Error =>
  Object.assign(new Error(words), { responseCode: code })
const noSuchAddress = () => refusal(550, '5.1.1 No such address here')

/**
 * Receives mails on MAIL_IN_PORT, behind the organisation's own mail server. Says 250 only once what the message does
 * is committed; 451 whenever that is not sure.
 */
export async function startMailIn(services: Services): Promise<{ port: number; stop(): Promise<void> }> {
  const mailIn = services.config.mailIn
  if (!mailIn) throw new StartError('MAIL_IN_PORT is not set: no mail is received.')
  // Mails about a conversation can be answered as soon as somebody listens.
  provideReplyAddresses(async (ctx, { subject }) =>
    subject['postId']
      ? replyAddressFor(ctx, services, { memberId: ctx.actor.memberId, postId: subject['postId'] })
      : undefined,
  )
  const slots = gate(atOnce)
  const isOurs = ({ address }: SMTPServerAddress): boolean =>
    address.length <= 200 && address.toLowerCase().endsWith(`@${mailIn.domain}`)
  const server = new SMTPServer({
    name: mailIn.domain,
    banner: 'Préau'.normalize('NFD').replace(/\p{M}/gu, ''),
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: largestMail,
    maxClients: 100,
    socketTimeout: 60_000,
    closeTimeout: 5_000,
    disableReverseLookup: true,
    // The address itself is judged after the message, with its sender: what is said here tells nobody which exist.
    onRcptTo(address, session, done) {
      if (!isOurs(address)) return done(refusal(550, '5.7.1 This server takes mail for its own domain only'))
      if (session.envelope.rcptTo.length >= 10)
        return done(refusal(452, '4.5.3 Too many receivers at a time'))
      return done()
    },
    onData(stream, session, done) {
      const addresses = session.envelope.rcptTo.map(({ address }) => address)
      const hasSender = session.envelope.mailFrom !== false && session.envelope.mailFrom.address !== ''
      void (async () => {
        try {
          await slots(() => take(services, stream, addresses, hasSender))
          done(null, '2.0.0 Taken')
        } catch (caught) {
          const error = caught as Error & { responseCode?: number }
          stream.resume()
          if (!error.responseCode)
            services.log.warn({ err: error.message }, 'a mail could not be taken now; its server tries again')
          done(error.responseCode ? error : refusal(451, '4.3.0 Not now, please try again'))
        }
      })()
    },
  })
  // A connection that breaks is the other side's to tell.
  server.on('error', (error) => services.log.debug({ err: error.message }, 'a mail connection broke'))
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        new StartError(
          error.code === 'EADDRINUSE'
            ? `Port ${mailIn.port} is already in use on ${mailIn.host}: choose another with MAIL_IN_PORT.`
            : `Préau cannot receive mail on ${mailIn.host}:${mailIn.port}: ${error.message}.`,
        ),
      ),
    )
    server.listen(mailIn.port, mailIn.host, () => resolve())
  })
  return {
    port: (server.server.address() as AddressInfo).port,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

async function take(
  services: Services,
  stream: SMTPServerDataStream,
  addresses: readonly string[],
  hasSender: boolean,
): Promise<void> {
  const chunks: Buffer[] = []
  // Read to the end, whatever its size: the answer is given after the last line.
  for await (const chunk of stream) if (!stream.sizeExceeded) chunks.push(chunk as Buffer)
  if (stream.sizeExceeded) throw refusal(552, `5.3.4 A mail may have ${largestMail / 1024 / 1024} MB at most`)
  const parsed = await parseMail(Buffer.concat(chunks)).catch((error: Error) => {
    services.log.info({ err: error.message }, 'a mail could not be read')
    throw refusal(554, '5.6.0 This message cannot be read')
  })
  const mail = hasSender ? parsed : { ...parsed, isAutomatic: true }
  let [unknown, tooMany] = [0, 0]
  for (const address of addresses) {
    const reception = await receiveMail(
      services,
      address.slice(0, address.lastIndexOf('@')).toLowerCase(),
      mail,
    )
    if (reception === 'unknown') unknown++
    if (reception === 'tooMany') tooMany++
  }
  // Of several addresses in one message, those that took it know it when it comes again.
  if (tooMany > 0) throw refusal(450, '4.7.1 Too many mails in an hour, please try again later')
  if (unknown === addresses.length) throw noSuchAddress()
}

/** Runs at most `width` works at a time, in order of arrival. */
function gate(width: number): <R>(work: () => Promise<R>) => Promise<R> {
  let free = width
  const waiting: (() => void)[] = []
  return async (work) => {
    if (free > 0) free--
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free++
    }
  }
}
