import type { MemberContext } from '#platform/context.ts'
import { readReleases, readOrganisationReleases } from '../operations/list-releases.ts'
import { readNetwork } from '../operations/read-network.ts'
import { readOwnTies } from '../operations/read-own-ties.ts'
import { getReleaseThreshold, raiseReleaseThreshold } from '../operations/release-threshold.ts'
import type { Context } from '#platform/context.ts'

type Asked = { metric?: string; period?: string }

/** Bound in the module's routes beside the others'. */
export const releaseRoutes = {
  'GET /api/v1/communities/:community/releases': (
    ctx: Context,
    { params, query }: { params: { community: string }; query: Asked },
  ) => readReleases(ctx, params.community, query),
  'GET /api/v1/releases': (ctx: Context, { query }: { query: Asked }) => readOrganisationReleases(ctx, query),
  'GET /api/v1/admin/release-threshold': (ctx: Context) => getReleaseThreshold(ctx),
  'PUT /api/v1/admin/release-threshold': (ctx: Context, { body }: { body: { k: number } }) =>
    raiseReleaseThreshold(ctx as MemberContext, body.k),
  'GET /api/v1/communities/:community/network': (
    ctx: Context,
    { params, query }: { params: { community: string }; query: { period?: string } },
  ) => readNetwork(ctx, params.community, query.period),
  'GET /api/v1/me/ties': (ctx: Context) => readOwnTies(ctx as MemberContext),
}
