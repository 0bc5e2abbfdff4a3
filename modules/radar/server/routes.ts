import { contract } from '#modules/radar/contract.ts'
import { serve } from '#platform/http/serve.ts'
import {
  answerAsked,
  askReview,
  chooseFocus,
  proposeBudget,
  readRadar,
  signBudget,
  withdrawBudget,
  writeReview,
} from './operations/lead-radar.ts'

export const routes = serve(contract, {
  'GET /api/v1/programmes/:programmeId/radar': (ctx, { params }) => readRadar(ctx, params.programmeId),
  'POST /api/v1/programmes/:programmeId/radar/answers': (ctx, { params, body }) =>
    answerAsked(ctx, { ...params, ...body }),
  'POST /api/v1/programmes/:programmeId/radar/budgets': (ctx, { params, body }) =>
    proposeBudget(ctx, { ...params, ...body }),
  'POST /api/v1/radar/budgets/:budgetId/signature': (ctx, { params }) => signBudget(ctx, params.budgetId),
  'POST /api/v1/radar/budgets/:budgetId/withdrawal': (ctx, { params }) =>
    withdrawBudget(ctx, params.budgetId),
  'POST /api/v1/programmes/:programmeId/radar/reviews': (ctx, { params, body }) =>
    askReview(ctx, { ...params, ...body }),
  'POST /api/v1/radar/reviews/:reviewId': (ctx, { params, body }) => writeReview(ctx, { ...params, ...body }),
  'PUT /api/v1/programmes/:programmeId/radar/focus': (ctx, { params, body }) =>
    chooseFocus(ctx, { ...params, ...body }),
})
