import { SMTPServer } from 'smtp-server'
import type { AddressInfo } from 'node:net'

export interface Letter {
  to: string
  messageId: string
  raw: string
}

/** A mail server for tests: keeps what it takes; `decide` may refuse a receiver with a code. */
export async function startInbox(
  decide: (address: string, tries: number) => number | undefined = () => undefined,
) {
  const letters: Letter[] = []
  const tries = new Map<string, number>()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    onRcptTo({ address }, _session, done) {
      const count = (tries.get(address) ?? 0) + 1
      tries.set(address, count)
      const code = decide(address, count)
      done(code ? Object.assign(new Error('no'), { responseCode: code }) : null)
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString()
        letters.push({
          to: session.envelope.rcptTo[0]!.address,
          messageId: /^message-id:\s*(\S+)/im.exec(raw)?.[1] ?? '',
          raw,
        })
        done()
      })
    },
  })
  server.on('error', () => {})
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', () => resolve()))
  const { port } = server.server.address() as AddressInfo
  return {
    letters,
    tries: (address: string): number => tries.get(address) ?? 0,
    url: `smtp://127.0.0.1:${port}?from=preau@exemple.test`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}
