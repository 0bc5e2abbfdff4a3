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
  /** What matched: a post, or a comment (answers included) of it. */
  kind: T.Enum(['post', 'comment']),
  postId: Id,
  commentId: Nullable(Id),
  postKind: Kind,
  isAnswer: T.Boolean(),
  title: Nullable(Highlighted),
  excerpt: Highlighted,
  author: MemberCard,
  community: CommunityRef,
  at: Instant,
  answerCount: T.Integer(),
  hasAcceptedAnswer: T.Boolean(),
})
export type SearchHit = Static<typeof SearchHit>

export const SearchAnswer = T.Object({
  /** By name first, only on the first page and without filters other than `q`. */
  communities: T.Array(CommunityRef),
  people: T.Array(MemberCard),
  items: T.Array(SearchHit),
  next: Nullable(T.String()),
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

export const contract = {
  'GET /api/v1/search': defineRoute({
    summary:
      'Search what I may read: communities, people, posts and comments. Every word in French or English form; "quotes", or, -without',
    access: { kind: 'signedIn' },
    query: T.Object({
      q: T.String({ minLength: 1, maxLength: 400 }),
      /** A kind of post, or `comment`. */
      kind: T.Optional(T.Enum([...postKinds, 'comment'])),
      community: T.Optional(T.String({ maxLength: 64, description: 'Identifier or slug' })),
      author: T.Optional(Id),
      from: T.Optional(Day),
      /** Inclusive. */
      to: T.Optional(Day),
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
}
