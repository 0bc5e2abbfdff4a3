import { Type as T } from 'typebox'
import type { Static } from 'typebox'
import { MemberCard } from '#modules/people/contract.ts'
import { defineRoute } from '#platform/shared/contract.ts'
import { Day, Id, Instant, Nullable, Page, PageQuery } from '#platform/shared/ids.ts'
import { declareRefusals } from '#platform/shared/refusal.ts'
import { doers, reviewDecisions, rhythms, rowOutcomes, rowReasons, ways } from './words.ts'

export const refusals = declareRefusals({
  /** The share of the way would divide by nothing. */
  targetIsBaseline: 400,
  baselineIncomplete: 400,
  targetIncomplete: 400,
  targetBeforeBaseline: 400,
  indicatorMissing: 409,
  dayInFuture: 400,
  valueNotFound: 404,
  comparisonNotFound: 404,
  interventionNotFound: 404,
  tooManyComparisons: 409,
  sourceMissing: 400,
  fileUnreadable: 400,
  tooManyRows: 413,
  nothingToReview: 409,
})

const oneOf = <const V extends readonly string[]>(values: V) =>
  T.Unsafe<V[number]>({ type: 'string', enum: [...values] })
const strict = { additionalProperties: false }
const Words = (maxLength: number) =>
  T.String({ minLength: 1, maxLength, pattern: '^[^\\u0000]*[^\\s\\u0000][^\\u0000]*$' })
const MaybeWords = (maxLength: number) => Nullable(T.String({ maxLength, pattern: '^[^\\u0000]*$' }))
const community = T.Object({ community: T.String({ minLength: 1, maxLength: 100 }) })
const Measure = T.Number({ minimum: -1e15, maximum: 1e15 })

/** The indicator as it is declared; one row with the canvas of the community. */
export const Indicator = T.Object({
  problem: Nullable(T.String()),
  whoSuffers: Nullable(T.String()),
  name: Nullable(T.String()),
  /** What is counted, in words. */
  formula: Nullable(T.String()),
  unit: Nullable(T.String()),
  /** Where the values come from. */
  source: Nullable(T.String()),
  baseline: Nullable(T.Number()),
  baselineOn: Nullable(Day),
  target: Nullable(T.Number()),
  /** The horizon. */
  targetOn: Nullable(Day),
  sponsor: Nullable(MemberCard),
})
export type Indicator = Static<typeof Indicator>

export const Point = T.Object({ on: Day, value: T.Number(), source: T.String(), note: Nullable(T.String()) })
export type Point = Static<typeof Point>

export const Comparison = T.Object({ id: Id, name: T.String(), source: T.String(), points: T.Array(Point) })
export type Comparison = Static<typeof Comparison>

export const Intervention = T.Object({
  id: Id,
  on: Day,
  text: T.String(),
  doneAs: oneOf(doers),
  postId: Nullable(Id),
})
export type Intervention = Static<typeof Intervention>

export const Review = T.Object({
  id: Id,
  at: Instant,
  decision: oneOf(reviewDecisions),
  why: T.String(),
  value: Nullable(T.Number()),
  valueOn: Nullable(Day),
  baseline: Nullable(T.Number()),
  target: Nullable(T.Number()),
  progress: Nullable(T.Number()),
  nextOn: Nullable(Day),
})
export type Review = Static<typeof Review>

/** Everything known of the problem, for whoever reads the community. */
export const ProblemView = T.Object({
  indicator: Indicator,
  /** One value a day; the declared source first, else the last written. Oldest first. */
  points: T.Array(Point),
  /** (now − baseline) / (target − baseline), 1 is the target; null while it cannot be said. */
  progress: Nullable(T.Number()),
  direction: Nullable(oneOf(['up', 'down'] as const)),
  rhythm: oneOf(rhythms),
  /** When the next value is expected; null without an indicator. */
  nextValueDue: Nullable(Day),
  comparisons: T.Array(Comparison),
  interventions: T.Array(Intervention),
  reviews: T.Array(Review),
  can: T.Object({ manage: T.Boolean() }),
})
export type ProblemView = Static<typeof ProblemView>

/** The little that a header or a rail shows. */
export const ProblemGlance = T.Object({
  name: Nullable(T.String()),
  unit: Nullable(T.String()),
  baseline: Nullable(T.Number()),
  target: Nullable(T.Number()),
  targetOn: Nullable(Day),
  progress: Nullable(T.Number()),
  points: T.Array(T.Object({ on: Day, value: T.Number() })),
})
export type ProblemGlance = Static<typeof ProblemGlance>

/** A value as it was written; replaced ones are kept. Who wrote it is not said. */
export const WrittenValue = T.Object({
  id: Id,
  comparisonId: Nullable(Id),
  on: Day,
  value: T.Number(),
  source: T.String(),
  note: Nullable(T.String()),
  way: oneOf(ways),
  writtenAt: Instant,
  replacedAt: Nullable(Instant),
})
export type WrittenValue = Static<typeof WrittenValue>

export const WrittenIndicator = T.Object(
  {
    name: Words(300),
    formula: MaybeWords(1000),
    unit: MaybeWords(40),
    source: MaybeWords(300),
    baseline: Nullable(Measure),
    baselineOn: Nullable(Day),
    target: Nullable(Measure),
    targetOn: Nullable(Day),
  },
  strict,
)
export type WrittenIndicator = Static<typeof WrittenIndicator>

const Written = {
  value: Measure,
  /** The declared source when left out. */
  source: T.Optional(Words(120)),
  note: T.Optional(MaybeWords(300)),
  comparisonId: T.Optional(Nullable(Id)),
}

export const FileRow = T.Object({
  line: T.Integer(),
  on: Nullable(T.String()),
  value: Nullable(T.Number()),
  source: Nullable(T.String()),
  outcome: oneOf(rowOutcomes),
  reason: Nullable(oneOf(rowReasons)),
})
export type FileRow = Static<typeof FileRow>
export const FileReport = T.Object({
  applied: T.Boolean(),
  added: T.Integer(),
  corrected: T.Integer(),
  same: T.Integer(),
  refused: T.Integer(),
  rows: T.Array(FileRow),
})
export type FileReport = Static<typeof FileReport>

export const contract = {
  'GET /api/v1/communities/:community/problem': defineRoute({
    summary: 'The problem the community exists for: indicator, values, what was done, reviews',
    access: { kind: 'community', needs: 'read' },
    params: community,
    response: ProblemView,
  }),
  'GET /api/v1/communities/:community/problem/glance': defineRoute({
    summary: 'The indicator in small: the last values, from where to where',
    access: { kind: 'community', needs: 'read' },
    params: community,
    response: ProblemGlance,
  }),
  'PUT /api/v1/communities/:community/problem/indicator': defineRoute({
    summary:
      'Declare the indicator: name, formula in words, source, unit, dated baseline, target and horizon',
    access: { kind: 'community', needs: 'manage' },
    params: community,
    body: WrittenIndicator,
    response: ProblemView,
    refusals: ['targetIsBaseline', 'baselineIncomplete', 'targetIncomplete', 'targetBeforeBaseline'],
  }),
  'GET /api/v1/communities/:community/problem/values': defineRoute({
    summary: 'Values as they were written, corrections included, the last written first',
    access: { kind: 'community', needs: 'read' },
    params: community,
    query: T.Object(PageQuery),
    response: Page(WrittenValue),
  }),
  'PUT /api/v1/communities/:community/problem/values/:day': defineRoute({
    summary: 'The value of one day from one source; another value corrects it, the same changes nothing',
    access: { kind: 'community', needs: 'manage' },
    params: T.Object({ ...community.properties, day: Day }),
    body: T.Object({ ...Written, way: T.Optional(oneOf(['hand', 'api'] as const)) }, strict),
    response: T.Object({ outcome: oneOf(['added', 'corrected', 'same'] as const) }),
    refusals: ['indicatorMissing', 'dayInFuture', 'sourceMissing', 'comparisonNotFound'],
  }),
  'DELETE /api/v1/communities/:community/problem/values/:valueId': defineRoute({
    summary: 'Withdraw a value; it stays in the history',
    access: { kind: 'community', needs: 'manage' },
    params: T.Object({ ...community.properties, valueId: Id }),
    refusals: ['valueNotFound'],
  }),
  'POST /api/v1/communities/:community/problem/file': defineRoute({
    summary: 'Values from a CSV file (date, value, source, note), line by line; `apply` false only looks',
    access: { kind: 'community', needs: 'manage' },
    params: community,
    body: T.Object(
      {
        csv: T.String({ minLength: 1, maxLength: 400_000 }),
        apply: T.Boolean(),
        comparisonId: T.Optional(Nullable(Id)),
      },
      strict,
    ),
    response: FileReport,
    refusals: ['indicatorMissing', 'fileUnreadable', 'tooManyRows', 'comparisonNotFound'],
  }),
  'GET /api/v1/communities/:community/problem/file': defineRoute({
    summary: 'The values that stand, as a CSV file that can be read back',
    access: { kind: 'community', needs: 'read' },
    params: community,
    answers: 'file',
  }),
  'POST /api/v1/communities/:community/problem/interventions': defineRoute({
    summary: 'Note what was done, when, and by whom as a role',
    access: { kind: 'community', needs: 'manage' },
    params: community,
    body: T.Object(
      { on: Day, text: Words(300), doneAs: oneOf(doers), postId: T.Optional(Nullable(Id)) },
      strict,
    ),
    response: T.Object({ id: Id }),
    refusals: ['dayInFuture'],
  }),
  'DELETE /api/v1/communities/:community/problem/interventions/:interventionId': defineRoute({
    summary: 'Take a note back',
    access: { kind: 'community', needs: 'manage' },
    params: T.Object({ ...community.properties, interventionId: Id }),
    refusals: ['interventionNotFound'],
  }),
  'POST /api/v1/communities/:community/problem/comparisons': defineRoute({
    summary: 'Hold another series of the same unit beside the indicator, as a second line',
    access: { kind: 'community', needs: 'manage' },
    params: community,
    body: T.Object({ name: Words(120), source: Words(120) }, strict),
    response: T.Object({ id: Id }),
    refusals: ['tooManyComparisons'],
  }),
  'DELETE /api/v1/communities/:community/problem/comparisons/:comparisonId': defineRoute({
    summary: 'Stop showing a series',
    access: { kind: 'community', needs: 'manage' },
    params: T.Object({ ...community.properties, comparisonId: Id }),
    refusals: ['comparisonNotFound'],
  }),
  'POST /api/v1/communities/:community/problem/reviews': defineRoute({
    summary: 'Look at the indicator and decide: continue, change or close',
    access: { kind: 'community', needs: 'manage' },
    params: community,
    body: T.Object(
      { decision: oneOf(reviewDecisions), why: Words(2000), nextOn: T.Optional(Nullable(Day)) },
      strict,
    ),
    response: Review,
    refusals: ['nothingToReview'],
  }),
} as const
