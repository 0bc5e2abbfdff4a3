import type { Context } from '#platform/context.ts'
import { Refusal } from '#platform/shared/refusal.ts'

// An author who was up to date stays so: one's own post is not news.
const takeSequences = `
  with taken as (update communities.community set post_seq = post_seq + $2 where id = $1 returning post_seq),
       own as (update communities.membership m set last_seen_seq = taken.post_seq from taken
                where m.community_id = $1 and m.member_id = $3::uuid and m.last_seen_seq = taken.post_seq - $2)
  select post_seq as "postSeq" from taken`

/**
 * The next post's place in its community; of `count` places (an import), the last. The row stays locked until the
 * transaction ends: take it last.
 */
export async function takePostSequence(
  ctx: Context,
  communityId: string,
  options: { count?: number; authorId?: string } = {},
): Promise<number> {
  const row = await ctx.tx.row<{ postSeq: number }>(takeSequences, [
    communityId,
    options.count ?? 1,
    options.authorId ?? null,
  ])
  if (!row) throw new Refusal('communityNotFound')
  return row.postSeq
}

const markSeen = `
  update communities.membership m set last_seen_seq = c.post_seq
    from communities.community c
   where c.id = m.community_id and m.community_id = $1 and m.member_id = $2 and m.last_seen_seq < c.post_seq`

/** The actor has seen everything up to now: unread returns to zero. Nothing happens for somebody who is not in. */
export async function markCommunitySeen(ctx: Context, communityId: string): Promise<void> {
  if (ctx.actor.kind === 'member') await ctx.tx.run(markSeen, [communityId, ctx.actor.memberId])
}

const markAllSeen = `
  update communities.membership m set last_seen_seq = c.post_seq
    from communities.community c
   where c.id = m.community_id and m.member_id = $1 and m.last_seen_seq < c.post_seq`

/** The same in every community the actor is in. */
export async function markAllCommunitiesSeen(ctx: Context): Promise<void> {
  if (ctx.actor.kind === 'member') await ctx.tx.run(markAllSeen, [ctx.actor.memberId])
}

const shiftSeen = `update communities.membership set last_seen_seq = last_seen_seq + $2 where community_id = $1 and not imported`

/** An import of `count` posts is history, not news: what was unread before it stays all that is unread. Once per import. */
export async function keepUnreadAfterImport(ctx: Context, communityId: string, count: number): Promise<void> {
  if (count > 0) await ctx.tx.run(shiftSeen, [communityId, count])
}
