import type { Tx } from '#platform/db/tx.ts'

/** Replies of one manager before the clock let them, by month of UTC, for their own sheet. */
export const countOverrides = (
  tx: Tx,
  communityId: string,
  memberId: string,
  from: Date,
): Promise<{ month: string; n: number }[]> =>
  tx.rows(
    `select to_char(at at time zone 'UTC', 'YYYY-MM') as month, count(*)::int as n from workbench.rescue_step
      where community_id = $1 and by_member_id = $2 and step = 'override' and at >= $3 group by 1 order by 1`,
    [communityId, memberId, from],
  )

/** Questions that wait past a business day, the promised ones first, for a handover; at most ten. */
export const listOpenQuestions = (
  tx: Tx,
  communityId: string,
): Promise<{ title: string; owner: string | null; promisedFor: string | null }[]> =>
  tx.rows(
    `select coalesce(p.title, left(p.excerpt, 120)) as title, o.display_name as owner, s.promised_for::text as "promisedFor"
       from discussions.post p
       left join lateral (select to_member_id, promised_for from workbench.rescue_step s
                           where s.post_id = p.id and s.step = 'owner' order by s.at desc limit 1) s on true
       left join people.member o on o.id = s.to_member_id
      where p.community_id = $1 and p.kind = 'question' and p.deleted_at is null and p.accepted_answer_id is null
        and not exists (select 1 from discussions.closure closed where closed.post_id = p.id)
        and not exists (select 1 from discussions.comment a where a.post_id = p.id and a.is_answer and a.author_id <> p.author_id and a.deleted_at is null)
      order by s.promised_for nulls last, p.created_at desc limit 10`,
    [communityId],
  )

/** Newcomers of the last thirty days and who accompanies them, for a handover; at most ten. */
export const listOpenNewcomers = (
  tx: Tx,
  communityId: string,
  now: Date,
): Promise<{ name: string; buddy: string | null }[]> =>
  tx.rows(
    `select m.display_name as name, bm.display_name as buddy
       from communities.membership ms join people.member m on m.id = ms.member_id and m.state = 'active'
       left join workbench.buddy b on b.community_id = ms.community_id and b.newcomer_id = ms.member_id and b.ended_at is null
       left join people.member bm on bm.id = b.buddy_id
      where ms.community_id = $1 and not ms.imported and ms.joined_at > $2::timestamptz - interval '30 days'
        and not exists (select 1 from communities.community_role r
                         where r.community_id = $1 and r.member_id = ms.member_id and r.role = 'manager')
      order by ms.joined_at desc, ms.member_id limit 10`,
    [communityId, now],
  )
