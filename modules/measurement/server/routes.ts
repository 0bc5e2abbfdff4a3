import { getCommunityFor } from '#modules/communities/public.ts'
import { serve } from '#platform/http/serve.ts'
import { contract } from '../contract.ts'
import { declareTimeSaved, listMyTimeSaved } from './operations/declare-time-saved.ts'
import { getBoard } from './operations/get-board.ts'
import { getFigures } from './operations/get-figures.ts'
import { notePresence } from './operations/note-presence.ts'
import { releaseRoutes } from './release/routes.ts'

export const routes = serve(contract, {
  ...releaseRoutes,
  'GET /api/v1/communities/:community/closed-figures': (ctx, { params, query }) =>
    getBoard(ctx, params.community, query),
  'GET /api/v1/posts/:postId/time-saved': (ctx, { params }) => listMyTimeSaved(ctx, params.postId),
  'PUT /api/v1/posts/:postId/time-saved': (ctx, { params, body }) =>
    declareTimeSaved(ctx, {
      postId: params.postId,
      commentId: body.commentId ?? null,
      minutes: body.minutes,
    }),
  'GET /api/v1/communities/:community/figures': (ctx, { params, query }) =>
    getFigures(ctx, params.community, query),
  async 'PUT /api/v1/communities/:community/presence'(ctx, { params, services }) {
    const access = await getCommunityFor(ctx, params.community, 'see')
    if (access.isMember) notePresence(ctx, services.db, access.id)
    return undefined
  },
})
