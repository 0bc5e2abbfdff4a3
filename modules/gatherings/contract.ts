import { Type as T } from 'typebox'
import {
  Attendee,
  CalendarFeed,
  GatheringCard,
  GatheringChanges,
  GatheringDetail,
  NewGathering,
  Preferences,
  PresenceLine,
  Rule,
  Scope,
  SeatKind,
  WallTime,
} from '#modules/gatherings/shapes.ts'
import { CommunityRef } from '#modules/communities/contract.ts'
import { defineRoute } from '#platform/shared/contract.ts'
import { Id, Instant, Nullable, Page, PageQuery } from '#platform/shared/ids.ts'
import { declareRefusals } from '#platform/shared/refusal.ts'

export type {
  Attendee,
  CalendarFeed,
  GatheringCard,
  GatheringChanges,
  GatheringDetail,
  Introduction,
  Mode,
  NewGathering,
  OwnAnswer,
  Preferences,
  PresenceLine,
  SeatKind,
} from '#modules/gatherings/shapes.ts'

export const refusals = declareRefusals({
  gatheringNotFound: 404,
  /** The calendar of this address, or the code on the screen, is not (or no longer) valid. */
  calendarNotFound: 404,
  codeNotFound: 404,
  codeExpired: 410,
  gatheringOver: 409,
  gatheringIsCancelled: 409,
  gatheringNotBegun: 409,
  checkInClosed: 409,
  /** No seat of that kind is free at this moment. */
  gatheringFull: 409,
  /** This gathering has no seats of that kind. */
  notThisKind: 409,
  unknownTimezone: 400,
  /** The wall clock skips this hour on that day. */
  timeDoesNotExist: 400,
  startsInPast: 400,
  /** A rule that we do not understand, or that yields nothing. */
  ruleRefused: 400,
  linkMissing: 400,
  placeMissing: 400,
  /** Another day can be said for the following ones only where the rule names one day. */
  seriesDayChange: 409,
  organiserRefused: 400,
  minutesExist: 409,
  minutesEmpty: 400,
  tooManyFeeds: 409,
})

const strict = { additionalProperties: false }
const community = T.Object({ community: T.String({ minLength: 1, maxLength: 100 }) })
const gathering = T.Object({ gatheringId: Id })
const gatheringAndMember = T.Object({ gatheringId: Id, memberId: Id })
const feed = T.Object({ feedId: Id })
const Code = T.Object({ token: T.String({ minLength: 10, maxLength: 100 }) })
const Word = T.Optional(Nullable(T.String({ maxLength: 500 })))
const FeedScope = T.Union([T.Literal('mine'), T.Literal('communities')])

export const contract = {
  'GET /api/v1/me/agenda': defineRoute({
    summary: 'What I attend, or all that my communities hold, by time; a period of at most 100 days',
    access: { kind: 'self' },
    query: T.Object({
      from: Instant,
      to: Instant,
      /** `mine`: what I come to, wait for or organise. */
      scope: T.Optional(T.Union([T.Literal('mine'), T.Literal('communities')])),
      community: T.Optional(Id),
      mode: T.Optional(SeatKind),
      cursor: T.Optional(T.String({ maxLength: 200 })),
      limit: T.Optional(T.Integer({ minimum: 1, maximum: 300, default: 50 })),
    }),
    response: Page(GatheringCard),
  }),
  'GET /api/v1/communities/:community/gatherings': defineRoute({
    summary: 'The gatherings of a community: those to come, or those that were, with their minutes',
    access: { kind: 'community', needs: 'read' },
    params: community,
    query: T.Object({
      when: T.Optional(T.Union([T.Literal('next'), T.Literal('past')])),
      ...PageQuery,
    }),
    response: T.Object({ ...Page(GatheringCard).properties, mayCreate: T.Boolean() }),
  }),
  'POST /api/v1/communities/:community/gatherings': defineRoute({
    summary: 'Create a gathering, or a series of them; the organisers come by themselves if they answer',
    access: { kind: 'community', needs: 'participate' },
    params: community,
    body: NewGathering,
    response: GatheringDetail,
    refusals: ['unknownTimezone', 'timeDoesNotExist', 'startsInPast', 'ruleRefused', 'organiserRefused'],
  }),
  'GET /api/v1/communities/:community/gathering-settings': defineRoute({
    summary: 'Who may create gatherings here',
    access: { kind: 'community', needs: 'read' },
    params: community,
    response: T.Object({ membersMayCreate: T.Boolean(), mayCreate: T.Boolean(), mayChange: T.Boolean() }),
  }),
  'PUT /api/v1/communities/:community/gathering-settings': defineRoute({
    summary: 'Let members create gatherings, or no longer',
    access: { kind: 'community', needs: 'manage' },
    params: community,
    body: T.Object({ membersMayCreate: T.Boolean() }, strict),
  }),
  'GET /api/v1/gathering-dates': defineRoute({
    summary: 'The next dates of a rule, before anything is created',
    access: { kind: 'signedIn' },
    query: T.Object({ startsWall: WallTime, rule: Rule }),
    response: T.Object({ dates: T.Array(WallTime), count: Nullable(T.Integer()) }),
    refusals: ['ruleRefused'],
  }),
  'GET /api/v1/gatherings/:gatheringId': defineRoute({
    summary: 'One gathering, with my answer and what I may do',
    access: { kind: 'community', needs: 'read' },
    params: gathering,
    response: GatheringDetail,
  }),
  'PATCH /api/v1/gatherings/:gatheringId': defineRoute({
    summary: 'Change this one, or this and the following; those who come are told of another time or place',
    access: { kind: 'community', needs: 'participate' },
    params: gathering,
    body: GatheringChanges,
    response: GatheringDetail,
    refusals: ['unknownTimezone', 'timeDoesNotExist', 'seriesDayChange', 'organiserRefused'],
  }),
  'POST /api/v1/gatherings/:gatheringId/cancellation': defineRoute({
    summary: 'Cancel, with a word to those who come',
    access: { kind: 'community', needs: 'participate' },
    params: gathering,
    body: T.Object({ word: Word, scope: T.Optional(Scope) }, strict),
    response: GatheringDetail,
  }),
  'PUT /api/v1/gatherings/:gatheringId/answer': defineRoute({
    summary:
      'Come on site, come remotely, or not. Full: the waiting list, which moves by itself; `keepWaiting` takes the other kind meanwhile',
    access: { kind: 'community', needs: 'participate' },
    params: gathering,
    body: T.Object(
      {
        answer: T.Union([T.Literal('onSite'), T.Literal('remote'), T.Literal('no')]),
        keepWaiting: T.Optional(T.Boolean()),
      },
      strict,
    ),
    response: GatheringDetail,
    refusals: ['gatheringOver', 'gatheringIsCancelled', 'notThisKind', 'gatheringFull'],
  }),
  'DELETE /api/v1/gatherings/:gatheringId/answer': defineRoute({
    summary: 'Take my answer back; a seat that frees goes to the first who waits',
    access: { kind: 'community', needs: 'read' },
    params: gathering,
    response: GatheringDetail,
    refusals: ['gatheringOver'],
  }),
  'PUT /api/v1/gatherings/:gatheringId/minutes-wish': defineRoute({
    summary: 'Tell me what was said',
    access: { kind: 'community', needs: 'read' },
    params: gathering,
  }),
  'DELETE /api/v1/gatherings/:gatheringId/minutes-wish': defineRoute({
    summary: 'No longer tell me what was said',
    access: { kind: 'community', needs: 'read' },
    params: gathering,
  }),
  'GET /api/v1/gatherings/:gatheringId/attendees': defineRoute({
    summary: 'Who comes, in the order of their answers',
    access: { kind: 'community', needs: 'read' },
    params: gathering,
    query: T.Object(PageQuery),
    response: Page(Attendee),
  }),
  'GET /api/v1/gatherings/:gatheringId/calendar-file': defineRoute({
    summary: 'The gathering as a calendar file (RFC 5545)',
    access: { kind: 'community', needs: 'read' },
    params: gathering,
    answers: 'file',
  }),
  'GET /api/v1/gatherings/:gatheringId/check-in-code': defineRoute({
    summary: 'The code for the screen of the room; it changes every minute',
    access: { kind: 'community', needs: 'participate' },
    params: gathering,
    response: T.Object({
      address: T.String(),
      svg: T.String(),
      changesAt: Instant,
      presentCount: T.Integer(),
    }),
    refusals: ['checkInClosed', 'gatheringIsCancelled'],
  }),
  'GET /api/v1/gatherings/:gatheringId/presence': defineRoute({
    summary:
      'Who said they would come and who is there, for the organisers; who looks is written in the access log',
    access: { kind: 'community', needs: 'participate' },
    params: gathering,
    query: T.Object(PageQuery),
    response: Page(PresenceLine),
  }),
  'PUT /api/v1/gatherings/:gatheringId/presence/:memberId': defineRoute({
    summary: 'An organiser ticks somebody by hand',
    access: { kind: 'community', needs: 'participate' },
    params: gatheringAndMember,
    refusals: ['gatheringNotBegun'],
  }),
  'DELETE /api/v1/gatherings/:gatheringId/presence/:memberId': defineRoute({
    summary: 'An organiser takes a tick back',
    access: { kind: 'community', needs: 'participate' },
    params: gatheringAndMember,
  }),
  'GET /api/v1/check-ins/:token': defineRoute({
    summary: 'Which gathering the scanned code belongs to',
    access: { kind: 'community', needs: 'participate' },
    params: Code,
    response: T.Object({
      gatheringId: Id,
      title: T.String(),
      community: CommunityRef,
      startsAt: Instant,
      isPresent: T.Boolean(),
    }),
    refusals: ['codeNotFound', 'codeExpired', 'checkInClosed'],
  }),
  'POST /api/v1/check-ins/:token': defineRoute({
    summary: 'I am here',
    access: { kind: 'community', needs: 'participate' },
    params: Code,
    refusals: ['codeNotFound', 'codeExpired', 'checkInClosed'],
  }),
  'POST /api/v1/gatherings/:gatheringId/minutes': defineRoute({
    summary:
      'The minutes: notes, decisions, open questions. They become a post of the community; absentees are told',
    access: { kind: 'community', needs: 'participate' },
    params: gathering,
    body: T.Object(
      {
        notesMd: T.Optional(T.String({ maxLength: 40_000 })),
        decisions: T.Optional(T.Array(T.String({ maxLength: 1000 }), { maxItems: 100 })),
        openQuestions: T.Optional(T.Array(T.String({ maxLength: 1000 }), { maxItems: 100 })),
      },
      strict,
    ),
    response: T.Object({ postId: Id }),
    refusals: ['gatheringNotBegun', 'gatheringIsCancelled', 'minutesExist', 'minutesEmpty'],
  }),
  'GET /api/v1/me/calendar-feeds': defineRoute({
    summary: 'The addresses of my personal calendar; their secrets are not known here',
    access: { kind: 'self' },
    response: T.Object({ items: T.Array(CalendarFeed) }),
  }),
  'POST /api/v1/me/calendar-feeds': defineRoute({
    summary: 'A new secret address for a calendar; it is said once',
    access: { kind: 'self' },
    body: T.Object({ name: T.String({ minLength: 1, maxLength: 80 }), scope: FeedScope }, strict),
    response: T.Object({ feed: CalendarFeed, address: T.String() }),
    refusals: ['tooManyFeeds'],
  }),
  'POST /api/v1/me/calendar-feeds/:feedId/renewal': defineRoute({
    summary: 'Another secret for the same calendar; the old address stops at once',
    access: { kind: 'self' },
    params: feed,
    response: T.Object({ feed: CalendarFeed, address: T.String() }),
  }),
  'DELETE /api/v1/me/calendar-feeds/:feedId': defineRoute({
    summary: 'The address stops at once',
    access: { kind: 'self' },
    params: feed,
  }),
  'GET /api/v1/calendar-feeds/:file': defineRoute({
    summary: 'A personal calendar at its secret address; rights are checked at each fetch',
    access: { kind: 'public', because: 'a calendar program cannot sign in; the address is a 256-bit secret' },
    params: T.Object({ file: T.String({ maxLength: 100 }) }),
    answers: 'file',
  }),
  'GET /api/v1/me/gathering-preferences': defineRoute({
    summary: 'When I am reminded, and whether I am introduced to others',
    access: { kind: 'self' },
    response: Preferences,
  }),
  'PUT /api/v1/me/gathering-preferences': defineRoute({
    summary: 'Choose when I am reminded, and whether I am introduced to others',
    access: { kind: 'self' },
    body: T.Object({ remindDay: T.Boolean(), remindHour: T.Boolean(), introductions: T.Boolean() }, strict),
    response: Preferences,
  }),
} as const
