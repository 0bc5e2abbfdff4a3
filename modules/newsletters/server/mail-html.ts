import { isolate } from '#platform/mail/template.ts'
import { pickText } from '#platform/shared/local-text.ts'
import type { ReadBlock } from '#modules/newsletters/shapes.ts'
import { mailWords } from './words.ts'

// A letter as a mail, by hand: tables and inline styles for old readers, 600 px, dark mode where it is understood,
// readable without pictures. Nothing is loaded from anywhere, and no address says who reads it.

export interface MailContent {
  language: 'fr' | 'en'
  newsletterName: string
  title: string
  /** `12 novembre 2026` */
  date: string
  edition: string | null
  publicUrl: string
  issueId: string
  /** Where one click stops it; null: a test, which has nothing to stop. */
  stopUrl: string | null
  blocks: readonly ReadBlock[]
  /** `cid:` of pictures that travel inside, by their address. */
  cids: ReadonlyMap<string, string>
}

const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`)
// Directional overrides would let a title rewrite what stands around it.
// oxlint-disable-next-line no-control-regex -- control characters are what is removed
const unsafe = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g
const plain = (text: string): string => text.replace(unsafe, ' ').trim()
const words = (text: string): string => escape(plain(text)).replaceAll('\n', '<br>')
/** Only addresses of the web, ours made absolute. */
const address = (path: string, publicUrl: string): string =>
  /^\/(?!\/)/.test(path) ? publicUrl + path : /^(?:https?|mailto|tel):/i.test(path) ? path : publicUrl

const ink = '#2b2622'
const soft = '#6b625a'
const link = '#8a3b12'
const line = '#d8cfc4'
const font = "font-family:'Source Sans 3',-apple-system,'Segoe UI',Helvetica,Arial,sans-serif"

const styles: Record<string, string> = {
  p: 'margin:0 0 14px',
  h3: 'margin:20px 0 10px;font-size:19px;line-height:1.3',
  h4: 'margin:18px 0 8px;font-size:17px;line-height:1.3',
  ul: 'margin:0 0 14px;padding-left:22px',
  ol: 'margin:0 0 14px;padding-left:22px',
  blockquote: `margin:0 0 14px;padding-left:12px;border-left:3px solid ${line}`,
  pre: 'margin:0 0 14px;white-space:pre-wrap',
  table: 'margin:0 0 14px;border-collapse:collapse',
  td: `padding:6px 10px;border:1px solid ${line}`,
  th: `padding:6px 10px;border:1px solid ${line};text-align:left`,
  a: `color:${link}`,
}

/** HTML of `renderMarkdown` with styles in place; pictures become links, attributes beyond `href` go. */
function prose(html: string, publicUrl: string): string {
  return html.replace(
    /<(\/?)([a-z][a-z0-9-]*)([^>]*)>/g,
    (_all, slash: string, tag: string, rest: string) => {
      if (slash) return tag === 'img' ? '' : `</${tag}>`
      const attribute = (name: string): string => new RegExp(`\\s${name}="([^"]*)"`).exec(rest)?.[1] ?? ''
      if (tag === 'img')
        return `<a href="${address(attribute('src'), publicUrl)}" style="${styles['a']}">${attribute('alt') || attribute('src')}</a>`
      const href = tag === 'a' && attribute('href')
      const style = styles[tag]
      return `<${tag}${href ? ` href="${address(href, publicUrl)}"` : ''}${tag === 'a' ? ' class="link"' : ''}${style ? ` style="${style}"` : ''}>`
    },
  )
}

function blockHtml(content: MailContent, block: ReadBlock): string {
  const { publicUrl, language } = content
  const t = mailWords(language)
  const lang = block.language === language ? '' : ` lang="${escape(block.language)}"`
  if (block.kind === 'heading')
    return row(
      `<h2 class="ink" dir="auto"${lang} style="margin:0;padding-top:12px;border-top:2px solid ${line};font-size:20px;line-height:1.3;color:${ink}">${words(block.text)}</h2>`,
    )
  if (block.kind === 'text')
    return row(
      `<div class="ink" dir="auto"${lang} style="font-size:16px;line-height:1.5;color:${ink};overflow-wrap:anywhere">${prose(block.html, publicUrl)}</div>`,
    )
  if (block.kind === 'picture') {
    const { picture } = block
    const cid = content.cids.get(picture?.url ?? '')
    if (!picture) return ''
    const width = Math.min(picture.width ?? 544, 544)
    const caption = block.text
      ? `<p class="soft" dir="auto"${lang} style="margin:6px 0 0;font-size:14px;line-height:1.4;color:${soft}">${words(block.text)}</p>`
      : ''
    return row(
      `${cid ? `<img src="cid:${cid}" width="${width}" alt="${words(picture.alt)}" style="display:block;width:100%;max-width:${width}px;height:auto;border:0;border-radius:8px;${font};font-size:14px;color:${soft}">` : `<p class="soft" style="margin:0;font-size:14px;color:${soft}">${words(picture.alt)}</p>`}${caption}`,
    )
  }
  const item = block.item!
  const url = escape(address(item.path, publicUrl))
  const place = words(pickText(item.community.name, language))
  const itemLang = item.language === language ? '' : ` lang="${escape(item.language)}"`
  const lead = block.text
    ? `<p class="ink" dir="auto"${lang} style="margin:0 0 8px;font-size:16px;line-height:1.5;color:${ink}">${words(block.text)}</p>`
    : ''
  return row(
    `${lead}<table role="presentation" width="100%" cellpadding="0" cellspacing="0" class="card" style="border:1px solid ${line};border-radius:10px"><tr><td style="padding:14px 16px;${font}">
<p class="soft" style="margin:0 0 4px;font-size:13px;line-height:1.4;color:${soft}">${escape(t(`kinds.${item.kind}`))} · ${place}</p>
<p style="margin:0 0 6px;font-size:18px;line-height:1.3;font-weight:bold"><a class="link" dir="auto"${itemLang} href="${url}" style="color:${link};text-decoration:none">${words(item.title)}</a></p>
${item.excerpt ? `<p class="ink" dir="auto"${itemLang} style="margin:0;font-size:15px;line-height:1.5;color:${ink}">${words(item.excerpt)}</p>` : ''}
</td></tr></table>`,
  )
}

const row = (html: string): string => `<tr><td style="padding:0 28px 20px;${font}">${html}</td></tr>`

/** Both forms of the letter. */
export function composeLetter(content: MailContent): { subject: string; html: string; text: string } {
  const { language, publicUrl, stopUrl } = content
  const t = mailWords(language)
  const subject = plain(content.title).replaceAll('\n', ' ') || plain(content.newsletterName)
  const web = `${publicUrl}/newsletters/${content.issueId}`
  const head = [content.newsletterName, content.edition, content.date]
    .filter(Boolean)
    .map((one) => words(one!))
  const html = `<!doctype html>
<html lang="${language}" dir="ltr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>${words(subject)}</title>
<style>@media (prefers-color-scheme: dark){.page{background:#1d1a17!important}.sheet{background:#272320!important}.ink{color:#efe8df!important}.soft{color:#b8ada1!important}.link{color:#f0a57c!important}.card{border-color:#4a433c!important}.ink,.soft{border-color:#4a433c!important}}@media (max-width:480px){.sheet td{padding-left:16px!important;padding-right:16px!important}}</style></head>
<body class="page" style="margin:0;padding:0;background:#f6f2ec">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" class="page" style="background:#f6f2ec"><tr><td align="center" style="padding:20px 8px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" class="sheet" style="max-width:600px;background:#ffffff;border-radius:12px">
${row(`<p class="soft" style="margin:0;padding-top:24px;font-size:14px;line-height:1.4;color:${soft}">${head.join(' · ')}</p><h1 class="ink" dir="auto" style="margin:6px 0 0;font-size:26px;line-height:1.25;color:${ink}">${words(subject)}</h1>`)}
${content.blocks.map((block) => blockHtml(content, block)).join('\n')}
${row(`<p style="margin:0;padding-top:14px;border-top:1px solid ${line};font-size:14px;line-height:1.5"><a class="link" href="${escape(web)}" style="color:${link}">${escape(t('web'))}</a></p>`)}
${row(`<p class="soft" style="margin:0;font-size:13px;line-height:1.5;color:${soft}">${escape(t('why', { name: isolate(content.newsletterName) }))}${stopUrl ? ` <a class="link" href="${escape(stopUrl)}" style="color:${link}">${escape(t('stop'))}</a>` : ''} <a class="link" href="${escape(publicUrl)}/me" style="color:${link}">${escape(t('settings'))}</a></p>`)}
</table></td></tr></table></body></html>`
  return { subject, html, text: textOf(content, subject, web) }
}

function textOf(content: MailContent, subject: string, web: string): string {
  const t = mailWords(content.language)
  const blocks = content.blocks.map((block) => {
    if (block.kind === 'heading') return `== ${plain(block.text)} ==`
    if (block.kind === 'text') return textOfHtml(block.html)
    if (block.kind === 'picture')
      return [`[${plain(block.picture?.alt ?? '')}]`, plain(block.text)].filter(Boolean).join('\n')
    const item = block.item!
    return [
      plain(block.text),
      `* ${plain(item.title)} (${t(`kinds.${item.kind}`)} · ${plain(pickText(item.community.name, content.language))})`,
      plain(item.excerpt),
      address(item.path, content.publicUrl),
    ]
      .filter(Boolean)
      .join('\n')
  })
  return `${[
    `${plain(content.newsletterName)}${content.edition ? ` · ${plain(content.edition)}` : ''} · ${content.date}`,
    subject,
    ...blocks,
    `${t('web')}\n${web}`,
  ].join('\n\n')}\n\n-- \n${t('why', { name: isolate(content.newsletterName) })}\n${
    content.stopUrl ? `${t('stop')} ${content.stopUrl}\n` : ''
  }`
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
/** Rendered Markdown as plain words; links keep their address. */
const textOfHtml = (html: string): string =>
  plain(
    html
      .replace(/<a [^>]*href="([^"]*)"[^>]*>(.*?)<\/a>/gs, (_all, href: string, label: string) =>
        label === href ? href : `${label} (${href})`,
      )
      .replace(/<li[^>]*>/g, '- ')
      .replace(/<br\s*\/?>|<\/(?:p|li|h\d|blockquote|pre|tr)>/g, '\n')
      .replace(/<[^>]*>/g, '')
      .replace(/&(amp|lt|gt|quot|#39);/g, (_all, name: string) => entities[name]!)
      .replace(/\n{3,}/g, '\n\n'),
  )
