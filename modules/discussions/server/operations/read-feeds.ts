import { getCommunityFor } from '#modules/communities/public.ts'
import type { PostKind } from '#modules/discussions/contract.ts'
import type { MemberContext } from '#platform/context.ts'
import type { Tx } from '#platform/db/tx.ts'
import {
  findCommunityFeed,
  findHomeFeed,
  findHomeFeedOfSession,
  findRecentlyActive,
  findTags,
  findUnread,
  findUnreadOfSession,
  findWaitingQuestions,
} from '../queries/feed.ts'
import { newestFirst, readCursor } from '../sql.ts'

const firstPage = 20

/** Every reading below answers JSON text built by PostgreSQL. */
interface Paging {
  cursor?: string | undefined
  limit?: number | undefined
}

/** What is new in the communities I have joined. */
export const readHomeFeed = (ctx: MemberContext, page: Paging): Promise<string> =>
  findHomeFeed(ctx.tx, ctx.actor.memberId, readCursor(page.cursor) ?? newestFirst, page.limit ?? firstPage)

/** Its first page for whoever holds a session; undefined when nobody does. */
export const readHomeFeedOfSession = (tx: Tx, tokenHash: Buffer): Promise<string | undefined> =>
  findHomeFeedOfSession(tx, tokenHash, firstPage)

export interface CommunityFeedInput extends Paging {
  community: string
  kind?: PostKind | undefined
  tag?: string | undefined
  unanswered?: boolean | undefined
}

/** Posts of one community that I may read. */
export async function readCommunityFeed(ctx: MemberContext, input: CommunityFeedInput): Promise<string> {
  const before = readCursor(input.cursor) ?? newestFirst
  const community = await getCommunityFor(ctx, input.community, 'read')
  const tag = input.tag?.normalize('NFC').toLowerCase()
  const filter = { kind: input.kind, tag, unanswered: input.unanswered === true }
  return findCommunityFeed(ctx.tx, community.id, ctx.actor.memberId, before, input.limit ?? 20, filter)
}

export const readUnreadOfSession = findUnreadOfSession

export const readUnread = (ctx: MemberContext): Promise<string> => findUnread(ctx.tx, ctx.actor.memberId)

/** Where I can help. */
export const readWaitingQuestions = (ctx: MemberContext, limit: number): Promise<string> =>
  findWaitingQuestions(ctx.tx, ctx.actor.memberId, limit)

export async function readRecentlyActive(ctx: MemberContext, idOrSlug: string): Promise<string> {
  const community = await getCommunityFor(ctx, idOrSlug, 'read')
  return findRecentlyActive(ctx.tx, community.id)
}

export async function readTags(ctx: MemberContext, idOrSlug: string): Promise<string> {
  const community = await getCommunityFor(ctx, idOrSlug, 'read')
  return findTags(ctx.tx, community.id)
}
