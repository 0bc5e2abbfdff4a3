import { memberCardSql } from '#modules/people/public.ts'
import type { PersonToThank } from '#modules/recognition/contract.ts'
import type { Tx } from '#platform/db/tx.ts'

/** Whether somebody is an active member of a community. */
export const isHere = async (tx: Tx, memberId: string, communityId: string): Promise<boolean> =>
  (await tx.row(
    `select 1 from communities.membership cm join people.member m on m.id = cm.member_id and m.state = 'active'
      where cm.member_id = $1 and cm.community_id = $2`,
    [memberId, communityId],
  )) !== undefined

/** Whose text stands in this community: author of the comment, or of the post. */
export const findAuthor = async (
  tx: Tx,
  communityId: string,
  postId: string,
  commentId: string | null,
): Promise<string | undefined> =>
  (
    await tx.row<{ id: string }>(
      `select coalesce(k.author_id, p.author_id) as id from discussions.post p
         left join discussions.comment k on k.id = $3 and k.post_id = p.id and k.deleted_at is null
        where p.id = $2 and p.community_id = $1 and p.deleted_at is null and ($3::uuid is null or k.id is not null)`,
      [communityId, postId, commentId],
    )
  )?.id
/** Whether somebody is credited for a page that stands in this community. */
export const isPageAuthor = async (
  tx: Tx,
  communityId: string,
  pageId: string,
  memberId: string,
): Promise<boolean> =>
  (await tx.row(
    `select 1 from knowledge.page kp join knowledge.page_author a on a.page_id = kp.id and a.member_id = $3
      where kp.id = $2 and kp.community_id = $1 and kp.deleted_at is null limit 1`,
    [communityId, pageId, memberId],
  )) !== undefined

/**
 * People with a concrete public act since `since` who were thanked by nobody in public since then (nor by the viewer,
 * who knows), did not opt out, and are here. Each once, for their latest act; who has waited longest first. Private
 * words of others do not count: their absence here would tell of them. Acts: answers that were accepted, pages,
 * the first reply to a newcomer's first text, minutes, gatherings organised, and quiet work that other modules told of.
 */
export const listToThank = (
  tx: Tx,
  viewerId: string | null,
  communityId: string,
  since: Date,
  now: Date,
  limit: number,
): Promise<PersonToThank[]> =>
  tx.rows(
    `with act as (
       select k.author_id as member_id, a.at, 'answer' as kind, p.id as post_id, null::uuid as page_id, coalesce(p.title, left(p.excerpt, 80)) as title
         from discussions.acceptance a join discussions.comment k on k.id = a.comment_id and k.deleted_at is null
         join discussions.post p on p.id = a.post_id and p.deleted_at is null
        where p.community_id = $2 and a.at > $3 and k.author_id <> p.author_id
       union all
       select w.member_id, w.at, 'page', null, kp.id, kp.title
         from knowledge.page kp join knowledge.page_author w on w.page_id = kp.id and w.part = 'wrote'
        where kp.community_id = $2 and kp.deleted_at is null and w.at > $3
       union all
       select f.author_id, f.created_at, 'welcome', f.post_id, null, f.title
         from (select distinct on (p.id) p.id as post_id, k.author_id, k.created_at, coalesce(p.title, left(p.excerpt, 80)) as title
                 from communities.membership cm
                 join discussions.post p on p.community_id = cm.community_id and p.author_id = cm.member_id and p.deleted_at is null and p.created_at > $3
                 join discussions.comment k on k.post_id = p.id and k.deleted_at is null and k.author_id <> p.author_id
                where cm.community_id = $2 and cm.joined_at > $3
                  and not exists (select 1 from discussions.post e where e.community_id = p.community_id and e.author_id = p.author_id
                                     and e.deleted_at is null and (e.created_at, e.id) < (p.created_at, p.id))
                order by p.id, k.created_at, k.id) f
       union all
       select mi.by_member_id, mi.at, 'minutes', p.id, null, coalesce(p.title, left(p.excerpt, 80))
         from gatherings.minutes mi join gatherings.gathering ga on ga.id = mi.gathering_id
         join discussions.post p on p.id = mi.post_id and p.deleted_at is null
        where ga.community_id = $2 and mi.at > $3
       union all
       select o.member_id, ga.ends_at, 'gathering', null, null, ga.title
         from gatherings.gathering ga join gatherings.organiser o on o.gathering_id = ga.id
        where ga.community_id = $2 and ga.ends_at > $3 and ga.ends_at <= $4
          and not exists (select 1 from gatherings.cancellation ca where ca.gathering_id = ga.id)
       union all
       select q.member_id, q.at, q.kind, null, null, null from recognition.act q where q.community_id = $2 and q.at > $3),
     latest as (
       select distinct on (act.member_id) act.* from act where act.at <= $4 order by act.member_id, act.at desc)
     select ${memberCardSql('m')} as member,
            json_build_object('kind', l.kind, 'postId', l.post_id, 'pageId', l.page_id, 'title', l.title) as for,
            greatest(0, $4::date - l.at::date) as "sinceDays"
       from latest l join people.member m on m.id = l.member_id and m.state = 'active'
       join communities.membership cm on cm.member_id = m.id and cm.community_id = $2
      where m.id is distinct from $1::uuid
        and not exists (select 1 from recognition.opt_out o where o.member_id = m.id)
        and not exists (select 1 from recognition.thanks x where x.community_id = $2 and x.receiver_id = m.id and x.at > $3
                           and (not x.is_private or x.giver_id is not distinct from $1::uuid))
      order by l.at, m.id limit $5`,
    [viewerId, communityId, since, now, limit],
  )

export const insertAct = (
  tx: Tx,
  row: { id: string; communityId: string; memberId: string; kind: 'welcome' | 'buddy'; at: Date },
): Promise<number> =>
  tx.run('insert into recognition.act (id, community_id, member_id, kind, at) values ($1, $2, $3, $4, $5)', [
    row.id,
    row.communityId,
    row.memberId,
    row.kind,
    row.at,
  ])

export const isOptedOut = async (tx: Tx, memberId: string): Promise<boolean> =>
  (await tx.row('select 1 from recognition.opt_out where member_id = $1', [memberId])) !== undefined
export const setOptedOut = (tx: Tx, memberId: string, isOut: boolean, now: Date): Promise<number> =>
  isOut
    ? tx.run('insert into recognition.opt_out (member_id, since) values ($1, $2) on conflict do nothing', [
        memberId,
        now,
      ])
    : tx.run('delete from recognition.opt_out where member_id = $1', [memberId])
