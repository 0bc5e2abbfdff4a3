import { Type as T } from 'typebox'
import type { Static } from 'typebox'
import { CommunityRef } from '#modules/communities/contract.ts'
import { postKinds } from '#modules/discussions/contract.ts'
import { MemberCard } from '#modules/people/contract.ts'
import { defineRoute } from '#platform/shared/contract.ts'
import { Day, Id, Instant, Nullable } from '#platform/shared/ids.ts'

const Kind = T.Enum([...postKinds])

/** Plain text in pieces; the pieces that matched are marked. No HTML travels. */
export const Highlighted = T.Array(T.Object({ text: T.String(), hit: T.Boolean() }))
export type Highlighted = Static<typeof Highlighted>

export const SearchHit = T.Object({
  /** What matched: a post, a comment (answers included) of one, a page, or a gathering. */
  kind: T.Enum(['post', 'comment', 'page', 'gathering']),
  /** Of what matched. */
  id: Id,
  /** The conversation; null for a page or a gathering. */
  postId: Nullable(Id),
  commentId: Nullable(Id),
  postKind: Nullable(Kind),
  isAnswer: T.Boolean(),
  /** A page that was withdrawn. */
  isObsolete: T.Boolean(),
  title: Nullable(Highlighted),
  excerpt: Highlighted,
  author: MemberCard,
  community: CommunityRef,
  at: Instant,
  answerCount: T.Integer(),
  hasAcceptedAnswer: T.Boolean(),
})
export type SearchHit = Static<typeof SearchHit>

/** Kinds of post, and what else is found. */
export const searchKinds = [...postKinds, 'comment', 'page', 'gathering'] as const
export type SearchKind = (typeof searchKinds)[number]
export const searchSorts = ['relevance', 'newest'] as const
export type SearchSort = (typeof searchSorts)[number]

export const SearchAnswer = T.Object({
  /** By name first, only on the first page and without filters other than `q`. */
  communities: T.Array(CommunityRef),
  people: T.Array(MemberCard),
  items: T.Array(SearchHit),
  next: Nullable(T.String()),
  /**
   * `all`: the items have every word. Otherwise no text has, and: `near`, the first has words that look like those
   * typed; `some`, the items have some of them; `none`, there are no items.
   */
  match: T.Enum(['all', 'near', 'some', 'none']),
})
export type SearchAnswer = Static<typeof SearchAnswer>

export const SimilarQuestion = T.Object({
  id: Id,
  title: Nullable(T.String()),
  excerpt: T.String(),
  community: CommunityRef,
  createdAt: Instant,
  answerCount: T.Integer(),
  hasAcceptedAnswer: T.Boolean(),
})
export type SimilarQuestion = Static<typeof SimilarQuestion>

/** A search that at least five people made in a month and that found nothing. Who they are is not known. */
export const MissedSearch = T.Object({
  query: T.String(),
  /** `2026-11` */
  month: T.String(),
  /** At least so many people: 5, 10, 20, 50… */
  people: T.Integer({ minimum: 5 }),
})
export const MissedSearches = T.Object({ items: T.Array(MissedSearch) })
export type MissedSearches = Static<typeof MissedSearches>

export const contract = {
  'GET /api/v1/search': defineRoute({
    summary:
      'Search what I may read: communities, people, posts, comments, pages and gatherings. Every word in French or English form; "quotes", or, -without; where nothing has them all, what comes near',
    access: { kind: 'signedIn' },
    query: T.Object({
      q: T.String({ minLength: 1, maxLength: 400 }),
      kind: T.Optional(T.Enum([...searchKinds])),
      community: T.Optional(T.String({ maxLength: 64, description: 'Identifier or slug' })),
      author: T.Optional(Id),
      from: T.Optional(Day),
      /** Inclusive. */
      to: T.Optional(Day),
      sort: T.Optional(T.Enum([...searchSorts])),
      /** The last word may be the beginning of one. */
      typing: T.Optional(T.Boolean()),
      cursor: T.Optional(T.String({ maxLength: 200 })),
      limit: T.Optional(T.Integer({ minimum: 1, maximum: 50, default: 20 })),
    }),
    response: SearchAnswer,
  }),
  'GET /api/v1/questions/similar': defineRoute({
    summary: 'Questions near what is being written, among those I may read; at most 5',
    access: { kind: 'signedIn' },
    query: T.Object({
      q: T.String({ minLength: 1, maxLength: 400 }),
      /** Its questions come first. */
      community: T.Optional(Id),
    }),
    response: T.Object({ items: T.Array(SimilarQuestion) }),
  }),
  'POST /api/v1/search/misses': defineRoute({
    summary: 'A search of mine found nothing. Counted without my name, and only where it is true',
    access: { kind: 'signedIn' },
    body: T.Object({
      q: T.String({ minLength: 1, maxLength: 400 }),
      community: T.Optional(T.String({ maxLength: 64, description: 'Identifier or slug' })),
    }),
  }),
  'GET /api/v1/admin/missed-searches': defineRoute({
    summary: 'What was searched everywhere and not found, by at least five people each',
    access: { kind: 'administrator' },
    response: MissedSearches,
  }),
  'GET /api/v1/communities/:community/workbench/missed-searches': defineRoute({
    summary: 'What was searched inside this community and not found, by at least five people each',
    access: { kind: 'community', needs: 'manage' },
    params: T.Object({ community: T.String() }),
    response: MissedSearches,
  }),
}
