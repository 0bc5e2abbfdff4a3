import { Type as T } from 'typebox'
import { defineRoute } from '#platform/shared/contract.ts'
import { Day, Id, Nullable } from '#platform/shared/ids.ts'
import { declareRefusals } from '#platform/shared/refusal.ts'
import {
  Calendar,
  CompanyFormat,
  Format,
  Relaunch,
  RelaunchItem,
  SiteCalendar,
  SlotCard,
  Turn,
  Voices,
  WrittenFormat,
} from './shapes.ts'
import { maximumFile, repeats, slotStates, zones } from './words.ts'

export type {
  Band,
  Calendar,
  Candidate,
  CompanyFormat,
  Format,
  Relaunch,
  SiteCalendar,
  SlotCard,
  Turn,
  Voices,
  Volunteer,
} from './shapes.ts'
export { relaunchItems, relaunchKinds, repeats, rhythms, slotStates, zones } from './words.ts'
export type { RelaunchItemKey, RelaunchKind, Repeat, Rhythm, SlotState, Zone } from './words.ts'

export const refusals = declareRefusals({
  slotNotFound: 404,
  formatNotFound: 404,
  turnNotFound: 404,
  relaunchNotFound: 404,
  siteNotFound: 404,
  formatTextMissing: 400,
  /** A slot that is skipped says why. */
  skipReasonMissing: 400,
  /** What it links to is not readable here. */
  linkNotHere: 409,
  /** The slot has happened, or was skipped. */
  slotOver: 409,
  speakerNotMember: 409,
  speakerAway: 409,
  /** Others who are willing to speak have not had their turn yet. */
  notTheirTurn: 409,
  alreadyAsked: 409,
  alreadyAnswered: 409,
  swapNotPossible: 409,
  postNotYours: 409,
  spanTooLong: 400,
  calendarUnreadable: 400,
  calendarEmpty: 400,
})

const strict = { additionalProperties: false }
const Community = T.String({ minLength: 1, maxLength: 100, description: 'Identifier or slug' })
const community = T.Object({ community: Community })
const ofSlot = T.Object({ community: Community, slotId: Id })
const ofFormat = T.Object({ community: Community, formatId: Id })
const managed = { kind: 'community', needs: 'manage' } as const
const title = T.String({ minLength: 1, maxLength: 200 })
const note = T.Optional(Nullable(T.String({ maxLength: 2000 })))

export const contract = {
  'GET /api/v1/communities/:community/calendar': defineRoute({
    summary: 'Slots, holidays, gatherings, polls and relaunch weeks between two days, at most 100 apart',
    access: managed,
    params: community,
    query: T.Object({ from: Day, to: Day }),
    response: Calendar,
    refusals: ['spanTooLong'],
  }),
  'POST /api/v1/communities/:community/slots': defineRoute({
    summary: 'Put a slot into the calendar, once or again and again',
    access: managed,
    params: community,
    body: T.Object(
      {
        on: Day,
        title,
        note,
        formatId: T.Optional(Nullable(Id)),
        repeat: T.Optional(Nullable(T.Enum([...repeats]))),
        until: T.Optional(Nullable(Day)),
      },
      strict,
    ),
    response: SlotCard,
    refusals: ['formatNotFound'],
  }),
  'PUT /api/v1/communities/:community/slots/:slotId': defineRoute({
    summary: 'Move a slot, change it, say how far it is, link it to what was published',
    access: managed,
    params: ofSlot,
    body: T.Object(
      {
        on: T.Optional(Day),
        title: T.Optional(title),
        note,
        formatId: T.Optional(Nullable(Id)),
        state: T.Optional(T.Enum([...slotStates])),
        skipReason: T.Optional(T.String({ maxLength: 500 })),
        postId: T.Optional(Nullable(Id)),
        pageId: T.Optional(Nullable(Id)),
        gatheringId: T.Optional(Nullable(Id)),
      },
      { additionalProperties: false, minProperties: 1 },
    ),
    response: SlotCard,
    refusals: ['slotNotFound', 'formatNotFound', 'skipReasonMissing', 'linkNotHere'],
  }),
  'DELETE /api/v1/communities/:community/slots/:slotId': defineRoute({
    summary: 'Take a slot out of the calendar, or it and all that follow in its series',
    access: managed,
    params: ofSlot,
    query: T.Object({ following: T.Optional(T.Boolean()) }),
    refusals: ['slotNotFound'],
  }),
  'GET /api/v1/communities/:community/slots/:slotId/links': defineRoute({
    summary: 'Latest posts, pages and gatherings of the community that a slot may link to',
    access: managed,
    params: ofSlot,
    response: T.Object({
      posts: T.Array(T.Object({ id: Id, title: T.String() })),
      pages: T.Array(T.Object({ id: Id, title: T.String() })),
      gatherings: T.Array(T.Object({ id: Id, title: T.String() })),
    }),
    refusals: ['slotNotFound'],
  }),
  'GET /api/v1/communities/:community/voices': defineRoute({
    summary:
      'Who could speak next: volunteers, members known by what they did in public, entities not heard yet; logged',
    access: managed,
    params: community,
    query: T.Object({ slot: T.Optional(Id) }),
    response: Voices,
  }),
  'POST /api/v1/communities/:community/slots/:slotId/asks': defineRoute({
    summary: 'Ask somebody to speak; the text stays theirs',
    access: managed,
    params: ofSlot,
    body: T.Object({ memberId: Id, note }, strict),
    response: SlotCard,
    refusals: ['slotNotFound', 'slotOver', 'speakerNotMember', 'speakerAway', 'notTheirTurn', 'alreadyAsked'],
  }),
  'DELETE /api/v1/communities/:community/slots/:slotId/asks': defineRoute({
    summary: 'Take the request back, or free the slot of its speaker',
    access: managed,
    params: ofSlot,
    response: SlotCard,
    refusals: ['slotNotFound'],
  }),
  'GET /api/v1/communities/:community/volunteer': defineRoute({
    summary: 'Whether I said that I am willing to speak here',
    access: { kind: 'community', needs: 'participate' },
    params: community,
    response: T.Object({ isVolunteer: T.Boolean(), subject: Nullable(T.String()) }),
  }),
  'PUT /api/v1/communities/:community/volunteer': defineRoute({
    summary: 'I am willing to speak here, perhaps about this',
    access: { kind: 'community', needs: 'participate' },
    params: community,
    body: T.Object({ subject: T.Optional(Nullable(T.String({ maxLength: 200 }))) }, strict),
  }),
  'DELETE /api/v1/communities/:community/volunteer': defineRoute({
    summary: 'I would rather not be asked any more',
    access: { kind: 'community', needs: 'read' },
    params: community,
  }),
  'GET /api/v1/me/turns': defineRoute({
    summary: 'Turns that I am asked for, and those that I took',
    access: { kind: 'self' },
    response: T.Object({ turns: T.Array(Turn) }),
  }),
  'POST /api/v1/me/turns/:turnId': defineRoute({
    summary: 'Accept, say “not this time”, or ask another volunteer to change with me',
    access: { kind: 'self' },
    params: T.Object({ turnId: Id }),
    body: T.Object(
      { answer: T.Enum(['accepted', 'declined', 'swap']), withMemberId: T.Optional(Id) },
      strict,
    ),
    refusals: ['turnNotFound', 'alreadyAnswered', 'swapNotPossible', 'slotOver'],
  }),
  'POST /api/v1/me/turns/:turnId/publication': defineRoute({
    summary: 'This post of mine is what I said',
    access: { kind: 'self' },
    params: T.Object({ turnId: Id }),
    body: T.Object({ postId: Id }, strict),
    refusals: ['turnNotFound', 'postNotYours'],
  }),
  'GET /api/v1/communities/:community/formats': defineRoute({
    summary: 'Formats of the community, and those of the company that it may adopt',
    access: managed,
    params: community,
    response: T.Object({ items: T.Array(Format), company: T.Array(CompanyFormat) }),
  }),
  'POST /api/v1/communities/:community/formats': defineRoute({
    summary: 'Adopt a format of the company (`key`), or write one',
    access: managed,
    params: community,
    body: T.Object(
      { key: T.Optional(T.String({ maxLength: 40 })), format: T.Optional(WrittenFormat) },
      strict,
    ),
    response: Format,
    refusals: ['formatNotFound', 'formatTextMissing'],
  }),
  'PUT /api/v1/communities/:community/formats/:formatId': defineRoute({
    summary: 'Edit a format of the community; the company’s stays as it is',
    access: managed,
    params: ofFormat,
    body: WrittenFormat,
    response: Format,
    refusals: ['formatNotFound', 'formatTextMissing'],
  }),
  'DELETE /api/v1/communities/:community/formats/:formatId': defineRoute({
    summary: 'Give a format up; slots keep their day and title',
    access: managed,
    params: ofFormat,
    refusals: ['formatNotFound'],
  }),
  'PUT /api/v1/communities/:community/relaunches/:key': defineRoute({
    summary: 'Move a relaunch week, edit and tick its list, or leave it out this time',
    access: managed,
    params: T.Object({ community: Community, key: T.String({ pattern: '^\\d{4}-[a-z]+$' }) }),
    body: T.Object(
      {
        startsOn: Day,
        items: T.Array(RelaunchItem, { maxItems: 20 }),
        isDismissed: T.Boolean(),
      },
      strict,
    ),
    response: Relaunch,
    refusals: ['relaunchNotFound'],
  }),
  'GET /api/v1/admin/site-calendars': defineRoute({
    summary: 'Holidays of the company and of each site',
    access: { kind: 'administrator' },
    response: T.Object({ items: T.Array(SiteCalendar) }),
  }),
  'PUT /api/v1/admin/site-calendars': defineRoute({
    summary: 'Choose the school zone of a site (or of the company), or bring a calendar file',
    access: { kind: 'administrator' },
    body: T.Object(
      {
        siteId: Nullable(Id),
        zone: T.Enum([...zones]),
        alsaceMoselle: T.Boolean(),
        /** With zone `file`: RFC 5545. Without it, the file of before stays. */
        file: T.Optional(
          T.Object(
            {
              name: T.String({ minLength: 1, maxLength: 200 }),
              text: T.String({ minLength: 1, maxLength: maximumFile }),
            },
            strict,
          ),
        ),
      },
      strict,
    ),
    response: SiteCalendar,
    refusals: ['siteNotFound', 'calendarUnreadable', 'calendarEmpty'],
  }),
} as const
