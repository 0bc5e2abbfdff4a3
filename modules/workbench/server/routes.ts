import { serve } from '#platform/http/serve.ts'
import { contract } from '../contract.ts'
import { decideCard, undoCardDecision } from './operations/decide-card.ts'
import { listAsked } from './operations/list-asked.ts'
import { listQuestionsToRescue, readQuestionClock } from './operations/read-rescue.ts'
import { readThisMorning } from './operations/read-this-morning.ts'
import { overrideFold, takeStep } from './operations/take-step.ts'
import { listNewcomers, welcomeNewcomer } from './operations/welcome-newcomer.ts'

export const routes = serve(contract, {
  'GET /api/v1/communities/:community/this-morning': (ctx, { params }) =>
    readThisMorning(ctx, params.community),
  'PUT /api/v1/communities/:community/this-morning/:card': (ctx, { params, body }) =>
    decideCard(ctx, { ...params, ...body }),
  'DELETE /api/v1/communities/:community/this-morning/:card': (ctx, { params }) =>
    undoCardDecision(ctx, params),
  'GET /api/v1/communities/:community/rescue': (ctx, { params, query }) =>
    listQuestionsToRescue(ctx, { ...params, ...query }),
  'POST /api/v1/communities/:community/rescue/:postId/steps': (ctx, { params, body }) =>
    takeStep(ctx, { ...params, ...body }),
  'GET /api/v1/communities/:community/rescue/:postId': (ctx, { params }) => readQuestionClock(ctx, params),
  'POST /api/v1/communities/:community/rescue/:postId/override': (ctx, { params }) =>
    overrideFold(ctx, params),
  'GET /api/v1/communities/:community/welcome': (ctx, { params, query }) =>
    listNewcomers(ctx, { ...params, ...query }),
  'PUT /api/v1/communities/:community/welcome/:memberId': (ctx, { params, body }) =>
    welcomeNewcomer(ctx, { ...params, ...body }),
  'GET /api/v1/me/asked': (ctx, { query }) => listAsked(ctx, query),
})
