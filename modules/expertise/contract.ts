import type { Static } from 'typebox'
import { Type as T } from 'typebox'
import { CommunityRef } from '#modules/communities/contract.ts'
import { MemberCard } from '#modules/people/contract.ts'
import { personal } from '#platform/privacy/registry.ts'
import { defineRoute } from '#platform/shared/contract.ts'
import { Day, Id, Instant, Nullable, Page, PageQuery } from '#platform/shared/ids.ts'
import { declareRefusals } from '#platform/shared/refusal.ts'

export const refusals = declareRefusals({
  /** The subject is not (or no longer) among those that the person declares. */
  skillNotDeclared: 409,
  notOneself: 409,
  occasionMissing: 400,
  confirmationNotFound: 404,
  absenceEndsBeforeItStarts: 400,
  absenceTooLong: 400,
  yearsReversed: 400,
  /** Only a waiting question is brought to somebody. */
  questionNotOpen: 409,
  personNotMember: 409,
  alreadyAsked: 409,
  /** Somebody is asked at most twice a week, whoever asks. */
  askedTwiceThisWeek: 409,
  /** `data.until`: the last day of the absence. */
  personAway: 409,
  personOptedOut: 409,
  askNotFound: 404,
})

const strict = { additionalProperties: false }
const memberParams = T.Object({ memberId: Id })
const postParams = T.Object({ postId: Id })
const Subject = T.String({ minLength: 1, maxLength: 80 })
const Line = (maxLength: number) => T.String({ minLength: 1, maxLength })

/** One colleague's word for one declared subject. `isHidden` ones reach only the person themselves. */
export const Confirmation = T.Object(
  {
    id: Id,
    by: MemberCard,
    occasion: T.String(),
    at: Instant,
    isHidden: T.Boolean(),
    isMine: T.Boolean(),
  },
  personal('confirmation'),
)
export type Confirmation = Static<typeof Confirmation>

/** What accepted answers and pages show; counted over what this viewer may read. */
export const Demonstrated = T.Object(
  { subject: T.String(), answers: T.Integer(), pages: T.Integer() },
  personal('demonstrated'),
)
export type Demonstrated = Static<typeof Demonstrated>

export const Absence = T.Object({ from: Day, to: Day }, personal('absence'))
export type Absence = Static<typeof Absence>

export const Project = T.Object(
  {
    name: T.String(),
    role: Nullable(T.String()),
    fromYear: Nullable(T.Integer()),
    toYear: Nullable(T.Integer()),
  },
  personal('project'),
)
export type Project = Static<typeof Project>

/** What somebody knows, in three sources that are never mixed. */
export const Expertise = T.Object(
  {
    declared: T.Array(
      T.Object({
        skill: T.String(),
        isNamedExpert: T.Boolean(),
        confirmations: T.Array(Confirmation),
        isConfirmedByMe: T.Boolean(),
      }),
    ),
    demonstrated: T.Array(Demonstrated),
    projects: T.Array(Project),
    interests: T.Array(T.String()),
    absence: Nullable(Absence),
    can: T.Object({ confirm: T.Boolean() }),
  },
  personal('expertise'),
)
export type Expertise = Static<typeof Expertise>

/** An accepted answer, or a page, that the viewer may read. */
export const Evidence = T.Object({
  kind: T.Enum(['answer', 'page']),
  id: Id,
  title: T.String(),
  language: T.String(),
  community: CommunityRef,
  at: Instant,
})
export type Evidence = Static<typeof Evidence>

export const OwnExpertise = T.Object(
  {
    skills: T.Array(T.String()),
    namedExpertOf: T.Array(T.String()),
    projects: T.Array(Project),
    interests: T.Array(T.String()),
    mayBeAsked: T.Boolean(),
    mayBeIntroduced: T.Boolean(),
    absence: Nullable(Absence),
  },
  personal('expertise'),
)
export type OwnExpertise = Static<typeof OwnExpertise>

const year = Nullable(T.Integer({ minimum: 1950, maximum: 2100 }))
export const OwnExpertiseChange = T.Partial(
  T.Object({
    namedExpertOf: T.Array(Subject, { maxItems: 12 }),
    projects: T.Array(
      T.Object(
        {
          name: Line(80),
          role: T.Optional(Nullable(Line(80))),
          fromYear: T.Optional(year),
          toYear: T.Optional(year),
        },
        strict,
      ),
      { maxItems: 12 },
    ),
    interests: T.Array(Line(40), { maxItems: 12 }),
    mayBeAsked: T.Boolean(),
    mayBeIntroduced: T.Boolean(),
    absence: Nullable(T.Object({ from: Day, to: Day }, strict)),
  }),
  strict,
)
export type OwnExpertiseChange = Static<typeof OwnExpertiseChange>

/** Why somebody could answer, strongest first: said so; answered this subject; is the community's expert; answered questions like it. */
export const ProposalReason = T.Enum(['askMeAbout', 'answeredTag', 'expert', 'answeredNear'])

/** Somebody who could answer a question, why, and how often they were asked these seven days. */
export const Proposal = T.Object(
  {
    member: MemberCard,
    reason: ProposalReason,
    /** The subject of the reason, where there is one. */
    subject: Nullable(T.String()),
    isConfirmed: T.Boolean(),
    askedThisWeek: T.Integer(),
  },
  personal('proposal'),
)
export type Proposal = Static<typeof Proposal>

/** Who was asked about one question, and who could be. A "not this time" is not told: it only frees a place. */
export const WhoCouldAnswer = T.Object({
  proposals: T.Array(Proposal),
  asked: T.Array(
    T.Object({ member: MemberCard, at: Instant, awayUntil: Nullable(Day) }, personal('proposal')),
  ),
  isWaiting: T.Boolean(),
})
export type WhoCouldAnswer = Static<typeof WhoCouldAnswer>

export const Introduction = T.Object(
  {
    member: MemberCard,
    reasons: T.Array(
      T.Object({ kind: T.Enum(['skill', 'interest', 'project', 'subject']), subject: T.String() }),
    ),
  },
  personal('introduction'),
)
export type Introduction = Static<typeof Introduction>

/**
 * A subject of the community's questions, shown once at least five people took part in it. `experts` are people who
 * agreed to be named: the role, or the consent on a declared subject.
 */
export const SubjectCover = T.Object({
  subject: T.String(),
  cover: T.Enum(['nobody', 'one', 'several']),
  questions: T.Enum(['few', 'some', 'many']),
  experts: T.Array(MemberCard),
})
export type SubjectCover = Static<typeof SubjectCover>

const self = { kind: 'self' } as const
const signedIn = { kind: 'signedIn' } as const
const read = { kind: 'community', needs: 'read' } as const

export const contract = {
  'GET /api/v1/members/:memberId/expertise': defineRoute({
    summary: 'What somebody knows: declared, confirmed by colleagues, shown by what they wrote',
    access: signedIn,
    params: memberParams,
    response: Expertise,
    refusals: ['notFound'],
  }),
  'GET /api/v1/members/:memberId/evidence': defineRoute({
    summary: 'Accepted answers and pages behind a subject, within what the viewer may read; newest first',
    access: signedIn,
    params: memberParams,
    query: T.Object({ subject: Subject, ...PageQuery }),
    response: Page(Evidence),
    refusals: ['notFound'],
  }),
  'POST /api/v1/members/:memberId/confirmations': defineRoute({
    summary: 'Confirm a declared subject of a colleague, saying on what occasion; again = change the words',
    access: signedIn,
    params: memberParams,
    body: T.Object({ skill: Subject, occasion: T.String({ maxLength: 300 }) }, strict),
    response: Expertise,
    refusals: ['notFound', 'notOneself', 'skillNotDeclared', 'occasionMissing'],
  }),
  'DELETE /api/v1/confirmations/:confirmationId': defineRoute({
    summary: 'Take back a confirmation that I gave',
    access: self,
    params: T.Object({ confirmationId: Id }),
    refusals: ['confirmationNotFound'],
  }),
  'PUT /api/v1/me/confirmations/:confirmationId': defineRoute({
    summary: 'Hide a confirmation that I received, or show it again',
    access: self,
    params: T.Object({ confirmationId: Id }),
    body: T.Object({ isHidden: T.Boolean() }, strict),
    refusals: ['confirmationNotFound'],
  }),
  'GET /api/v1/me/expertise': defineRoute({
    summary: 'What I say of myself, whether I may be asked or introduced, and when I am away',
    access: self,
    response: OwnExpertise,
  }),
  'PATCH /api/v1/me/expertise': defineRoute({
    summary: 'Change my projects, interests, absence, and whether I may be asked, introduced or named',
    access: self,
    body: OwnExpertiseChange,
    response: OwnExpertise,
    refusals: ['skillNotDeclared', 'absenceEndsBeforeItStarts', 'absenceTooLong', 'yearsReversed'],
  }),
  'GET /api/v1/me/introductions': defineRoute({
    summary: 'Up to three people who share a subject with me, with the reason; never by activity',
    access: self,
    response: T.Object({ items: T.Array(Introduction), isOptedOut: T.Boolean(), hasSubjects: T.Boolean() }),
  }),
  'PUT /api/v1/me/introductions/:memberId/declined': defineRoute({
    summary: 'Not this one: never proposed to each other again, and told to nobody',
    access: self,
    params: memberParams,
  }),
  'DELETE /api/v1/me/introductions/:memberId/declined': defineRoute({
    summary: 'Take "not this one" back',
    access: self,
    params: memberParams,
  }),
  'GET /api/v1/posts/:postId/experts': defineRoute({
    summary: 'Who could answer this question: for its author and the managers of its community',
    access: read,
    params: postParams,
    response: WhoCouldAnswer,
    refusals: ['postNotFound', 'notPermitted'],
  }),
  'POST /api/v1/posts/:postId/asks': defineRoute({
    summary: 'Ask one person to look at this question',
    access: read,
    params: postParams,
    body: T.Object({ memberId: Id, note: T.Optional(T.String({ maxLength: 2000 })) }, strict),
    response: WhoCouldAnswer,
    refusals: [
      'postNotFound',
      'notPermitted',
      'questionNotOpen',
      'personNotMember',
      'alreadyAsked',
      'askedTwiceThisWeek',
      'personAway',
      'personOptedOut',
    ],
  }),
  'PUT /api/v1/me/asked/:postId/declined': defineRoute({
    summary: 'Not this time: no reason asked, nobody told',
    access: self,
    params: postParams,
    refusals: ['askNotFound'],
  }),
  'DELETE /api/v1/me/asked/:postId/declined': defineRoute({
    summary: 'Take "not this time" back',
    access: self,
    params: postParams,
    refusals: ['askNotFound'],
  }),
  'GET /api/v1/communities/:community/experts': defineRoute({
    summary: 'Subjects without anybody who knows, or resting on one person; names of voluntary experts only',
    access: { kind: 'community', needs: 'manage' },
    params: T.Object({ community: T.String({ minLength: 1, maxLength: 100 }) }),
    response: T.Object({ subjects: T.Array(SubjectCover), tooFew: T.Integer() }),
  }),
} as const
export type Contract = typeof contract
