import type { Campaign, CampaignCard, TaggedPost } from '#modules/campaigns/contract.ts'
import type { MemberContext } from '#platform/context.ts'
import { pageOf, readCursor } from '#platform/db/keyset.ts'
import { getCampaign, viewerOf } from '../access.ts'
import { listCampaigns, listTaggedPosts, readCampaign } from '../queries/campaigns.ts'
import type { CampaignFacts } from '../queries/campaigns.ts'

interface Paged {
  cursor?: string | undefined
  limit?: number | undefined
}
interface PageOf<I> {
  items: I[]
  next: string | null
}

/** Campaigns that the reader may know of, those that end last first. */
export async function readCampaigns(
  ctx: MemberContext,
  asked: Paged & { running?: boolean | undefined },
): Promise<PageOf<CampaignCard>> {
  const limit = asked.limit ?? 20
  const [on, id] = readCursor(asked.cursor, 'string', 'string') as [string | null, string | null]
  const rows = await listCampaigns(ctx.tx, viewerOf(ctx), { on, id }, limit + 1, asked.running ?? false)
  return pageOf(
    rows,
    limit,
    (row) => [row.endsOn, row.id],
    ({ card }) => card,
  )
}

/** The page of a hashtag, as this reader may see it. */
export const openCampaign = async (ctx: MemberContext, key: string): Promise<Campaign> =>
  viewCampaign(ctx, await getCampaign(ctx, key))

export async function viewCampaign(ctx: MemberContext, { id }: Pick<CampaignFacts, 'id'>): Promise<Campaign> {
  const { card, moments, ...read } = await readCampaign(ctx.tx, id, viewerOf(ctx))
  const closes = read.challenges.map(({ id: challengeId, title, closesAt }) => ({
    on: closesAt.slice(0, 10),
    what: 'closes' as const,
    title,
    path: `/campaigns/${card.address}?challenge=${challengeId}`,
  }))
  const ends = [
    { on: card.startsOn, what: 'start' as const, title: card.title, path: null },
    { on: card.endsOn, what: 'end' as const, title: card.title, path: null },
  ]
  return {
    ...card,
    ...read,
    moments: [...ends, ...closes, ...moments].toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)),
    can: {
      lead: read.leader?.id === ctx.actor.memberId && read.closedAt === null,
      write: read.writable.length > 0 && read.closedAt === null,
    },
  }
}

/** Conversations that carry the tag, among those the reader may read. */
export async function readTaggedPosts(
  ctx: MemberContext,
  asked: Paged & { campaign: string },
): Promise<PageOf<TaggedPost>> {
  const campaign = await getCampaign(ctx, asked.campaign)
  const limit = asked.limit ?? 20
  const [at, id] = readCursor(asked.cursor, 'string', 'string') as [string | null, string | null]
  const rows = await listTaggedPosts(ctx.tx, campaign.id, viewerOf(ctx), { at, id }, limit + 1)
  return pageOf(
    rows,
    limit,
    (row) => [row.exact, row.id],
    // oxlint-disable-next-line no-unused-vars -- taken away by name
    ({ exact: _exact, ...post }) => post,
  )
}
