import { createHash } from 'node:crypto'
import { simpleParser } from 'mailparser'
import type { HeaderValue, ParsedMail, SimpleParserOptions } from 'mailparser'
import { htmlToMarkdown } from '#platform/markdown/html-to-markdown.ts'
import type { DeliveryStatus } from '../bulk/addresses.ts'
import { readDeliveryStatus } from './delivery-status.ts'
import { mailTextToMarkdown, ownWords } from './visible-text.ts'

export interface MailFile {
  name: string | undefined
  bytes: Buffer
}

/** What arrived, reduced to what a conversation needs. */
export interface IncomingMail {
  /** Identity of the message: its Message-ID, or its bytes where it has none. */
  identity: Buffer
  /** The one address it says it is from, in lower case; undefined when there are none or several. */
  from: string | undefined
  /** Made by a machine: an out-of-office note, a list, a report of failure. Never answered, never published. */
  isAutomatic: boolean
  subject: string
  /** The person's own words as Markdown. */
  bodyMd: string
  files: MailFile[]
  /** What a server reports of a mail of ours (RFC 3464). */
  report?: DeliveryStatus | undefined
}

const most = { files: 10, text: 1_000_000 }

// oxlint-disable-next-line no-control-regex -- control characters are what is removed
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g
const clean = (text: string): string => text.toWellFormed().replace(controls, '').normalize('NFC')

/** Reads one message. Broken MIME and unknown charsets give what can be read; throws only on what is no mail at all. */
export async function parseMail(raw: Buffer): Promise<IncomingMail> {
  const mail = await simpleParser(raw, {
    skipTextToHtml: true,
    skipImageLinks: true,
    skipHtmlToText: true,
    keepDeliveryStatus: true,
    maxHtmlLengthToParse: most.text,
  } as SimpleParserOptions)
  const senders = mail.from?.value.flatMap((one) => one.group ?? [one]) ?? []
  return {
    identity: createHash('sha256')
      .update(mail.messageId?.trim() || raw)
      .digest(),
    from: senders.length === 1 ? senders[0]!.address?.trim().toLowerCase() : undefined,
    isAutomatic: isAutomatic(mail),
    subject: clean(mail.subject ?? '')
      .replace(/\s+/g, ' ')
      .trim(),
    bodyMd: bodyOf(mail),
    report: reportOf(mail),
    files: mail.attachments
      .filter(
        (file) =>
          file.content.length > 0 &&
          !/^(?:text\/calendar|message\/delivery-status|application\/(?:pgp|pkcs7)-signature|application\/ms-tnef)$/.test(
            file.contentType,
          ),
      )
      .filter((file) => !isLogo(file, mail))
      .slice(0, most.files)
      .map((file) => ({ name: file.filename, bytes: file.content })),
  }
}

function reportOf(mail: ParsedMail): DeliveryStatus | undefined {
  const part = mail.attachments.find((file) => file.contentType === 'message/delivery-status')
  return part && readDeliveryStatus(part.content.toString('utf8'))
}

/** Small pictures that only the HTML shows belong to a signature. */
const isLogo = (file: ParsedMail['attachments'][number], mail: ParsedMail): boolean =>
  file.related && file.size < 20_000 && typeof mail.html === 'string'

function bodyOf(mail: ParsedMail): string {
  const text = clean((mail.text ?? '').slice(0, most.text))
  if (text.trim() !== '') return mailTextToMarkdown(ownWords(text))
  const html = typeof mail.html === 'string' ? mail.html.slice(0, most.text) : ''
  return ownWords(clean(htmlToMarkdown(withoutQuotes(html))))
}

/** Where the mail programs put what was answered to: Gmail, Apple, Thunderbird, Outlook, Yahoo. */
const quoteStart =
  /<(?:div|blockquote|hr|p)[^>]*(?:class=["'][^"']*\b(?:gmail_quote|gmail_attr|moz-cite-prefix|yahoo_quoted)\b|type=["']cite["']|id=["'](?:divRplyFwdMsg|appendonsend|OLK_SRC_BODY_SECTION|mail-editor-reference-message-container)\b|style=["'][^"']*border-top:\s*solid #(?:E1E1E1|B5C4DF))/i

function withoutQuotes(html: string): string {
  const at = html.search(quoteStart)
  if (at === -1) return html
  const own = html.slice(0, at)
  // Nothing above the quote: the person wrote below or inside it, and everything is kept.
  return own
    .replace(/<(?:style|head|title)[\s\S]*?<\/(?:style|head|title)>/gi, '')
    .replace(/<[^>]*>|&nbsp;|\s/g, '') === ''
    ? html
    : own
}

const textOf = (value: HeaderValue | undefined): string => {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map((one) => (typeof one === 'string' ? one : one.value)).join(' ')
  return value && 'value' in value && typeof value.value === 'string' ? value.value : value ? 'present' : ''
}

function isAutomatic({ headers }: ParsedMail): boolean {
  const of = (name: string): string => textOf(headers.get(name)).trim().toLowerCase()
  const submitted = of('auto-submitted')
  return (
    (submitted !== '' && submitted !== 'no') ||
    /^(?:bulk|junk|list|auto_reply)$/.test(of('precedence')) ||
    of('x-autoreply') !== '' ||
    of('x-autorespond') !== '' ||
    headers.has('list') ||
    of('content-type') === 'multipart/report' ||
    of('x-failed-recipients') !== ''
  )
}
