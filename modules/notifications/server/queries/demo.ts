import type { Tx } from '#platform/db/tx.ts'

/** One entry per conversation, as if each comment had been told when it was written. */
export const insertDemoNotices = (tx: Tx, now: Date): Promise<number> =>
  tx.run(
    `with said as (
       select m.id as member_id, p.id as post_id, p.community_id, k.id as comment_id, k.author_id, k.created_at,
              case when p.author_id <> m.id then 'following' when p.kind = 'question' and k.is_answer then 'answer' else 'reply' end as reason
         from people.member m
         join discussions.post p on p.deleted_at is null
          and (p.author_id = m.id or exists (select 1 from discussions.comment mine where mine.post_id = p.id and mine.author_id = m.id
                                                and mine.created_at > $1::timestamptz - interval '24 days'))
         join discussions.comment k on k.post_id = p.id and k.deleted_at is null and k.author_id <> m.id
          and k.created_at between $1::timestamptz - interval '24 days' and $1
        where m.demo_cast is not null
          and (p.author_id = m.id or k.created_at > (select min(mine.created_at) from discussions.comment mine where mine.post_id = p.id and mine.author_id = m.id))
     ), grouped as (
       select member_id, post_id, community_id, reason, count(*)::int as n, min(created_at) as first_at, max(created_at) as last_at,
              (array_agg(comment_id order by created_at desc))[1] as newest, (array_agg(distinct author_id))[1:12] as actors,
              row_number() over (partition by member_id order by max(created_at) desc) as place
         from said group by 1, 2, 3, 4
     ), noticed as (
       insert into notifications.notice (id, member_id, source, reason, group_key, community_id, subject, actor_ids, count, needs_you,
              created_at, last_at, read_at)
       select platform.new_id(g.first_at), g.member_id, 'discussions', g.reason, 'post:' || g.post_id, g.community_id,
              jsonb_build_object('postId', g.post_id, 'commentId', g.newest), g.actors, g.n, g.reason = 'answer', g.first_at, g.last_at,
              case when g.place > 4 then g.last_at + interval '3 hours' end
         from grouped g where g.place <= 14
       returning id, member_id, community_id, subject, created_at, last_at
     )
     insert into notifications.delivery (member_id, item_key, channel, source, notice_id, community_id, subject, state, at, due_at, state_at)
     select member_id, 'comment:' || (subject ->> 'commentId'), 'inApp', 'discussions', id, community_id, subject, 'sent', last_at, last_at, last_at
       from noticed on conflict do nothing`,
    [now],
  )

/** Each of the cast hears one of their communities in full, and follows somebody who writes there. */
export const insertDemoChoices = (tx: Tx, now: Date): Promise<number> =>
  tx.run(
    `with chosen as (
       select distinct on (m.id) m.id as member_id, ms.community_id from people.member m
         join communities.membership ms on ms.member_id = m.id
        where m.demo_cast is not null order by m.id, ms.joined_at, ms.community_id
     ), leveled as (
       insert into notifications.community_level (member_id, community_id, level)
       select member_id, community_id, 'all' from chosen on conflict do nothing
     )
     insert into notifications.followed_member (member_id, followed_id, at)
     select c.member_id, (select p.author_id from discussions.post p join people.member a on a.id = p.author_id and a.state = 'active'
                           where p.community_id = c.community_id and p.author_id <> c.member_id
                           order by p.created_at desc, p.id limit 1), $1
       from chosen c
      where exists (select 1 from discussions.post p join people.member a on a.id = p.author_id and a.state = 'active'
                     where p.community_id = c.community_id and p.author_id <> c.member_id)
     on conflict do nothing`,
    [now],
  )
