import { contentDisposition } from '#modules/discussions/public.ts'
import { contract } from '#modules/problems/contract.ts'
import { serve } from '#platform/http/serve.ts'
import { declareIndicator } from './operations/declare-indicator.ts'
import {
  compareWith,
  noteIntervention,
  reviewProblem,
  stopComparing,
  takeInterventionBack,
} from './operations/note-what-was-done.ts'
import { readGlance, readHistory, readProblem, readValuesFile } from './operations/read-problem.ts'
import { readValues, withdraw, writeValue } from './operations/write-value.ts'

export const routes = serve(contract, {
  'GET /api/v1/communities/:community/problem': (ctx, { params }) => readProblem(ctx, params.community),
  'GET /api/v1/communities/:community/problem/glance': (ctx, { params }) => readGlance(ctx, params.community),
  'PUT /api/v1/communities/:community/problem/indicator': (ctx, { params, body }) =>
    declareIndicator(ctx, params.community, body),
  'GET /api/v1/communities/:community/problem/values': (ctx, { params, query }) =>
    readHistory(ctx, params.community, query),
  'PUT /api/v1/communities/:community/problem/values/:day': (ctx, { params, body }) =>
    writeValue(ctx, params.community, { ...body, on: params.day }),
  'DELETE /api/v1/communities/:community/problem/values/:valueId': (ctx, { params }) =>
    withdraw(ctx, params.community, params.valueId),
  'POST /api/v1/communities/:community/problem/file': (ctx, { params, body }) =>
    readValues(ctx, params.community, body),
  'GET /api/v1/communities/:community/problem/file': async (ctx, { params, reply }) => {
    const { name, csv } = await readValuesFile(ctx, params.community)
    return reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', contentDisposition('attachment', name))
      .header('cache-control', 'private, no-cache')
      .send(csv)
  },
  'POST /api/v1/communities/:community/problem/interventions': (ctx, { params, body }) =>
    noteIntervention(ctx, params.community, body),
  'DELETE /api/v1/communities/:community/problem/interventions/:interventionId': (ctx, { params }) =>
    takeInterventionBack(ctx, params.community, params.interventionId),
  'POST /api/v1/communities/:community/problem/comparisons': (ctx, { params, body }) =>
    compareWith(ctx, params.community, body),
  'DELETE /api/v1/communities/:community/problem/comparisons/:comparisonId': (ctx, { params }) =>
    stopComparing(ctx, params.community, params.comparisonId),
  'POST /api/v1/communities/:community/problem/reviews': (ctx, { params, body }) =>
    reviewProblem(ctx, params.community, body),
})
