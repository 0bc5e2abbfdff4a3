import { simpleParser } from 'mailparser'
import type { ParsedMail } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Mailer } from '#platform/mail/mailer.ts'
import { noMailer, smtpMailer } from '#platform/mail/smtp-mailer.ts'
import { composeMail, isolate } from '#platform/mail/template.ts'

const received: ParsedMail[] = []
let isRefusing = false
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onRcptTo: (_address, _session, done) => done(isRefusing ? new Error('mailbox is full') : null),
  onData(stream, _session, done) {
    simpleParser(stream)
      .then((mail) => {
        received.push(mail)
        done()
      })
      .catch(done)
  },
})
let mailer: Mailer
beforeAll(async () => {
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', () => resolve()))
  const { port } = server.server.address() as AddressInfo
  mailer = smtpMailer(`smtp://127.0.0.1:${port}?from=home@example.org`, 'https://preau.example.org')
})
afterAll(async () => {
  await mailer.close()
  await new Promise<void>((resolve) => server.close(() => resolve()))
})

const to = { address: 'alice@example.org', name: 'Alice' }

test('a mail arrives in both forms, in its language, with what somebody wrote isolated and escaped', async () => {
  const name = isolate('Zoé <b>‮evil\r\nBcc: x@example.org')
  await mailer.send({
    to,
    ...composeMail({
      language: 'fr',
      subject: `${name} vous invite`,
      heading: 'Bienvenue',
      blocks: [
        { kind: 'paragraph', text: `${name} vous invite dans « Le Préau ».` },
        {
          kind: 'action',
          label: 'Choisir un mot de passe',
          url: 'https://preau.example.org/invitation/abc?x=1&y="2"',
        },
        { kind: 'quote', text: '<script>alert(1)</script>\nline two', author: 'Zoé' },
        { kind: 'list', items: [{ text: 'one', url: 'https://preau.example.org/posts/1' }, { text: 'two' }] },
      ],
      footer: 'Vous recevez ce message parce que quelqu’un vous a invité.',
    }),
  })
  const mail = received.at(-1)!
  expect(mail.subject).toBe('\u2068Zoé <b> evil Bcc: x@example.org\u2069 vous invite')
  expect([mail.from?.text, mail.headers.get('auto-submitted')]).toEqual([
    '"Préau" <home@example.org>',
    'auto-generated',
  ])
  expect(mail.bcc).toBeUndefined()
  expect(mail.text).toContain('https://preau.example.org/invitation/abc')
  expect(mail.text).toContain('> line two')
  expect(mail.html).toContain('lang="fr"')
  for (const trap of ['<script>', '<b>', '‮', 'y="2"']) expect(mail.html).not.toContain(trap)
})

test('line breaks in headers and odd addresses are refused before anything is sent', async () => {
  const count = received.length
  const plain = { to, subject: 'x', text: 'x' }
  for (const mail of [
    { ...plain, subject: 'x\r\nBcc: eve@example.org' },
    { ...plain, subject: 'x\u2028y' },
    { ...plain, to: { ...to, name: 'Alice\nBcc: eve@example.org' } },
    { ...plain, headers: { 'List-Unsubscribe': '<https://x>\r\nBcc: eve@example.org' } },
    { ...plain, headers: { 'X-A\r\nBcc: eve@example.org; X': 'x' } },
    { ...plain, to: { address: 'alice@example.org, eve@example.org' } },
    { ...plain, to: { address: 'alice@example.org\r\nBcc:eve@example.org' } },
    { ...plain, to: { address: '"alice"@example.org' } },
    { ...plain, to: { address: 'alice' } },
  ])
    await expect(mailer.send(mail)).rejects.toThrow(/of a mail/)
  expect(received).toHaveLength(count)
})

test('a link that is no web address is refused', () => {
  const content = { language: 'en', subject: 'x', heading: 'x', footer: 'x' } as const
  expect(() =>
    composeMail({ ...content, blocks: [{ kind: 'action', label: 'x', url: 'javascript:alert(1)' }] }),
  ).toThrow(/web address/)
})

test('a server that refuses or is not there is told to the job, which tries again', async () => {
  isRefusing = true
  await expect(mailer.send({ to, subject: 'x', text: 'x' })).rejects.toThrow(/mailbox is full/)
  isRefusing = false
  const nowhere = smtpMailer('smtp://127.0.0.1:1', 'http://localhost:3000')
  await expect(nowhere.send({ to, subject: 'x', text: 'x' })).rejects.toThrow(/ECONNREFUSED/)
  await nowhere.close()
  await expect(noMailer.send({ to, subject: 'x', text: 'x' })).rejects.toThrow(/SMTP_URL/)
  expect(noMailer.isConfigured).toBe(false)
})
