import { Type as T } from 'typebox'
import type { Static } from 'typebox'
import { CommunityRef } from '#modules/communities/contract.ts'
import { MemberCard } from '#modules/people/contract.ts'
import { personal } from '#platform/privacy/registry.ts'
import { Day, Id, Instant, Nullable } from '#platform/shared/ids.ts'
import { entryKinds, handoverParts, templateKinds } from './words.ts'

const LocalWords = T.Object({ fr: T.Optional(T.String()), en: T.Optional(T.String()) })

/** A manager's own sheet on one community: class S. */
export const PracticeSheet = T.Object(
  {
    /** M12, by month, the oldest first: questions whose first answer was mine, of those that were answered. */
    months: T.Array(
      T.Object({
        month: T.String(),
        answered: T.Integer(),
        mine: T.Integer(),
        /** Of the other managers. */
        managers: T.Integer(),
      }),
    ),
    /** Of the managers together (M12), with its 95 % interval of Wilson; null under twenty answered questions. */
    managersShare: Nullable(T.Object({ share: T.Number(), low: T.Number(), high: T.Number() })),
    /** Replies before the clock let me, by month; null where nobody counts them. */
    overrides: Nullable(T.Array(T.Object({ month: T.String(), n: T.Integer() }))),
    /** Minutes a week. */
    budget: Nullable(T.Integer()),
    weeks: T.Array(T.Object({ week: Day, minutes: Nullable(T.Integer()), note: Nullable(T.String()) })),
    /** Latest declared weeks above the budget, one after the other. */
    weeksAbove: T.Integer(),
    heldBack: T.Array(T.Object({ id: Id, on: Day, text: T.String() })),
  },
  personal('practiceSheet'),
)
export type PracticeSheet = Static<typeof PracticeSheet>

export const SheetShare = T.Object({ reader: MemberCard, at: Instant }, personal('sheetShare'))

export const Leave = T.Object(
  {
    id: Id,
    community: CommunityRef,
    member: MemberCard,
    from: Day,
    to: Day,
    standIn: Nullable(MemberCard),
    answer: Nullable(T.Enum(['accepted', 'declined'])),
    returnedOn: Nullable(Day),
    isSheetGiven: T.Boolean(),
  },
  personal('leave'),
)
export type Leave = Static<typeof Leave>

export const HandoverSheet = T.Object(
  {
    leaveId: Id,
    community: CommunityRef,
    from: Day,
    to: Day,
    writer: MemberCard,
    standIn: Nullable(MemberCard),
    word: Nullable(T.String()),
    parts: T.Array(T.Object({ key: T.Enum([...handoverParts]), lines: T.Array(T.String()) })),
    givenAt: Nullable(Instant),
    /** Not saved yet: drafted from what is open now. */
    isDraft: T.Boolean(),
    returnWord: Nullable(T.String()),
    can: T.Object({ write: T.Boolean(), tellBack: T.Boolean() }),
  },
  personal('handover'),
)
export type HandoverSheet = Static<typeof HandoverSheet>

export const CircleCard = T.Object(
  {
    id: Id,
    name: T.String(),
    purpose: Nullable(T.String()),
    seats: T.Integer(),
    members: T.Array(MemberCard),
    isMine: T.Boolean(),
    nextMeeting: Nullable(Instant),
  },
  personal('circle'),
)
export type CircleCard = Static<typeof CircleCard>

export const CircleEntry = T.Object(
  {
    id: Id,
    kind: T.Enum([...entryKinds]),
    author: MemberCard,
    text: T.String(),
    at: Instant,
    replies: T.Array(T.Object({ id: Id, author: MemberCard, text: T.String(), at: Instant })),
    isMine: T.Boolean(),
  },
  personal('circleEntry'),
)
export type CircleEntry = Static<typeof CircleEntry>

/** Words for a comparison with communities of the same age and kind; never a number, never a place. */
export const comparisons = ['most', 'half', 'few'] as const
export const PortfolioItem = T.Object({
  community: CommunityRef,
  stage: T.String(),
  /** What is due, the soonest first. */
  due: T.Array(T.Object({ kind: T.String(), on: Day, title: Nullable(T.String()) })),
  queues: T.Object({
    questions: T.Integer(),
    newcomers: T.Integer(),
    cases: T.Integer(),
    pages: T.Integer(),
  }),
  nextSlot: Nullable(T.Object({ on: Day, title: T.String() })),
  season: Nullable(LocalWords),
  comparison: Nullable(
    T.Object({
      /** Communities of the organisation that it rests on: at least five. */
      n: T.Integer(),
      age: T.Enum(['young', 'settled', 'old']),
      theirs: T.Enum([...comparisons]),
      here: Nullable(T.Enum([...comparisons])),
    }),
  ),
  leave: Nullable(T.Object({ from: Day, to: Day, standIn: Nullable(T.String()) })),
})
export type PortfolioItem = Static<typeof PortfolioItem>

export const TemplateCard = T.Object(
  {
    id: Id,
    kind: T.Enum([...templateKinds]),
    title: T.String(),
    body: T.String(),
    language: T.Enum(['fr', 'en']),
    version: T.Integer(),
    whatChanged: Nullable(T.String()),
    author: Nullable(MemberCard),
    /** Whose template it grew from. */
    credit: Nullable(MemberCard),
    publishedAt: Instant,
    changedAt: Instant,
    /** Communities that took a copy: how many, not which. */
    copies: T.Integer(),
    isMine: T.Boolean(),
  },
  personal('template'),
)
export type TemplateCard = Static<typeof TemplateCard>

export const TemplateCopy = T.Object(
  {
    id: Id,
    templateId: Id,
    kind: T.Enum([...templateKinds]),
    community: CommunityRef,
    title: T.String(),
    body: T.String(),
    version: T.Integer(),
    /** The template has a newer version than the copy. */
    isOutdated: T.Boolean(),
    credit: Nullable(MemberCard),
    at: Instant,
  },
  personal('templateCopy'),
)
export type TemplateCopy = Static<typeof TemplateCopy>
