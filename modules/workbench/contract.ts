import { Type as T } from 'typebox'
import { CommunityRef } from '#modules/communities/contract.ts'
import { MemberCard } from '#modules/people/contract.ts'
import { defineRoute } from '#platform/shared/contract.ts'
import { Day, Id, Instant, Nullable, Page, PageQuery } from '#platform/shared/ids.ts'
import { declareRefusals } from '#platform/shared/refusal.ts'
import {
  Arrival,
  Contributor,
  Decision,
  LadderLevel,
  LocalWords,
  MorningCard,
  Neighbour,
  Opening,
  OpeningIdea,
  OpeningReason,
  OwnOpening,
  OwnPath,
  Repeated,
  Rhythm,
  Volunteer,
  WaitingPost,
  WaitingQuestion,
  WhileAway,
} from './shapes.ts'

export {
  Arrival,
  LadderLevel,
  MorningCard,
  RescueStep,
  Rhythm,
  WaitingPost,
  WaitingQuestion,
} from './shapes.ts'
export type {
  Accompanied,
  Contributor,
  CouldAnswer,
  Neighbour,
  Opening,
  OpeningIdea,
  OwnOpening,
  OwnPath,
  PathSteps,
  Repeated,
  Volunteer,
  WhileAway,
} from './shapes.ts'

export const refusals = declareRefusals({
  cardNotFound: 404,
  questionNotWaiting: 409,
  personNotMember: 409,
  /** Also for a date that has passed. */
  promiseNeedsOwnerAndDate: 400,
  /** A card is handed to another manager of the community: nobody else has a morning to put it in. */
  delegateNotManager: 409,
  neighbourIsItself: 400,
  /** A closed community whose managers did not allow it, or a secret one: its words stay there. */
  wordsStayHere: 409,
  newcomerNotFound: 404,
  contributorNotFound: 404,
  careNeedsWords: 400,
  openingNotFound: 404,
  /** The same person was asked less than 90 days ago, or opted out of being asked. */
  askedToOpenLately: 409,
})

const strict = { additionalProperties: false }
const community = T.Object({
  community: T.String({ minLength: 1, maxLength: 100, description: 'Identifier or slug' }),
})
const communityAndPost = T.Object({ ...community.properties, postId: Id })
const communityAndMember = T.Object({ ...community.properties, memberId: Id })

export const contract = {
  'GET /api/v1/communities/:community/this-morning': defineRoute({
    summary: 'What needs the community manager now: at most seven cards in a fixed, public order',
    access: { kind: 'community', needs: 'manage' },
    params: community,
    response: T.Object({
      cards: T.Array(MorningCard),
      waitingInAll: T.Integer(),
      rhythm: Rhythm,
      otherManagers: T.Array(MemberCard),
      /** After an absence, until it is put away: what happened meanwhile. */
      whileAway: Nullable(WhileAway),
    }),
  }),
  'GET /api/v1/communities/:community/this-morning/count': defineRoute({
    summary: 'How many cards wait for me: for the tab; names nobody',
    access: { kind: 'community', needs: 'manage' },
    params: community,
    response: T.Object({ n: T.Integer() }),
  }),
  'DELETE /api/v1/communities/:community/while-away': defineRoute({
    summary: 'Put away what happened while I was away',
    access: { kind: 'community', needs: 'manage' },
    params: community,
  }),
  'PUT /api/v1/communities/:community/this-morning/:card': defineRoute({
    summary: 'Decide about a card: done, delegated, later, not mine',
    access: { kind: 'community', needs: 'manage' },
    params: T.Object({ ...community.properties, card: T.String({ maxLength: 200 }) }),
    body: T.Object(
      { decision: Decision, delegateTo: T.Optional(Id), word: T.Optional(T.String({ maxLength: 500 })) },
      strict,
    ),
  }),
  'DELETE /api/v1/communities/:community/this-morning/:card': defineRoute({
    summary: 'Take a decision back (undo)',
    access: { kind: 'community', needs: 'manage' },
    params: T.Object({ ...community.properties, card: T.String({ maxLength: 200 }) }),
  }),
  'GET /api/v1/communities/:community/rescue': defineRoute({
    summary: 'Questions without an answer, oldest first, with their step on the ladder',
    access: { kind: 'community', needs: 'manage' },
    params: community,
    query: T.Object({ level: T.Optional(LadderLevel), ...PageQuery }),
    response: T.Object({ ...Page(WaitingQuestion).properties, total: T.Integer(), rhythm: Rhythm }),
  }),
  'POST /api/v1/communities/:community/rescue/:postId/steps': defineRoute({
    summary:
      'Take a step for a waiting question: ask an expert, ask a neighbour, relay, name an owner and a date',
    access: { kind: 'community', needs: 'manage' },
    params: communityAndPost,
    body: T.Object(
      {
        step: T.Enum(['nudgedExpert', 'askedNeighbour', 'relayed', 'owner']),
        toMemberId: T.Optional(Id),
        toCommunityId: T.Optional(Id),
        note: T.Optional(T.String({ maxLength: 2000 })),
        promisedFor: T.Optional(Day),
        /** With `askedNeighbour`: publishes this next door, with the question behind it. */
        shareText: T.Optional(T.String({ minLength: 1, maxLength: 4000 })),
      },
      strict,
    ),
    response: WaitingQuestion,
  }),
  'GET /api/v1/communities/:community/rescue/:postId': defineRoute({
    summary: 'The clock of one question, for the reply box of a manager: folded until L3',
    access: { kind: 'community', needs: 'manage' },
    params: communityAndPost,
    response: T.Object({ question: Nullable(WaitingQuestion), rhythm: Rhythm, replyIsFolded: T.Boolean() }),
  }),
  'GET /api/v1/communities/:community/rescue/:postId/neighbours': defineRoute({
    summary: 'Communities where a question could be asked, with why: subjects and members in common',
    access: { kind: 'community', needs: 'manage' },
    params: communityAndPost,
    response: T.Object({ isShareable: T.Boolean(), items: T.Array(Neighbour) }),
  }),
  'POST /api/v1/communities/:community/rescue/:postId/override': defineRoute({
    summary: 'Reply before L3 all the same; counted for the manager’s own practice and shown to nobody else',
    access: { kind: 'community', needs: 'manage' },
    params: communityAndPost,
  }),
  'GET /api/v1/communities/:community/welcome': defineRoute({
    summary:
      'Arrivals of the last 90 days and first contributions without a reply; the look is written to the access log',
    access: { kind: 'community', needs: 'manage' },
    params: community,
    query: T.Object(PageQuery),
    response: T.Object({
      ...Page(Arrival).properties,
      firstContributions: T.Array(WaitingPost),
      waiting: T.Integer(),
    }),
  }),
  'PUT /api/v1/communities/:community/welcome/:memberId': defineRoute({
    summary: 'Say that somebody was welcomed, and give them a buddy if wanted',
    access: { kind: 'community', needs: 'manage' },
    params: communityAndMember,
    body: T.Object(
      {
        buddyId: T.Optional(Nullable(Id)),
        /** A first small mission; null takes it away. */
        mission: T.Optional(Nullable(T.String({ minLength: 1, maxLength: 300 }))),
      },
      strict,
    ),
    response: Arrival,
  }),
  'GET /api/v1/communities/:community/buddies': defineRoute({
    summary: 'Members who offered to accompany newcomers, those who accompany fewest first; logged',
    access: { kind: 'community', needs: 'manage' },
    params: community,
    response: T.Object({ items: T.Array(Volunteer) }),
  }),
  'GET /api/v1/communities/:community/missions': defineRoute({
    summary: 'First small missions proposed to newcomers; empty: the product’s own',
    access: { kind: 'community', needs: 'manage' },
    params: community,
    response: T.Object({ items: T.Array(LocalWords) }),
  }),
  'PUT /api/v1/communities/:community/missions': defineRoute({
    summary: 'Write the community’s own first missions',
    access: { kind: 'community', needs: 'manage' },
    params: community,
    body: T.Object({ items: T.Array(LocalWords, { maxItems: 12 }) }, strict),
    response: T.Object({ items: T.Array(LocalWords) }),
  }),
  'GET /api/v1/communities/:community/welcome-path': defineRoute({
    summary: 'My own welcome path here, and whom I accompany',
    access: { kind: 'community', needs: 'read' },
    params: community,
    response: OwnPath,
  }),
  'PUT /api/v1/communities/:community/welcome-path': defineRoute({
    summary:
      'Put my path away, say that my mission is done, offer to accompany newcomers, end my accompaniment',
    access: { kind: 'community', needs: 'participate' },
    params: community,
    body: T.Object(
      {
        isPutAway: T.Optional(T.Boolean()),
        isMissionDone: T.Optional(T.Boolean()),
        isVolunteer: T.Optional(T.Boolean()),
        /** Ends my buddy’s part, with a word of thanks to them. */
        thanks: T.Optional(T.String({ maxLength: 500 })),
      },
      strict,
    ),
    response: OwnPath,
  }),
  'PUT /api/v1/communities/:community/newcomers/:memberId': defineRoute({
    summary: 'Asked to accompany a newcomer: yes, no without a reason, or it has come to its end',
    access: { kind: 'community', needs: 'participate' },
    params: communityAndMember,
    body: T.Object({ answer: T.Enum(['yes', 'no', 'end']) }, strict),
    response: OwnPath,
  }),
  'GET /api/v1/communities/:community/contributors': defineRoute({
    summary:
      'At most five people who took a large part and fell silent six weeks ago; public acts only; logged',
    access: { kind: 'community', needs: 'manage' },
    params: community,
    response: T.Object({ items: T.Array(Contributor) }),
  }),
  'POST /api/v1/communities/:community/contributors/:memberId': defineRoute({
    summary: 'Thank, ask how somebody is or offer a pause, in a note between the two; or leave them in peace',
    access: { kind: 'community', needs: 'manage' },
    params: communityAndMember,
    body: T.Object(
      {
        act: T.Enum(['thanks', 'news', 'pause', 'leave']),
        text: T.Optional(T.String({ minLength: 1, maxLength: 2000 })),
      },
      strict,
    ),
  }),
  'GET /api/v1/me/care': defineRoute({
    summary:
      'Whether managers may be proposed to take news of me, and where I offered to accompany newcomers',
    access: { kind: 'self' },
    response: T.Object({ mayBeProposed: T.Boolean(), volunteersIn: T.Array(Id) }),
  }),
  'PUT /api/v1/me/care': defineRoute({
    summary: 'Say whether managers may be proposed to take news of me',
    access: { kind: 'self' },
    body: T.Object({ mayBeProposed: T.Boolean() }, strict),
    response: T.Object({ mayBeProposed: T.Boolean(), volunteersIn: T.Array(Id) }),
  }),
  'GET /api/v1/communities/:community/openings': defineRoute({
    summary: 'Who could open a subject and why, and who was asked; never a draft; logged',
    access: { kind: 'community', needs: 'manage' },
    params: community,
    query: T.Object(PageQuery),
    response: T.Object({ ...Page(Opening).properties, ideas: T.Array(OpeningIdea) }),
  }),
  'POST /api/v1/communities/:community/openings': defineRoute({
    summary: 'Ask a member to open a subject, with words prepared for them',
    access: { kind: 'community', needs: 'manage' },
    params: community,
    body: T.Object(
      {
        memberId: Id,
        subject: T.String({ minLength: 1, maxLength: 200 }),
        bodyMd: T.String({ minLength: 1, maxLength: 4000 }),
        language: T.Enum(['fr', 'en']),
        reason: T.Optional(OpeningReason),
        slotId: T.Optional(Id),
      },
      strict,
    ),
    response: T.Object({ id: Id }),
  }),
  'DELETE /api/v1/communities/:community/openings/:openingId': defineRoute({
    summary: 'Take an invitation back, while it has no answer',
    access: { kind: 'community', needs: 'manage' },
    params: T.Object({ ...community.properties, openingId: Id }),
  }),
  'GET /api/v1/me/openings': defineRoute({
    summary: 'Subjects that I was asked to open',
    access: { kind: 'self' },
    response: T.Object({ items: T.Array(OwnOpening) }),
  }),
  'PUT /api/v1/me/openings/:openingId': defineRoute({
    summary: 'Open the subject, or “not this time”, without a reason; `none` takes the answer back',
    access: { kind: 'self' },
    params: T.Object({ openingId: Id }),
    body: T.Object({ answer: T.Enum(['accepted', 'declined', 'none']) }, strict),
  }),
  'GET /api/v1/communities/:community/repeated-questions': defineRoute({
    summary: 'Questions that come back under similar titles and have no page yet, with whom to credit',
    access: { kind: 'community', needs: 'manage' },
    params: community,
    response: T.Object({ items: T.Array(Repeated) }),
  }),
  'GET /api/v1/me/asked': defineRoute({
    summary: 'Questions that I was asked to look at, by their author or a community manager',
    access: { kind: 'self' },
    query: T.Object(PageQuery),
    response: Page(
      T.Object({
        post: WaitingPost,
        community: CommunityRef,
        by: MemberCard,
        note: Nullable(T.String()),
        at: Instant,
        isOwner: T.Boolean(),
        promisedFor: Nullable(Day),
      }),
    ),
  }),
} as const
export type Contract = typeof contract
