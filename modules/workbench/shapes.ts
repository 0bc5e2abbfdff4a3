import { Type as T } from 'typebox'
import type { Static } from 'typebox'
import { CommunityRef } from '#modules/communities/contract.ts'
import { Proposal } from '#modules/expertise/contract.ts'
import { MemberCard } from '#modules/people/contract.ts'
import { Day, Id, Instant, Nullable } from '#platform/shared/ids.ts'
import { personal } from '#platform/privacy/registry.ts'

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

/** In the public order of the day. */
export const CardKind = T.Enum([
  'safety',
  'newcomer',
  'question',
  'promise',
  'ambassador',
  'editorial',
  'thanks',
])

/** One thing that needs the manager. The order of kinds is public and fixed; at most seven cards are shown. */
export const MorningCard = T.Object({
  card: T.String({ description: '`kind:object`, the key of the decision' }),
  kind: CardKind,
  /**
   * What the card is about, within its kind. A promise: `answer` to a question, `page` to review, `theme` to answer,
   * `review` of the life cycle. Thanks: `answer` that served, or another public `act`. An ambassador: which step waits.
   */
  about: Nullable(
    T.Enum([
      'answer',
      'page',
      'theme',
      'review',
      'act',
      'ready',
      'call',
      'step',
      'meeting',
      'recap',
      'talk',
      'mandate',
    ]),
  ),
  post: Nullable(WaitingPost),
  /** What is not a conversation: a page, a theme, a slot, a review, with where it is looked at. */
  object: Nullable(T.Object({ title: T.String(), path: T.String() })),
  /** Whom it is about: who wrote what was reported, the newcomer, the asker, who promised, who is to be thanked. */
  member: Nullable(MemberCard),
  /** For a question: how long it has waited, in bh, and its level. */
  waited: Nullable(T.Number()),
  level: Nullable(LadderLevel),
  /** For a promise and a slot: its day. */
  promisedFor: Nullable(Day),
  /** For thanks: colleagues who accepted or were helped, banded under five. */
  helped: Nullable(T.Integer()),
  delegatedBy: Nullable(MemberCard),
  /** The word that came with it. */
  word: Nullable(T.String()),
  /** The absent manager for whom this one stands in. */
  standingInFor: Nullable(MemberCard),
  /** For a question: up to three people; who could answer comes before answering. */
  couldAnswer: T.Array(CouldAnswer),
})
export type MorningCard = Static<typeof MorningCard>

export const Decision = T.Enum(['done', 'delegated', 'later', 'notMine'])

/** What happened during an absence, in five lines: who did what, and what is still there. */
export const WhileAway = T.Object({
  from: Day,
  to: Day,
  /** Cards done, by whom. */
  done: T.Array(T.Object({ by: MemberCard, n: T.Integer() })),
  welcomed: T.Integer(),
  asked: T.Integer(),
  answered: T.Integer(),
  /** Cards that were handed to the absent person, or that they had put off, and that wait. */
  stillYours: T.Integer(),
})
export type WhileAway = Static<typeof WhileAway>

export const RescueStep = T.Object({
  step: T.Enum(['nudgedExpert', 'askedNeighbour', 'relayed', 'answered', 'owner', 'override']),
  by: MemberCard,
  to: Nullable(MemberCard),
  community: Nullable(CommunityRef),
  /** What was published next door, for whoever may read it there, and how many answered it. */
  sharedPostId: Nullable(Id),
  answersThere: T.Integer(),
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

/** A community where the question could be asked, and why. */
export const Neighbour = T.Object({
  community: CommunityRef,
  /** Subjects of the question that are talked about there. */
  subjects: T.Array(T.String()),
  /** At least five members of this community belong to it too; never fewer, and never how many. */
  hasSharedMembers: T.Boolean(),
})
export type Neighbour = Static<typeof Neighbour>

/** Where somebody stands on the welcome path: when each of its five steps was reached. */
export const PathSteps = T.Object({
  welcomed: Nullable(Instant),
  buddy: Nullable(Instant),
  mission: Nullable(Instant),
  answered: Nullable(Instant),
  settled: Nullable(Instant),
})
export type PathSteps = Static<typeof PathSteps>

export const BuddyState = T.Enum(['asked', 'accepted', 'ended'])

export const Arrival = T.Object(
  {
    member: MemberCard,
    joinedAt: Instant,
    invitedBy: Nullable(MemberCard),
    welcomedBy: Nullable(MemberCard),
    buddy: Nullable(MemberCard),
    buddyState: Nullable(BuddyState),
    mission: Nullable(T.String()),
    steps: PathSteps,
  },
  personal('arrival'),
)
export type Arrival = Static<typeof Arrival>

/** Somebody who offered to accompany newcomers; how many they accompany now. */
export const Volunteer = T.Object({ member: MemberCard, accompanies: T.Integer() }, personal('volunteer'))
export type Volunteer = Static<typeof Volunteer>

/** Somebody whom the reader accompanies, or is asked to. */
export const Accompanied = T.Object({ member: MemberCard, state: BuddyState, mission: Nullable(T.String()) })
export type Accompanied = Static<typeof Accompanied>

export const LocalWords = T.Object({
  fr: T.Optional(T.String({ minLength: 1, maxLength: 300 })),
  en: T.Optional(T.String({ minLength: 1, maxLength: 300 })),
})

/** The reader's own part in welcoming: their path, and those they accompany. */
export const OwnPath = T.Object({
  /** Null once it is over or put away, and for whoever did not arrive lately. */
  path: Nullable(
    T.Object({
      joinedAt: Instant,
      steps: PathSteps,
      welcomedBy: Nullable(MemberCard),
      buddy: Nullable(MemberCard),
      buddyState: Nullable(BuddyState),
      mission: Nullable(T.String()),
    }),
  ),
  accompanied: T.Array(Accompanied),
  isVolunteer: T.Boolean(),
})
export type OwnPath = Static<typeof OwnPath>

/** Somebody who took a large part and fell silent: their last public text and how many weeks ago, nothing else. */
export const Contributor = T.Object(
  { member: MemberCard, lastPost: WaitingPost, silentWeeks: T.Integer() },
  personal('contributor'),
)
export type Contributor = Static<typeof Contributor>

export const OpeningReason = T.Enum(['skill', 'gathering', 'theme', 'other'])
/** Somebody who could open a subject, and why they. */
export const OpeningIdea = T.Object(
  { member: MemberCard, subject: T.String(), reason: OpeningReason },
  personal('openingIdea'),
)
export type OpeningIdea = Static<typeof OpeningIdea>

/** An invitation to open a subject, as the manager who wrote it sees it: never what became of the draft. */
export const Opening = T.Object({
  id: Id,
  member: MemberCard,
  by: Nullable(MemberCard),
  subject: T.String(),
  reason: OpeningReason,
  state: T.Enum(['waiting', 'accepted', 'declined', 'posted']),
  /** The first post of that person here since they accepted: a public act. */
  postId: Nullable(Id),
  at: Instant,
})
export type Opening = Static<typeof Opening>

export const OwnOpening = T.Object({
  id: Id,
  community: CommunityRef,
  by: Nullable(MemberCard),
  subject: T.String(),
  bodyMd: T.String(),
  language: T.Enum(['fr', 'en']),
  isAccepted: T.Boolean(),
  at: Instant,
})
export type OwnOpening = Static<typeof OwnOpening>

/** Questions that come back, and who could be credited for a page about them. */
export const Repeated = T.Object({
  questions: T.Array(T.Object({ id: Id, title: T.String(), language: T.String(), createdAt: Instant })),
  /** The one whose answer served most: the page starts from it. */
  bestId: Id,
  credited: T.Array(MemberCard),
})
export type Repeated = Static<typeof Repeated>
