import { randomBytes } from 'node:crypto'
import { findVisibleCommunity } from '#modules/communities/public.ts'
import type { MemberContext } from '#platform/context.ts'
import { normaliseQuery } from '../ask.ts'
import { insertMiss } from '../queries/missed.ts'
import { search } from './search.ts'

/**
 * A member searched and found nothing. The search is made again here: only what truly is not found, as this person
 * may read, is counted. Inside a community it counts for that community alone, elsewhere for the organisation alone:
 * neither its managers nor the administrator learn what was searched in another place.
 */
export async function noteMissedSearch(
  ctx: MemberContext,
  input: { q: string; community?: string | undefined },
): Promise<void> {
  const query = normaliseQuery(input.q.replaceAll('\0', ' '))
  if (query.length < 3) return
  const community =
    input.community === undefined ? undefined : await findVisibleCommunity(ctx, input.community)
  if (input.community !== undefined && !community?.can.read) return
  const found = await search(ctx, { q: input.q, community: input.community, limit: 1 })
  if (found.match === 'all' || found.match === 'near') return
  if (found.communities.length + found.people.length > 0) return
  await insertMiss(ctx.tx, {
    memberId: ctx.actor.memberId,
    communityId: community?.id ?? null,
    query,
    now: ctx.now,
    newSalt: randomBytes(32),
  })
}
