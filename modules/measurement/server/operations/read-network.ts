import { getCommunityFor } from '#modules/communities/public.ts'
import type { Network } from '#modules/measurement/network-contract.ts'
import type { Context } from '#platform/context.ts'
import { depthBand } from '../network/fragile.ts'
import { listAcceptedByTopic, listNetworkReleases } from '../network/queries.ts'
import { listDecisions } from '../release/queries.ts'
import { refuseGuests } from './list-releases.ts'

/**
 * The published map of ties between entities, of a quarter or of the latest one. Guests see no figures; who is not a
 * member reads the topics only, which are made of public acts. Four statements.
 */
export async function readNetwork(ctx: Context, community: string, period?: string): Promise<Network> {
  const access = await getCommunityFor(ctx, community, 'read')
  refuseGuests(ctx)
  const since = new Date(ctx.now)
  since.setUTCFullYear(since.getUTCFullYear() - 1)
  const topics = (await listAcceptedByTopic(ctx.tx, access.id, since)).map(({ topic, accepted }) => ({
    topic,
    band: depthBand(accepted),
    accepted: accepted.reduce((sum, n) => sum + n, 0),
  }))
  const found = { periods: [], map: null, topics, topicsUntil: ctx.now.toISOString().slice(0, 10) }
  if (!access.isMember && ctx.actor.kind !== 'system') return { ...found, withheld: 'notMember' }
  const maps = await listNetworkReleases(ctx.tx, access.id)
  const shown = period ? maps.find((map) => map.period === period) : maps[0]
  if (shown) {
    const { body, ...rest } = shown
    return { ...found, withheld: null, periods: maps.map((map) => map.period), map: { ...body, ...rest } }
  }
  const [decision] = await listDecisions(ctx.tx, access.id, 'M22', period ?? null)
  const withheld = !decision
    ? 'notYet'
    : decision.reason === 'smallCommunity'
      ? 'smallCommunity'
      : decision.reason === 'noCohort'
        ? 'notYet'
        : 'fewPeople'
  return { ...found, withheld, periods: maps.map((map) => map.period) }
}
