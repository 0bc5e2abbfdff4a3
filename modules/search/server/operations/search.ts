import { findVisibleCommunity } from '#modules/communities/public.ts'
import type { SearchAnswer, SearchKind, SearchSort } from '#modules/search/contract.ts'
import type { MemberContext } from '#platform/context.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { readAsk } from '../ask.ts'
import { readSearchCursor, writeSearchCursor } from '../cursor.ts'
import { readHighlights } from '../highlight.ts'
import { chooseNear } from '../near.ts'
import { listHits } from '../queries/hits.ts'
import type { HitQuery, HitRow, Hits } from '../queries/hits.ts'
import { findNamesNear, listLookAlikes } from '../queries/near.ts'
import type { LookAlikes } from '../queries/near.ts'
import { common, understand } from '../queries/understand.ts'
import type { Group } from '../queries/understand.ts'

export interface SearchInput {
  q: string
  kind?: SearchKind | undefined
  community?: string | undefined
  author?: string | undefined
  from?: string | undefined
  to?: string | undefined
  sort?: SearchSort | undefined
  typing?: boolean | undefined
  cursor?: string | undefined
  limit?: number | undefined
}

const nothing: SearchAnswer = { communities: [], people: [], items: [], next: null, match: 'none' }
const dayAfter = (day: string): Date => new Date(Date.parse(`${day}T00:00:00Z`) + 24 * 3600 * 1000)
const isPlain = ({ kind, community, author, from, to }: SearchInput): boolean =>
  (kind ?? community ?? author ?? from ?? to) === undefined

/**
 * Searches what this person may read: communities and people by name (first page, without filters), then texts that
 * have every word. Where no text has them all: words that nothing readable has are taken for slips of words that
 * look like them, and texts with some of the words follow, the rare words weighing most. Three statements, session
 * included; five where nothing has every word.
 */
export async function search(ctx: MemberContext, input: SearchInput): Promise<SearchAnswer> {
  const viewer = { id: ctx.actor.memberId, isEmployee: ctx.actor.memberKind === 'employee' }
  const q = input.q.normalize('NFC').replaceAll('\0', ' ').trim()
  if (q === '') throw new Refusal('invalidInput', { fields: [{ field: 'query/q', problem: 'is empty' }] })
  const position = readSearchCursor(input.cursor)
  // A community that this person may not see has no results, like one that does not exist.
  const community =
    input.community === undefined ? undefined : await findVisibleCommunity(ctx, input.community)
  if (input.community !== undefined && !community) return nothing
  const ask = readAsk(q, input.typing)
  if (ask.groups.length === 0) return nothing
  const wantsNames = isPlain(input) && position === undefined
  const read = await understand(ctx.tx, viewer, ask, wantsNames)
  const names = { communities: read.communities, people: read.people }
  const base: Omit<HitQuery, 'query' | 'parts' | 'reach'> = {
    viewer,
    kind: input.kind ?? null,
    communityId: community?.id ?? null,
    authorId: input.author ?? null,
    from: input.from === undefined ? null : new Date(`${input.from}T00:00:00Z`),
    to: input.to === undefined ? null : dayAfter(input.to),
    sort: input.sort ?? 'relevance',
    now: position?.now ?? ctx.now,
    below: position ?? null,
    limit: input.limit ?? 20,
  }
  const without = read.without.map((query) => ` & !(${query})`).join('')
  if (read.groups.length === 0) return { ...nothing, ...names }
  let found = 0
  if (position?.isNear !== true) {
    const query = read.groups.map((group) => `(${group.query})`).join(' & ') + without
    const isRare = read.groups.some((group) => group.n < common)
    const exact = await listHits(ctx.tx, { ...base, query, parts: null, reach: isRare ? 'whole' : 'newest' })
    // More than a page of texts with every word is enough; so is any, when one word was asked.
    const isEnough = exact.next !== null || (exact.rows.length > 0 && read.groups.length === 1)
    if (isEnough || position !== undefined)
      return answer(names, exact, base.now, false, exact.rows.length > 0 ? 'all' : 'none')
    found = exact.rows.length
  }
  const alike = await listLookAlikes(ctx.tx, viewer, read.groups)
  const { parts, query, reach, isCorrected } = weigh(read.groups, alike)
  const isNamed = names.communities.length + names.people.length > 0
  const near = wantsNames && !isNamed ? await findNamesNear(ctx.tx, viewer, ask) : names
  const hits = await listHits(ctx.tx, {
    ...base,
    query: `(${query})${without}`,
    parts,
    reach,
  })
  const isWhole = hits.rows[0] !== undefined && hits.rows[0].coverage > 0.999 && isCorrected
  const match = found > 0 ? 'all' : hits.rows.length === 0 ? 'none' : isWhole ? 'near' : 'some'
  return answer(near, hits, base.now, true, match)
}

/** Bounds how many texts are read where some of the words are enough. */
const mostTexts = 4000
/** So many texts with rare words are enough of a list; otherwise the newest with the common ones are added. */
const fewTexts = 20

interface Part {
  query: string
  weight: number
  n: number
}

/**
 * The groups with what they weigh: a word in few texts says more than one in many (inverse document frequency,
 * counted to a thousand). A slip counts a little less than the word itself. `query` is what a text must have one of:
 * the rare words; the common ones only where those bring next to nothing.
 */
export function weigh(
  groups: readonly Group[],
  alike: readonly LookAlikes[],
): { parts: Part[]; query: string; reach: HitQuery['reach']; isCorrected: boolean } {
  let isCorrected = false
  const parts = groups
    .map((group, g): Part => {
      const weight = 0.3 + Math.log((common + 2) / (Math.min(group.n, common) + 1))
      // Of words joined by a hyphen one is enough here.
      const query = group.query.replaceAll(' & ', ' | ')
      const words = alike.find((one) => one.g === g)?.words ?? []
      const near =
        group.typed === undefined
          ? []
          : chooseNear(
              group.forms,
              group.typed,
              words.map(({ word }) => word),
            )
      if (near.length === 0) return { query, weight, n: group.n }
      isCorrected = true
      const n = near.reduce((sum, { word }) => sum + words.find((one) => one.word === word)!.n, group.n)
      return {
        query: [query, ...near.map(({ word }) => `'${word}'`)].join(' | '),
        weight: weight * (near[0]!.distance === 1 ? 0.85 : 0.7),
        n,
      }
    })
    .toSorted((a, b) => a.n - b.n)
    .slice(0, 12)
  let texts = 0
  const rare = parts.filter((part) => (texts += part.n) <= mostTexts && part.n < common)
  const isEnough = rare.length === parts.length || rare.reduce((sum, part) => sum + part.n, 0) >= fewTexts
  return {
    parts,
    query: (isEnough ? rare : parts).map((part) => `(${part.query})`).join(' | '),
    reach: isEnough ? 'whole' : 'newest',
    isCorrected,
  }
}

function answer(
  names: Pick<SearchAnswer, 'communities' | 'people'>,
  hits: Hits,
  now: Date,
  isNear: boolean,
  match: SearchAnswer['match'],
): SearchAnswer {
  return {
    communities: names.communities,
    people: names.people,
    items: hits.rows.map(viewHit),
    next: hits.next && writeSearchCursor({ ...hits.next, now, isNear }),
    match,
  }
}

function viewHit(row: HitRow): SearchAnswer['items'][number] {
  const { kind, id, postId, commentId, postKind, isAnswer, isObsolete, author, community, at } = row
  return {
    kind,
    id,
    postId,
    commentId,
    postKind,
    isAnswer,
    isObsolete,
    title: row.title === null ? null : readHighlights(row.title),
    excerpt: readHighlights(row.excerpt),
    author,
    community,
    at,
    answerCount: row.answerCount,
    hasAcceptedAnswer: row.hasAcceptedAnswer,
  }
}
