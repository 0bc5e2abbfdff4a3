import { htmlToMarkdown } from '#platform/markdown/html-to-markdown.ts'
import type { Side } from '#modules/debates/contract.ts'

/** What one file says of itself, and what it holds. */
export interface Counts {
  for: number
  against: number
  agree: number
  mixed: number
  disagree: number
}
export interface ConsultationAuthor {
  key: string
  name: string
}
export interface ConsultationArgument {
  key: string
  side: Side
  text: string
  author: ConsultationAuthor | null
  at: Date
  supports: number
}
export interface ConsultationProposal {
  key: string
  title: string
  bodyMd: string
  author: ConsultationAuthor | null
  at: Date
  declared: Counts
  arguments: ConsultationArgument[]
}
/** One row that could not be brought, or brought with a remark. */
export interface Remark {
  file: string
  row: string
  reason:
    | 'emptyFile'
    | 'notJson'
    | 'noProposal'
    | 'trashed'
    | 'unknownSide'
    | 'emptyText'
    | 'badDate'
    | 'badCount'
    | 'argumentsDiffer'
    | 'votesDiffer'
  detail: string
}

type Json = Record<string, unknown>
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
// NUL cannot be stored; the rest is composed like any text.
const words = (value: unknown): string =>
  typeof value === 'string' ? value.replaceAll('\0', '').replace(/\r\n?/g, '\n').normalize('NFC').trim() : ''
const idOf = (value: unknown): string =>
  typeof value === 'number' || typeof value === 'string' ? String(value) : ''

function dateOf(value: unknown): Date | undefined {
  const at = typeof value === 'string' ? new Date(value) : undefined
  return at && !Number.isNaN(at.getTime()) && at.getTime() > 0 ? at : undefined
}

function authorOf(value: unknown): ConsultationAuthor | null {
  if (!isObject(value)) return null
  const key = words(value['uniqueId']) || words(value['username'])
  const name = words(value['displayName']) || words(value['username'])
  return key && name ? { key, name: name.slice(0, 100) } : null
}

/**
 * Reads one proposal of a public consultation with its arguments. Rows that cannot be brought are left out and
 * remarked one by one; what the file declares and what it holds are compared.
 */
export function readConsultationFile(
  file: string,
  text: string,
  options: { withTrashed?: boolean } = {},
): { proposal: ConsultationProposal | undefined; remarks: Remark[] } {
  const remarks: Remark[] = []
  const remark = (row: string, reason: Remark['reason'], detail = ''): undefined => {
    remarks.push({ file, row, reason, detail: detail.slice(0, 200) })
    return undefined
  }
  if (text.trim() === '') return { proposal: remark('file', 'emptyFile'), remarks }
  let whole: unknown
  try {
    whole = JSON.parse(text)
  } catch (error) {
    return { proposal: remark('file', 'notJson', error instanceof Error ? error.message : ''), remarks }
  }
  const opinion = isObject(whole) ? whole['opinion'] : undefined
  if (!isObject(opinion)) return { proposal: remark('file', 'noProposal'), remarks }
  const key = idOf(opinion['id'])
  const title = words(opinion['title']).replace(/\s+/g, ' ')
  const at = dateOf(opinion['created_at'])
  if (!key || !title || !at) return { proposal: remark('proposal', 'noProposal', title), remarks }
  // What the source took away from its readers is not shown again unless one says so.
  if (opinion['is_trashed'] === true && !options.withTrashed)
    return { proposal: remark('proposal', 'trashed', title), remarks }

  const count = (name: string): number => {
    const value = opinion[name]
    if (Number.isInteger(value) && (value as number) >= 0) return value as number
    remark('proposal', 'badCount', `${name}: ${String(value)}`)
    return 0
  }
  const declared: Counts = {
    for: count('arguments_yes_count'),
    against: count('arguments_no_count'),
    agree: count('votes_ok'),
    mixed: count('votes_mitige'),
    disagree: count('votes_nok'),
  }
  const votes = declared.agree + declared.mixed + declared.disagree
  if (opinion['votes_total'] !== votes)
    remark('proposal', 'votesDiffer', `${String(opinion['votes_total'])} declared, ${String(votes)} by kind`)

  const made: ConsultationArgument[] = []
  for (const [index, one] of list(opinion['arguments']).entries()) {
    const row = `argument ${isObject(one) && idOf(one['id']) ? idOf(one['id']) : `no. ${String(index + 1)}`}`
    if (!isObject(one) || !idOf(one['id'])) {
      remark(row, 'emptyText')
      continue
    }
    const body = words(one['body'])
    const on = dateOf(one['created_at'])
    if ((one['is_trashed'] === true || one['is_enabled'] === false) && !options.withTrashed)
      remark(row, 'trashed', body)
    else if (one['type'] !== 0 && one['type'] !== 1) remark(row, 'unknownSide', String(one['type']))
    else if (!body) remark(row, 'emptyText')
    else if (!on) remark(row, 'badDate', String(one['created_at']))
    else
      made.push({
        key: idOf(one['id']),
        side: one['type'] === 1 ? 'for' : 'against',
        text: body,
        author: authorOf(one['author']),
        at: on,
        supports: Number.isInteger(one['votes_count']) ? Math.max(0, one['votes_count'] as number) : 0,
      })
  }
  const held = {
    for: made.filter(({ side }) => side === 'for').length,
    against: made.filter(({ side }) => side === 'against').length,
  }
  if (held.for !== declared.for || held.against !== declared.against)
    remark(
      'proposal',
      'argumentsDiffer',
      `${String(declared.for)} for and ${String(declared.against)} against declared, ${String(held.for)} and ${String(held.against)} held`,
    )

  const parts = [
    htmlToMarkdown(words(opinion['body'])),
    ...list(opinion['appendices']).flatMap((appendix) => {
      if (!isObject(appendix) || !words(appendix['body'])) return []
      const heading = isObject(appendix['type']) ? words(appendix['type']['title']) : ''
      return [`${heading ? `## ${heading}\n\n` : ''}${htmlToMarkdown(words(appendix['body']))}`]
    }),
  ]
  const bodyMd = parts
    .filter((part) => part.trim() !== '')
    .join('\n\n')
    .replaceAll('\0', '')
  return {
    proposal: {
      key,
      title: title.slice(0, 300),
      bodyMd: bodyMd || title,
      author: authorOf(opinion['author']),
      at,
      declared,
      arguments: made,
    },
    remarks,
  }
}
