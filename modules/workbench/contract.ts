import { Type as T } from 'typebox'
import type { Static } from 'typebox'
import { CommunityRef } from '#modules/communities/contract.ts'
import { Proposal } from '#modules/expertise/contract.ts'
import { MemberCard } from '#modules/people/contract.ts'
import { defineRoute } from '#platform/shared/contract.ts'
import { Day, Id, Instant, Nullable, Page, PageQuery } from '#platform/shared/ids.ts'
import { personal } from '#platform/privacy/registry.ts'
import { declareRefusals } from '#platform/shared/refusal.ts'

export const refusals = declareRefusals({
  cardNotFound: 404,
  questionNotWaiting: 409,
  personNotMember: 409,
  /** Also for a date that has passed. */
  promiseNeedsOwnerAndDate: 400,
  /** A card is handed to another manager of the community: nobody else has a morning to put it in. */
  delegateNotManager: 409,
  neighbourIsItself: 400,
})

const strict = { additionalProperties: false }
const community = T.Object({
  community: T.String({ minLength: 1, maxLength: 100, description: 'Identifier or slug' }),
})
const communityAndPost = T.Object({ ...community.properties, postId: Id })
const communityAndMember = T.Object({ ...community.properties, memberId: Id })

export const LadderLevel = T.Enum(['L0', 'L1', 'L2', 'L3', 'L4'])
export type LadderLevel = Static<typeof LadderLevel>

/** What the CM needs to see of a post; the text itself is read in the conversation. */
export const WaitingPost = T.Object({
  id: Id,
  title: Nullable(T.String()),
  excerpt: T.String(),
  language: T.String(),
  author: MemberCard,
  createdAt: Instant,
})

/** The community's own rhythm, and what the ladder makes of it. Hours are business hours of its site. */
export const Rhythm = T.Object({
  /** Three answered questions out of four had their first answer within this time; null without enough history. */
  p75: Nullable(T.Number()),
  /** Questions behind `p75`. */
  n: T.Integer(),
  thresholds: T.Object({
    askExperts: T.Number(),
    askNeighbour: T.Number(),
    relay: T.Number(),
    answer: T.Number(),
  }),
})
export type Rhythm = Static<typeof Rhythm>

/** Somebody who could answer a question, why, and how often they were asked this week: expertise says. */
export const CouldAnswer = Proposal
export type CouldAnswer = Static<typeof CouldAnswer>

export const CardKind = T.Enum(['safety', 'newcomer', 'question', 'promise', 'thanks'])

/** One thing that needs the manager. The order of kinds is public and fixed; at most seven cards are shown. */
export const MorningCard = T.Object({
  card: T.String({ description: '`kind:object`, the key of the decision' }),
  kind: CardKind,
  post: Nullable(WaitingPost),
  /** Whom it is about: who wrote what was reported, the newcomer, the asker, who promised, who is to be thanked. */
  member: MemberCard,
  /** For a question: how long it has waited, in bh, and its level. */
  waited: Nullable(T.Number()),
  level: Nullable(LadderLevel),
  promisedFor: Nullable(Day),
  /** For thanks: colleagues who accepted or were helped, banded under five. */
  helped: Nullable(T.Integer()),
  delegatedBy: Nullable(MemberCard),
  /** For a question: up to three people; who could answer comes before answering. */
  couldAnswer: T.Array(CouldAnswer),
})
export type MorningCard = Static<typeof MorningCard>

export const Decision = T.Enum(['done', 'delegated', 'later', 'notMine'])

export const RescueStep = T.Object({
  step: T.Enum(['nudgedExpert', 'askedNeighbour', 'relayed', 'answered', 'owner', 'override']),
  by: MemberCard,
  to: Nullable(MemberCard),
  community: Nullable(CommunityRef),
  note: Nullable(T.String()),
  promisedFor: Nullable(Day),
  at: Instant,
})

export const WaitingQuestion = T.Object({
  ...WaitingPost.properties,
  waited: T.Number(),
  level: LadderLevel,
  isFirstOfAuthor: T.Boolean(),
  isUrgent: T.Boolean(),
  steps: T.Array(RescueStep),
  /** Up to three people, with the reason and how often they were asked this week. */
  couldAnswer: T.Array(CouldAnswer),
})
export type WaitingQuestion = Static<typeof WaitingQuestion>

export const Arrival = T.Object(
  {
    member: MemberCard,
    joinedAt: Instant,
    invitedBy: Nullable(MemberCard),
    welcomedBy: Nullable(MemberCard),
    buddy: Nullable(MemberCard),
  },
  personal('arrival'),
)
export type Arrival = Static<typeof Arrival>

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
    }),
  }),
  'PUT /api/v1/communities/:community/this-morning/:card': defineRoute({
    summary: 'Decide about a card: done, delegated, later, not mine',
    access: { kind: 'community', needs: 'manage' },
    params: T.Object({ ...community.properties, card: T.String({ maxLength: 200 }) }),
    body: T.Object({ decision: Decision, delegateTo: T.Optional(Id) }, strict),
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
    body: T.Object({ buddyId: T.Optional(Nullable(Id)) }, strict),
    response: Arrival,
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
