import { Type as T } from 'typebox'
import { defineRoute } from '#platform/shared/contract.ts'
import { Day, Id, Nullable } from '#platform/shared/ids.ts'
import { declareRefusals } from '#platform/shared/refusal.ts'
import { Tester, TrialCard, TrialDetail } from './shapes.ts'
import { ideaStatuses, maximumSteps, outcomes, readiness, severities } from './words.ts'

export type { Feedback, Idea, MyResult, Step, Tester, TrialCard, TrialDetail } from './shapes.ts'
export { closedStatuses, ideaStatuses, needsReason, outcomes, readiness, severities } from './words.ts'
export type { IdeaStatus, Outcome, Severity, TrialState } from './words.ts'

export const refusals = declareRefusals({
  trialNotFound: 404,
  stepNotFound: 404,
  ideaNotFound: 404,
  trialLeadersOnly: 403,
  testersOnly: 403,
  trialNotOpen: 409,
  trialFull: 409,
  notInvited: 409,
  scenarioMissing: 409,
  trialDaysWrong: 400,
  populationNotHere: 409,
  seatsTaken: 409,
  ideaReasonMissing: 400,
  votesUsedUp: 409,
  ideaClosed: 409,
  /** Delivered ideas are told together, with thanks. */
  deliverTogether: 409,
  notDelivered: 409,
  mergeNotPossible: 409,
  photoUnknown: 400,
})

const strict = { additionalProperties: false }
const signedIn = { kind: 'signedIn' } as const
const community = T.Object({
  community: T.String({ minLength: 1, maxLength: 100, description: 'Identifier or slug' }),
})
const ofProgramme = T.Object({ programmeId: Id })
const ofTrial = T.Object({ trialId: Id })
const ofIdea = T.Object({ ideaId: Id })
const Title = T.String({ minLength: 1, maxLength: 150 })
const Words = T.Optional(Nullable(T.String({ maxLength: 2000 })))
const Scenario = T.Array(
  T.Object({ id: T.Optional(Id), text: T.String({ minLength: 1, maxLength: 500 }), expected: Words }, strict),
  { maxItems: maximumSteps },
)
const written = {
  title: Title,
  what: T.String({ minLength: 1, maxLength: 3000 }),
  from: Day,
  to: Day,
  seats: T.Integer({ minimum: 1, maximum: 500 }),
  votesEach: T.Optional(T.Integer({ minimum: 1, maximum: 20 })),
  steps: Scenario,
}
const List = T.Object({ items: T.Array(TrialCard), canAdd: T.Boolean() })

export const contract = {
  'GET /api/v1/programmes/:programmeId/trials': defineRoute({
    summary: 'Trials of a programme; drafts for those who lead it',
    access: signedIn,
    params: ofProgramme,
    response: List,
  }),
  'POST /api/v1/programmes/:programmeId/trials': defineRoute({
    summary: 'Prepare a trial in a programme',
    access: signedIn,
    params: ofProgramme,
    body: T.Object({ ...written, populationId: T.Optional(Nullable(Id)) }, strict),
    response: TrialDetail,
    refusals: ['trialDaysWrong', 'populationNotHere'],
  }),
  'GET /api/v1/communities/:community/trials': defineRoute({
    summary: 'Trials of a community; drafts for those who manage it',
    access: { kind: 'community', needs: 'read' },
    params: community,
    response: List,
  }),
  'POST /api/v1/communities/:community/trials': defineRoute({
    summary: 'Prepare a trial in a community',
    access: { kind: 'community', needs: 'manage' },
    params: community,
    body: T.Object(written, strict),
    response: TrialDetail,
    refusals: ['trialDaysWrong'],
  }),
  'GET /api/v1/trials/:trialId': defineRoute({
    summary: 'A trial: scenario, what I tried, the backlog in its order',
    access: signedIn,
    params: ofTrial,
    response: TrialDetail,
    refusals: ['trialNotFound'],
  }),
  'PATCH /api/v1/trials/:trialId': defineRoute({
    summary: 'Change a trial or its scenario, open it, close it',
    access: signedIn,
    params: ofTrial,
    body: T.Object(
      {
        title: T.Optional(Title),
        what: T.Optional(written.what),
        from: T.Optional(Day),
        to: T.Optional(Day),
        seats: T.Optional(written.seats),
        votesEach: written.votesEach,
        steps: T.Optional(Scenario),
        populationId: T.Optional(Nullable(Id)),
        state: T.Optional(T.Enum(['open', 'closed'])),
      },
      strict,
    ),
    response: TrialDetail,
    refusals: [
      'trialNotFound',
      'trialLeadersOnly',
      'trialDaysWrong',
      'scenarioMissing',
      'seatsTaken',
      'populationNotHere',
    ],
  }),
  'PUT /api/v1/trials/:trialId/seat': defineRoute({
    summary: 'I would like to try',
    access: signedIn,
    params: ofTrial,
    response: TrialDetail,
    refusals: ['trialNotFound', 'trialNotOpen', 'trialFull', 'notInvited'],
  }),
  'DELETE /api/v1/trials/:trialId/seat': defineRoute({
    summary: 'I give my seat back; what I tried and voted goes with me',
    access: signedIn,
    params: ofTrial,
    response: TrialDetail,
    refusals: ['trialNotFound'],
  }),
  'PUT /api/v1/trial-steps/:stepId/result': defineRoute({
    summary: 'How one step went for me: done, stuck, not tried, with what happened',
    access: signedIn,
    params: T.Object({ stepId: Id }),
    body: T.Object(
      {
        outcome: T.Enum([...outcomes]),
        severity: T.Optional(Nullable(T.Enum([...severities]))),
        what: Words,
        device: T.Optional(Nullable(T.String({ maxLength: 200 }))),
        photoIds: T.Optional(T.Array(Id, { maxItems: 3 })),
      },
      strict,
    ),
    response: TrialDetail,
    refusals: ['stepNotFound', 'testersOnly', 'trialNotOpen', 'photoUnknown'],
  }),
  'PUT /api/v1/trials/:trialId/feedback': defineRoute({
    summary: 'What I say of the whole',
    access: signedIn,
    params: ofTrial,
    body: T.Object({ good: Words, missing: Words, ready: T.Enum([...readiness]) }, strict),
    response: TrialDetail,
    refusals: ['trialNotFound', 'testersOnly', 'trialNotOpen'],
  }),
  'GET /api/v1/trials/:trialId/testers': defineRoute({
    summary: 'Who tried what, for those who lead the trial; the look is written to the access log',
    access: signedIn,
    params: ofTrial,
    response: T.Object({ testers: T.Array(Tester) }),
    refusals: ['trialNotFound', 'trialLeadersOnly'],
  }),
  'POST /api/v1/trials/:trialId/ideas': defineRoute({
    summary: 'Propose an idea; who leads may write it down for the tester who had it',
    access: signedIn,
    params: ofTrial,
    body: T.Object(
      { title: Title, text: Words, stepId: T.Optional(Nullable(Id)), authorId: T.Optional(Id) },
      strict,
    ),
    response: TrialDetail,
    refusals: ['trialNotFound', 'testersOnly', 'trialNotOpen', 'trialLeadersOnly', 'stepNotFound'],
  }),
  'PATCH /api/v1/trial-ideas/:ideaId': defineRoute({
    summary: 'Word an idea otherwise, say where it stands and why, move it in the order',
    access: signedIn,
    params: ofIdea,
    body: T.Object(
      {
        title: T.Optional(Title),
        text: Words,
        status: T.Optional(T.Enum([...ideaStatuses])),
        reason: Words,
        /** The idea after which it comes; null: the first. */
        afterId: T.Optional(Nullable(Id)),
      },
      strict,
    ),
    response: TrialDetail,
    refusals: ['ideaNotFound', 'trialLeadersOnly', 'ideaReasonMissing', 'deliverTogether'],
  }),
  'POST /api/v1/trial-ideas/:ideaId/merge': defineRoute({
    summary: 'This idea is the same as another: authors and votes go to that one',
    access: signedIn,
    params: ofIdea,
    body: T.Object({ intoId: Id }, strict),
    response: TrialDetail,
    refusals: ['ideaNotFound', 'trialLeadersOnly', 'mergeNotPossible'],
  }),
  'PUT /api/v1/trial-ideas/:ideaId/vote': defineRoute({
    summary: 'Give one of my votes to an idea',
    access: signedIn,
    params: ofIdea,
    response: TrialDetail,
    refusals: ['ideaNotFound', 'testersOnly', 'trialNotOpen', 'ideaClosed', 'votesUsedUp'],
  }),
  'DELETE /api/v1/trial-ideas/:ideaId/vote': defineRoute({
    summary: 'Take my vote back',
    access: signedIn,
    params: ofIdea,
    response: TrialDetail,
    refusals: ['ideaNotFound', 'testersOnly', 'trialNotOpen', 'ideaClosed'],
  }),
  'POST /api/v1/trials/:trialId/deliveries': defineRoute({
    summary: 'These ideas are delivered: everybody who had or wanted one is thanked, once',
    access: signedIn,
    params: ofTrial,
    body: T.Object(
      {
        ideaIds: T.Array(Id, { minItems: 1, maxItems: 50 }),
        words: T.String({ minLength: 1, maxLength: 400 }),
      },
      strict,
    ),
    response: TrialDetail,
    refusals: ['trialNotFound', 'trialLeadersOnly', 'ideaNotFound', 'ideaClosed'],
  }),
  'PUT /api/v1/trial-ideas/:ideaId/verdict': defineRoute({
    summary: 'Does it work for me?',
    access: signedIn,
    params: ofIdea,
    body: T.Object({ works: T.Boolean(), word: Words }, strict),
    response: TrialDetail,
    refusals: ['ideaNotFound', 'testersOnly', 'notDelivered'],
  }),
  'GET /api/v1/trials/:trialId/backlog-file': defineRoute({
    summary: 'The backlog as a CSV file',
    access: signedIn,
    params: ofTrial,
    answers: 'file',
  }),
} as const
