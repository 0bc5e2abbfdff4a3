import { Type as T } from 'typebox'
import { CommunityKind } from '#modules/communities/contract.ts'
import { defineRoute } from '#platform/shared/contract.ts'
import { Day, Id, Nullable, Page, PageQuery } from '#platform/shared/ids.ts'
import { declareRefusals } from '#platform/shared/refusal.ts'
import {
  Board,
  BoardColumn,
  ClosingReview,
  Decision,
  Helper,
  KindPreview,
  KindView,
  MaybeWords,
  MyProgramme,
  oneOf,
  PostStep,
  Programme,
  Step,
  StepShare,
  strict,
  Words,
  WrittenProgrammeStep,
  WrittenStep,
} from './shapes.ts'
import { deciders, fates } from './words.ts'

export type {
  Board,
  BoardCard,
  BoardColumn,
  ClosingReview,
  Decision,
  KindPreview,
  KindState,
  KindView,
  Move,
  MyProgramme,
  PostStep,
  Presets,
  Programme,
  ProgrammeStep,
  SortableThread,
  Step,
  StepShare,
  WrittenProgrammeStep,
  WrittenStep,
} from './shapes.ts'

export const refusals = declareRefusals({
  sameKind: 409,
  /** Conversations sit at a step that would go. */
  stepInUse: 409,
  stepNotFound: 404,
  noSteps: 409,
  notOnBoard: 404,
  /** Somebody else has moved it since it was looked at. */
  movedMeanwhile: 409,
  waitedUnknown: 400,
  targetOfUnknown: 400,
  notDone: 409,
  decisionNotFound: 404,
  reviewFinished: 409,
  dayInFuture: 400,
})

const Community = T.String({ minLength: 1, maxLength: 100 })
const community = T.Object({ community: Community })
const post = T.Object({ postId: Id })

export const contract = {
  'GET /api/v1/communities/:community/kind': defineRoute({
    summary: 'What the kind brings to this community, what is there of it, and how the kind changed',
    access: { kind: 'community', needs: 'read' },
    params: community,
    response: KindView,
  }),
  'GET /api/v1/communities/:community/kind/preview': defineRoute({
    summary: 'What another kind would add, put away and leave; nothing is lost',
    access: { kind: 'community', needs: 'manage' },
    params: community,
    query: T.Object({ to: CommunityKind }),
    response: KindPreview,
  }),
  'PUT /api/v1/communities/:community/kind': defineRoute({
    summary: 'Change the kind; members are told',
    access: { kind: 'community', needs: 'manage' },
    params: community,
    body: T.Object({ to: CommunityKind, why: T.Optional(MaybeWords(500)) }, strict),
    response: KindView,
    refusals: ['sameKind'],
  }),

  'GET /api/v1/communities/:community/board': defineRoute({
    summary: 'Conversations by step of the process, late ones first',
    access: { kind: 'community', needs: 'read' },
    params: community,
    response: Board,
  }),
  'GET /api/v1/communities/:community/board/steps/:stepId': defineRoute({
    summary: 'More conversations of one step',
    access: { kind: 'community', needs: 'read' },
    params: T.Object({ community: Community, stepId: Id }),
    query: T.Object(PageQuery),
    response: BoardColumn,
    refusals: ['stepNotFound'],
  }),
  'GET /api/v1/communities/:community/board/unplaced': defineRoute({
    summary: 'Conversations that sit at no step yet, the latest first',
    access: { kind: 'community', needs: 'read' },
    params: community,
    query: T.Object(PageQuery),
    response: Page(T.Object({ postId: Id, title: T.String(), kind: T.String() })),
  }),
  'GET /api/v1/communities/:community/board/months': defineRoute({
    summary: 'Moves within the target, by step and closed month, with Wilson intervals',
    access: { kind: 'community', needs: 'read' },
    params: community,
    query: T.Object({ months: T.Optional(T.Integer({ minimum: 1, maximum: 24, default: 6 })) }),
    response: T.Object({ shares: T.Array(StepShare) }),
  }),
  'PUT /api/v1/communities/:community/process': defineRoute({
    summary: 'The steps of the process in order; a step that is left out is put away once nothing sits at it',
    access: { kind: 'community', needs: 'manage' },
    params: community,
    body: T.Object({ steps: T.Array(WrittenStep, { minItems: 1, maxItems: 12 }) }, strict),
    response: T.Object({ steps: T.Array(Step) }),
    refusals: ['stepInUse', 'stepNotFound'],
  }),
  'GET /api/v1/posts/:postId/step': defineRoute({
    summary: 'Where a conversation sits, whom it waits for, and its moves',
    access: { kind: 'community', needs: 'read' },
    params: post,
    response: PostStep,
    refusals: ['postNotFound'],
  }),
  'PUT /api/v1/posts/:postId/step': defineRoute({
    summary: 'Put a conversation at a step, or change whom it waits for; who is waited for is told',
    access: { kind: 'community', needs: 'participate' },
    params: post,
    body: T.Object(
      {
        stepId: Id,
        /** The step where the mover saw it; another one by now is `movedMeanwhile`. */
        fromStepId: T.Optional(Nullable(Id)),
        waitsForId: T.Optional(Nullable(Id)),
        note: T.Optional(MaybeWords(300)),
      },
      strict,
    ),
    response: PostStep,
    refusals: ['postNotFound', 'stepNotFound', 'movedMeanwhile', 'waitedUnknown'],
  }),
  'DELETE /api/v1/posts/:postId/step': defineRoute({
    summary: 'Take a conversation off the board; its moves stay',
    access: { kind: 'community', needs: 'participate' },
    params: post,
    response: PostStep,
    refusals: ['postNotFound', 'notOnBoard'],
  }),

  'GET /api/v1/communities/:community/programme': defineRoute({
    summary: 'The steps of the programme, with my own ticks and nobody else’s',
    access: { kind: 'community', needs: 'read' },
    params: community,
    response: Programme,
  }),
  'PUT /api/v1/communities/:community/programme': defineRoute({
    summary: 'Write the programme in order; a step that is left out is put away with its ticks',
    access: { kind: 'community', needs: 'manage' },
    params: community,
    body: T.Object({ steps: T.Array(WrittenProgrammeStep, { maxItems: 60 }) }, strict),
    response: Programme,
    refusals: ['stepNotFound', 'targetOfUnknown'],
  }),
  'PUT /api/v1/communities/:community/programme/:stepId/tick': defineRoute({
    summary: 'I have done this step; others may ask me, if I agree',
    access: { kind: 'community', needs: 'participate' },
    params: T.Object({ community: Community, stepId: Id }),
    body: T.Object({ helps: T.Optional(T.Boolean()) }, strict),
    response: Programme,
    refusals: ['stepNotFound'],
  }),
  'DELETE /api/v1/communities/:community/programme/:stepId/tick': defineRoute({
    summary: 'Take my tick back',
    access: { kind: 'community', needs: 'participate' },
    params: T.Object({ community: Community, stepId: Id }),
    response: Programme,
    refusals: ['stepNotFound'],
  }),
  'GET /api/v1/communities/:community/programme/:stepId/helpers': defineRoute({
    summary: 'Who has done it and agreed to be asked',
    access: { kind: 'community', needs: 'read' },
    params: T.Object({ community: Community, stepId: Id }),
    query: T.Object(PageQuery),
    response: Page(Helper),
    refusals: ['stepNotFound'],
  }),
  'GET /api/v1/me/programmes': defineRoute({
    summary: 'Programmes of my communities and how far I am; for me alone',
    access: { kind: 'self' },
    response: T.Object({ programmes: T.Array(MyProgramme) }),
  }),

  'GET /api/v1/communities/:community/project/decisions': defineRoute({
    summary: 'What the project decided, the latest first',
    access: { kind: 'community', needs: 'read' },
    params: community,
    query: T.Object(PageQuery),
    response: T.Object({ ...Page(Decision).properties, can: T.Object({ manage: T.Boolean() }) }),
  }),
  'POST /api/v1/communities/:community/project/decisions': defineRoute({
    summary: 'Note a decision: what, why, who decided as a role, and the conversation it comes from',
    access: { kind: 'community', needs: 'manage' },
    params: community,
    body: T.Object(
      {
        on: Day,
        decision: Words(500),
        why: Words(2000),
        decidedAs: oneOf(deciders),
        postId: T.Optional(Nullable(Id)),
        /** The earlier decision that this one replaces; it stays readable. */
        replaces: T.Optional(Nullable(Id)),
      },
      strict,
    ),
    response: T.Object({ id: Id }),
    refusals: ['decisionNotFound', 'postNotFound', 'dayInFuture'],
  }),
  'DELETE /api/v1/communities/:community/project/decisions/:decisionId': defineRoute({
    summary: 'Withdraw a decision noted by mistake',
    access: { kind: 'community', needs: 'manage' },
    params: T.Object({ community: Community, decisionId: Id }),
    refusals: ['decisionNotFound'],
  }),
  'GET /api/v1/communities/:community/closing-review': defineRoute({
    summary: 'The review that closes a project: what it delivers, learnt, and leaves as pages',
    access: { kind: 'community', needs: 'read' },
    params: community,
    response: ClosingReview,
  }),
  'PUT /api/v1/communities/:community/closing-review': defineRoute({
    summary: 'Write the review; `finish` ends it. The community is closed elsewhere, by a person',
    access: { kind: 'community', needs: 'manage' },
    params: community,
    body: T.Object(
      { delivered: MaybeWords(2000), learnt: MaybeWords(2000), finish: T.Optional(T.Boolean()) },
      strict,
    ),
    response: ClosingReview,
    refusals: ['reviewFinished'],
  }),
  'PUT /api/v1/communities/:community/closing-review/threads/:postId': defineRoute({
    summary: 'Make a page of a conversation, or leave it where it is',
    access: { kind: 'community', needs: 'manage' },
    params: T.Object({ community: Community, postId: Id }),
    body: T.Object({ fate: oneOf(fates) }, strict),
    response: ClosingReview,
    refusals: ['postNotFound', 'reviewFinished'],
  }),
} as const
