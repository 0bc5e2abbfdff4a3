import { createTranslator } from 'use-intl/core'

type Data = Record<string, Record<string, unknown[]>>

const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** The archive to read: plain HTML, no script, nothing loaded from anywhere. */
export async function readablePage(data: Data, language: 'fr' | 'en', now: Date): Promise<string> {
  const messages = (
    language === 'fr'
      ? await import('#modules/interchange/messages/fr.ts')
      : await import('#modules/interchange/messages/en.ts')
  ).default
  const sections = Object.entries(data).flatMap(([module, lists]) =>
    Object.entries(lists).map(([name, rows]) => ({ title: titleOf(messages.archive, module, name), rows })),
  )
  const t = createTranslator({ locale: language, messages, namespace: 'page', timeZone: 'UTC' })
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(now)
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src 'self'">
<title>${escape(t('title'))}</title>
<style>
body { font: 1rem/1.6 Georgia, serif; color: #2a2420; background: #fbf7f0; max-width: 44rem; margin: 2rem auto; padding: 0 1rem }
h1, h2 { line-height: 1.2; font-weight: 500 } h2 { margin-top: 2.5rem }
li { margin: 0 0 1rem } ul { padding-left: 1.2rem } dl { margin: 0; display: grid; grid-template-columns: auto 1fr; gap: .1rem .8rem }
dt { color: #6d6259 } dd { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere } nav ul { columns: 2 }
@media (prefers-color-scheme: dark) { body { color: #ece4da; background: #1b1815 } dt { color: #a89c90 } a { color: #f0a27f } }
</style>
<h1>${escape(t('title'))}</h1>
<p>${escape(t('lead', { at: day }))}</p>
<nav><ul>${sections.map(({ title, rows }, index) => `<li><a href="#s${index}">${escape(title)}</a> (${rows.length})</li>`).join('')}</ul></nav>
${sections
  .map(
    ({ title, rows }, index) => `<section><h2 id="s${index}">${escape(title)}</h2>
<ul>${rows.map((row) => `<li>${list(row as Record<string, unknown>, messages.field)}</li>`).join('\n')}</ul></section>`,
  )
  .join('\n')}
</html>
`
}

const titleOf = (words: Record<string, string>, module: string, name: string): string =>
  words[name] ?? `${module} · ${name}`

function list(row: Record<string, unknown>, words: Record<string, string>): string {
  const entries = Object.entries(row).filter(
    ([, value]) => value !== null && value !== '' && !isEmptyList(value),
  )
  return `<dl>${entries
    .map(([name, value]) => `<dt>${escape(words[name] ?? name)}</dt><dd>${show(name, value)}</dd>`)
    .join('')}</dl>`
}

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0

function show(name: string, value: unknown): string {
  if (name === 'file' && typeof value === 'string')
    return `<a href="${escape(encodeURI(value))}">${escape(value)}</a>`
  if (value instanceof Date) return escape(value.toISOString())
  if (typeof value === 'string') return escape(value)
  const { fr, en } = value as { fr?: string; en?: string }
  return escape(fr ?? en ?? JSON.stringify(value))
}
