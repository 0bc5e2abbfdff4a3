import { getCommunityFor } from '#modules/communities/public.ts'
import type { Releases, ReleasedRow } from '#modules/measurement/release-contract.ts'
import type { Context } from '#platform/context.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { listDecisions, listReleasedRows } from '../release/queries.ts'

export interface ReleasesAsked {
  metric?: string | undefined
  period?: string | undefined
}

/**
 * The rows that were published in a scope, newest first: what a caller that has checked who reads (a report, an
 * export) shows. `communityId` null: the organisation.
 */
export const listReleases = (
  ctx: Context,
  { communityId, metric, period }: ReleasesAsked & { communityId: string | null },
): Promise<ReleasedRow[]> =>
  listReleasedRows(ctx.tx, communityId ?? 'organisation', metric ?? null, period ?? null)

/** What was published about a community, and what was decided not to be. Guests see no figures; non-members none of these. */
export async function readReleases(ctx: Context, community: string, asked: ReleasesAsked): Promise<Releases> {
  const access = await getCommunityFor(ctx, community, 'read')
  refuseGuests(ctx)
  if (!access.isMember && ctx.actor.kind !== 'system')
    return { scope: 'public', periods: [], rows: [], decisions: [] }
  return read(ctx, access.id, asked)
}

/** The same of the whole organisation, for its employees. */
export async function readOrganisationReleases(ctx: Context, asked: ReleasesAsked): Promise<Releases> {
  refuseGuests(ctx)
  return read(ctx, 'organisation', asked)
}

async function read(ctx: Context, scope: string, { metric, period }: ReleasesAsked): Promise<Releases> {
  const rows = await listReleasedRows(ctx.tx, scope, metric ?? null, period ?? null)
  const decisions = await listDecisions(ctx.tx, scope, metric ?? null, period ?? null)
  return { scope: 'all', periods: [...new Set(decisions.map((one) => one.period))], rows, decisions }
}

/** Figures are the organisation's own. */
export function refuseGuests(ctx: Context): void {
  if (ctx.actor.kind === 'member' && ctx.actor.memberKind === 'guest')
    throw new Refusal('notPermitted', { reason: 'guestsSeeNoFigures' })
}
