import type { Tx } from '#platform/db/tx.ts'

/** What decides which campaigns a conversation belongs to. */
export const findTagged = (
  tx: Tx,
  postId: string,
): Promise<{ text: string; tags: string[]; communityId: string } | undefined> =>
  tx.row(
    `select coalesce(title, '') || E'\\n' || body_md as text, tags, community_id as "communityId"
       from discussions.post where id = $1 and deleted_at is null`,
    [postId],
  )

/** The conversation belongs to the campaigns of these folded tags, and to no other. Closed ones stay as they are. */
export async function setTagged(
  tx: Tx,
  postId: string,
  communityId: string,
  folded: readonly string[],
): Promise<void> {
  await tx.run(
    `with wanted as (
       select g.id from campaigns.campaign g
        where g.folded = any($3::text[]) and g.closed_at is null
          and (g.scope_community_id is null or g.scope_community_id = $2::uuid)),
     gone as (
       delete from campaigns.tagged_post t using campaigns.campaign g
        where t.post_id = $1 and g.id = t.campaign_id and g.closed_at is null and not t.campaign_id in (select id from wanted))
     insert into campaigns.tagged_post (campaign_id, post_id, at)
     select w.id, p.id, p.created_at from wanted w join discussions.post p on p.id = $1
     on conflict do nothing`,
    [postId, communityId, folded],
  )
}

/**
 * Conversations that carried the tag before their campaign was there, in the last 400 days. The text is looked at by
 * its letters without accents, then the caller reads each again.
 */
export const listCandidates = (
  tx: Tx,
  campaignId: string,
  after: string | null,
  limit: number,
): Promise<{ id: string; communityId: string; text: string; tags: string[] }[]> =>
  tx.rows(
    `select p.id, p.community_id as "communityId", coalesce(p.title, '') || E'\\n' || p.body_md as text, p.tags
       from campaigns.campaign g join discussions.post p on p.deleted_at is null and p.created_at > g.created_at - interval '400 days'
      where g.id = $1 and ($2::uuid is null or p.id > $2::uuid)
        and (p.body_md like '%#%' or p.title like '%#%' or p.tags && array[lower(g.tag), g.folded])
      order by p.id limit $3`,
    [campaignId, after, limit],
  )
