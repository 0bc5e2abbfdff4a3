import { mentionGroups } from '#modules/discussions/contract.ts'
import type { MentionGroup } from '#modules/discussions/contract.ts'
import { renderMarkdown } from '#platform/markdown/render.ts'
import { cleanText } from '#platform/shared/local-text.ts'
import { Refusal } from '#platform/shared/refusal.ts'

/** A text as it is stored: composed (NFC), rendered once, its references found. */
export interface PreparedText {
  md: string
  html: string
  excerpt: string
  mentions: string[]
  /** Groups named in it. */
  groups: MentionGroup[]
  attachments: string[]
  /** What the text says of its pictures, beside `attachments`; empty where it says nothing. */
  alts: string[]
  /** The first address of its links, as written. */
  firstLink: string | null
}

/** Only marks, spaces or invisible characters are no text; an image alone is one. */
const isEmpty = (text: string): boolean => !/[^\s\p{Cf}\p{Cc}]/u.test(text)

const picture = /!\[([^\]]*)\]\(attachment:([0-9a-f-]{36})\)/g

/** The first link that leads to a page: of the web, or to a conversation or page of ours. Mentions and files are not one. */
function firstLinkOf(html: string): string | null {
  const found = /<a href="((?:https?:\/\/|\/(?:posts|pages)\/)[^"]{1,2000})"(?! class="mention")/i.exec(
    html,
  )?.[1]
  return found
    ? found.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
    : null
}

/** Prepares a body. Refusal `emptyText` when nothing can be seen in it. */
export function prepareText(body: string): PreparedText {
  const md = body.normalize('NFC').replace(/\r\n?/g, '\n').trimEnd()
  const { html, excerpt, text, mentions, groups, attachments } = renderMarkdown(md)
  if (isEmpty(md) || (isEmpty(text) && attachments.length === 0)) throw new Refusal('emptyText')
  const said = new Map([...md.matchAll(picture)].map(([, alt, id]) => [id!, alt!.trim()]))
  return {
    md,
    html,
    excerpt,
    mentions: mentions.slice(0, 50),
    groups: mentionGroups.filter((name) => groups.includes(name)),
    attachments,
    alts: attachments.map((id) => said.get(id)?.slice(0, 500) ?? ''),
    firstLink: firstLinkOf(html),
  }
}

export const prepareTitle = (title: string | null | undefined): string | null =>
  cleanText(title)?.replace(/\s+/g, ' ') ?? null

/** Two spellings of one tag (`Sécurité`, `securite`) have the same. */
const fold = (tag: string): string => tag.normalize('NFD').replace(/\p{M}/gu, '')

/** Tags are compared without case and accents: stored in lower case, without `#`, each once. */
export function prepareTags(tags: readonly string[] | undefined): string[] {
  const cleaned = (tags ?? []).map(
    (tag) => cleanText(tag)?.replace(/^#+/, '').replace(/\s+/g, ' ').trim().toLowerCase() ?? '',
  )
  return [...new Map(cleaned.filter((tag) => tag !== '').map((tag) => [fold(tag), tag])).values()]
}
