import type { CommunityRef } from '#modules/communities/contract.ts'
import { communityRefSql, readableCommunitySql } from '#modules/communities/public.ts'
import type { MemberCard } from '#modules/people/contract.ts'
import { memberCardSql } from '#modules/people/public.ts'
import { exactInstantSql } from '#platform/db/keyset.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { Viewer } from './waiting.ts'

/** Days during which nobody is asked twice to open a subject in the same community. */
export const openingRestDays = 90

/** May be asked: active, here, neither away nor opted out of requests, not asked lately. `m` the member, $1 the community, $2 now. */
const askable = `m.state = 'active'
  and exists (select 1 from communities.membership ms where ms.community_id = $1 and ms.member_id = m.id)
  and not exists (select 1 from expertise.opt_out o where o.member_id = m.id and o.what = 'questions')
  and not exists (select 1 from expertise.absence away where away.member_id = m.id
                    and ($2::timestamptz at time zone coalesce(m.timezone, 'Europe/Paris'))::date between away.starts_on and away.ends_on)
  and not exists (select 1 from workbench.opening o where o.community_id = $1 and o.member_id = m.id
                    and o.at > $2::timestamptz - interval '${openingRestDays} days')`

/**
 * Who could open a subject: whoever offers help on something that was asked about this year and that nobody has
 * written about for 30 days; whoever held a gathering in the last 45 days and has not told of it; whoever offers help on a theme that five
 * people or more spoke of. Never the viewer;
 * one line a person and a subject, at most six. Offers of help and public acts only.
 */
export function listIdeas(
  tx: Tx,
  communityId: string,
  now: Date,
  viewerId: string,
): Promise<{ member: MemberCard; subject: string; reason: 'skill' | 'gathering' | 'theme' }[]> {
  return tx.rows(
    `with tag as (
       select lower(t) as tag, count(*) as n, max(p.created_at) as last_at
         from discussions.post p cross join unnest(p.tags) t
        where p.community_id = $1 and p.deleted_at is null and p.created_at > $2::timestamptz - interval '12 months'
        group by lower(t) order by n desc, tag limit 60),
     skilled as (
       select distinct on (m.id) m.id, skill.label as subject, 'skill' as reason, t.n as weight
         from tag t
         join people.member m on m.search_text like '%' || replace(replace(replace(people.fold(t.tag), '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%'
         cross join lateral unnest(m.ask_me_about) as skill (label)
        where length(t.tag) > 2 and position(people.fold(t.tag) in people.fold(skill.label)) > 0 and m.id <> $3 and ${askable}
          and not exists (select 1 from discussions.post p where p.author_id = m.id and p.community_id = $1 and p.deleted_at is null
                             and p.created_at > $2::timestamptz - interval '30 days')
        order by m.id, t.n desc),
     held as (
       select distinct on (m.id) m.id, g.title as subject, 'gathering' as reason, 1000000 as weight
         from gatherings.gathering g join people.member m on m.id = g.created_by
        where g.community_id = $1 and g.ends_at < $2 and g.ends_at > $2::timestamptz - interval '45 days' and m.id <> $3 and ${askable}
          and not exists (select 1 from gatherings.cancellation x where x.gathering_id = g.id)
          and not exists (select 1 from discussions.post p where p.author_id = m.id and p.community_id = $1 and p.deleted_at is null
                             and p.created_at > g.ends_at)
        order by m.id, g.ends_at desc),
     themed as (
       select distinct on (m.id) m.id, th.title as subject, 'theme' as reason, 500000 as weight
         from listening.theme th
         join communities.membership ms on ms.community_id = th.community_id
         join people.member m on m.id = ms.member_id and m.ask_me_about <> '{}'
         cross join lateral unnest(m.ask_me_about) as skill (label)
        where th.community_id = $1 and th.changed_at > $2::timestamptz - interval '6 months' and m.id <> $3
          and length(skill.label) > 2 and position(people.fold(skill.label) in people.fold(th.title)) > 0 and ${askable}
          and (select count(distinct coalesce(k.author_id, p.author_id)) from listening.excerpt x
                 join discussions.post p on p.id = x.post_id left join discussions.comment k on k.id = x.comment_id
                where x.theme_id = th.id and x.refused_at is null) >= 5
        order by m.id, th.changed_at desc),
     one as (
       select distinct on (id) * from (select * from held union all select * from themed union all select * from skilled) found order by id, weight desc),
     kept as (select distinct on (people.fold(subject)) * from one order by people.fold(subject), weight desc, id)
     select ${memberCardSql('m')} as member, kept.subject, kept.reason
       from kept join people.member m on m.id = kept.id order by kept.weight desc, m.id limit 6`,
    [communityId, now, viewerId],
  )
}

export interface OpeningRow {
  id: string
  member: MemberCard
  by: MemberCard | null
  subject: string
  reason: 'skill' | 'gathering' | 'theme' | 'other'
  answer: 'accepted' | 'declined' | null
  postId: string | null
  at: Date
  exactAt: string
}

/** Invitations of a community, newest first, with the first public post of the person since they accepted. */
export function listOpenings(
  tx: Tx,
  communityId: string,
  page: { before: { at: string; id: string } | null; limit: number },
): Promise<OpeningRow[]> {
  return tx.rows(
    `select o.id, ${memberCardSql('m')} as member, case when b.id is not null then ${memberCardSql('b')} end as by,
            o.subject, o.reason, o.answer, o.at, ${exactInstantSql('o.at')} as "exactAt",
            case when o.answer = 'accepted' then
              (select p.id from discussions.post p
                where p.author_id = o.member_id and p.community_id = o.community_id and p.deleted_at is null
                  and p.created_at >= o.answered_at and p.created_at < o.answered_at + interval '60 days'
                order by p.created_at limit 1) end as "postId"
       from workbench.opening o join people.member m on m.id = o.member_id
       left join people.member b on b.id = o.by_member_id
      where o.community_id = $1 and ($2::timestamptz is null or (o.at, o.id) < ($2, $3::uuid))
      order by o.at desc, o.id desc limit $4`,
    [communityId, page.before?.at ?? null, page.before?.id ?? null, page.limit],
  )
}

/** Whether this person may be asked to open a subject here now. */
export async function findIsAskable(
  tx: Tx,
  communityId: string,
  memberId: string,
  now: Date,
): Promise<boolean> {
  return (
    (await tx.row(`select 1 from people.member m where m.id = $3 and ${askable}`, [
      communityId,
      now,
      memberId,
    ])) !== undefined
  )
}

export async function insertOpening(
  tx: Tx,
  row: {
    id: string
    communityId: string
    memberId: string
    byMemberId: string
    subject: string
    reason: string
    bodyMd: string
    language: string
    slotId: string | null
    at: Date
  },
): Promise<void> {
  await tx.run(
    `insert into workbench.opening (id, community_id, member_id, by_member_id, subject, reason, body_md, language, slot_id, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      row.id,
      row.communityId,
      row.memberId,
      row.byMemberId,
      row.subject,
      row.reason,
      row.bodyMd,
      row.language,
      row.slotId,
      row.at,
    ],
  )
}

/** Only while it has no answer. */
export const deleteOpening = (tx: Tx, communityId: string, id: string): Promise<number> =>
  tx.run(`delete from workbench.opening where community_id = $1 and id = $2 and answer is null`, [
    communityId,
    id,
  ])

/** The last word counts; null takes it back. */
export const setOpeningAnswer = (
  tx: Tx,
  id: string,
  memberId: string,
  answer: 'accepted' | 'declined' | null,
  at: Date,
): Promise<number> =>
  tx.run(
    `update workbench.opening set answer = $3::text, answered_at = case when $3::text is null then null when answer = $3::text then answered_at else $4 end
      where id = $1 and member_id = $2`,
    [id, memberId, answer, at],
  )

export interface OwnOpeningRow {
  id: string
  community: CommunityRef
  by: MemberCard | null
  subject: string
  bodyMd: string
  language: 'fr' | 'en'
  isAccepted: boolean
  at: Date
}

/** What the caller was asked to open, not declined, of the last 60 days, until they post there; `ids` for notices. */
export function listOwnOpenings(
  tx: Tx,
  viewer: Viewer,
  now: Date,
  ids: readonly string[] | null = null,
): Promise<OwnOpeningRow[]> {
  return tx.rows(
    `select o.id, ${communityRefSql('c')} as community, case when b.id is not null then ${memberCardSql('b')} end as by,
            o.subject, o.body_md as "bodyMd", o.language, o.answer is not null as "isAccepted", o.at
       from workbench.opening o join communities.community c on c.id = o.community_id
       left join people.member b on b.id = o.by_member_id
      where o.member_id = $1 and o.answer is distinct from 'declined' and o.at > $3::timestamptz - interval '60 days'
        and ${readableCommunitySql('c', '$1::uuid', '$2::boolean')} and ($4::uuid[] is null or o.id = any($4))
        and not exists (select 1 from discussions.post p
                         where p.author_id = o.member_id and p.community_id = o.community_id and p.created_at >= o.answered_at)
      order by o.at desc, o.id desc limit 5`,
    [viewer.memberId, viewer.isEmployee, now, ids],
  )
}

/** Invitations older than a year are forgotten. */
export async function deleteOldOpenings(tx: Tx, now: Date): Promise<void> {
  await tx.run(`delete from workbench.opening where at < $1::timestamptz - interval '12 months'`, [now])
}
