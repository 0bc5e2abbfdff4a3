import { Type as T } from 'typebox'
import type { Static } from 'typebox'
import { CommunityRef } from '#modules/communities/contract.ts'
import { MemberCard } from '#modules/people/contract.ts'
import { personal } from '#platform/privacy/registry.ts'
import { Day, Id, Instant, Nullable } from '#platform/shared/ids.ts'
import { bandKinds, relaunchItems, relaunchKinds, rhythms, slotStates, zones } from './words.ts'

const strict = { additionalProperties: false }
export const LocalWords = T.Object({ fr: T.Optional(T.String()), en: T.Optional(T.String()) })
const written = (maximum: number) =>
  T.Object(
    {
      fr: T.Optional(T.String({ maxLength: maximum })),
      en: T.Optional(T.String({ maxLength: maximum })),
    },
    strict,
  )

export const Format = T.Object({
  id: Id,
  /** The company format that it was copied from. */
  key: Nullable(T.String()),
  name: LocalWords,
  howTo: LocalWords,
  minutes: T.Integer(),
  rhythm: T.Enum([...rhythms]),
})
export type Format = Static<typeof Format>
/** A format of the company's library that the community may adopt. */
export const CompanyFormat = T.Object({
  key: T.String(),
  name: LocalWords,
  howTo: LocalWords,
  minutes: T.Integer(),
  rhythm: T.Enum([...rhythms]),
  isAdopted: T.Boolean(),
})
export type CompanyFormat = Static<typeof CompanyFormat>
export const WrittenFormat = T.Object(
  {
    name: written(80),
    howTo: written(2000),
    minutes: T.Integer({ minimum: 5, maximum: 2400 }),
    rhythm: T.Enum([...rhythms]),
  },
  strict,
)

const Linked = Nullable(T.Object({ id: Id, title: T.String() }))

/** One place in the calendar: a day, what is said, and who says it. */
export const SlotCard = T.Object(
  {
    id: Id,
    on: Day,
    title: T.String(),
    note: Nullable(T.String()),
    format: Nullable(T.Object({ id: Id, name: LocalWords })),
    state: T.Enum([...slotStates]),
    skipReason: Nullable(T.String()),
    speaker: Nullable(MemberCard),
    /** Somebody was asked and has not answered yet. */
    waitsFor: Nullable(MemberCard),
    post: Linked,
    page: Linked,
    gathering: Linked,
    isRecurring: T.Boolean(),
  },
  personal('editorialSlot'),
)
export type SlotCard = Static<typeof SlotCard>

/** Days that are not like others, both included. */
export const Band = T.Object({
  from: Day,
  to: Day,
  kind: T.Enum([...bandKinds]),
  label: LocalWords,
})
export type Band = Static<typeof Band>

export const RelaunchItem = T.Object({
  key: Nullable(T.Enum([...relaunchItems])),
  /** Of the community's own; null: the words of `key`. */
  text: Nullable(T.String({ maxLength: 300 })),
  done: T.Boolean(),
})
export const Relaunch = T.Object({
  /** `2026-september` */
  key: T.String(),
  kind: T.Enum([...relaunchKinds]),
  startsOn: Day,
  items: T.Array(RelaunchItem),
  isDismissed: T.Boolean(),
})
export type Relaunch = Static<typeof Relaunch>

export const Calendar = T.Object({
  today: Day,
  /** ISO weekdays on which the site works. */
  workdays: T.Array(T.Integer()),
  zone: T.Enum([...zones]),
  slots: T.Array(SlotCard),
  bands: T.Array(Band),
  gatherings: T.Array(
    T.Object({ id: Id, title: T.String(), on: Day, at: T.String(), isCancelled: T.Boolean() }),
  ),
  /** By the day on which they close. */
  polls: T.Array(T.Object({ postId: Id, title: T.String(), on: Day })),
  relaunches: T.Array(Relaunch),
  /** Season of the month in the middle of what is asked for, in words. */
  season: Nullable(LocalWords),
})
export type Calendar = Static<typeof Calendar>

export const Volunteer = T.Object(
  { member: MemberCard, subject: Nullable(T.String()), isTheirTurn: T.Boolean(), spokeOn: Nullable(Day) },
  personal('volunteer'),
)
export type Volunteer = Static<typeof Volunteer>
/** Why somebody is proposed: what they did where everybody sees it, or what they say they know. */
export const candidateReasons = ['accepted', 'page', 'skill', 'comment'] as const
export const Candidate = T.Object(
  {
    member: MemberCard,
    reason: T.Enum([...candidateReasons]),
    /** The question, the page or the subject. */
    about: Nullable(T.String()),
    spokeOn: Nullable(Day),
  },
  personal('voiceCandidate'),
)
export type Candidate = Static<typeof Candidate>

export const Voices = T.Object({
  volunteers: T.Array(Volunteer),
  candidates: T.Array(Candidate),
  /** Entities of at least five members here of whom nobody has opened a subject for three months. */
  entities: T.Array(T.Object({ id: Id, name: T.String() })),
  /** The caller's own: subjects that they opened, of all those of three months. */
  own: T.Object({ mine: T.Integer(), all: T.Integer(), since: Day }),
})
export type Voices = Static<typeof Voices>

/** A turn to speak, as the person who is asked finds it. */
export const Turn = T.Object(
  {
    id: Id,
    slotId: Id,
    community: CommunityRef,
    on: Day,
    title: T.String(),
    formatName: Nullable(LocalWords),
    howTo: Nullable(LocalWords),
    by: Nullable(MemberCard),
    /** Who would rather give their turn to me. */
    swapFrom: Nullable(MemberCard),
    note: Nullable(T.String()),
    askedAt: Instant,
    state: T.Enum(['asked', 'accepted', 'swapAsked', 'published']),
    /** My own latest posts in that community: one of them may be what I said. */
    posts: T.Array(T.Object({ id: Id, title: T.String() })),
    /** Volunteers with whom I may change. */
    swapWith: T.Array(MemberCard),
  },
  personal('turn'),
)
export type Turn = Static<typeof Turn>

export const SiteCalendar = T.Object({
  /** Null: the whole company, for communities and sites without one of their own. */
  site: Nullable(T.Object({ id: Id, name: T.String(), country: T.String() })),
  zone: T.Enum([...zones]),
  alsaceMoselle: T.Boolean(),
  file: Nullable(
    T.Object({
      name: T.String(),
      at: Instant,
      periods: T.Array(T.Object({ label: T.String(), from: Day, to: Day })),
    }),
  ),
  /** Whether somebody chose it; otherwise the company's stands. */
  isOwn: T.Boolean(),
})
export type SiteCalendar = Static<typeof SiteCalendar>
