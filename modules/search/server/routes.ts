import { contract } from '#modules/search/contract.ts'
import { serve } from '#platform/http/serve.ts'
import { findSimilarQuestions } from './operations/find-similar.ts'
import { listMissedSearches, listMissedSearchesIn } from './operations/list-missed-searches.ts'
import { noteMissedSearch } from './operations/note-missed-search.ts'
import { search } from './operations/search.ts'

export const routes = serve(contract, {
  'GET /api/v1/search': (ctx, { query }) => search(ctx, query),
  'POST /api/v1/search/misses': (ctx, { body }) => noteMissedSearch(ctx, body),
  'GET /api/v1/questions/similar': async (ctx, { query }) => ({
    items: await findSimilarQuestions(ctx, query.q, query.community),
  }),
  'GET /api/v1/admin/missed-searches': (ctx) => listMissedSearches(ctx),
  'GET /api/v1/communities/:community/workbench/missed-searches': (ctx, { params }) =>
    listMissedSearchesIn(ctx, params.community),
})
