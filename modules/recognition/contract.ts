import { Type as T } from 'typebox'
import { defineRoute } from '#platform/shared/contract.ts'
import { Id, Nullable, Page, PageQuery } from '#platform/shared/ids.ts'
import { declareRefusals } from '#platform/shared/refusal.ts'
import { PersonToThank, ReportedThanks, Thanks } from '#modules/recognition/shapes.ts'
import { acts, showings } from '#modules/recognition/words.ts'

export { acts, quietDays, showings, suggestedActs } from '#modules/recognition/words.ts'
export type { Act, Showing, SuggestedAct } from '#modules/recognition/words.ts'
export type { PersonToThank, ReportedThanks, Thanks } from '#modules/recognition/shapes.ts'

export const refusals = declareRefusals({
  thanksNotFound: 404,
  /** Thanks are for somebody else. */
  ownThanks: 409,
  /** Nobody of this community by that name, or no longer. */
  receiverNotHere: 409,
  /** The conversation or page is not theirs, or cannot be read here. */
  objectNotHere: 404,
  alreadyReported: 409,
  hideReasonMissing: 400,
})

const strict = { additionalProperties: false }
const community = T.Object({
  community: T.String({ minLength: 1, maxLength: 100, description: 'Identifier or slug' }),
})
const reads = { kind: 'community', needs: 'read' } as const
const ofThanks = T.Object({ thanksId: Id })
const Text = T.String({ minLength: 1, maxLength: 600 })

export const contract = {
  'POST /api/v1/communities/:community/thanks': defineRoute({
    summary: 'Thank a member in words for something concrete, before the community or between the two',
    access: { kind: 'community', needs: 'participate' },
    params: community,
    body: T.Object(
      {
        toMemberId: Id,
        text: Text,
        act: T.Enum([...acts]),
        postId: T.Optional(Nullable(Id)),
        commentId: T.Optional(Nullable(Id)),
        pageId: T.Optional(Nullable(Id)),
        isPrivate: T.Optional(T.Boolean()),
      },
      strict,
    ),
    response: Thanks,
  }),
  'GET /api/v1/communities/:community/thanks': defineRoute({
    summary: 'The wall of a month: only thanks whose receiver said yes, newest first',
    access: reads,
    params: community,
    query: T.Object({
      ...PageQuery,
      month: T.Optional(T.String({ pattern: '^[0-9]{4}-(0[1-9]|1[0-2])$', description: 'YYYY-MM' })),
    }),
    response: T.Object({
      ...Page(Thanks).properties,
      month: T.String(),
      /** The months beside it that have something to show. */
      before: Nullable(T.String()),
      after: Nullable(T.String()),
    }),
  }),
  'GET /api/v1/posts/:postId/thanks': defineRoute({
    summary: 'Thanks said under a conversation, those that their receiver lets be seen',
    access: reads,
    params: T.Object({ postId: Id }),
    response: T.Object({ items: T.Array(Thanks) }),
  }),
  'GET /api/v1/me/thanks': defineRoute({
    summary: 'Thanks that I received, or gave',
    access: { kind: 'self' },
    query: T.Object({ ...PageQuery, part: T.Optional(T.Enum(['received', 'given'])) }),
    response: T.Object({ ...Page(Thanks).properties, isOptedOut: T.Boolean() }),
  }),
  'PUT /api/v1/me/thanks-suggestions': defineRoute({
    summary: 'Not be suggested to the managers for a word of thanks; or again',
    access: { kind: 'self' },
    body: T.Object({ isOptedOut: T.Boolean() }, strict),
  }),
  'PATCH /api/v1/thanks/:thanksId': defineRoute({
    summary: 'Word one’s thanks otherwise; the receiver is asked again before others see it on the wall',
    access: { kind: 'self' },
    params: ofThanks,
    body: T.Object({ text: T.Optional(Text), isPrivate: T.Optional(T.Boolean()) }, strict),
    response: Thanks,
  }),
  'DELETE /api/v1/thanks/:thanksId': defineRoute({
    summary: 'Take one’s thanks back',
    access: { kind: 'self' },
    params: ofThanks,
  }),
  'PUT /api/v1/thanks/:thanksId/showing': defineRoute({
    summary: 'The receiver says where it may be seen',
    access: { kind: 'self' },
    params: ofThanks,
    body: T.Object({ showing: T.Enum([...showings]) }, strict),
    response: Thanks,
  }),
  'POST /api/v1/thanks/:thanksId/report': defineRoute({
    summary: 'Report thanks that hurt; those who moderate decide',
    access: reads,
    params: ofThanks,
    body: T.Object({ words: T.Optional(Nullable(T.String({ maxLength: 1000 }))) }, strict),
  }),
  'GET /api/v1/communities/:community/thanks/people': defineRoute({
    summary:
      'At most five people with a concrete public act and no public word for 90 days; the look is logged',
    access: { kind: 'community', needs: 'manage' },
    params: community,
    response: T.Object({ items: T.Array(PersonToThank) }),
  }),
  'GET /api/v1/communities/:community/thanks/reports': defineRoute({
    summary: 'Thanks that were reported; the look is logged',
    access: { kind: 'community', needs: 'moderate' },
    params: community,
    response: T.Object({ items: T.Array(ReportedThanks) }),
  }),
  'POST /api/v1/thanks/:thanksId/decision': defineRoute({
    summary:
      'Keep reported thanks, or take them away with a reason; not by who gave, received or reported them',
    access: { kind: 'community', needs: 'moderate' },
    params: ofThanks,
    body: T.Object(
      { decision: T.Enum(['keep', 'hide']), reason: T.Optional(Nullable(T.String({ maxLength: 1000 }))) },
      strict,
    ),
  }),
} as const
