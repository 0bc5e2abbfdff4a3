import { Type as T } from 'typebox'
import { defineRoute } from '#platform/shared/contract.ts'
import { Day, Id, Nullable, Page, PageQuery } from '#platform/shared/ids.ts'
import { declareRefusals } from '#platform/shared/refusal.ts'
import {
  Agreement,
  Attestation,
  Cohort,
  ContributionKindShape,
  InductionShape,
  KindShape,
  ListedAmbassador,
  Mine,
  OwnMandate,
  ProgrammeCard,
  ProgrammeDetail,
  SponsorReport,
  StepShape,
} from '#modules/ambassadors/shapes.ts'

export {
  contentSeats,
  contributionKinds,
  ideaCount,
  inductionKeys,
  kickoffShare,
  mandateStates,
  over,
  programmeKinds,
  seated,
  serving,
  staffPerSeat,
  tickedBy,
} from '#modules/ambassadors/words.ts'
export type {
  ContributionKind,
  InductionKey,
  MandateState,
  ProgrammeKind,
  Step,
} from '#modules/ambassadors/words.ts'
export type {
  Agreement,
  Attestation,
  Cohort,
  CohortMember,
  Commitment,
  Contribution,
  ListedAmbassador,
  Meeting,
  Mine,
  OwnMandate,
  ProgrammeCard,
  ProgrammeDetail,
  SponsorReport,
  TalkToHave,
} from '#modules/ambassadors/shapes.ts'

export const refusals = declareRefusals({
  ambassadorProgrammeNotFound: 404,
  mandateNotFound: 404,
  ambassadorMeetingNotFound: 404,
  contributionNotFound: 404,
  attestationNotFound: 404,
  agreementNotFound: 404,
  /** Already on the way, or already an ambassador here. */
  alreadyInProgramme: 409,
  memberNotAvailable: 409,
  ambassadorProgrammeClosed: 409,
  notThisState: 409,
  /** Proposed by a colleague: the person says yes first. */
  notYetConsented: 409,
  /** `missing`: keys of the induction. */
  inductionIncomplete: 409,
  renewedOnce: 409,
  mandateNotOver: 409,
  talkNotDue: 409,
  talkNotHeld: 409,
  /** `missing`: talk, thanks, announcement. */
  exitIncomplete: 409,
  /** `missing`: charter, kickoff, attendance; `present`, `invited`, `needed`. */
  launchIncomplete: 409,
  seatsBelowTaken: 409,
  charterMissing: 409,
  notTheirStep: 403,
  /** The address is not one of the company, or is the ambassador's own. */
  managerAddressRefused: 400,
  /** More than three asks in a day. */
  askedTooOften: 429,
  nothingChosen: 400,
  scopeMissing: 400,
})

const strict = { additionalProperties: false }
const ofProgramme = T.Object({ ambassadorProgrammeId: Id })
const ofMandate = T.Object({ mandateId: Id })
const ofMeeting = T.Object({ meetingId: Id })
const signedIn = { kind: 'signedIn' } as const
const self = { kind: 'self' } as const
const Words = T.String({ minLength: 1, maxLength: 2000 })
const Title = T.String({ minLength: 1, maxLength: 120 })
const Url = T.String({ maxLength: 500 })

const programmeFields = {
  name: Title,
  purpose: Words,
  kind: KindShape,
  leaderId: Id,
  seats: T.Integer({ minimum: 1, maximum: 5000 }),
  mandateMonths: T.Integer({ minimum: 1, maximum: 36 }),
  minPerQuarter: T.Integer({ minimum: 0, maximum: 50 }),
}
const Token = T.String({ minLength: 20, maxLength: 100 })

export const contract = {
  'GET /api/v1/ambassador-programmes': defineRoute({
    summary: 'Ambassador programmes that the reader may see, those under way first',
    access: signedIn,
    query: T.Object({ community: T.Optional(Id), change: T.Optional(Id) }),
    response: T.Object({
      items: T.Array(ProgrammeCard),
      /** May begin one here. */
      mayCreate: T.Boolean(),
      /** What a programme of each kind would offer: 15 seats, or staff divided by 25. */
      defaultSeats: T.Object({ content: T.Integer(), adoption: T.Integer() }),
    }),
  }),
  'POST /api/v1/ambassador-programmes': defineRoute({
    summary: 'Begin a programme of ambassadors, under a community, a change programme or both',
    access: signedIn,
    body: T.Object(
      {
        ...programmeFields,
        seats: T.Optional(programmeFields.seats),
        mandateMonths: T.Optional(programmeFields.mandateMonths),
        minPerQuarter: T.Optional(programmeFields.minPerQuarter),
        leaderId: T.Optional(Id),
        communityId: T.Optional(Nullable(Id)),
        changeId: T.Optional(Nullable(Id)),
        charter: T.Optional(T.String({ maxLength: 10_000 })),
      },
      strict,
    ),
    response: ProgrammeDetail,
  }),
  'GET /api/v1/ambassador-programmes/:ambassadorProgrammeId': defineRoute({
    summary: 'One programme: purpose, charter, who covers which entity and site, meetings',
    access: signedIn,
    params: ofProgramme,
    response: ProgrammeDetail,
  }),
  'PATCH /api/v1/ambassador-programmes/:ambassadorProgrammeId': defineRoute({
    summary: 'Change a programme, or close it',
    access: signedIn,
    params: ofProgramme,
    body: T.Object(
      {
        name: T.Optional(programmeFields.name),
        purpose: T.Optional(programmeFields.purpose),
        leaderId: T.Optional(Id),
        seats: T.Optional(programmeFields.seats),
        mandateMonths: T.Optional(programmeFields.mandateMonths),
        minPerQuarter: T.Optional(programmeFields.minPerQuarter),
        closed: T.Optional(T.Boolean()),
      },
      strict,
    ),
    response: ProgrammeDetail,
  }),
  'PUT /api/v1/ambassador-programmes/:ambassadorProgrammeId/charter': defineRoute({
    summary: 'Publish a new version of the charter; the versions before it remain',
    access: signedIn,
    params: ofProgramme,
    body: T.Object({ text: T.String({ minLength: 1, maxLength: 10_000 }) }, strict),
    response: ProgrammeDetail,
  }),
  'GET /api/v1/ambassador-programmes/:ambassadorProgrammeId/cohort': defineRoute({
    summary: 'The people of a programme, for who leads it; the look is written to the access log',
    access: signedIn,
    params: ofProgramme,
    response: Cohort,
  }),
  'GET /api/v1/ambassador-programmes/:ambassadorProgrammeId/report': defineRoute({
    summary: 'For the sponsor: counts over at least five people',
    access: signedIn,
    params: ofProgramme,
    response: SponsorReport,
  }),
  'POST /api/v1/ambassador-programmes/:ambassadorProgrammeId/nominations': defineRoute({
    summary: 'Propose oneself or a colleague; the colleague says yes first',
    access: signedIn,
    params: ofProgramme,
    body: T.Object({ memberId: T.Optional(Id), word: T.Optional(T.String({ maxLength: 500 })) }, strict),
    response: T.Object({ mandateId: Id }),
  }),
  'POST /api/v1/ambassador-programmes/:ambassadorProgrammeId/launch': defineRoute({
    summary: 'Launch, after a kick-off with at least 60 % present',
    access: signedIn,
    params: ofProgramme,
    response: ProgrammeDetail,
  }),
  'POST /api/v1/ambassador-programmes/:ambassadorProgrammeId/meetings': defineRoute({
    summary: 'Set the kick-off or a quarterly meeting; it stands in the community’s calendar',
    access: signedIn,
    params: ofProgramme,
    body: T.Object(
      {
        kind: T.Enum(['kickoff', 'quarterly']),
        title: Title,
        startsWall: T.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}$' }),
        durationMinutes: T.Integer({ minimum: 15, maximum: 480 }),
        place: T.Optional(T.String({ maxLength: 200 })),
        link: T.Optional(Url),
      },
      strict,
    ),
    response: ProgrammeDetail,
  }),
  'GET /api/v1/ambassador-meetings/:meetingId/attendance': defineRoute({
    summary: 'Who was to come and who was there, for who leads; the look is written to the access log',
    access: signedIn,
    params: ofMeeting,
    response: T.Object({
      items: T.Array(T.Object({ mandateId: Id, name: T.String(), memberId: Id, present: T.Boolean() })),
    }),
  }),
  'PUT /api/v1/ambassador-meetings/:meetingId/attendance': defineRoute({
    summary: 'Count who was there',
    access: signedIn,
    params: ofMeeting,
    body: T.Object({ present: T.Array(Id, { maxItems: 5000 }) }, strict),
    response: ProgrammeDetail,
  }),
  'PUT /api/v1/ambassador-meetings/:meetingId/recap': defineRoute({
    summary: 'Send what was said and three actions',
    access: signedIn,
    params: ofMeeting,
    body: T.Object(
      {
        recap: T.String({ minLength: 1, maxLength: 4000 }),
        actions: T.Array(Title, { minItems: 1, maxItems: 3 }),
      },
      strict,
    ),
    response: ProgrammeDetail,
  }),
  'POST /api/v1/ambassador-mandates/:mandateId/steps': defineRoute({
    summary: 'A step of the state machine; a refusal says what is missing',
    access: signedIn,
    params: ofMandate,
    body: T.Object({ step: StepShape }, strict),
    response: T.Object({ state: T.String(), isWaiting: T.Boolean() }),
  }),
  'PUT /api/v1/ambassador-mandates/:mandateId/induction/:key': defineRoute({
    summary: 'Tick a step of the induction, or take the tick away',
    access: signedIn,
    params: T.Object({ mandateId: Id, key: InductionShape }),
    body: T.Object({ done: T.Boolean() }, strict),
  }),
  'PUT /api/v1/ambassador-mandates/:mandateId/buddy': defineRoute({
    summary: 'Name who accompanies the induction',
    access: signedIn,
    params: ofMandate,
    body: T.Object({ memberId: Nullable(Id) }, strict),
  }),
  'PUT /api/v1/ambassador-mandates/:mandateId/talk': defineRoute({
    summary: 'Write down that the talk was held, with a note that is shared or not',
    access: signedIn,
    params: ofMandate,
    body: T.Object(
      { heldOn: Day, note: T.Optional(Nullable(T.String({ maxLength: 2000 }))), shareNote: T.Boolean() },
      strict,
    ),
  }),
  'PUT /api/v1/ambassador-mandates/:mandateId/thanks': defineRoute({
    summary: 'Write the thank-you text',
    access: signedIn,
    params: ofMandate,
    body: T.Object({ text: Words }, strict),
  }),
  'PUT /api/v1/ambassador-mandates/:mandateId/announcement': defineRoute({
    summary: 'Word one’s own announcement',
    access: self,
    params: ofMandate,
    body: T.Object({ text: Words }, strict),
    response: OwnMandate,
  }),
  'GET /api/v1/me/ambassador': defineRoute({
    summary: 'My mandates, my record, whom I accompany',
    access: self,
    response: Mine,
  }),
  'PATCH /api/v1/ambassador-mandates/:mandateId': defineRoute({
    summary: 'Say how to be reached, whether to be listed, whether to take turns',
    access: self,
    params: ofMandate,
    body: T.Object(
      {
        reachWord: T.Optional(Nullable(T.String({ maxLength: 200 }))),
        isListed: T.Optional(T.Boolean()),
        acceptsTurns: T.Optional(T.Boolean()),
      },
      strict,
    ),
    response: OwnMandate,
  }),
  'PUT /api/v1/ambassador-mandates/:mandateId/commitment': defineRoute({
    summary: 'Ask one’s line manager for hours a month, by a link in a mail',
    access: self,
    params: ofMandate,
    body: T.Object(
      {
        hours: T.Number({ minimum: 0.5, maximum: 60 }),
        managerAddress: T.String({ minLength: 3, maxLength: 200 }),
      },
      strict,
    ),
    response: OwnMandate,
  }),
  'POST /api/v1/ambassador-mandates/:mandateId/absences': defineRoute({
    summary: 'Declare an absence; no reason is asked',
    access: self,
    params: ofMandate,
    body: T.Object({ from: Day, to: Day }, strict),
    response: OwnMandate,
  }),
  'DELETE /api/v1/ambassador-mandates/:mandateId/absences/:absenceId': defineRoute({
    summary: 'Take an absence back',
    access: self,
    params: T.Object({ mandateId: Id, absenceId: Id }),
    response: OwnMandate,
  }),
  'POST /api/v1/ambassador-mandates/:mandateId/idea-pass': defineRoute({
    summary: 'Pass one’s turn this month',
    access: self,
    params: ofMandate,
    response: OwnMandate,
  }),
  'POST /api/v1/ambassador-mandates/:mandateId/contributions': defineRoute({
    summary: 'Declare a contribution; the minutes are optional',
    access: self,
    params: ofMandate,
    body: T.Object(
      {
        on: Day,
        kind: ContributionKindShape,
        title: T.String({ minLength: 1, maxLength: 200 }),
        url: T.Optional(Nullable(Url)),
        minutes: T.Optional(Nullable(T.Integer({ minimum: 1, maximum: 6000 }))),
      },
      strict,
    ),
    response: OwnMandate,
  }),
  'PATCH /api/v1/ambassador-contributions/:contributionId': defineRoute({
    summary: 'Word a line of one’s record otherwise',
    access: self,
    params: T.Object({ contributionId: Id }),
    body: T.Object(
      {
        on: T.Optional(Day),
        title: T.Optional(T.String({ minLength: 1, maxLength: 200 })),
        minutes: T.Optional(Nullable(T.Integer({ minimum: 1, maximum: 6000 }))),
      },
      strict,
    ),
    response: OwnMandate,
  }),
  'DELETE /api/v1/ambassador-contributions/:contributionId': defineRoute({
    summary: 'Take a line out of one’s record; a detected one does not come back',
    access: self,
    params: T.Object({ contributionId: Id }),
    response: OwnMandate,
  }),
  'POST /api/v1/ambassador-mandates/:mandateId/attestations': defineRoute({
    summary: 'Make an attestation of the lines that one chooses',
    access: self,
    params: ofMandate,
    body: T.Object(
      {
        from: Day,
        to: Day,
        contributionIds: T.Array(Id, { maxItems: 200 }),
        withHours: T.Boolean(),
        withThanks: T.Boolean(),
        withMeetings: T.Boolean(),
        word: T.Optional(T.String({ maxLength: 1000 })),
        language: T.Optional(T.Enum(['fr', 'en'])),
      },
      strict,
    ),
    response: Attestation,
  }),
  'GET /api/v1/ambassador-attestations/:attestationId/file': defineRoute({
    summary: 'The attestation as an accessible PDF',
    access: self,
    params: T.Object({ attestationId: Id }),
    answers: 'file',
  }),
  'PATCH /api/v1/ambassador-attestations/:attestationId': defineRoute({
    summary: 'Note for oneself that it was sent',
    access: self,
    params: T.Object({ attestationId: Id }),
    body: T.Object({ sent: T.Boolean() }, strict),
    response: Attestation,
  }),
  'DELETE /api/v1/ambassador-attestations/:attestationId': defineRoute({
    summary: 'Remove an attestation',
    access: self,
    params: T.Object({ attestationId: Id }),
  }),
  'GET /api/v1/ambassadors': defineRoute({
    summary: 'Directory of ambassadors: whom to turn to, by entity, site and programme',
    access: signedIn,
    query: T.Object({
      ...PageQuery,
      q: T.Optional(T.String({ maxLength: 100 })),
      entity: T.Optional(Id),
      site: T.Optional(Id),
      programme: T.Optional(Id),
      alumni: T.Optional(T.Boolean()),
    }),
    response: Page(ListedAmbassador),
  }),
  'GET /api/v1/members/:memberId/ambassador': defineRoute({
    summary: 'Where somebody is or was an ambassador',
    access: signedIn,
    params: T.Object({ memberId: Id }),
    response: T.Object({ items: T.Array(ListedAmbassador) }),
  }),
  'POST /api/v1/ambassador-agreement/reading': defineRoute({
    summary: 'What a line manager is asked to agree to, and nothing else',
    access: { kind: 'public', because: 'the link itself is the proof' },
    body: T.Object({ token: Token }, strict),
    response: Agreement,
  }),
  'POST /api/v1/ambassador-agreement': defineRoute({
    summary: 'A line manager agrees, refuses with a word, or says how many hours instead; once',
    access: { kind: 'public', because: 'the link itself is the proof' },
    body: T.Object(
      {
        token: Token,
        answer: T.Enum(['agreed', 'refused', 'counter']),
        hours: T.Optional(T.Number({ minimum: 0.5, maximum: 60 })),
        word: T.Optional(T.String({ maxLength: 500 })),
      },
      strict,
    ),
  }),
} as const
