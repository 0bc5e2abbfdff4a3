import { Type as T } from 'typebox'
import { MemberCard } from '#modules/people/contract.ts'
import { defineRoute } from '#platform/shared/contract.ts'
import { Id, Instant, Nullable, Page, PageQuery } from '#platform/shared/ids.ts'
import { declareRefusals } from '#platform/shared/refusal.ts'
import {
  AboutMe,
  CaseCard,
  CaseDetail,
  Example,
  LocalTextShape,
  MyReport,
  NoteThread,
  PeerRequest,
  WrittenText,
  YearReport,
  measureKinds,
  steps,
} from '#modules/moderation/shapes.ts'
import { saidOutcomes, templateSteps } from '#modules/moderation/words.ts'

export { measureKinds, offices, outcomes, steps } from '#modules/moderation/shapes.ts'
export { saidOutcomes, templateSteps } from '#modules/moderation/words.ts'
export type {
  AboutMe,
  CaseCard,
  CaseDetail,
  Example,
  Figures,
  Measure,
  MeasureKind,
  MyReport,
  NoteThread,
  Office,
  Outcome,
  Quoted,
  Route,
  Step,
  TemplateStep,
  YearReport,
} from '#modules/moderation/shapes.ts'

export const refusals = declareRefusals({
  caseNotFound: 404,
  measureNotFound: 404,
  noteNotFound: 404,
  requestNotFound: 404,
  exampleNotFound: 404,
  /** One does not report one's own text, nor write oneself a note. */
  ownText: 409,
  textGone: 409,
  alreadyReported: 409,
  articleUnknown: 400,
  /** Something must be said: an article, the law with words, or words. */
  reasonMissing: 400,
  caseClosed: 409,
  /** The author may correct first, unless it is urgent. */
  correctionFirst: 409,
  proposalWaiting: 409,
  alreadyDecided: 409,
  /** Whoever decides is neither who proposed, nor the author, nor who reported. */
  someoneElse: 403,
  peerNotAvailable: 409,
  /** Ten notes in all, two in a row. */
  tooManyNotes: 409,
  appealTaken: 409,
  daysMissing: 400,
  officeNeedsEmployees: 400,
})

const strict = { additionalProperties: false }
const community = T.Object({
  community: T.String({ minLength: 1, maxLength: 100, description: 'Identifier or slug' }),
})
const inCommunity = { kind: 'community', needs: 'moderate' } as const
const ofCase = T.Object({ caseId: Id })
const ofMeasure = T.Object({ measureId: Id })
const words = T.String({ minLength: 1, maxLength: 2000 })
const article = T.Integer({ minimum: 1, maximum: 200 })
const text = { postId: Id, commentId: T.Optional(Nullable(Id)) }

export const contract = {
  'POST /api/v1/reports': defineRoute({
    summary: 'Report a post or a comment: an article of the charter, or the law',
    access: { kind: 'community', needs: 'read' },
    body: T.Object(
      {
        ...text,
        article: T.Optional(Nullable(article)),
        /** Against the law: goes to the people named for that, signed, in good faith. */
        law: T.Optional(T.Boolean()),
        words: T.Optional(Nullable(T.String({ maxLength: 2000 }))),
        /** Not the moderators of this community. */
        around: T.Optional(T.Boolean()),
      },
      strict,
    ),
    response: MyReport,
  }),
  'GET /api/v1/me/moderation': defineRoute({
    summary: 'Notes, reports, what was said about my texts, and what I am asked: all that concerns me',
    access: { kind: 'self' },
    response: T.Object({
      threads: T.Array(NoteThread),
      reports: T.Array(MyReport),
      aboutMe: T.Array(AboutMe),
      peerRequests: T.Array(PeerRequest),
      /** Offices I hold, and how much waits there. */
      mediation: Nullable(T.Integer()),
    }),
  }),
  'POST /api/v1/notes': defineRoute({
    summary: 'Write to the author of one text, between the two of us',
    access: { kind: 'community', needs: 'read' },
    body: T.Object({ ...text, text: words }, strict),
    response: NoteThread,
  }),
  'POST /api/v1/notes/:threadId': defineRoute({
    summary: 'Answer a note; ten in all',
    access: { kind: 'self' },
    params: T.Object({ threadId: Id }),
    body: T.Object({ text: words }, strict),
    response: NoteThread,
  }),
  'POST /api/v1/peer-requests/:requestId': defineRoute({
    summary: 'Write to the author as asked, or say “not this time” (no text)',
    access: { kind: 'self' },
    params: T.Object({ requestId: Id }),
    body: T.Object({ text: T.Optional(Nullable(words)) }, strict),
  }),
  'GET /api/v1/communities/:community/moderation': defineRoute({
    summary: 'Open cases of a community, oldest first; the look is written to the access log',
    access: inCommunity,
    params: community,
    response: T.Object({
      items: T.Array(CaseCard),
      /** The charter was published or read again more than a year ago. */
      charterToReview: T.Boolean(),
      /** Alone: what takes two people goes to the mediators. */
      isAlone: T.Boolean(),
    }),
  }),
  'GET /api/v1/communities/:community/moderation/count': defineRoute({
    summary: 'How many cases wait for the caller',
    access: inCommunity,
    params: community,
    response: T.Object({ waiting: T.Integer() }),
  }),
  'GET /api/v1/communities/:community/moderation/history': defineRoute({
    summary: 'Closed cases of the last twelve months, newest first; the look is written to the access log',
    access: inCommunity,
    params: community,
    query: T.Object(PageQuery),
    response: Page(CaseCard),
  }),
  'GET /api/v1/mediation': defineRoute({
    summary: 'What mediators and the legal desk are asked to decide; only what was reported is shown',
    access: { kind: 'signedIn' },
    response: T.Object({ items: T.Array(CaseCard) }),
  }),
  'GET /api/v1/moderation/cases/:caseId': defineRoute({
    summary: 'One case with its ladder; absent for whoever has no part in it, its author included',
    access: { kind: 'signedIn' },
    params: ofCase,
    response: CaseDetail,
  }),
  'POST /api/v1/moderation/cases/:caseId/steps': defineRoute({
    summary: 'Ask a peer to write, write to the author, or ask the author to correct',
    access: { kind: 'signedIn' },
    params: ofCase,
    body: T.Object(
      {
        step: T.Enum([...steps]),
        toMemberId: T.Optional(Nullable(Id)),
        article: T.Optional(Nullable(article)),
        text: T.Optional(Nullable(words)),
        /** How long the author has, in hours. */
        hours: T.Optional(T.Integer({ minimum: 1, maximum: 168 })),
      },
      strict,
    ),
    response: CaseDetail,
  }),
  'POST /api/v1/moderation/cases/:caseId/measures': defineRoute({
    summary: 'Propose what takes two people: hide, pause, take down',
    access: { kind: 'signedIn' },
    params: ofCase,
    body: T.Object(
      {
        kind: T.Enum([...measureKinds]),
        article: T.Optional(Nullable(article)),
        reason: words,
        note: T.Optional(Nullable(T.String({ maxLength: 300 }))),
        days: T.Optional(T.Integer({ minimum: 1, maximum: 30 })),
        urgent: T.Optional(T.Boolean()),
      },
      strict,
    ),
    response: CaseDetail,
  }),
  'POST /api/v1/moderation/cases/:caseId/closing': defineRoute({
    summary: 'Close a case and say why; those who reported learn it',
    access: { kind: 'signedIn' },
    params: ofCase,
    body: T.Object(
      { outcome: T.Enum([...saidOutcomes]), word: T.Optional(Nullable(T.String({ maxLength: 1000 }))) },
      strict,
    ),
    response: CaseDetail,
  }),
  'POST /api/v1/moderation/cases/:caseId/acknowledgement': defineRoute({
    summary: 'Acknowledge a notice of illegal content',
    access: { kind: 'signedIn' },
    params: ofCase,
    response: CaseDetail,
  }),
  'POST /api/v1/moderation/measures/:measureId/decision': defineRoute({
    summary: 'The second person confirms, or declines with a word',
    access: { kind: 'signedIn' },
    params: ofMeasure,
    body: T.Object(
      { decision: T.Enum(['confirmed', 'declined']), word: T.Optional(Nullable(words)) },
      strict,
    ),
    response: CaseDetail,
  }),
  'POST /api/v1/moderation/measures/:measureId/lift': defineRoute({
    summary: 'Show a text again, end a pause',
    access: { kind: 'signedIn' },
    params: ofMeasure,
    body: T.Object({ word: T.Optional(Nullable(words)) }, strict),
    response: CaseDetail,
  }),
  'POST /api/v1/moderation/measures/:measureId/appeal': defineRoute({
    summary: 'The author asks somebody else to look again',
    access: { kind: 'self' },
    params: ofMeasure,
    body: T.Object({ words, toMediator: T.Optional(T.Boolean()) }, strict),
  }),
  'POST /api/v1/moderation/measures/:measureId/appeal-decision': defineRoute({
    summary: 'Somebody who took no part decides, with reasons; overturning restores',
    access: { kind: 'signedIn' },
    params: ofMeasure,
    body: T.Object({ decision: T.Enum(['upheld', 'overturned']), reasons: words }, strict),
    response: CaseDetail,
  }),
  'GET /api/v1/communities/:community/moderation/templates': defineRoute({
    summary: 'The texts that each step begins with, ours or the community’s own',
    access: inCommunity,
    params: community,
    response: T.Object({
      items: T.Array(
        T.Object({ step: T.Enum([...templateSteps]), text: LocalTextShape, isOurs: T.Boolean() }),
      ),
    }),
  }),
  'PUT /api/v1/communities/:community/moderation/templates/:step': defineRoute({
    summary: 'Adapt the text of a step; empty brings ours back',
    access: inCommunity,
    params: T.Object({ ...community.properties, step: T.Enum([...templateSteps]) }),
    body: T.Object({ text: WrittenText }, strict),
  }),
  'GET /api/v1/communities/:community/moderation-report': defineRoute({
    summary:
      'The yearly figures of moderation, here and in the whole organisation; under five is said as few',
    access: { kind: 'community', needs: 'read' },
    params: community,
    query: T.Object({ year: T.Optional(T.Integer({ minimum: 2000, maximum: 2200 })) }),
    response: YearReport,
  }),
  'GET /api/v1/moderation-report': defineRoute({
    summary: 'The yearly figures of moderation in the whole organisation',
    access: { kind: 'signedIn' },
    query: T.Object({ year: T.Optional(T.Integer({ minimum: 2000, maximum: 2200 })) }),
    response: YearReport,
  }),
  'GET /api/v1/communities/:community/charter/examples': defineRoute({
    summary: 'What articles mean in practice: cases without names',
    access: { kind: 'community', needs: 'read' },
    params: community,
    response: T.Object({ items: T.Array(Example), canWrite: T.Boolean() }),
  }),
  'POST /api/v1/communities/:community/charter/examples': defineRoute({
    summary: 'Attach a case without names to an article',
    access: inCommunity,
    params: community,
    body: T.Object({ article, situation: WrittenText, lesson: WrittenText }, strict),
    response: Example,
  }),
  'DELETE /api/v1/communities/:community/charter/examples/:exampleId': defineRoute({
    summary: 'Take a case without names away',
    access: inCommunity,
    params: T.Object({ ...community.properties, exampleId: Id }),
  }),
  'PUT /api/v1/communities/:community/charter/review': defineRoute({
    summary: 'The managers have read the charter again: nothing to change for a year',
    access: { kind: 'community', needs: 'manage' },
    params: community,
  }),
  'GET /api/v1/admin/mediators': defineRoute({
    summary: 'Who mediates, and who receives notices of illegal content',
    access: { kind: 'administrator' },
    response: T.Object({
      mediators: T.Array(MemberCard),
      legalDesk: T.Array(MemberCard),
      /** Oldest notice not acknowledged yet. */
      oldestNotice: Nullable(Instant),
    }),
  }),
  'PUT /api/v1/admin/mediators': defineRoute({
    summary: 'Name the mediators and the legal desk (employees); under two, administrators stand in',
    access: { kind: 'administrator' },
    body: T.Object(
      {
        mediators: T.Array(Id, { maxItems: 20, uniqueItems: true }),
        legalDesk: T.Array(Id, { maxItems: 20, uniqueItems: true }),
      },
      strict,
    ),
  }),
} as const
export type Contract = typeof contract
