import { findVisibleCommunity } from '#modules/communities/public.ts'
import type { SearchAnswer } from '#modules/search/contract.ts'
import type { MemberContext } from '#platform/context.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { readHighlights } from '../highlight.ts'
import { findByName, listHits } from '../queries/search.ts'
import type { HitRow, SearchValues } from '../queries/search.ts'

export interface SearchInput {
  q: string
  kind?: string | undefined
  community?: string | undefined
  author?: string | undefined
  from?: string | undefined
  to?: string | undefined
  cursor?: string | undefined
  limit?: number | undefined
}

/** The end of the list, and the instant the first page was ranked at: scores fall with time. */
interface Position {
  score: number
  id: string
  now: Date
}

const writeCursor = (score: number, id: string, now: Date): string =>
  Buffer.from(JSON.stringify([score, id, now.getTime()])).toString('base64url')

function readCursor(cursor: string | undefined, now: Date): Position {
  if (cursor === undefined)
    return { score: Number.MAX_VALUE, id: 'ffffffff-ffff-ffff-ffff-ffffffffffff', now }
  try {
    const [score, id, at] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as [
      number,
      string,
      number,
    ]
    const isOurs =
      Number.isFinite(score) &&
      /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) &&
      Math.abs(at) < 8.64e15
    if (isOurs) return { score, id, now: new Date(at) }
  } catch {
    // Not JSON: not ours either.
  }
  throw new Refusal('invalidInput', {
    fields: [{ field: 'query/cursor', problem: 'is not a cursor of this list' }],
  })
}

const dayAfter = (day: string): Date => new Date(Date.parse(`${day}T00:00:00Z`) + 24 * 3600 * 1000)

/**
 * Searches what this person may read: communities and people by name (first page, without filters), then posts and
 * comments. At most three statements, session included.
 */
export async function search(ctx: MemberContext, input: SearchInput): Promise<SearchAnswer> {
  const viewer = { id: ctx.actor.memberId, isEmployee: ctx.actor.memberKind === 'employee' }
  const q = input.q.normalize('NFC').replaceAll('\0', ' ').trim()
  if (q === '') throw new Refusal('invalidInput', { fields: [{ field: 'query/q', problem: 'is empty' }] })
  const position = readCursor(input.cursor, ctx.now)
  const filtered = input.kind ?? input.community ?? input.author ?? input.from ?? input.to
  const byName = filtered === undefined && input.cursor === undefined
  // A community that this person may not see has no results, like one that does not exist.
  const community =
    input.community === undefined ? undefined : await findVisibleCommunity(ctx, input.community)
  if (input.community !== undefined && !community)
    return { communities: [], people: [], items: [], next: null }
  const limit = input.limit ?? 20
  const values: SearchValues = {
    viewerId: viewer.id,
    isEmployee: viewer.isEmployee,
    q,
    kind: input.kind ?? null,
    communityId: community?.id ?? null,
    authorId: input.author ?? null,
    from: input.from === undefined ? null : new Date(`${input.from}T00:00:00Z`),
    to: input.to === undefined ? null : dayAfter(input.to),
    now: position.now,
    below: position,
    limit: limit + 1,
  }
  const names = byName ? await findByName(ctx.tx, viewer, q) : { communities: [], people: [] }
  const rows = await listHits(ctx.tx, values)
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    ...names,
    items: shown.map(viewHit),
    next: rows.length > limit && last ? writeCursor(last.score, last.id, position.now) : null,
  }
}

function viewHit(row: HitRow): SearchAnswer['items'][number] {
  const { score: _score, id: _id, title, excerpt, ...hit } = row
  return { ...hit, title: title === null ? null : readHighlights(title), excerpt: readHighlights(excerpt) }
}
