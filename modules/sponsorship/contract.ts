import { Type as T } from 'typebox'
import { defineRoute } from '#platform/shared/contract.ts'
import { Day, Id, Nullable } from '#platform/shared/ids.ts'
import { declareRefusals } from '#platform/shared/refusal.ts'
import { MySponsorship, Promises, Room } from './shapes.ts'
import { commitmentKinds } from './words.ts'

export { commitmentKinds, promiseStates, reminderDays, roomNotice } from './words.ts'
export type { CommitmentKind, PromiseState } from './words.ts'
export type {
  Commitment,
  Delegation,
  HandedQuestion,
  MySponsorship,
  PreparedDraft,
  PromiseLine,
  Promises,
  Room,
} from './shapes.ts'

export const refusals = declareRefusals({
  commitmentNotFound: 404,
  delegationNotFound: 404,
  preparedDraftNotFound: 404,
  handNotFound: 404,
  /** The person is not a sponsor of this community or programme. */
  notASponsor: 409,
  commitmentOver: 409,
  dueInPastHere: 400,
  delegateNotAvailable: 409,
  questionNotOpen: 409,
  alreadyHanded: 409,
  roomAnnounced: 409,
  roomNotStanding: 409,
  /** A date before the notice of seven days is over. */
  noticeTooShort: 409,
})

const strict = { additionalProperties: false }
const community = T.Object({
  community: T.String({ minLength: 1, maxLength: 100, description: 'Identifier or slug' }),
})
const Words = (maxLength: number) =>
  T.String({ minLength: 1, maxLength, pattern: '^[^\\u0000]*[^\\s\\u0000][^\\u0000]*$' })
const MaybeWords = (maxLength: number) =>
  T.Optional(Nullable(T.String({ maxLength, pattern: '^[^\\u0000]*$' })))
const ofCommitment = T.Object({ commitmentId: Id })
const ofDraft = T.Object({ draftId: Id })
const self = { kind: 'self' } as const
const promise = {
  what: T.Enum([...commitmentKinds]),
  text: Words(300),
  perMonth: T.Optional(Nullable(T.Integer({ minimum: 1, maximum: 20 }))),
  dueOn: T.Optional(Nullable(Day)),
}

export const contract = {
  'GET /api/v1/communities/:community/promises': defineRoute({
    summary: 'Promised and done: commitments of sponsors and answers to what was heard; nothing disappears',
    access: { kind: 'community', needs: 'read' },
    params: community,
    response: Promises,
  }),
  'GET /api/v1/programmes/:programmeId/promises': defineRoute({
    summary: 'Promised and done in a programme: commitments, announced actions, answers to what was heard',
    access: { kind: 'signedIn' },
    params: T.Object({ programmeId: Id }),
    response: Promises,
  }),
  'POST /api/v1/sponsorship/commitments': defineRoute({
    summary: 'Propose a commitment to a sponsor; written by the sponsor, it is agreed at once',
    access: { kind: 'signedIn' },
    body: T.Object(
      {
        communityId: T.Optional(Id),
        programmeId: T.Optional(Id),
        sponsorId: Id,
        replacesId: T.Optional(Nullable(Id)),
        ...promise,
      },
      strict,
    ),
    response: T.Object({ id: Id }),
  }),
  'POST /api/v1/sponsorship/commitments/:commitmentId/agreement': defineRoute({
    summary: 'The sponsor agrees, in these words or in their own; a promise that it replaces ends',
    access: self,
    params: ofCommitment,
    body: T.Object(
      {
        text: T.Optional(Words(300)),
        perMonth: T.Optional(T.Integer({ minimum: 1, maximum: 20 })),
        dueOn: T.Optional(Day),
      },
      strict,
    ),
    response: MySponsorship,
  }),
  'POST /api/v1/sponsorship/commitments/:commitmentId/decline': defineRoute({
    summary: 'The sponsor declines a proposal, with or without a word; the proposer takes theirs back',
    access: { kind: 'signedIn' },
    params: ofCommitment,
    body: T.Object({ word: MaybeWords(500) }, strict),
  }),
  'POST /api/v1/sponsorship/commitments/:commitmentId/pause': defineRoute({
    summary: 'The sponsor is away: months that touch these days ask nothing',
    access: self,
    params: ofCommitment,
    body: T.Object({ from: Day, to: Day, word: MaybeWords(200) }, strict),
    response: MySponsorship,
  }),
  'POST /api/v1/sponsorship/commitments/:commitmentId/withdrawal': defineRoute({
    summary: 'The sponsor ends a promise with a word; both stay on the page',
    access: self,
    params: ofCommitment,
    body: T.Object({ reason: Words(500) }, strict),
    response: MySponsorship,
  }),
  'POST /api/v1/sponsorship/commitments/:commitmentId/done': defineRoute({
    summary: 'A dated promise is done: by its sponsor, with a link to what shows it',
    access: self,
    params: ofCommitment,
    body: T.Object({ url: Words(500) }, strict),
    response: MySponsorship,
  }),
  'GET /api/v1/me/sponsorship': defineRoute({
    summary: 'What I promised as a sponsor, what was handed to me, what is prepared for me or by me',
    access: self,
    response: MySponsorship,
  }),
  'POST /api/v1/posts/:postId/hand': defineRoute({
    summary: 'A manager hands one open question to a sponsor of the community',
    access: { kind: 'community', needs: 'manage' },
    params: T.Object({ postId: Id }),
    body: T.Object({ sponsorId: Id, word: MaybeWords(300) }, strict),
  }),
  'POST /api/v1/sponsorship/hands/:handId/decline': defineRoute({
    summary: 'Not this question: no reason is asked',
    access: self,
    params: T.Object({ handId: Id }),
    response: MySponsorship,
  }),
  'POST /api/v1/me/delegates': defineRoute({
    summary: 'Somebody may write drafts for me; they never publish as me',
    access: self,
    body: T.Object({ memberId: Id }, strict),
    response: MySponsorship,
  }),
  'DELETE /api/v1/sponsorship/delegations/:delegationId': defineRoute({
    summary: 'The sponsor or the delegate ends a delegation; drafts that were not published go with it',
    access: self,
    params: T.Object({ delegationId: Id }),
    response: MySponsorship,
  }),
  'POST /api/v1/sponsorship/drafts': defineRoute({
    summary: 'A delegate writes a draft for their sponsor: an answer to a question, or a post',
    access: self,
    body: T.Object(
      {
        delegationId: Id,
        postId: T.Optional(Nullable(Id)),
        communityId: T.Optional(Nullable(Id)),
        title: MaybeWords(200),
        bodyMd: Words(20_000),
        language: T.Optional(T.Enum(['fr', 'en'])),
      },
      strict,
    ),
    response: MySponsorship,
  }),
  'PATCH /api/v1/sponsorship/drafts/:draftId': defineRoute({
    summary: 'One of the two changes a draft',
    access: self,
    params: ofDraft,
    body: T.Object({ title: MaybeWords(200), bodyMd: Words(20_000) }, strict),
    response: MySponsorship,
  }),
  'DELETE /api/v1/sponsorship/drafts/:draftId': defineRoute({
    summary: 'One of the two throws a draft away',
    access: self,
    params: ofDraft,
    response: MySponsorship,
  }),
  'POST /api/v1/sponsorship/drafts/:draftId/publication': defineRoute({
    summary: 'The sponsor publishes it themself; the text says with whom it was prepared',
    access: self,
    params: ofDraft,
    body: T.Object({ title: MaybeWords(200), bodyMd: T.Optional(Words(20_000)) }, strict),
    response: T.Object({ postId: Id, commentId: Nullable(Id) }),
  }),
  'GET /api/v1/communities/:community/room': defineRoute({
    summary: 'Whether this is a room without hierarchy, since when, announced by whom',
    access: { kind: 'community', needs: 'read' },
    params: community,
    response: Room,
  }),
  'POST /api/v1/communities/:community/room': defineRoute({
    summary:
      'A manager announces a room without hierarchy, seven days before; members are told, the charter says it',
    access: { kind: 'community', needs: 'manage' },
    params: community,
    body: T.Object({ why: Words(500), startsOn: T.Optional(Day) }, strict),
    response: Room,
  }),
  'POST /api/v1/communities/:community/room/end': defineRoute({
    summary: 'A manager announces its end, seven days before; one that has not begun is called off at once',
    access: { kind: 'community', needs: 'manage' },
    params: community,
    body: T.Object({ why: Words(500) }, strict),
    response: Room,
  }),
} as const
