import type { Transporter } from 'nodemailer'
import type { Mail, Mailer } from '#platform/mail/mailer.ts'

/** Where no SMTP is configured: nothing is sent, and whoever asks is told. */
export const noMailer: Mailer = {
  isConfigured: false,
  send: () => Promise.reject(new Error('No mail can be sent: SMTP_URL is not set.')),
  close: () => Promise.resolve(),
}

/**
 * Sends through SMTP_URL. The sender is its `from` parameter, otherwise `preau@` the host of PUBLIC_URL. The library
 * is loaded with the first mail.
 */
export function smtpMailer(smtpUrl: string, publicUrl: string): Mailer {
  const url = new URL(smtpUrl)
  const host = new URL(publicUrl).hostname
  const from = url.searchParams.get('from') ?? `preau@${host.includes('.') ? host : 'localhost.localdomain'}`
  url.searchParams.delete('from')
  let transport: Promise<Transporter> | undefined
  const connect = async (): Promise<Transporter> => {
    const { createTransport } = await import('nodemailer')
    return createTransport({
      url: url.href,
      pool: true,
      maxConnections: 6,
      // A connection that has carried a thousand letters is made anew: some servers end it anyway.
      maxMessages: 1_000,
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 30_000,
      // Nothing of a mail may come from a file or an address of the network.
      disableFileAccess: true,
      disableUrlAccess: true,
    } as never)
  }
  return {
    isConfigured: true,
    async send(mail) {
      refuseInjection(mail)
      transport ??= connect()
      const sender = await transport
      await sender.sendMail({
        from: { name: 'Préau', address: from },
        to: { name: mail.to.name ?? '', address: mail.to.address },
        ...(mail.bounceTo !== undefined && { envelope: { from: mail.bounceTo, to: [mail.to.address] } }),
        subject: mail.subject,
        text: mail.text,
        ...(mail.html && { html: mail.html }),
        ...(mail.pictures?.length && {
          attachments: mail.pictures.map(({ cid, contentType, bytes }) => ({
            cid,
            content: bytes,
            contentType,
            contentDisposition: 'inline' as const,
            filename: `${cid.split('@')[0]}.${contentType.split('/')[1]}`,
          })),
        }),
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All', ...mail.headers },
      })
    },
    async close() {
      if (transport) (await transport).close()
    },
  }
}

// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const control = /[\u0000-\u001f\u007f\u0085\u2028\u2029]/

/** A line break in a header would start another header: the mail is refused, never repaired in silence. */
export function refuseInjection(mail: Mail): void {
  const headers = Object.entries(mail.headers ?? {})
  for (const [what, text] of [['subject', mail.subject], ['name', mail.to.name ?? ''], ...headers] as [
    string,
    string,
  ][])
    if (control.test(text) || control.test(what))
      throw new Error(`The ${what.slice(0, 40)} of a mail contains a control character.`)
  if (
    mail.to.address.length > 254 ||
    !/^[^\s<>()[\],;:"\\@]+@[^\s<>()[\],;:"\\@]+$/.test(mail.to.address) ||
    control.test(mail.to.address)
  )
    throw new Error('The address of a mail has an unexpected form.')
}
