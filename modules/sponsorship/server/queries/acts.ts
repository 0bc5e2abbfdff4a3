import type { Tx } from '#platform/db/tx.ts'

// Public acts of a voluntary role only: what readers of the community see in place. Reading leaves nothing to count.

/** Posts, comments and reactions of one person that stand, as rows (day, what, scope). `who`, `where`: SQL. */
const actsSql = (who: string, where: string): string => `
  select p.community_id, p.created_at as at, 'post' as what from discussions.post p
   where p.author_id = ${who} and p.community_id = ${where} and p.deleted_at is null and not p.imported
  union all
  select k.community_id, k.created_at, case when k.is_answer then 'answer' else 'comment' end
    from discussions.comment k join discussions.post q on q.id = k.post_id
   where k.author_id = ${who} and k.community_id = ${where} and k.deleted_at is null and not k.imported
     and (not k.is_answer or q.author_id <> k.author_id)
  union all
  select q.community_id, r.at, 'reaction' from discussions.reaction r join discussions.post q on q.id = r.post_id
   where r.member_id = ${who} and q.community_id = ${where}
  union all
  select g.community_id, g.starts_at, 'gathering' from gatherings.answer a join gatherings.gathering g on g.id = a.gathering_id
   where a.member_id = ${who} and a.attends is not null and g.community_id = ${where}
     and not exists (select 1 from gatherings.cancellation x where x.gathering_id = g.id)`

/** Public acts of somebody in some communities since an instant: posts, comments, answers, reactions. */
export const countActs = async (
  tx: Tx,
  memberId: string,
  communityIds: readonly string[],
  since: Date,
  now: Date,
): Promise<number> =>
  (await tx.row<{ n: number }>(
    `select count(*)::int as n from unnest($2::uuid[]) as place(id)
       cross join lateral (${actsSql('$1::uuid', 'place.id')}) act
      where act.what <> 'gathering' and act.at >= $3 and act.at <= $4`,
    [memberId, communityIds, since, now],
  ))!.n

export interface KeptRow {
  id: string
  month: string
  kept: number
}

/**
 * What was kept of monthly commitments, by calendar month. A visit is a day with a post, a comment, a reaction or a
 * gathering one said yes to; answers and posts are counted one by one.
 * @param places communities of each commitment, side by side with `ids`
 */
export const listKept = (
  tx: Tx,
  pairs: readonly { id: string; communityId: string }[],
  now: Date,
): Promise<KeptRow[]> =>
  tx.rows(
    `select co.id, to_char(act.at at time zone 'UTC', 'YYYY-MM') as month,
            (case co.what when 'visit' then count(distinct (act.at at time zone 'UTC')::date) else count(*) end)::int as kept
       from unnest($1::uuid[], $2::uuid[]) as place(id, community_id)
       join sponsorship.commitment co on co.id = place.id and co.agreed_at is not null
       cross join lateral (${actsSql('co.sponsor_id', 'place.community_id')}) act
      where act.at >= date_trunc('month', co.agreed_at at time zone 'UTC') at time zone 'UTC' and act.at <= $3
        and (co.what = 'visit' or act.what = co.what)
      group by co.id, co.what, month`,
    [pairs.map(({ id }) => id), pairs.map(({ communityId }) => communityId), now],
  )
