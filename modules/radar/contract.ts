import { Type as T } from 'typebox'
import { defineRoute } from '#platform/shared/contract.ts'
import { Day, Id, Nullable } from '#platform/shared/ids.ts'
import { declareRefusals } from '#platform/shared/refusal.ts'
import { RadarView, VectorShape } from './shapes.ts'
import { askedQuestions } from './words.ts'

export { vectors } from './words.ts'
export type { AskedQuestion, Vector, VectorState } from './words.ts'
export type { Budget, RadarView, Review, VectorView } from './shapes.ts'

export const refusals = declareRefusals({
  budgetNotFound: 404,
  canvasReviewNotFound: 404,
  /** The address is no post, page or gathering that exists where the programme lives. */
  linkProvesNothing: 409,
  /** Whoever signs is the sponsor, and has said yes. */
  noSponsorToSign: 409,
  peerNotAvailable: 409,
  budgetDatesWrong: 400,
})

const strict = { additionalProperties: false }
const one = T.Object({ programmeId: Id })
const Words = (maxLength: number) =>
  T.String({ minLength: 1, maxLength, pattern: '^[^\\u0000]*[^\\s\\u0000][^\\u0000]*$' })
const signedIn = { kind: 'signedIn' } as const

export const contract = {
  'GET /api/v1/programmes/:programmeId/radar': defineRoute({
    summary: 'The seven ways in which a change fails: signals, evidence, next action, from what exists now',
    access: signedIn,
    params: one,
    response: RadarView,
  }),
  'POST /api/v1/programmes/:programmeId/radar/answers': defineRoute({
    summary: 'Answer what only people know, with a link that exists; it counts for ninety days',
    access: signedIn,
    params: one,
    body: T.Object(
      {
        question: T.Enum([...askedQuestions]),
        answer: T.Enum(['yes', 'no']),
        url: Words(500),
        word: T.Optional(Nullable(T.String({ maxLength: 500 }))),
      },
      strict,
    ),
    response: RadarView,
  }),
  'POST /api/v1/programmes/:programmeId/radar/budgets': defineRoute({
    summary: 'A leader proposes a budget of money for events or of hours for a leader; the sponsor signs it',
    access: signedIn,
    params: one,
    body: T.Object(
      {
        kind: T.Enum(['events', 'time']),
        memberId: T.Optional(Nullable(Id)),
        amount: T.Number({ exclusiveMinimum: 0, maximum: 10_000_000 }),
        words: T.Optional(T.String({ maxLength: 500 })),
        startsOn: Day,
        endsOn: Day,
      },
      strict,
    ),
    response: RadarView,
  }),
  'POST /api/v1/radar/budgets/:budgetId/signature': defineRoute({
    summary: 'The sponsor signs, in their own session',
    access: signedIn,
    params: T.Object({ budgetId: Id }),
    response: RadarView,
  }),
  'POST /api/v1/radar/budgets/:budgetId/withdrawal': defineRoute({
    summary: 'A leader or the sponsor takes a budget back: it no longer counts',
    access: signedIn,
    params: T.Object({ budgetId: Id }),
    response: RadarView,
  }),
  'POST /api/v1/programmes/:programmeId/radar/reviews': defineRoute({
    summary: 'Ask a peer, who runs a community elsewhere, to read the canvas again',
    access: signedIn,
    params: one,
    body: T.Object({ peerId: Id }, strict),
    response: RadarView,
  }),
  'POST /api/v1/radar/reviews/:reviewId': defineRoute({
    summary: 'The peer says whether the canvas holds, and why',
    access: signedIn,
    params: T.Object({ reviewId: Id }),
    body: T.Object({ verdict: T.Enum(['ready', 'notYet']), word: Words(1000) }, strict),
    response: RadarView,
  }),
  'PUT /api/v1/programmes/:programmeId/radar/focus': defineRoute({
    summary: 'One barrier, one action this week, with the reason',
    access: signedIn,
    params: one,
    body: T.Object({ vector: VectorShape, reason: Words(300), action: Words(300) }, strict),
    response: RadarView,
  }),
} as const
