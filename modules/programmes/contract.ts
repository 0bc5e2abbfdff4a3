import { Type as T } from 'typebox'
import { CommunityKind, CommunityRef, CommunityVisibility } from '#modules/communities/contract.ts'
import { themeKinds } from '#modules/listening/contract.ts'
import { defineRoute } from '#platform/shared/contract.ts'
import { Day, Id, Instant, Nullable } from '#platform/shared/ids.ts'
import { declareRefusals } from '#platform/shared/refusal.ts'
import {
  Card,
  CardWords,
  Founder,
  Heard,
  Journal,
  Kit,
  KitContent,
  MaybeWords,
  oneOf,
  Phase,
  Population,
  Programme,
  ProgrammeLine,
  strict,
  Visibility,
  Words,
  WrittenHeard,
  Written,
} from './shapes.ts'
import { accelerators, cardKinds, dimensions, planningQuestions, saidKeys } from './words.ts'

export type {
  AskedItem,
  Card,
  Heard,
  Journal,
  Kit,
  KitContent,
  PhaseChange,
  Population,
  Programme,
  ProgrammeLine,
} from './shapes.ts'
export type {
  Accelerator,
  CardKind,
  Channel,
  Dimension,
  HeardSort,
  HeardTag,
  Phase,
  PlanningQuestion,
  ProgrammeState,
} from './words.ts'

/** What a programme's page gives to each of its tabs, also to those of modules above. */
export interface ProgrammeTabProps {
  programmeId: string
  /** The reader leads the programme (leader or co-leader). */
  mayLead: boolean
}

export const refusals = declareRefusals({
  programmeNotFound: 404,
  /** Readers see it; only leaders change it. */
  programmeLeadersOnly: 403,
  /** The journal and the board are for leaders and sponsor. */
  programmeCircleOnly: 403,
  programmeFoundersOnly: 403,
  /** It is closed: nothing of it changes any more. */
  programmeClosed: 409,
  programmeNameMissing: 400,
  /** The one who is named could not read it. */
  programmeUnreadableToThem: 409,
  populationNotFound: 404,
  populationKnown: 409,
  /** What the phase asks is not all there, or it goes back: a reason is kept. */
  phaseReasonMissing: 400,
  phaseNotNext: 409,
  cardNotFound: 404,
  cardReasonMissing: 400,
  heardNotFound: 404,
  /** The source names a person: ask them, or say a role and a place. */
  sourceNamesPerson: 409,
  /** Somebody saved another version meanwhile. */
  kitChangedMeanwhile: 409,
  programmeLinkNotHere: 409,
})

const signedIn = { kind: 'signedIn' } as const
const one = T.Object({ programmeId: Id })
const ofCard = T.Object({ programmeId: Id, cardId: Id })
const ofHeard = T.Object({ programmeId: Id, heardId: Id })
const closed = 'programmeClosed'
const lead = ['programmeNotFound', 'programmeLeadersOnly', closed] as const
const circle = ['programmeNotFound', 'programmeCircleOnly'] as const

export const contract = {
  'GET /api/v1/programmes': defineRoute({
    summary:
      'Change programmes that one may read: running ones, then what was closed; `community` keeps those of one',
    access: signedIn,
    query: T.Object({ community: T.Optional(Id) }),
    response: T.Object({ items: T.Array(ProgrammeLine), mayFound: T.Boolean() }),
  }),
  'POST /api/v1/programmes': defineRoute({
    summary: 'Begin a programme; whoever begins it leads it',
    access: signedIn,
    body: T.Object(
      {
        name: Written(120),
        visibility: Visibility,
        whyNow: T.Optional(MaybeWords(2000)),
        /** Linked at once: one manages it. */
        communityId: T.Optional(Nullable(Id)),
      },
      strict,
    ),
    response: T.Object({ id: Id }),
    refusals: ['programmeFoundersOnly', 'programmeNameMissing'],
  }),
  'GET /api/v1/programmes/:programmeId': defineRoute({
    summary: 'One programme: why, who, where it stands, what comes next, what was promised',
    access: signedIn,
    params: one,
    response: Programme,
    refusals: ['programmeNotFound'],
  }),
  'PATCH /api/v1/programmes/:programmeId': defineRoute({
    summary: 'Write vision, why now, problem; name who leads and who carries it',
    access: signedIn,
    params: one,
    body: T.Object(
      {
        name: T.Optional(Written(120)),
        visibility: T.Optional(Visibility),
        vision: T.Optional(MaybeWords(2000)),
        whyNow: T.Optional(MaybeWords(2000)),
        problem: T.Optional(MaybeWords(2000)),
        baseline: T.Optional(MaybeWords(500)),
        baselineOn: T.Optional(Nullable(Day)),
        problemCommunityId: T.Optional(Nullable(Id)),
        leaderId: T.Optional(Id),
        coLeaderIds: T.Optional(T.Array(Id, { maxItems: 10, uniqueItems: true })),
        sponsorId: T.Optional(Nullable(Id)),
      },
      { additionalProperties: false, minProperties: 1 },
    ),
    response: Programme,
    refusals: [...lead, 'programmeNameMissing', 'programmeUnreadableToThem', 'programmeLinkNotHere'],
  }),
  'POST /api/v1/programmes/:programmeId/sponsor-answer': defineRoute({
    summary: 'The sponsor who was asked says yes or no',
    access: signedIn,
    params: one,
    body: T.Object({ answer: oneOf(['yes', 'no']) }, strict),
    refusals: ['programmeNotFound', closed],
  }),
  'POST /api/v1/programmes/:programmeId/populations': defineRoute({
    summary: 'Name whom it concerns: an entity, a site, a community or everybody, from the directory',
    access: signedIn,
    params: one,
    body: T.Object(
      { name: T.Optional(MaybeWords(120)), dimension: oneOf(dimensions), cell: T.Optional(Nullable(Id)) },
      strict,
    ),
    response: Population,
    refusals: [...lead, 'populationKnown', 'programmeLinkNotHere'],
  }),
  'DELETE /api/v1/programmes/:programmeId/populations/:populationId': defineRoute({
    summary: 'Take a population away; what was meant for it stays',
    access: signedIn,
    params: T.Object({ programmeId: Id, populationId: Id }),
    refusals: [...lead, 'populationNotFound'],
  }),
  'POST /api/v1/programmes/:programmeId/phase': defineRoute({
    summary:
      'Go on to the next phase, or back; without all that is asked, with a reason that is kept and shown',
    access: signedIn,
    params: one,
    body: T.Object({ to: Phase, reason: T.Optional(MaybeWords(1000)) }, strict),
    response: Programme,
    refusals: [...lead, 'phaseReasonMissing', 'phaseNotNext'],
  }),
  'PUT /api/v1/programmes/:programmeId/said/:key': defineRoute({
    summary: 'Say that what only people can say is so, or no longer',
    access: signedIn,
    params: T.Object({ programmeId: Id, key: oneOf(saidKeys) }),
    body: T.Object({ said: T.Boolean() }, strict),
    refusals: [...lead],
  }),
  'POST /api/v1/programmes/:programmeId/communities': defineRoute({
    summary: 'Found a community for the programme, or link one that one manages',
    access: signedIn,
    params: one,
    body: T.Object(
      {
        communityId: T.Optional(Id),
        found: T.Optional(
          T.Object(
            {
              kind: CommunityKind,
              name: Written(80),
              purpose: Written(300),
              visibility: CommunityVisibility,
            },
            strict,
          ),
        ),
      },
      { additionalProperties: false, minProperties: 1, maxProperties: 1 },
    ),
    response: CommunityRef,
    refusals: [...lead],
  }),
  'DELETE /api/v1/programmes/:programmeId/communities/:communityId': defineRoute({
    summary: 'Unlink a community; it goes on by itself',
    access: signedIn,
    params: T.Object({ programmeId: Id, communityId: Id }),
    refusals: [...lead],
  }),
  'POST /api/v1/programmes/:programmeId/closing': defineRoute({
    summary: 'Close it with what was learnt, told to its communities; it is only read afterwards',
    access: signedIn,
    params: one,
    body: T.Object(
      {
        wanted: Words(3000),
        changed: Words(3000),
        again: Words(3000),
        notAgain: Words(3000),
        whereNext: T.Optional(MaybeWords(1000)),
      },
      strict,
    ),
    response: Programme,
    refusals: [...lead],
  }),
  'GET /api/v1/programmes/:programmeId/journal': defineRoute({
    summary:
      'What was heard, latest first, and the planning questions with every answer; for leaders and sponsor',
    access: signedIn,
    params: one,
    query: T.Object({ cursor: T.Optional(T.String({ maxLength: 200 })) }),
    response: Journal,
    refusals: [...circle],
  }),
  'POST /api/v1/programmes/:programmeId/planning': defineRoute({
    summary: 'Answer a planning question in words; former answers are kept',
    access: signedIn,
    params: one,
    body: T.Object({ question: oneOf(planningQuestions), text: Words(6000) }, strict),
    refusals: [...lead],
  }),
  'POST /api/v1/programmes/:programmeId/heard': defineRoute({
    summary: 'Write down what was heard, from a role and a place',
    access: signedIn,
    params: one,
    body: WrittenHeard,
    response: Heard,
    refusals: [...circle, closed, 'sourceNamesPerson'],
  }),
  'PUT /api/v1/programmes/:programmeId/heard/:heardId': defineRoute({
    summary: 'Mend what was written down',
    access: signedIn,
    params: ofHeard,
    body: WrittenHeard,
    response: Heard,
    refusals: [...circle, closed, 'heardNotFound', 'sourceNamesPerson'],
  }),
  'DELETE /api/v1/programmes/:programmeId/heard/:heardId': defineRoute({
    summary: 'Take it out of the log',
    access: signedIn,
    params: ofHeard,
    refusals: [...circle, closed, 'heardNotFound'],
  }),
  'POST /api/v1/programmes/:programmeId/heard/:heardId/theme': defineRoute({
    summary: 'Begin a listening theme with it, in a community of the programme that one manages',
    access: signedIn,
    params: ofHeard,
    body: T.Object({ communityId: Id, title: Words(160), kind: oneOf(themeKinds) }, strict),
    response: T.Object({ themeId: Id, slug: T.String() }),
    refusals: [...circle, closed, 'heardNotFound', 'programmeLinkNotHere'],
  }),
  'GET /api/v1/programmes/:programmeId/board': defineRoute({
    summary: 'Every card of the programme, by column and place; for leaders and sponsor',
    access: signedIn,
    params: one,
    response: T.Object({ cards: T.Array(Card) }),
    refusals: [...circle],
  }),
  'POST /api/v1/programmes/:programmeId/cards': defineRoute({
    summary: 'Add an action, a message, a training, a quick win, a barrier or what keeps it alive',
    access: signedIn,
    params: one,
    body: T.Object(
      { kind: oneOf(cardKinds), accelerator: T.Optional(oneOf(accelerators)), ...CardWords },
      strict,
    ),
    response: Card,
    refusals: [...lead, 'programmeUnreadableToThem', 'programmeLinkNotHere', 'populationNotFound'],
  }),
  'PUT /api/v1/programmes/:programmeId/cards/:cardId': defineRoute({
    summary: 'Change a card',
    access: signedIn,
    params: ofCard,
    body: T.Object(CardWords, strict),
    response: Card,
    refusals: [
      ...lead,
      'cardNotFound',
      'programmeUnreadableToThem',
      'programmeLinkNotHere',
      'populationNotFound',
    ],
  }),
  'PUT /api/v1/programmes/:programmeId/cards/:cardId/place': defineRoute({
    summary: 'Move a card to a column, before another one or to its end',
    access: signedIn,
    params: ofCard,
    body: T.Object({ accelerator: oneOf(accelerators), before: T.Optional(Nullable(Id)) }, strict),
    response: Card,
    refusals: [...lead, 'cardNotFound'],
  }),
  'PUT /api/v1/programmes/:programmeId/cards/:cardId/state': defineRoute({
    summary: 'Done and what came of it, refused and why, or open again; a leader, or whoever owns the card',
    access: signedIn,
    params: ofCard,
    body: T.Object(
      { state: oneOf(['open', 'done', 'refused']), words: T.Optional(MaybeWords(1000)) },
      strict,
    ),
    response: Card,
    refusals: [...lead, 'cardNotFound', 'cardReasonMissing'],
  }),
  'DELETE /api/v1/programmes/:programmeId/cards/:cardId': defineRoute({
    summary: 'Take a card away; one that was announced is refused with a reason rather than taken away',
    access: signedIn,
    params: ofCard,
    refusals: [...lead, 'cardNotFound'],
  }),
  'GET /api/v1/programmes/:programmeId/links': defineRoute({
    summary: 'Latest posts and coming gatherings of its communities that a card may link to',
    access: signedIn,
    params: one,
    response: T.Object({
      posts: T.Array(T.Object({ id: Id, title: T.String() })),
      gatherings: T.Array(T.Object({ id: Id, title: T.String() })),
    }),
    refusals: [...lead],
  }),
  'GET /api/v1/programmes/:programmeId/calendar': defineRoute({
    summary: 'Messages, trainings, actions, and gatherings of its communities between two days',
    access: signedIn,
    params: one,
    query: T.Object({ from: Day, to: Day }),
    response: T.Object({
      cards: T.Array(Card),
      gatherings: T.Array(
        T.Object({ id: Id, title: T.String(), on: Day, startsAt: Instant, isCancelled: T.Boolean() }),
      ),
      /** Messages without a day yet. */
      undated: T.Array(Card),
    }),
    refusals: ['programmeNotFound'],
  }),
  'GET /api/v1/programmes/:programmeId/calendar.ics': defineRoute({
    summary: 'What has a date, as a calendar file (RFC 5545)',
    access: signedIn,
    params: one,
    answers: 'file',
    refusals: ['programmeNotFound'],
  }),
  'GET /api/v1/programmes/:programmeId/kit': defineRoute({
    summary:
      'The outreach kit: messages, outline of slides, questions and answers; `version` shows a former one',
    access: signedIn,
    params: one,
    query: T.Object({ version: T.Optional(T.Integer({ minimum: 1 })) }),
    response: Kit,
    refusals: ['programmeNotFound'],
  }),
  'PUT /api/v1/programmes/:programmeId/kit': defineRoute({
    summary: 'Save the kit as a new version; `base` is the one that was read',
    access: signedIn,
    params: one,
    body: T.Object({ base: T.Integer({ minimum: 0 }), content: KitContent }, strict),
    response: Kit,
    refusals: [...lead, 'kitChangedMeanwhile'],
  }),
  'GET /api/v1/programmes/:programmeId/kit/questions': defineRoute({
    summary: 'Questions of its communities with an accepted answer, which may go into the kit',
    access: signedIn,
    params: one,
    response: T.Object({
      items: T.Array(T.Object({ postId: Id, question: T.String(), answer: T.String() })),
    }),
    refusals: [...lead],
  }),
  'GET /api/v1/programmes/:programmeId/kit/slides': defineRoute({
    summary: 'Outline of the slides with notes, as Markdown or an accessible PDF',
    access: signedIn,
    params: one,
    query: T.Object({ format: oneOf(['md', 'pdf']), language: oneOf(['fr', 'en']) }),
    answers: 'file',
    refusals: ['programmeNotFound', 'pdfFailed', 'unavailable'],
  }),
  'GET /api/v1/admin/programme-founders': defineRoute({
    summary: 'Who may begin programmes beyond managers and administrators',
    access: { kind: 'administrator' },
    response: T.Object({ items: T.Array(Founder) }),
  }),
  'PUT /api/v1/admin/programme-founders/:memberId': defineRoute({
    summary: 'Let an employee begin programmes',
    access: { kind: 'administrator' },
    params: T.Object({ memberId: Id }),
    refusals: ['notAnEmployee'],
  }),
  'DELETE /api/v1/admin/programme-founders/:memberId': defineRoute({
    summary: 'They may no longer begin programmes; those that they lead go on',
    access: { kind: 'administrator' },
    params: T.Object({ memberId: Id }),
  }),
} as const
