import { contract } from '#modules/recognition/contract.ts'
import { serve } from '#platform/http/serve.ts'
import { optOut, readMine, readPeopleToThank, readUnderPost, readWall } from './operations/read-thanks.ts'
import { decideReported, readReported, reportThanks } from './operations/report-thanks.ts'
import { showThanks, takeThanksBack, thank, wordThanks } from './operations/thank.ts'

export const routes = serve(contract, {
  'POST /api/v1/communities/:community/thanks': (ctx, { params, body }) => thank(ctx, { ...params, ...body }),
  'GET /api/v1/communities/:community/thanks': (ctx, { params, query }) =>
    readWall(ctx, { ...params, ...query }),
  'GET /api/v1/posts/:postId/thanks': (ctx, { params }) => readUnderPost(ctx, params.postId),
  'GET /api/v1/me/thanks': (ctx, { query }) => readMine(ctx, query),
  'PUT /api/v1/me/thanks-suggestions': (ctx, { body }) => optOut(ctx, body.isOptedOut),
  'PATCH /api/v1/thanks/:thanksId': (ctx, { params, body }) => wordThanks(ctx, { ...params, ...body }),
  'DELETE /api/v1/thanks/:thanksId': (ctx, { params }) => takeThanksBack(ctx, params.thanksId),
  'PUT /api/v1/thanks/:thanksId/showing': (ctx, { params, body }) => showThanks(ctx, { ...params, ...body }),
  'POST /api/v1/thanks/:thanksId/report': (ctx, { params, body }) =>
    reportThanks(ctx, { ...params, ...body }),
  'GET /api/v1/communities/:community/thanks/people': (ctx, { params }) =>
    readPeopleToThank(ctx, params.community),
  'GET /api/v1/communities/:community/thanks/reports': (ctx, { params }) =>
    readReported(ctx, params.community),
  'POST /api/v1/thanks/:thanksId/decision': (ctx, { params, body }) =>
    decideReported(ctx, { ...params, ...body }),
})
