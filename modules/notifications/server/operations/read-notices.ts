import type { MemberContext } from '#platform/context.ts'
import { readCursor } from '#platform/db/keyset.ts'
import type { Notice } from '#modules/notifications/contract.ts'
import { describe } from '../describe.ts'
import type { Description } from '../sources/registry.ts'
import { listNotices } from '../queries/notices.ts'
import type { ListedNotice } from '../queries/notices.ts'

const countedAtMost = 100

/**
 * What the person was told, newest first, as they may read it at this moment: what they may no longer see is left out,
 * words and all. A page may therefore be shorter than asked.
 */
export async function listOwnNotices(
  ctx: MemberContext,
  input: { show?: 'all' | 'unread' | 'needsYou'; language?: 'fr' | 'en'; cursor?: string; limit?: number },
): Promise<{ items: Notice[]; next: string | null }> {
  const [at, id] = readCursor(input.cursor, 'string', 'string') as [string | null, string | null]
  const limit = input.limit ?? 20
  const rows = await listNotices(
    ctx.tx,
    ctx.actor.memberId,
    input.show ?? 'all',
    at && id ? { at, id } : null,
    limit + 1,
  )
  const kept = rows.slice(0, limit)
  // A device may show another language than the account's.
  const reader = { ...ctx.actor, language: input.language ?? ctx.actor.language }
  const descriptions = await describe({ ...ctx, actor: reader }, kept)
  const last = kept.at(-1)
  return {
    items: kept.flatMap((row, index) => viewNotice(row, descriptions[index]) ?? []),
    next:
      rows.length > limit && last
        ? Buffer.from(JSON.stringify([last.exactAt, last.id])).toString('base64url')
        : null,
  }
}

const viewNotice = (row: ListedNotice, description: Description | undefined): Notice | undefined =>
  description && {
    id: row.id,
    reason: row.reason,
    title: description.title,
    titleLanguage: description.titleLanguage ?? null,
    sentence: description.sentence,
    path: description.path,
    community: description.community,
    count: row.count,
    needsYou: row.needsYou,
    at: row.lastAt.toISOString(),
    isRead: row.readAt !== null,
  }

/** The badge: exactly what the list would show, up to a hundred. */
export async function countOwnNotices(ctx: MemberContext): Promise<{ unread: number; needsYou: number }> {
  const rows = await listNotices(ctx.tx, ctx.actor.memberId, 'unread', null, countedAtMost)
  if (rows.length === 0) return { unread: 0, needsYou: 0 }
  const descriptions = await describe(ctx, rows)
  const seen = rows.filter((_, index) => descriptions[index])
  return { unread: seen.length, needsYou: seen.filter(({ needsYou }) => needsYou).length }
}
