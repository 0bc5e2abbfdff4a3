import { contract } from '#modules/kinds/contract.ts'
import { serve } from '#platform/http/serve.ts'
import {
  noteDecision,
  readClosingReview,
  readDecisions,
  sortThread,
  takeDecisionBack,
  writeClosingReview,
} from './operations/carry-project.ts'
import {
  readHelpers,
  readMyProgrammes,
  readProgramme,
  tickStep,
  untickStep,
  writeProgramme,
} from './operations/follow-programme.ts'
import { moveConversation, takeOffBoard } from './operations/move-conversation.ts'
import { readBoard, readColumn, readMonths, readPostStep, readUnplaced } from './operations/read-board.ts'
import { changeKind, previewKind, readKind } from './operations/read-kind.ts'
import { writeProcess } from './operations/write-process.ts'

export const routes = serve(contract, {
  'GET /api/v1/communities/:community/kind': (ctx, { params }) => readKind(ctx, params.community),
  'GET /api/v1/communities/:community/kind/preview': (ctx, { params, query }) =>
    previewKind(ctx, params.community, query.to),
  'PUT /api/v1/communities/:community/kind': (ctx, { params, body }) =>
    changeKind(ctx, params.community, body),
  'GET /api/v1/communities/:community/board': (ctx, { params }) => readBoard(ctx, params.community),
  'GET /api/v1/communities/:community/board/steps/:stepId': (ctx, { params, query }) =>
    readColumn(ctx, params.community, params.stepId, query),
  'GET /api/v1/communities/:community/board/unplaced': (ctx, { params, query }) =>
    readUnplaced(ctx, params.community, query),
  'GET /api/v1/communities/:community/board/months': (ctx, { params, query }) =>
    readMonths(ctx, params.community, query.months ?? 6),
  'PUT /api/v1/communities/:community/process': (ctx, { params, body }) =>
    writeProcess(ctx, params.community, body.steps),
  'GET /api/v1/posts/:postId/step': (ctx, { params }) => readPostStep(ctx, params.postId),
  'PUT /api/v1/posts/:postId/step': (ctx, { params, body }) => moveConversation(ctx, { ...params, ...body }),
  'DELETE /api/v1/posts/:postId/step': (ctx, { params }) => takeOffBoard(ctx, params.postId),
  'GET /api/v1/communities/:community/programme': (ctx, { params }) => readProgramme(ctx, params.community),
  'PUT /api/v1/communities/:community/programme': (ctx, { params, body }) =>
    writeProgramme(ctx, params.community, body.steps),
  'PUT /api/v1/communities/:community/programme/:stepId/tick': (ctx, { params, body }) =>
    tickStep(ctx, { ...params, ...body }),
  'DELETE /api/v1/communities/:community/programme/:stepId/tick': (ctx, { params }) =>
    untickStep(ctx, params),
  'GET /api/v1/communities/:community/programme/:stepId/helpers': (ctx, { params, query }) =>
    readHelpers(ctx, { ...params, ...query }),
  'GET /api/v1/me/programmes': (ctx) => readMyProgrammes(ctx),
  'GET /api/v1/communities/:community/project/decisions': (ctx, { params, query }) =>
    readDecisions(ctx, params.community, query),
  'POST /api/v1/communities/:community/project/decisions': (ctx, { params, body }) =>
    noteDecision(ctx, params.community, body),
  'DELETE /api/v1/communities/:community/project/decisions/:decisionId': (ctx, { params }) =>
    takeDecisionBack(ctx, params.community, params.decisionId),
  'GET /api/v1/communities/:community/closing-review': (ctx, { params }) =>
    readClosingReview(ctx, params.community),
  'PUT /api/v1/communities/:community/closing-review': (ctx, { params, body }) =>
    writeClosingReview(ctx, params.community, body),
  'PUT /api/v1/communities/:community/closing-review/threads/:postId': (ctx, { params, body }) =>
    sortThread(ctx, { ...params, ...body }),
})
