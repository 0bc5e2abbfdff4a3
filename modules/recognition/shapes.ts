import { Type as T } from 'typebox'
import type { Static } from 'typebox'
import { CommunityRef } from '#modules/communities/contract.ts'
import { MemberCard } from '#modules/people/contract.ts'
import { personal } from '#platform/privacy/registry.ts'
import { Id, Instant, Nullable } from '#platform/shared/ids.ts'
import { acts, showings, suggestedActs } from '#modules/recognition/words.ts'

export const Thanks = T.Object(
  {
    id: Id,
    community: CommunityRef,
    giver: MemberCard,
    receiver: MemberCard,
    text: T.String(),
    language: T.String(),
    act: T.Enum([...acts]),
    postId: Nullable(Id),
    commentId: Nullable(Id),
    pageId: Nullable(Id),
    /** Title of the conversation or page, while the reader may read it. */
    about: Nullable(T.String()),
    isPrivate: T.Boolean(),
    at: Instant,
    isEdited: T.Boolean(),
    showing: T.Enum([...showings]),
    /** A moderator took it away, and why; for its giver and receiver. */
    hiddenReason: Nullable(T.String()),
    can: T.Object({ change: T.Boolean(), show: T.Boolean(), report: T.Boolean() }),
  },
  personal('thanks'),
)
export type Thanks = Static<typeof Thanks>

/** Somebody whose concrete public act nobody has thanked in public for 90 days. */
export const PersonToThank = T.Object(
  {
    member: MemberCard,
    for: T.Object({
      kind: T.Enum([...suggestedActs]),
      postId: Nullable(Id),
      pageId: Nullable(Id),
      title: Nullable(T.String()),
    }),
    /** Days since the act. */
    sinceDays: T.Integer(),
  },
  personal('toThank'),
)
export type PersonToThank = Static<typeof PersonToThank>

/** Thanks that somebody reported; never who. */
export const ReportedThanks = T.Object({
  thanks: Thanks,
  words: T.Array(T.String()),
  canDecide: T.Boolean(),
})
export type ReportedThanks = Static<typeof ReportedThanks>
