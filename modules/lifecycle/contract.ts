import { Type as T } from 'typebox'
import type { Static } from 'typebox'
import { CommunityKind, CommunityRef, WrittenCanvas } from '#modules/communities/contract.ts'
import {
  ArrivingTransfer,
  CanvasVersion,
  CareCommunity,
  Closing,
  Departure,
  Farewell,
  Life,
  LifeCanvas,
  PeerRequest,
  Preview,
  ReviewPage,
  Stage,
  Takeover,
  TransferCandidate,
  Wish,
} from '#modules/lifecycle/shapes.ts'
import { canvasForms, decisions, morePrompts } from '#modules/lifecycle/words.ts'
import { defineRoute } from '#platform/shared/contract.ts'
import { Day, Id, Instant, Nullable, Page, PageQuery } from '#platform/shared/ids.ts'
import { declareRefusals } from '#platform/shared/refusal.ts'

export type {
  ArrivingTransfer,
  CanvasVersion,
  CareCommunity,
  CheckedItem,
  Closing,
  Departure,
  Farewell,
  GateState,
  Life,
  LifeCanvas,
  NextStage,
  PeerRequest,
  Preview,
  Review,
  ReviewFacts,
  ReviewPage,
  Revival,
  RevivalStep,
  StageChange,
  Takeover,
  TransferCandidate,
  Wish,
} from '#modules/lifecycle/shapes.ts'

/** A hard gate refuses with `gate<Key>`; `gates` in the data lists all that are not met, with their figures. */
export const refusals = declareRefusals({
  wishNotFound: 404,
  wishSettled: 409,
  stageNotNext: 409,
  gateNotMet: 409,
  gateProblem: 409,
  gateBaseline: 409,
  gateTarget: 409,
  gateSponsor: 409,
  gateCore: 409,
  gateCharter: 409,
  gateTimeBudget: 409,
  gateReadiness: 409,
  gateLaunchEvent: 409,
  gateMemberShare50: 409,
  gateMemberShare90: 409,
  gateIndicatorReviewed: 409,
  reasonMissing: 400,
  computedItem: 409,
  unknownItem: 404,
  coreNotHere: 409,
  reviewerNotManager: 409,
  nothingToReview: 409,
  reviewNotFound: 404,
  reviewNotDue: 409,
  notDormant: 409,
  revivalUnderWay: 409,
  noRevival: 409,
  stepAfterEnd: 409,
  coreNotTold: 409,
  whyMissing: 409,
  noticeTooShort: 409,
  noticeTooLong: 409,
  isArchived: 409,
  transferNotFound: 404,
  sameCommunity: 400,
  takeoverNotFound: 404,
  nobodyToAsk: 409,
  notALeaver: 409,
})

const Community = T.String({ minLength: 1, maxLength: 100, description: 'Identifier or slug of a community' })
const community = T.Object({ community: Community })
const strict = { additionalProperties: false }
const Words = (maxLength: number) =>
  T.String({ minLength: 1, maxLength, pattern: '^[^\\u0000]*[^\\s\\u0000][^\\u0000]*$' })
const MaybeWords = (maxLength: number) => Nullable(T.String({ maxLength, pattern: '^[^\\u0000]*$' }))
const oneOf = <const V extends readonly string[]>(values: V) =>
  T.Unsafe<V[number]>({ type: 'string', enum: [...values] })

export const WrittenWish = T.Object(
  { subject: Words(200), problem: T.Optional(MaybeWords(1000)), whoTalks: T.Optional(MaybeWords(500)) },
  strict,
)
export type WrittenWish = Static<typeof WrittenWish>

export const NewOpportunity = T.Object(
  {
    kind: CommunityKind,
    name: Words(80),
    purpose: Words(300),
    visibility: oneOf(['open', 'closed']),
    /** Members of the community: they read it. */
    language: oneOf(['fr', 'en']),
  },
  strict,
)
export type NewOpportunity = Static<typeof NewOpportunity>

export const WrittenLifeCanvas = T.Object(
  {
    ...WrittenCanvas.properties,
    whyCommunity: MaybeWords(2000),
    form: Nullable(oneOf(canvasForms)),
    valueInWords: MaybeWords(2000),
    horizon: MaybeWords(300),
    coreIds: T.Array(Id, { maxItems: 30, uniqueItems: true }),
    cmHours: Nullable(T.Number({ exclusiveMinimum: 0, maximum: 80 })),
    rituals: T.Array(Words(200), { maxItems: 12 }),
    firstContents: T.Array(Words(200), { maxItems: 20 }),
    dataNotice: MaybeWords(200),
    success: MaybeWords(1000),
    stop: MaybeWords(1000),
    reviewOn: Nullable(Day),
    more: T.Object(
      Object.fromEntries(morePrompts.map((key) => [key, T.Optional(MaybeWords(1000))])) as Record<
        (typeof morePrompts)[number],
        ReturnType<typeof T.Optional<ReturnType<typeof MaybeWords>>>
      >,
      strict,
    ),
  },
  strict,
)
export type WrittenLifeCanvas = Static<typeof WrittenLifeCanvas>

export const WrittenStep = T.Object({ text: Words(300), ownerId: Nullable(Id), dueOn: Day }, strict)

export const WrittenClosing = T.Object(
  {
    reason: MaybeWords(1000),
    whereNext: MaybeWords(1000),
    thanks: MaybeWords(2000),
    lastEvent: MaybeWords(300),
    lastEventOn: Nullable(Day),
    lessons: MaybeWords(3000),
    reopening: MaybeWords(1000),
  },
  strict,
)
export type WrittenClosing = Static<typeof WrittenClosing>

export const contract = {
  'GET /api/v1/community-wishes': defineRoute({
    summary: 'Wishes for a community with those who support them, newest first; open ones unless `settled`',
    access: { kind: 'signedIn' },
    query: T.Object({ settled: T.Optional(T.Boolean()), ...PageQuery }),
    response: Page(Wish),
  }),
  'GET /api/v1/community-wishes/similar': defineRoute({
    summary: 'What there is already on a subject: communities that one may know of, and wishes',
    access: { kind: 'signedIn' },
    query: T.Object({ q: T.String({ minLength: 2, maxLength: 200 }) }),
    response: T.Object({
      communities: T.Array(T.Object({ community: CommunityRef, purpose: CommunityRef.properties.name })),
      wishes: T.Array(Wish),
    }),
  }),
  'POST /api/v1/community-wishes': defineRoute({
    summary: '“I wish there were a community on…”; whoever wishes is its first supporter, by name',
    access: { kind: 'signedIn' },
    body: WrittenWish,
    response: Wish,
  }),
  'DELETE /api/v1/community-wishes/:wishId': defineRoute({
    summary: 'Take one’s wish back',
    access: { kind: 'self' },
    params: T.Object({ wishId: Id }),
  }),
  'PUT /api/v1/community-wishes/:wishId/support': defineRoute({
    summary: 'Support a wish, by name',
    access: { kind: 'signedIn' },
    params: T.Object({ wishId: Id }),
    response: Wish,
  }),
  'DELETE /api/v1/community-wishes/:wishId/support': defineRoute({
    summary: 'Take one’s support back',
    access: { kind: 'signedIn' },
    params: T.Object({ wishId: Id }),
    response: Wish,
  }),
  'PUT /api/v1/community-wishes/:wishId/answer': defineRoute({
    summary: '“There is already…”: by whoever wished, or a manager of that community; supporters are told',
    access: { kind: 'signedIn' },
    params: T.Object({ wishId: Id }),
    body: T.Object({ community: Community, word: T.Optional(MaybeWords(500)) }, strict),
    response: Wish,
    refusals: ['wishNotFound', 'wishSettled', 'communityNotFound'],
  }),
  'POST /api/v1/community-wishes/:wishId/opportunity': defineRoute({
    summary: 'Begin a community from a wish, as an opportunity; supporters are invited, each accepts or not',
    access: { kind: 'signedIn' },
    params: T.Object({ wishId: Id }),
    body: NewOpportunity,
    response: T.Object({ slug: T.String(), invited: T.Integer() }),
    refusals: ['wishNotFound', 'wishSettled'],
  }),

  'GET /api/v1/communities/:community/life': defineRoute({
    summary: 'The life of a community for its managers: state, gates, checklists, reviews, history',
    access: { kind: 'community', needs: 'manage' },
    params: community,
    response: Life,
  }),
  'GET /api/v1/communities/:community/life/changes': defineRoute({
    summary: 'What would change with another state, before it changes',
    access: { kind: 'community', needs: 'manage' },
    params: community,
    query: T.Object({ to: Stage }),
    response: Preview,
    refusals: ['stageNotNext'],
  }),
  'PUT /api/v1/communities/:community/life/stage': defineRoute({
    summary: 'Lead the community to another state; a hard gate refuses, a soft one asks for a written reason',
    access: { kind: 'community', needs: 'manage' },
    params: community,
    body: T.Object({ to: Stage, reason: T.Optional(MaybeWords(1000)) }, strict),
    response: Life,
    refusals: ['stageNotNext', 'gateNotMet', 'reasonMissing'],
  }),
  'PUT /api/v1/communities/:community/life/checklist/:item': defineRoute({
    summary: 'Tick an item that the data cannot know, or take the tick back',
    access: { kind: 'community', needs: 'manage' },
    params: T.Object({ community: Community, item: T.String({ maxLength: 40 }) }),
    body: T.Object({ stage: Stage, done: T.Boolean(), note: T.Optional(MaybeWords(300)) }, strict),
    response: Life,
    refusals: ['computedItem', 'unknownItem'],
  }),

  'GET /api/v1/communities/:community/life/canvas': defineRoute({
    summary: 'The canvas on one page, with what is missing; or one of its versions',
    access: { kind: 'community', needs: 'read' },
    params: community,
    query: T.Object({ version: T.Optional(T.Integer({ minimum: 1 })) }),
    response: T.Object({ canvas: LifeCanvas, versions: T.Array(CanvasVersion), mayWrite: T.Boolean() }),
  }),
  'PUT /api/v1/communities/:community/life/canvas': defineRoute({
    summary: 'Write the canvas; each writing is kept as a version',
    access: { kind: 'community', needs: 'manage' },
    params: community,
    body: WrittenLifeCanvas,
    response: T.Object({ canvas: LifeCanvas }),
    refusals: ['baselineIncomplete', 'targetIncomplete', 'sponsorNotMember', 'coreNotHere'],
  }),
  'POST /api/v1/communities/:community/life/peer-reviews': defineRoute({
    summary: 'Ask another community manager to read the canvas',
    access: { kind: 'community', needs: 'manage' },
    params: community,
    body: T.Object({ reviewerId: Id }, strict),
    response: T.Object({ id: Id }),
    refusals: ['reviewerNotManager', 'nothingToReview'],
  }),
  'GET /api/v1/peer-reviews/:reviewId': defineRoute({
    summary: 'The canvas that one was asked to read, and nothing else of the community',
    access: { kind: 'self' },
    params: T.Object({ reviewId: Id }),
    response: PeerRequest,
  }),
  'PUT /api/v1/peer-reviews/:reviewId': defineRoute({
    summary: 'Say what one thinks of the canvas',
    access: { kind: 'self' },
    params: T.Object({ reviewId: Id }),
    body: T.Object({ verdict: oneOf(['ready', 'rework']), word: Words(2000) }, strict),
    response: PeerRequest,
    refusals: ['reviewNotFound'],
  }),

  'GET /api/v1/communities/:community/life/reviews/:reviewId': defineRoute({
    summary: 'A review: what was planned, what is, what was decided',
    access: { kind: 'community', needs: 'manage' },
    params: T.Object({ community: Community, reviewId: Id }),
    response: ReviewPage,
  }),
  'PUT /api/v1/communities/:community/life/reviews/:reviewId': defineRoute({
    summary: 'Decide: continue, change or close; the next review is planned',
    access: { kind: 'community', needs: 'manage' },
    params: T.Object({ community: Community, reviewId: Id }),
    body: T.Object({ decision: oneOf(decisions), learnt: Words(2000) }, strict),
    response: ReviewPage,
    refusals: ['reviewNotFound'],
  }),

  'PUT /api/v1/communities/:community/life/revival': defineRoute({
    summary: 'Begin or rewrite the thirty-day plan of a dormant community',
    access: { kind: 'community', needs: 'manage' },
    params: community,
    body: T.Object({ steps: T.Array(WrittenStep, { minItems: 1, maxItems: 12 }) }, strict),
    response: Life,
    refusals: ['notDormant', 'stepAfterEnd', 'coreNotHere'],
  }),
  'PUT /api/v1/communities/:community/life/revival/steps/:stepId': defineRoute({
    summary: 'A step of the plan is done, or is not',
    access: { kind: 'community', needs: 'manage' },
    params: T.Object({ community: Community, stepId: Id }),
    body: T.Object({ done: T.Boolean() }, strict),
    response: Life,
    refusals: ['noRevival'],
  }),
  'PUT /api/v1/communities/:community/life/revival/outcome': defineRoute({
    summary: 'End the plan: revive to a state, or close',
    access: { kind: 'community', needs: 'manage' },
    params: community,
    body: T.Object({ outcome: oneOf(['revive', 'close']), to: T.Optional(Stage), word: Words(1000) }, strict),
    response: Life,
    refusals: ['noRevival', 'stageNotNext'],
  }),

  'GET /api/v1/communities/:community/life/closing': defineRoute({
    summary: 'The closing as it is prepared, with pages on their way and what is worth keeping',
    access: { kind: 'community', needs: 'manage' },
    params: community,
    response: T.Object({ closing: Closing, candidates: T.Array(TransferCandidate) }),
  }),
  'PUT /api/v1/communities/:community/life/closing': defineRoute({
    summary: 'Prepare the closing: why, where to go next, thanks, last event, lessons, how to reopen',
    access: { kind: 'community', needs: 'manage' },
    params: community,
    body: WrittenClosing,
    response: T.Object({ closing: Closing }),
  }),
  'POST /api/v1/communities/:community/life/closing/core': defineRoute({
    summary: 'Tell the core group, before everybody else',
    access: { kind: 'community', needs: 'manage' },
    params: community,
    body: T.Object({ word: Words(2000) }, strict),
    response: T.Object({ closing: Closing }),
    refusals: ['isArchived'],
  }),
  'PUT /api/v1/communities/:community/life/closing/announcement': defineRoute({
    summary: 'Announce the closing two to three months ahead, once the core group knows',
    access: { kind: 'community', needs: 'manage' },
    params: community,
    body: T.Object({ closesOn: Day }, strict),
    response: T.Object({ closing: Closing }),
    refusals: ['coreNotTold', 'whyMissing', 'noticeTooShort', 'noticeTooLong', 'isArchived'],
  }),
  'GET /api/v1/communities/:community/farewell': defineRoute({
    summary: 'The closing page that members read',
    access: { kind: 'community', needs: 'read' },
    params: community,
    response: T.Object({ farewell: Nullable(Farewell) }),
  }),
  'POST /api/v1/communities/:community/life/transfers': defineRoute({
    summary: 'Offer a page to another community; whoever manages it there decides',
    access: { kind: 'community', needs: 'manage' },
    params: community,
    body: T.Object({ pageId: Id, to: Community }, strict),
    response: T.Object({ closing: Closing }),
    refusals: ['transferNotFound', 'sameCommunity', 'communityNotFound'],
  }),
  'GET /api/v1/communities/:community/life/arrivals': defineRoute({
    summary: 'Pages that other communities offer to this one',
    access: { kind: 'community', needs: 'manage' },
    params: community,
    response: T.Object({ items: T.Array(ArrivingTransfer) }),
  }),
  'PUT /api/v1/communities/:community/life/arrivals/:transferId': defineRoute({
    summary: 'Take an offered page in, credited to its authors, or decline it',
    access: { kind: 'community', needs: 'manage' },
    params: T.Object({ community: Community, transferId: Id }),
    body: T.Object({ decision: oneOf(['accepted', 'declined']) }, strict),
    response: T.Object({ pageId: Nullable(Id) }),
    refusals: ['transferNotFound'],
  }),

  'GET /api/v1/admin/communities-care': defineRoute({
    summary: 'Communities without a manager or with a single one, and whom to ask; of a secret one no names',
    access: { kind: 'administrator' },
    response: T.Object({ items: T.Array(CareCommunity) }),
  }),
  'POST /api/v1/admin/communities/:communityId/takeover': defineRoute({
    summary: 'Ask people who hold a role there to take a community over; nobody named: all of them; audited',
    access: { kind: 'administrator' },
    params: T.Object({ communityId: Id }),
    body: T.Object(
      {
        memberIds: T.Optional(T.Array(Id, { minItems: 1, maxItems: 10, uniqueItems: true })),
        word: T.Optional(MaybeWords(500)),
      },
      strict,
    ),
    response: T.Object({ asked: T.Integer() }),
    refusals: ['communityNotFound', 'nobodyToAsk'],
  }),
  'GET /api/v1/admin/departures': defineRoute({
    summary: 'People who left and still hold roles, with the communities concerned',
    access: { kind: 'administrator' },
    response: T.Object({ items: T.Array(Departure) }),
  }),
  'POST /api/v1/admin/departures/:memberId/handover': defineRoute({
    summary: 'Propose a leaver’s communities to their co-managers, or to whoever holds a role there; audited',
    access: { kind: 'administrator' },
    params: T.Object({ memberId: Id }),
    response: T.Object({ asked: T.Integer(), withdrawn: T.Integer() }),
    refusals: ['notALeaver'],
  }),
  'GET /api/v1/me/takeovers': defineRoute({
    summary: 'Communities that I am asked to take over',
    access: { kind: 'self' },
    response: T.Object({ items: T.Array(Takeover) }),
  }),
  'PUT /api/v1/me/takeovers/:takeoverId': defineRoute({
    summary: 'Accept or decline, for oneself',
    access: { kind: 'self' },
    params: T.Object({ takeoverId: Id }),
    body: T.Object({ answer: oneOf(['accepted', 'declined']) }, strict),
    response: T.Object({ at: Instant }),
    refusals: ['takeoverNotFound'],
  }),
} as const
