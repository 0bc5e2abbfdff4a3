import { getCommunityFor } from '#modules/communities/public.ts'
import { serve } from '#platform/http/serve.ts'
import { contract } from '../contract.ts'
import { getFigures } from './operations/get-figures.ts'
import { notePresence } from './operations/note-presence.ts'
import { releaseRoutes } from './release/routes.ts'

export const routes = serve(contract, {
  ...releaseRoutes,
  'GET /api/v1/communities/:community/figures': (ctx, { params, query }) =>
    getFigures(ctx, params.community, query),
  async 'PUT /api/v1/communities/:community/presence'(ctx, { params, services }) {
    const access = await getCommunityFor(ctx, params.community, 'see')
    if (access.isMember) notePresence(ctx, services.db, access.id)
    return undefined
  },
})
