import { Type as T } from 'typebox'
import type { Static } from 'typebox'
import { CommunityRef } from '#modules/communities/contract.ts'
import { MemberCard } from '#modules/people/contract.ts'
import { personal } from '#platform/privacy/registry.ts'
import { Day, Id, Instant, Nullable } from '#platform/shared/ids.ts'

export const Mode = T.Union([T.Literal('onSite'), T.Literal('remote'), T.Literal('both')])
export type Mode = Static<typeof Mode>
/** A kind of seat. */
export const SeatKind = T.Union([T.Literal('onSite'), T.Literal('remote')])
export type SeatKind = Static<typeof SeatKind>

/** What the clock on the wall of the place says, without a zone: `2026-11-24T14:00`. */
export const WallTime = T.String({
  pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d$',
  description: 'Wall time YYYY-MM-DDTHH:MM in the zone beside it',
})
export const Timezone = T.String({ minLength: 1, maxLength: 60, description: 'IANA time zone' })
const Seats = Nullable(T.Integer({ minimum: 0, maximum: 100_000 }))
const PerKind = T.Object({ onSite: T.Integer(), remote: T.Integer() })

/** The reader's own answer; `position` is their place in the waiting list. */
export const OwnAnswer = T.Object(
  {
    attends: Nullable(SeatKind),
    waitsFor: Nullable(SeatKind),
    position: Nullable(T.Integer()),
    declined: T.Boolean(),
  },
  personal('gatheringAnswer'),
)
export type OwnAnswer = Static<typeof OwnAnswer>

const card = {
  id: Id,
  title: T.String(),
  community: CommunityRef,
  mode: Mode,
  startsAt: Instant,
  endsAt: Instant,
  startsWall: WallTime,
  timezone: Timezone,
  durationMinutes: T.Integer(),
  place: Nullable(T.String()),
  siteName: Nullable(T.String()),
  language: T.String(),
  isCancelled: T.Boolean(),
  isRecurring: T.Boolean(),
  /** Null: as many as wish. */
  seats: T.Object({ onSite: Seats, remote: Seats }),
  coming: PerKind,
  waiting: PerKind,
  mine: Nullable(OwnAnswer),
  isOrganiser: T.Boolean(),
  minutesPostId: Nullable(Id),
}
export const GatheringCard = T.Object(card)
export type GatheringCard = Static<typeof GatheringCard>

export const Attendee = T.Object({ member: MemberCard, attends: SeatKind }, personal('attendee'))
export type Attendee = Static<typeof Attendee>

/** Somebody one will meet there, and what one could talk about. */
export const Introduction = T.Object(
  { member: MemberCard, subjects: T.Array(T.String()), languages: T.Array(T.String()) },
  personal('introduction'),
)
export type Introduction = Static<typeof Introduction>

export const GatheringDetail = T.Object({
  ...card,
  descriptionMd: Nullable(T.String()),
  descriptionHtml: Nullable(T.String()),
  siteId: Nullable(Id),
  /** Null also while it is kept for those who come (`linkIsKept`). */
  link: Nullable(T.String()),
  linkIsKept: T.Boolean(),
  linkForAttendees: T.Boolean(),
  organisers: T.Array(MemberCard),
  cancellation: Nullable(T.Object({ at: Instant, by: Nullable(MemberCard), word: Nullable(T.String()) })),
  /** The rule of the series (RFC 5545), for the words under the date. */
  rule: Nullable(T.String()),
  attendees: T.Array(Attendee),
  introductions: T.Array(Introduction),
  wantsMinutes: T.Boolean(),
  isPresent: T.Boolean(),
  can: T.Object({
    answer: T.Boolean(),
    edit: T.Boolean(),
    seePresence: T.Boolean(),
    writeMinutes: T.Boolean(),
  }),
  /** Why one may not answer: `joinFirst`, `archived`, `charterToAccept`, `banned`, `over`, `cancelled`. */
  answerRefusal: Nullable(T.String()),
})
export type GatheringDetail = Static<typeof GatheringDetail>

export const PresenceLine = T.Object(
  {
    member: MemberCard,
    attends: Nullable(SeatKind),
    waitsFor: Nullable(SeatKind),
    presentAt: Nullable(Instant),
  },
  personal('presence'),
)
export type PresenceLine = Static<typeof PresenceLine>

export const CalendarFeed = T.Object(
  {
    id: Id,
    name: T.String(),
    scope: T.Union([T.Literal('mine'), T.Literal('communities')]),
    createdAt: Instant,
    lastUsedOn: Nullable(Day),
  },
  personal('calendarFeed'),
)
export type CalendarFeed = Static<typeof CalendarFeed>

export const Preferences = T.Object(
  { remindDay: T.Boolean(), remindHour: T.Boolean(), introductions: T.Boolean() },
  personal('gatheringPreference'),
)
export type Preferences = Static<typeof Preferences>

const text = (maxLength: number) => T.String({ maxLength })
const written = {
  title: T.String({ minLength: 1, maxLength: 160 }),
  descriptionMd: T.Optional(Nullable(text(20_000))),
  language: T.Optional(T.Union([T.Literal('fr'), T.Literal('en')])),
  mode: Mode,
  place: T.Optional(Nullable(text(300))),
  siteId: T.Optional(Nullable(Id)),
  link: T.Optional(Nullable(T.String({ maxLength: 1000, pattern: '^https?://[^\\s]+$' }))),
  linkForAttendees: T.Optional(T.Boolean()),
  startsWall: WallTime,
  timezone: Timezone,
  durationMinutes: T.Integer({ minimum: 5, maximum: 14_400 }),
  seatsOnSite: T.Optional(Seats),
  seatsRemote: T.Optional(Seats),
  organiserIds: T.Optional(T.Array(Id, { maxItems: 20, uniqueItems: true })),
}
const strict = { additionalProperties: false }

/** A rule of RFC 5545 in the subset that `recurrence.ts` composes. */
export const Rule = T.String({ minLength: 5, maxLength: 200, pattern: '^[A-Z0-9=;,-]+$' })

export const NewGathering = T.Object({ ...written, rule: T.Optional(Nullable(Rule)) }, strict)
export type NewGathering = Static<typeof NewGathering>

export const Scope = T.Union([T.Literal('this'), T.Literal('following')])
export const GatheringChanges = T.Object(
  { ...T.Partial(T.Object(written)).properties, scope: T.Optional(Scope) },
  { additionalProperties: false, minProperties: 1 },
)
export type GatheringChanges = Static<typeof GatheringChanges>
