// The development environment in one terminal: mail catcher, server (with its database) restarted on change, client
// with hot replacement. Ctrl-C stops everything.
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { createServer } from 'node:http'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

const root = join(import.meta.dirname, '..')
const port = Number(process.env['PORT'] ?? 3000)
const clientPort = Number(process.env['CLIENT_PORT'] ?? 5173)
const smtpPort = Number(process.env['MAIL_PORT'] ?? 2525)
const mailPagePort = smtpPort + 1
const keptMails = 200

interface Caught {
  at: Date
  to: string
  subject: string
  text: string
}

const mails: Caught[] = []
const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`)
const withLinks = (text: string): string =>
  escape(text).replace(/https?:&#47;&#47;\S+|https?:\/\/\S+/g, (url) => `<a href="${url}">${url}</a>`)

async function keep(stream: Readable, done: (error?: Error) => void): Promise<void> {
  const mail = await simpleParser(stream)
  const to = [mail.to ?? []]
    .flat()
    .map((address) => address.text)
    .join(', ')
  mails.unshift({ at: new Date(), to, subject: mail.subject ?? '', text: mail.text ?? '' })
  mails.length = Math.min(mails.length, keptMails)
  console.log(`mail to ${to}: ${mail.subject}  → http://localhost:${mailPagePort}`)
  done()
}

/** Takes every mail, keeps the last ones in memory, shows them on a page. Nothing leaves the machine. */
async function startMailCatcher(): Promise<void> {
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      void keep(stream, done)
    },
  })
  await new Promise<void>((resolve, reject) => {
    smtp.once('error', reject)
    smtp.listen(smtpPort, '127.0.0.1', () => resolve())
  })
  createServer((_request, response) => {
    const list = mails.map(
      (mail) =>
        `<article><h2>${escape(mail.subject)}</h2><p>${escape(mail.to)}, ${mail.at.toLocaleTimeString()}</p><pre>${withLinks(mail.text)}</pre></article>`,
    )
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
    response.end(
      `<!doctype html><meta charset="utf-8"><title>Mails</title><style>body{font:1rem/1.5 system-ui;max-width:50rem;margin:2rem auto}pre{white-space:pre-wrap}</style><h1>Mails caught</h1>${list.join('<hr>') || '<p>None yet.</p>'}`,
    )
  }).listen(mailPagePort, '127.0.0.1')
}

const children: ChildProcess[] = []
function run(args: string[], env: Record<string, string>): void {
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
  children.push(child)
  child.once('exit', () => void stop())
}

let isStopping = false
async function stop(): Promise<void> {
  if (isStopping) return
  isStopping = true
  const gone = children
    .filter((child) => child.exitCode === null && child.signalCode === null)
    .map((child) => new Promise((resolve) => void child.once('exit', resolve)))
  for (const child of children) child.kill('SIGTERM')
  await Promise.all(gone)
  process.exit(0)
}
process.on('SIGINT', () => void stop())
process.on('SIGTERM', () => void stop())

await startMailCatcher()
run(['--watch', '--watch-preserve-output', join(root, 'apps/server/boot.ts')], {
  PORT: String(port),
  NODE_ENV: 'development',
  // Links in mails lead to the client with hot replacement.
  PUBLIC_URL: process.env['PUBLIC_URL'] ?? `http://localhost:${clientPort}`,
  SMTP_URL: process.env['SMTP_URL'] ?? `smtp://127.0.0.1:${smtpPort}`,
})
run([join(root, 'node_modules/vite/bin/vite.js'), '--port', String(clientPort), '--strictPort'], {
  PREAU_DEV_SERVER: `http://127.0.0.1:${port}`,
})
console.log(
  `\n  Préau in development: http://localhost:${clientPort}   mails: http://localhost:${mailPagePort}\n`,
)
