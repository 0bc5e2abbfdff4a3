import { renderMarkdown } from '#platform/markdown/render.ts'
import { cleanText } from '#platform/shared/local-text.ts'
import { Refusal } from '#platform/shared/refusal.ts'

/** A text as it is stored: composed (NFC), rendered once, its references found. */
export interface PreparedText {
  md: string
  html: string
  excerpt: string
  mentions: string[]
  attachments: string[]
}

/** Only marks, spaces or invisible characters are no text; an image alone is one. */
const isEmpty = (text: string): boolean => !/[^\s\p{Cf}\p{Cc}]/u.test(text)

/** Prepares a body. Refusal `emptyText` when nothing can be seen in it. */
export function prepareText(body: string): PreparedText {
  const md = body.normalize('NFC').replace(/\r\n?/g, '\n').trimEnd()
  const { html, excerpt, text, mentions, attachments } = renderMarkdown(md)
  if (isEmpty(md) || (isEmpty(text) && attachments.length === 0)) throw new Refusal('emptyText')
  return { md, html, excerpt, mentions: mentions.slice(0, 50), attachments }
}

export const prepareTitle = (title: string | null | undefined): string | null =>
  cleanText(title)?.replace(/\s+/g, ' ') ?? null

/** Tags are compared without case: stored in lower case, without `#`, each once. */
export function prepareTags(tags: readonly string[] | undefined): string[] {
  const cleaned = (tags ?? []).map(
    (tag) => cleanText(tag)?.replace(/^#+/, '').replace(/\s+/g, ' ').trim().toLowerCase() ?? '',
  )
  return [...new Set(cleaned.filter((tag) => tag !== ''))]
}
