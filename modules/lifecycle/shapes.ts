import type { Static } from 'typebox'
import { Type as T } from 'typebox'
import {
  CommunityKind,
  CommunityRef,
  CommunityRole,
  CommunityVisibility,
  communityStages,
} from '#modules/communities/contract.ts'
import {
  canvasFields,
  canvasForms,
  decisions,
  gateKeys,
  reviewKinds,
  wishOutcomes,
} from '#modules/lifecycle/words.ts'
import { MemberCard } from '#modules/people/contract.ts'
import { personal } from '#platform/privacy/registry.ts'
import { Day, Id, Instant, Nullable } from '#platform/shared/ids.ts'

const oneOf = <const V extends readonly string[]>(values: V) =>
  T.Unsafe<V[number]>({ type: 'string', enum: [...values] })
const Text = Nullable(T.String())

export const Stage = oneOf(communityStages)

/** A wish; supporters are public, in the order in which they came. */
export const Wish = T.Object(
  {
    id: Id,
    subject: T.String(),
    problem: Text,
    whoTalks: Text,
    at: Instant,
    /** Null where the wish was made without a name. */
    by: Nullable(MemberCard),
    isMine: T.Boolean(),
    supporters: T.Array(MemberCard),
    supporterCount: T.Integer(),
    isSupported: T.Boolean(),
    outcome: Nullable(oneOf(wishOutcomes)),
    community: Nullable(CommunityRef),
    word: Text,
  },
  personal('communityWish'),
)
export type Wish = Static<typeof Wish>

/** A gate as it stands; `value` and `needed` where it is a figure, `n` what the figure rests on. */
export const GateState = T.Object({
  key: oneOf(gateKeys),
  isHard: T.Boolean(),
  isMet: T.Boolean(),
  value: Nullable(T.Number()),
  needed: Nullable(T.Number()),
  n: Nullable(T.Integer()),
})
export type GateState = Static<typeof GateState>

export const NextStage = T.Object({ to: Stage, gates: T.Array(GateState) })
export type NextStage = Static<typeof NextStage>

export const CheckedItem = T.Object({
  key: T.String(),
  done: T.Boolean(),
  isComputed: T.Boolean(),
  /** What the data counts, where it does. */
  n: Nullable(T.Integer()),
  of: Nullable(T.Integer()),
  by: Nullable(MemberCard),
  at: Nullable(Instant),
  note: Text,
})
export type CheckedItem = Static<typeof CheckedItem>

export const StageChange = T.Object({
  at: Instant,
  from: Nullable(Stage),
  to: Stage,
  by: Nullable(MemberCard),
  reason: Text,
  passed: T.Array(oneOf(gateKeys)),
})
export type StageChange = Static<typeof StageChange>

export const Review = T.Object({
  id: Id,
  kind: oneOf(reviewKinds),
  dueOn: Day,
  doneAt: Nullable(Instant),
  by: Nullable(MemberCard),
  decision: Nullable(oneOf(decisions)),
  learnt: Text,
})
export type Review = Static<typeof Review>

export const RevivalStep = T.Object(
  { id: Id, text: T.String(), owner: Nullable(MemberCard), dueOn: Day, doneAt: Nullable(Instant) },
  personal('revivalStep'),
)
export type RevivalStep = Static<typeof RevivalStep>

export const Revival = T.Object({
  id: Id,
  begunAt: Instant,
  endsOn: Day,
  outcome: Nullable(oneOf(['revive', 'close'])),
  word: Text,
  endedAt: Nullable(Instant),
  steps: T.Array(RevivalStep),
})
export type Revival = Static<typeof Revival>

export const Life = T.Object({
  communityId: Id,
  stage: Stage,
  since: Instant,
  /** Share of the preparing checklist that is done, in percent; null once the community is launched. */
  readiness: Nullable(T.Integer()),
  completeness: T.Integer(),
  checklist: T.Array(CheckedItem),
  next: T.Array(NextStage),
  /** Activity stayed low three months, season taken into account: sleeping is proposed, never decided. */
  sleepProposed: T.Boolean(),
  core: T.Array(MemberCard),
  reviews: T.Array(Review),
  revival: Nullable(Revival),
  peerReviews: T.Array(
    T.Object({
      id: Id,
      version: T.Integer(),
      reviewer: MemberCard,
      askedAt: Instant,
      verdict: Nullable(oneOf(['ready', 'rework'])),
      word: Text,
    }),
  ),
  arrivals: T.Integer(),
  history: T.Array(StageChange),
})
export type Life = Static<typeof Life>

/** What another state would change. `told` people are told of it. */
export const Preview = T.Object({
  from: Stage,
  to: Stage,
  gates: T.Array(GateState),
  isAllowed: T.Boolean(),
  needsReason: T.Boolean(),
  writes: oneOf(['members', 'nobody']),
  told: T.Integer(),
  shows: T.Array(oneOf(['gathersIdeas', 'beingPrepared', 'launched', 'living', 'rethinking', 'sleeping'])),
  brings: T.Array(oneOf(['checklist', 'day90', 'stageReview', 'revivalPlan', 'newCanvas'])),
})
export type Preview = Static<typeof Preview>

export const LifeCanvas = T.Object({
  kind: CommunityKind,
  problem: Text,
  whoSuffers: Text,
  indicator: Text,
  unit: Text,
  baseline: Nullable(T.Number()),
  baselineOn: Nullable(Day),
  baselineSource: Text,
  target: Nullable(T.Number()),
  targetOn: Nullable(Day),
  sponsor: Nullable(MemberCard),
  whyCommunity: Text,
  form: Nullable(oneOf(canvasForms)),
  valueInWords: Text,
  horizon: Text,
  core: T.Array(MemberCard),
  cmHours: Nullable(T.Number()),
  rituals: T.Array(T.String()),
  firstContents: T.Array(T.String()),
  charterVersion: Nullable(T.Integer()),
  dataNotice: Text,
  success: Text,
  stop: Text,
  reviewOn: Nullable(Day),
  more: T.Record(T.String(), T.String()),
  managers: T.Array(MemberCard),
  missing: T.Array(oneOf(canvasFields)),
  completeness: T.Integer(),
  /** Null until the canvas was written once. */
  version: Nullable(T.Integer()),
  changedAt: Nullable(Instant),
})
export type LifeCanvas = Static<typeof LifeCanvas>

export const CanvasVersion = T.Object({ number: T.Integer(), at: Instant, by: Nullable(MemberCard) })
export type CanvasVersion = Static<typeof CanvasVersion>

export const PeerRequest = T.Object({
  id: Id,
  community: CommunityRef,
  askedBy: Nullable(MemberCard),
  askedAt: Instant,
  canvas: LifeCanvas,
  verdict: Nullable(oneOf(['ready', 'rework'])),
  word: Text,
})
export type PeerRequest = Static<typeof PeerRequest>

const Facts = T.Object({
  indicator: Text,
  unit: Text,
  baseline: Nullable(T.Number()),
  baselineOn: Nullable(Day),
  target: Nullable(T.Number()),
  targetOn: Nullable(Day),
  latest: Nullable(T.Number()),
  latestOn: Nullable(Day),
  /** (now − baseline) / (target − baseline), in percent. */
  progress: Nullable(T.Number()),
  success: Text,
  stop: Text,
  members: T.Integer(),
  /** Of the last closed month: contributions that members brought, of all. */
  memberPart: T.Integer(),
  memberOf: T.Integer(),
})
export const ReviewPage = T.Object({ review: Review, facts: Facts })
export type ReviewPage = Static<typeof ReviewPage>
export type ReviewFacts = Static<typeof Facts>

export const Transfer = T.Object({
  id: Id,
  pageId: Id,
  title: T.String(),
  to: Nullable(CommunityRef),
  decision: Nullable(oneOf(['accepted', 'declined'])),
  newPageId: Nullable(Id),
})

export const Closing = T.Object({
  stage: Stage,
  coreTold: Nullable(T.Object({ at: Instant, by: Nullable(MemberCard), word: T.String() })),
  coreCount: T.Integer(),
  reason: Text,
  whereNext: Text,
  thanks: Text,
  lastEvent: Text,
  lastEventOn: Nullable(Day),
  lessons: Text,
  reopening: Text,
  closesOn: Nullable(Day),
  announcedAt: Nullable(Instant),
  archivedAt: Nullable(Instant),
  /** Days that may be announced. */
  earliest: Day,
  latest: Day,
  transfers: T.Array(Transfer),
})
export type Closing = Static<typeof Closing>

/** Worth keeping when a community closes: a page to offer elsewhere, or a solved question to make a page of. */
export const TransferCandidate = T.Object({
  kind: oneOf(['page', 'question']),
  id: Id,
  title: T.String(),
  helped: T.Integer(),
})
export type TransferCandidate = Static<typeof TransferCandidate>

export const ArrivingTransfer = T.Object({
  id: Id,
  from: Nullable(CommunityRef),
  title: T.String(),
  excerpt: T.String(),
  authors: T.Array(MemberCard),
  proposedAt: Instant,
})
export type ArrivingTransfer = Static<typeof ArrivingTransfer>

/** Those who are thanked by name held a voluntary role or wrote pages that stay. */
export const Farewell = T.Object({
  stage: Stage,
  closesOn: Day,
  announcedAt: Instant,
  archivedAt: Nullable(Instant),
  reason: T.String(),
  whereNext: Text,
  thanks: Text,
  lastEvent: Text,
  lastEventOn: Nullable(Day),
  lessons: Text,
  reopening: Text,
  thanked: T.Array(
    T.Object(
      { member: MemberCard, roles: T.Array(CommunityRole), pages: T.Integer() },
      personal('farewellThanks'),
    ),
  ),
  moved: T.Array(T.Object({ title: T.String(), pageId: Id, to: CommunityRef })),
})
export type Farewell = Static<typeof Farewell>

/** A community that nobody or a single person carries. Of a secret one, no name and nobody to choose from. */
export const CareCommunity = T.Object({
  id: Id,
  community: Nullable(CommunityRef),
  visibility: CommunityVisibility,
  stage: Stage,
  managers: T.Array(MemberCard),
  leavers: T.Integer(),
  candidates: T.Array(
    T.Object({ member: MemberCard, roles: T.Array(CommunityRole) }, personal('takeoverCandidate')),
  ),
  askable: T.Integer(),
  /** Already asked, without an answer. */
  asked: T.Integer(),
})
export type CareCommunity = Static<typeof CareCommunity>

export const Departure = T.Object(
  {
    member: MemberCard,
    communities: T.Array(
      T.Object({
        id: Id,
        community: Nullable(CommunityRef),
        roles: T.Array(CommunityRole),
        managersLeft: T.Integer(),
        asked: T.Integer(),
      }),
    ),
  },
  personal('departure'),
)
export type Departure = Static<typeof Departure>

export const Takeover = T.Object(
  {
    id: Id,
    community: CommunityRef,
    askedBy: Nullable(MemberCard),
    leaver: Nullable(MemberCard),
    word: Text,
    askedAt: Instant,
  },
  personal('takeover'),
)
export type Takeover = Static<typeof Takeover>
