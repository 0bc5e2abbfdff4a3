import { Type as T } from 'typebox'
import type { Static } from 'typebox'
import { MemberCard } from '#modules/people/contract.ts'
import { personal } from '#platform/privacy/registry.ts'
import { Day, Id, Instant, Nullable } from '#platform/shared/ids.ts'
import {
  competencies,
  consentStates,
  cycles,
  exportFormats,
  exportParts,
  mostLetters,
  sectionKeys,
} from './words.ts'
import type { Competency, SectionKey } from './words.ts'

/** First of the month, `2026-10`. */
export const Month = T.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])$', description: 'A calendar month' })
export const Language = T.Enum(['fr', 'en'])

export const Texts = T.Object(
  Object.fromEntries(sectionKeys.map((key) => [key, T.String({ maxLength: mostLetters })])) as Record<
    SectionKey,
    ReturnType<typeof T.String>
  >,
  { additionalProperties: false },
)

/** A sentence made by the product: nobody can edit it. */
export const Sentence = T.Object({ key: T.String(), text: T.String() })
export type Sentence = Static<typeof Sentence>

/** One of the three facts, chosen by fixed rules. `basis`: n, window, interval. */
export const Fact = T.Object({
  key: T.String(),
  text: T.String(),
  basis: T.String(),
  season: Nullable(T.String()),
})
export type Fact = Static<typeof Fact>

export const HealthRow = T.Object({
  id: T.String(),
  name: T.String(),
  value: T.String({ description: 'As on the page of figures, or why it is not given' }),
  n: T.Integer(),
  interval: Nullable(T.String()),
  previous: Nullable(T.String()),
  /** `unclear`: the intervals overlap, or one is missing; no arrow is drawn. */
  change: T.Enum(['up', 'down', 'unclear']),
  window: T.String(),
  benchmark: Nullable(T.String()),
  definition: T.String(),
})
export type HealthRow = Static<typeof HealthRow>

/** Words of somebody, shown with their consent. `author` is null where they chose to stay anonymous. */
export const Voice = T.Object(
  {
    id: Id,
    quote: T.String(),
    state: T.Enum([...consentStates]),
    author: Nullable(MemberCard),
    /** Null for readers where the author stays anonymous. */
    postId: Nullable(Id),
  },
  personal('reportVoice'),
)
export type Voice = Static<typeof Voice>

export const Decision = T.Object(
  {
    /** `theme`: passed on from the listening board. `own`: asked in the report. */
    kind: T.Enum(['theme', 'own']),
    id: Id,
    text: T.String(),
    owner: Nullable(MemberCard),
    due: Nullable(Day),
    askedOn: Nullable(Day),
    isLate: T.Boolean(),
    answer: Nullable(T.String()),
    answeredOn: Nullable(Day),
  },
  personal('reportDecision'),
)
export type Decision = Static<typeof Decision>

/** A line over time, drawn on the page and in the PDF from the same values. */
export const ReportChart = T.Object({
  key: T.String(),
  title: T.String(),
  description: T.String(),
  unit: T.String(),
  /** What the values rest on, in words: n and window. */
  basis: T.String(),
  /** `short`: the label where there is little room. */
  points: T.Array(
    T.Object({
      label: T.String(),
      short: T.String(),
      value: Nullable(T.Number()),
      n: Nullable(T.Integer()),
    }),
  ),
  baseline: Nullable(T.Number()),
  target: Nullable(T.Number()),
  /** What was done: at which point of the line, when, what. */
  notes: T.Array(T.Object({ label: T.String(), date: T.String(), text: T.String() })),
  /** Heads of the columns of the table that says the same. */
  columns: T.Object({ label: T.String(), value: T.String(), n: T.String() }),
})
export type ReportChart = Static<typeof ReportChart>

export const StoryPerson = T.Object(
  {
    id: Id,
    state: T.Enum([...consentStates]),
    /** Null for readers where the person stays anonymous. */
    member: Nullable(MemberCard),
  },
  personal('storyPerson'),
)
export const Story = T.Object(
  {
    id: Id,
    cycle: T.Enum([...cycles]),
    what: T.String(),
    language: Language,
    evidenceUrl: Nullable(T.String()),
    hours: Nullable(T.Number()),
    indicator: Nullable(T.String()),
    happenedOn: Day,
    quarter: T.String({ description: '2026-Q4' }),
    toldBy: Nullable(MemberCard),
    people: T.Array(StoryPerson),
    /** Everybody named agrees: members may read it, reports may carry it. */
    isShared: T.Boolean(),
  },
  personal('valueStory'),
)
export type Story = Static<typeof Story>

export const Report = T.Object({
  id: Id,
  community: T.Object({ id: Id, slug: T.String(), name: T.Record(T.String(), T.String()) }),
  month: Month,
  /** Of what is computed; `textLanguage` is that of the texts people wrote. */
  language: Language,
  textLanguage: Language,
  /** `correcting`: published, and a later version is being written. */
  status: T.Enum(['draft', 'published', 'correcting']),
  version: T.Integer(),
  latestPublished: Nullable(T.Integer()),
  publishedAt: Nullable(Instant),
  publishedBy: Nullable(MemberCard),
  /** Why this version corrects the one before. */
  note: Nullable(T.String()),
  /** This is a published version that a later one corrected. */
  isSuperseded: T.Boolean(),
  title: T.String(),
  period: T.String(),
  headings: T.Record(T.String(), T.String()),
  texts: Texts,
  problem: T.Object({ sentences: T.Array(Sentence), chart: Nullable(ReportChart) }),
  facts: T.Array(Fact),
  voices: T.Array(Voice),
  health: T.Array(HealthRow),
  season: T.Array(Sentence),
  decisions: T.Array(Decision),
  unknown: T.Array(Sentence),
  annex: T.Object({
    charts: T.Array(ReportChart),
    stories: T.Array(Story),
    maturity: Nullable(
      T.Object({
        half: T.String(),
        levels: T.Array(T.Object({ competency: T.Enum([...competencies]), level: T.Integer() })),
      }),
    ),
    releases: T.Array(T.Object({ name: T.String(), cell: T.String(), value: T.String(), n: T.String() })),
    published: T.Array(T.Object({ version: T.Integer(), at: Instant, note: Nullable(T.String()) })),
  }),
  can: T.Object({ edit: T.Boolean() }),
})
export type Report = Static<typeof Report>

/** One person is asked whether they may be quoted or named. */
export const Asked = T.Object(
  {
    id: Id,
    kind: T.Enum(['voice', 'story']),
    community: T.Object({ slug: T.String(), name: T.Record(T.String(), T.String()) }),
    /** The month of the report; null for a story. */
    month: Nullable(Month),
    text: T.String(),
    postId: Nullable(Id),
    askedBy: Nullable(MemberCard),
    askedAt: Instant,
    state: T.Enum([...consentStates]),
    shownAs: Nullable(T.Enum(['named', 'anonymous'])),
    isPublished: T.Boolean(),
  },
  personal('askedVoice'),
)
export type Asked = Static<typeof Asked>

const EvidenceLink = T.Object(
  {
    label: T.String({ minLength: 1, maxLength: 120 }),
    url: T.String({ minLength: 1, maxLength: 500 }),
  },
  { additionalProperties: false },
)
export const Level = T.Object(
  {
    level: T.Integer({ minimum: 1, maximum: 4 }),
    why: T.String({ maxLength: 500 }),
    evidence: T.Array(EvidenceLink, { maxItems: 5 }),
  },
  { additionalProperties: false },
)
export const Levels = T.Object(
  Object.fromEntries(competencies.map((key) => [key, Level])) as Record<Competency, typeof Level>,
  { additionalProperties: false },
)
export type Levels = Static<typeof Levels>
export const Assessment = T.Object(
  {
    id: Id,
    half: T.String(),
    at: Instant,
    assessor: Nullable(MemberCard),
    levels: Levels,
    actions: T.Array(T.String()),
  },
  personal('assessment'),
)
export type Assessment = Static<typeof Assessment>

/** Hours a year, and a share of the cost. */
export const ReturnCase = T.Object({
  minutes: T.Number(),
  /** Where the minutes come from. */
  from: T.Enum(['readers', 'entered']),
  hours: T.Number(),
  /** (hours saved − cost) / cost, in per cent; null without a cost. */
  ratio: Nullable(T.Number()),
  money: Nullable(T.Number()),
})
export const Return = T.Object({
  from: Day,
  to: Day,
  months: T.Integer(),
  /** Questions answered a month. */
  answersMonth: T.Number(),
  /** Times a month that readers said a text helped them; null: fewer than five people did. */
  helpsMonth: Nullable(T.Number()),
  /** What readers declared (M29); null: too few of them, or nobody yet. */
  declared: Nullable(T.Object({ n: T.Integer(), medianMinutes: T.Number(), sumMinutes: T.Number() })),
  /** Null where there is nothing to count with: no declared minutes and none entered. */
  cases: Nullable(T.Object({ low: ReturnCase, base: ReturnCase, high: ReturnCase })),
  costHours: Nullable(T.Number({ description: 'Hours a year' })),
  assumptions: T.Object({
    managerHoursMonth: Nullable(T.Number()),
    otherHoursMonth: Nullable(T.Number()),
    lowMinutes: Nullable(T.Number()),
    baseMinutes: Nullable(T.Number()),
    highMinutes: Nullable(T.Number()),
    hourlyCost: Nullable(T.Number()),
    currency: Nullable(T.String()),
    reason: Nullable(T.String()),
    changedAt: Nullable(Instant),
    changedBy: Nullable(MemberCard),
  }),
  source: T.String(),
  can: T.Object({ edit: T.Boolean() }),
})
export type Return = Static<typeof Return>

export const CommunityExport = T.Object(
  {
    id: Id,
    askedAt: Instant,
    askedBy: Nullable(MemberCard),
    reason: T.String(),
    parts: T.Array(T.Enum([...exportParts])),
    formats: T.Array(T.Enum([...exportFormats])),
    state: T.Enum(['preparing', 'ready', 'failed', 'gone']),
    size: Nullable(T.Integer({ description: 'Bytes' })),
    expiresAt: Nullable(Instant),
    /** Only whoever asked for it fetches it. */
    isMine: T.Boolean(),
  },
  personal('communityExport'),
)
export type CommunityExport = Static<typeof CommunityExport>
