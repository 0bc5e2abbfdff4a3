import { detectLanguage } from '../detect-language.ts'
import { htmlToMarkdown, remarkToMarkdown } from '#platform/markdown/html-to-markdown.ts'
import type { Row } from './read-rows.ts'

/** A date of the dump: UTC, written without a zone. Undefined when it is none. */
export function dateOf(text: string | undefined): Date | undefined {
  if (!text) return undefined
  const at = new Date(/[zZ]|[+-]\d\d:?\d\d$/.test(text) ? text : text.length > 10 ? `${text}Z` : text)
  return Number.isNaN(at.getTime()) || at.getTime() < 0 ? undefined : at
}

/** `<a><b>` of the older dumps, `|a|b|` of the newer ones. */
export const tagsOf = (text: string | undefined): string[] =>
  [
    ...new Set(
      (text ?? '')
        .split(/[<>|]+/)
        .map((tag) => tag.trim())
        .filter(Boolean),
    ),
  ].slice(0, 20)

/** The name of a person on one line; one who has none is called by their number. */
export const nameOf = (row: Row): string =>
  (row['DisplayName'] ?? '')
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, 100)
    .trim() || `user${row['Id']}`

export interface Converted {
  key: string
  /** Source key of the author; undefined when the source has forgotten them. */
  author: string | undefined
  createdAt: Date
  editedAt: Date | null
  bodyMd: string
  language: 'fr' | 'en'
}

export interface ConvertedQuestion extends Converted {
  title: string | null
  tags: string[]
  acceptedKey: string | undefined
  closedAt: Date | undefined
}
export interface ConvertedReply extends Converted {
  /** The question of an answer, the post of a comment. */
  onKey: string
}

const converted = (row: Row, bodyMd: string, language: 'fr' | 'en', about = ''): Converted | string => {
  const createdAt = dateOf(row['CreationDate'])
  if (!row['Id']) return 'noId'
  if (!createdAt) return 'noDate'
  if (bodyMd === '') return 'emptyText'
  return {
    key: row['Id'],
    author: row['OwnerUserId'] ?? row['UserId'],
    createdAt,
    editedAt: dateOf(row['LastEditDate']) ?? null,
    bodyMd,
    language: detectLanguage(`${about} ${bodyMd}`) ?? language,
  }
}

/** A question, or why it cannot be taken. */
export function questionOf(row: Row, language: 'fr' | 'en'): ConvertedQuestion | string {
  const title = (row['Title'] ?? '').replace(/\s+/g, ' ').trim().slice(0, 300) || null
  const base = converted(row, htmlToMarkdown(row['Body'] ?? '') || (title ?? ''), language, title ?? '')
  if (typeof base === 'string') return base
  return {
    ...base,
    title,
    tags: tagsOf(row['Tags']),
    acceptedKey: row['AcceptedAnswerId'],
    closedAt: dateOf(row['ClosedDate']),
  }
}

/** An answer, or why it cannot be taken. */
export function answerOf(row: Row, language: 'fr' | 'en'): ConvertedReply | string {
  const base = converted(row, htmlToMarkdown(row['Body'] ?? ''), language)
  if (typeof base === 'string') return base
  return row['ParentId'] ? { ...base, onKey: row['ParentId'] } : 'absentQuestion'
}

/** A comment, or why it cannot be taken. */
export function commentOf(row: Row, language: 'fr' | 'en'): ConvertedReply | string {
  const base = converted(row, remarkToMarkdown(row['Text'] ?? ''), language)
  if (typeof base === 'string') return base
  return row['PostId'] ? { ...base, onKey: row['PostId'] } : 'absentPost'
}

/** Votes of the source that have no counterpart here, by number (the dump's readme). 2 is "up", 1 the acceptance. */
export const voteTypes: Record<string, string> = {
  3: 'down',
  4: 'offensive',
  5: 'favourite',
  6: 'close',
  7: 'reopen',
  8: 'bountyStart',
  9: 'bountyClose',
  10: 'deletion',
  11: 'undeletion',
  12: 'spam',
  15: 'moderatorReview',
  16: 'approvedEdit',
}
