import { Type as T } from 'typebox'
import type { Static } from 'typebox'
import { CommunityKind } from '#modules/communities/contract.ts'
import { MemberCard } from '#modules/people/contract.ts'
import { personal } from '#platform/privacy/registry.ts'
import { Day, Id, Instant, Nullable } from '#platform/shared/ids.ts'
import { deciders, fates, stepKinds, targetUnits, waitsForWords } from './words.ts'

export const oneOf = <const V extends readonly string[]>(values: V) =>
  T.Unsafe<V[number]>({ type: 'string', enum: [...values] })
export const strict = { additionalProperties: false }
export const Words = (maxLength: number) =>
  T.String({ minLength: 1, maxLength, pattern: '^[^\\u0000]*[^\\s\\u0000][^\\u0000]*$' })
export const MaybeWords = (maxLength: number) => Nullable(T.String({ maxLength, pattern: '^[^\\u0000]*$' }))
export const LocalName = T.Object(
  { fr: T.Optional(Words(80)), en: T.Optional(Words(80)) },
  { additionalProperties: false, minProperties: 1 },
)
const LocalText = T.Object({ fr: T.Optional(T.String()), en: T.Optional(T.String()) })

// ---- Kind
export const Section = oneOf([
  'conversations',
  'questions',
  'pages',
  'gatherings',
  'members',
  'about',
  'board',
  'programme',
  'decisions',
] as const)
export const Presets = T.Object({
  kind: CommunityKind,
  sections: T.Array(Section),
  roles: T.Array(oneOf(['manager', 'moderator', 'expert', 'ambassador', 'sponsor'] as const)),
  indicator: oneOf(['required', 'expected', 'optional'] as const),
  endRule: oneOf(['review', 'date', 'cohort', 'none'] as const),
  partnersUsual: T.Boolean(),
})
export type Presets = Static<typeof Presets>

/** What this community already has of what a kind brings. */
export const KindState = T.Object({
  steps: T.Integer(),
  placed: T.Integer(),
  programmeSteps: T.Integer(),
  decisions: T.Integer(),
  endsOn: Nullable(Day),
  hasIndicator: T.Boolean(),
  nextValueDue: Nullable(Day),
  rolesFilled: T.Array(T.String()),
  partnersAdmitted: T.Boolean(),
})
export type KindState = Static<typeof KindState>

export const KindChange = T.Object({
  id: Id,
  from: CommunityKind,
  to: CommunityKind,
  why: Nullable(T.String()),
  at: Instant,
})
export const KindView = T.Object({
  presets: Presets,
  state: KindState,
  /** Latest first. */
  changes: T.Array(KindChange),
  /** Of a project: what is left to do about its end. */
  closing: Nullable(
    T.Object({
      endsOn: Nullable(Day),
      daysLeft: Nullable(T.Integer()),
      /** The end date is reached; nothing happens by itself. */
      isReached: T.Boolean(),
      reviewFinishedAt: Nullable(Instant),
    }),
  ),
  can: T.Object({ manage: T.Boolean() }),
})
export type KindView = Static<typeof KindView>

/** Nothing is lost: what a kind no longer shows is put away and comes back with the kind. */
export const KindPreview = T.Object({
  from: CommunityKind,
  to: CommunityKind,
  sectionsAdded: T.Array(Section),
  sectionsPutAway: T.Array(Section),
  sectionsAfter: T.Array(Section),
  rolesToFind: T.Array(T.String()),
  indicator: T.Object({
    before: Presets.properties.indicator,
    after: Presets.properties.indicator,
    /** The new kind follows it monthly and there is none yet. */
    isMissing: T.Boolean(),
  }),
  rhythm: T.Object({
    before: oneOf(['month', 'quarter'] as const),
    after: oneOf(['month', 'quarter'] as const),
  }),
  endRule: T.Object({ before: Presets.properties.endRule, after: Presets.properties.endRule }),
  partnersUsual: T.Boolean(),
  /** What stays as it is, counted. */
  kept: T.Object({ posts: T.Integer(), pages: T.Integer(), gatherings: T.Integer(), members: T.Integer() }),
  /** What waits out of sight, counted; the same kind brings it back. */
  putAway: T.Object({
    steps: T.Integer(),
    placed: T.Integer(),
    programmeSteps: T.Integer(),
    decisions: T.Integer(),
  }),
  /** What an earlier time as this kind left and that comes back. */
  comesBack: T.Object({ steps: T.Integer(), programmeSteps: T.Integer(), decisions: T.Integer() }),
  /** Members who will be told. */
  told: T.Integer(),
})
export type KindPreview = Static<typeof KindPreview>

// ---- Process
export const Step = T.Object({
  id: Id,
  name: LocalText,
  targetAmount: Nullable(T.Integer()),
  targetUnit: oneOf(targetUnits),
  waitsFor: oneOf(waitsForWords),
  /** Nothing waits here any more. */
  ends: T.Boolean(),
})
export type Step = Static<typeof Step>
export const WrittenStep = T.Object(
  {
    id: T.Optional(Id),
    name: LocalName,
    targetAmount: Nullable(T.Integer({ minimum: 1, maximum: 1000 })),
    targetUnit: oneOf(targetUnits),
    waitsFor: oneOf(waitsForWords),
    ends: T.Boolean(),
  },
  strict,
)
export type WrittenStep = Static<typeof WrittenStep>

/** A conversation on the board. */
export const BoardCard = T.Object(
  {
    postId: Id,
    title: T.String(),
    kind: T.String(),
    author: MemberCard,
    stepId: Id,
    enteredAt: Instant,
    dueAt: Nullable(Instant),
    isLate: T.Boolean(),
    /** Business hours past the target, or left before it; null without a target. */
    hoursOver: Nullable(T.Number()),
    hoursPerDay: T.Number(),
    waitsFor: Nullable(MemberCard),
    /** The one waited for comes from a partner. */
    isPartner: T.Boolean(),
    note: Nullable(T.String()),
    can: T.Object({ move: T.Boolean() }),
  },
  personal('boardCard'),
)
export type BoardCard = Static<typeof BoardCard>
export const BoardColumn = T.Object({
  step: Step,
  total: T.Integer(),
  late: T.Integer(),
  cards: T.Array(BoardCard),
  next: Nullable(T.String()),
})
export type BoardColumn = Static<typeof BoardColumn>
export const Board = T.Object({
  columns: T.Array(BoardColumn),
  late: T.Integer(),
  unplaced: T.Integer(),
  can: T.Object({ move: T.Boolean(), manage: T.Boolean() }),
})
export type Board = Static<typeof Board>

/** A move, by whom and to where; part of the conversation's public history. */
export const Move = T.Object(
  {
    id: Id,
    at: Instant,
    by: Nullable(MemberCard),
    from: Nullable(LocalText),
    to: Nullable(LocalText),
    waitsFor: Nullable(MemberCard),
    note: Nullable(T.String()),
    /** Business hours spent at the step that was left. */
    spentHours: Nullable(T.Number()),
    isWithin: Nullable(T.Boolean()),
  },
  personal('boardMove'),
)
export type Move = Static<typeof Move>
export const PostStep = T.Object({
  /** Null where the community has no board. */
  steps: Nullable(T.Array(Step)),
  card: Nullable(BoardCard),
  moves: T.Array(Move),
  can: T.Object({ move: T.Boolean() }),
})
export type PostStep = Static<typeof PostStep>

/** Moves out of a step within its target, in one closed month. */
export const StepShare = T.Object({
  stepId: Id,
  name: LocalText,
  month: T.String(),
  n: T.Integer(),
  within: T.Integer(),
  /** Null below 20 moves: then the count alone is told. */
  share: Nullable(T.Number()),
  low: Nullable(T.Number()),
  high: Nullable(T.Number()),
  medianHours: Nullable(T.Number()),
})
export type StepShare = Static<typeof StepShare>

// ---- Learning
export const ProgrammeStep = T.Object(
  {
    id: Id,
    kind: oneOf(stepKinds),
    title: T.String(),
    body: Nullable(T.String()),
    minutes: Nullable(T.Integer()),
    page: Nullable(T.Object({ id: Id, title: T.String() })),
    gathering: Nullable(T.Object({ id: Id, title: T.String() })),
    post: Nullable(T.Object({ id: Id, title: T.String() })),
    /** My own tick; nobody else is shown it. */
    isDone: T.Boolean(),
    doneOn: Nullable(Day),
    iHelp: T.Boolean(),
    /** How many have done it, by fives; null below five people. */
    atLeast: Nullable(T.Integer()),
    /** How many agreed to be asked. */
    helpers: T.Integer(),
  },
  personal('programmeStep'),
)
export type ProgrammeStep = Static<typeof ProgrammeStep>
export const Programme = T.Object({
  steps: T.Array(ProgrammeStep),
  /** My own way. */
  done: T.Integer(),
  minutesLeft: T.Integer(),
  nextStepId: Nullable(Id),
  can: T.Object({ tick: T.Boolean(), manage: T.Boolean() }),
})
export type Programme = Static<typeof Programme>
export const WrittenProgrammeStep = T.Object(
  {
    id: T.Optional(Id),
    kind: oneOf(stepKinds),
    title: Words(120),
    body: MaybeWords(2000),
    minutes: Nullable(T.Integer({ minimum: 1, maximum: 6000 })),
    pageId: T.Optional(Nullable(Id)),
    gatheringId: T.Optional(Nullable(Id)),
    postId: T.Optional(Nullable(Id)),
  },
  strict,
)
export type WrittenProgrammeStep = Static<typeof WrittenProgrammeStep>
/** A programme that I have begun, for my own page. */
export const MyProgramme = T.Object(
  {
    slug: T.String(),
    name: LocalText,
    accent: T.String(),
    steps: T.Integer(),
    done: T.Integer(),
    nextTitle: Nullable(T.String()),
  },
  personal('myProgramme'),
)
export type MyProgramme = Static<typeof MyProgramme>
export const Helper = T.Object({ member: MemberCard }, personal('stepHelper'))

// ---- Project
export const Decision = T.Object({
  id: Id,
  on: Day,
  decision: T.String(),
  why: T.String(),
  decidedAs: oneOf(deciders),
  post: Nullable(T.Object({ id: Id, title: T.String() })),
  /** The decision that replaces it. */
  replacedBy: Nullable(Id),
})
export type Decision = Static<typeof Decision>
export const SortableThread = T.Object({
  postId: Id,
  title: T.String(),
  kind: T.String(),
  answers: T.Integer(),
  helped: T.Integer(),
  isSolved: T.Boolean(),
  fate: Nullable(oneOf(fates)),
  pageId: Nullable(Id),
})
export type SortableThread = Static<typeof SortableThread>
export const ClosingReview = T.Object({
  endsOn: Nullable(Day),
  daysLeft: Nullable(T.Integer()),
  isReached: T.Boolean(),
  delivered: Nullable(T.String()),
  learnt: Nullable(T.String()),
  openedAt: Nullable(Instant),
  finishedAt: Nullable(Instant),
  /** Conversations worth a page, the most useful first. */
  threads: T.Array(SortableThread),
  decisions: T.Integer(),
  can: T.Object({ manage: T.Boolean() }),
})
export type ClosingReview = Static<typeof ClosingReview>
