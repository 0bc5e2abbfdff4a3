import type { Mail } from '#platform/mail/mailer.ts'

/** A piece of a mail; texts are plain, already in the reader's language. */
export type MailBlock =
  | { kind: 'paragraph'; text: string }
  /** The one thing to do; also written as an address, for readers without HTML. */
  | { kind: 'action'; label: string; url: string }
  /** Words of somebody else, set apart. */
  | { kind: 'quote'; text: string; author?: string }
  /** A text that somebody wrote, rendered by `renderMarkdown`, its addresses made absolute; and the same as plain text. */
  | { kind: 'prose'; html: string; text: string; language: string }
  | { kind: 'list'; items: { text: string; url?: string }[] }

export interface MailContent {
  language: 'fr' | 'en'
  subject: string
  heading: string
  blocks: readonly MailBlock[]
  /** Why this mail came and how to have fewer of them; every mail says it. */
  footer: string
}

// Directional overrides would let a name rewrite the sentence around it; line breaks would start a header.
// oxlint-disable-next-line no-control-regex -- control characters are what is removed
const unsafe = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g

/**
 * Text that somebody wrote (a name, a title) on its way into a sentence or a subject: one line, and isolated so that
 * its direction does not touch what stands around it.
 */
export const isolate = (text: string): string => `\u2068${text.replace(unsafe, ' ').trim()}\u2069`

const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`)

/** Only addresses of the web; anything else would be a trap in a mail. */
function safeUrl(url: string): string {
  if (!/^https?:\/\//i.test(url)) throw new Error('A mail may only link to a web address.')
  return url
}

/** Both forms of a mail: tables and inline styles for old readers, and a text twin that says the same. */
export function composeMail(content: MailContent): Pick<Mail, 'subject' | 'text' | 'html'> {
  return {
    subject: content.subject.replace(/[\r\n]+/g, ' '),
    text: `${[content.heading, ...content.blocks.map(blockText)].join('\n\n')}\n\n-- \n${content.footer}\n`,
    html: page(content),
  }
}

function blockText(block: MailBlock): string {
  switch (block.kind) {
    case 'paragraph':
      return block.text
    case 'action':
      return `${block.label}\n${safeUrl(block.url)}`
    case 'quote':
      return `${block.text
        .split('\n')
        .map((line) => `> ${line}`)
        .join('\n')}${block.author ? `\n— ${block.author}` : ''}`
    case 'prose':
      return block.text
    case 'list':
      return block.items
        .map((item) => `- ${item.text}${item.url ? `\n  ${safeUrl(item.url)}` : ''}`)
        .join('\n')
  }
}

const lines = (text: string): string => escape(text).replaceAll('\n', '<br>')
const paragraph = 'margin:0 0 16px;font-size:16px;line-height:1.5;color:#2b2622'

function blockHtml(block: MailBlock): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p style="${paragraph}">${lines(block.text)}</p>`
    case 'action':
      return `<table role="presentation" cellpadding="0" cellspacing="0" style="margin:8px 0 24px"><tr><td style="background:#8a3b12;border-radius:8px"><a href="${escape(safeUrl(block.url))}" style="display:inline-block;padding:12px 20px;font-size:16px;color:#ffffff;text-decoration:none">${escape(block.label)}</a></td></tr></table>`
    case 'quote':
      return `<blockquote dir="auto" style="${paragraph};padding-left:12px;border-left:3px solid #d8cfc4">${lines(block.text)}${block.author ? `<br><span style="color:#6b625a">— ${escape(block.author)}</span>` : ''}</blockquote>`
    case 'prose':
      return `<div lang="${escape(block.language)}" dir="auto" style="margin:0 0 24px;font-size:16px;line-height:1.5;color:#2b2622;overflow-wrap:anywhere">${block.html}</div>`
    case 'list':
      return `<ul style="${paragraph};padding-left:20px">${block.items.map((item) => `<li dir="auto" style="margin-bottom:8px">${item.url ? `<a href="${escape(safeUrl(item.url))}" style="color:#8a3b12">${lines(item.text)}</a>` : lines(item.text)}</li>`).join('')}</ul>`
  }
}

const page = (content: MailContent): string => `<!doctype html>
<html lang="${content.language}" dir="ltr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(content.subject)}</title></head>
<body style="margin:0;padding:0;background:#f6f2ec">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background:#f6f2ec"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;background:#ffffff;border-radius:12px"><tr><td style="padding:28px 28px 12px;font-family:'Source Sans 3',Helvetica,Arial,sans-serif">
<h1 style="margin:0 0 20px;font-size:22px;line-height:1.3;color:#2b2622">${lines(content.heading)}</h1>
${content.blocks.map(blockHtml).join('\n')}
</td></tr><tr><td style="padding:0 28px 24px;font-family:'Source Sans 3',Helvetica,Arial,sans-serif"><p style="margin:0;font-size:13px;line-height:1.5;color:#6b625a">${lines(content.footer)}</p></td></tr></table>
</td></tr></table></body></html>`
