import { contract } from '#modules/search/contract.ts'
import { serve } from '#platform/http/serve.ts'
import { findSimilarQuestions } from './operations/find-similar.ts'
import { search } from './operations/search.ts'

export const routes = serve(contract, {
  'GET /api/v1/search': (ctx, { query }) => search(ctx, query),
  'GET /api/v1/questions/similar': async (ctx, { query }) => ({
    items: await findSimilarQuestions(ctx, query.q, query.community),
  }),
})
