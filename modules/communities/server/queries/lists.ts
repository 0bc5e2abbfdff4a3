import type { MemberCard } from '#modules/people/contract.ts'
import { memberCardSql } from '#modules/people/public.ts'
import type { CommunityRef, DiscoverCard, MyCommunity } from '#modules/communities/contract.ts'
import { seeableCommunitySql } from '#modules/communities/server/access.ts'
import { refColumnsSql, refJsonSql } from '#modules/communities/server/sql.ts'
import type { Tx } from '#platform/db/tx.ts'

// Unread is a subtraction, exact and flat however long the absence.
const mine = `
  select ${refColumnsSql('c')}, c.stage, c.post_seq - m.last_seen_seq as unread, here.roles, sorted.key,
         case when 'manager' = any(here.roles) then
           (select count(*)::int from communities.join_request j where j.community_id = c.id) else 0 end as waiting
    from communities.membership m
    join communities.community c on c.id = m.community_id
    cross join lateral (select unaccent(lower(coalesce(c.name ->> $2, c.name ->> 'fr', c.name ->> 'en', ''))) as key) sorted
    cross join lateral (select array(select r.role from communities.community_role r
                                      where r.community_id = c.id and r.member_id = m.member_id order by r.role) as roles) here
   where m.member_id = $1 and ($3::text is null or (sorted.key, c.id) > ($3::text, $4::uuid))
   order by sorted.key, c.id limit $5`

/** The viewer's communities by name, with exact unread counts. One statement. */
export const listMine = (
  tx: Tx,
  input: { memberId: string; language: string; after: (string | number | null)[]; limit: number },
): Promise<(MyCommunity & { key: string })[]> =>
  tx.rows(mine, [input.memberId, input.language, ...input.after, input.limit])

const aside = `
  select coalesce((select value ->> 'createdBy' from platform.setting where key = 'communities'), 'everyone') as "createdBy",
         (select coalesce(jsonb_agg(jsonb_build_object('community', ${refJsonSql('c')}, 'invitedBy', ${memberCardSql('b')}) order by i.at desc), '[]')
            from communities.community_invitation i
            join communities.community c on c.id = i.community_id join people.member b on b.id = i.by_member_id
           where i.member_id = $1) as invitations`

/** The instance's policy on founding, and the invitations that wait for this person. */
export const findAside = async (
  tx: Tx,
  memberId: string,
): Promise<{
  createdBy: 'everyone' | 'administrators'
  invitations: { community: CommunityRef; invitedBy: MemberCard }[]
}> =>
  (await tx.row<{
    createdBy: 'everyone' | 'administrators'
    invitations: { community: CommunityRef; invitedBy: MemberCard }[]
  }>(aside, [memberId]))!

// Colleagues of the site are counted from the site's side (at most 400 of them: beyond, the number says enough), never
// by walking large communities. Presence in a community whose member list the viewer may not read is said from five
// people on. Each step is materialized: folded together, the planner walks memberships once per community.
const discover = `
  with viewer as materialized (
    select p.id, p.kind = 'employee' as is_employee, p.site_id, p.interface_language,
           array(select s from unnest(p.ask_me_about) with ordinality a (s, n) where length(s) >= 3 order by n) as ask_me_about,
           array(select unaccent(lower(s)) from unnest(p.ask_me_about) with ordinality a (s, n) where length(s) >= 3 order by n) as wanted
      from people.member p where p.id = $1),
  colleague as materialized (
    select x.id from people.member x
     where x.site_id = (select site_id from viewer) and x.id <> $1 and x.state = 'active' limit 400),
  near as materialized (
    select m.community_id, count(*)::int as n
      from colleague join communities.membership m on m.member_id = colleague.id group by m.community_id),
  mine as materialized (select m.community_id from communities.membership m where m.member_id = $1),
  seen as materialized (
    select c.*, c.id in (select community_id from mine) as is_member, v.interface_language, v.wanted, v.ask_me_about,
           unaccent(lower(concat_ws(' ', c.name ->> 'fr', c.name ->> 'en', c.purpose ->> 'fr', c.purpose ->> 'en'))) as all_texts
      from viewer v cross join communities.community c
     where c.stage <> 'archived' and ($3::boolean or c.id not in (select community_id from mine))
       and ($5::text is null or c.kind = $5) and ($6::text is null or $6 = any(c.languages))
       and ${seeableCommunitySql('c', '$1::uuid', 'v.is_employee')}),
  candidate as (
    select s.*, case when s.visibility = 'open' or near.n >= 5 then near.n end as near,
           (select s.ask_me_about[i] from generate_subscripts(s.wanted, 1) i where strpos(s.all_texts, s.wanted[i]) > 0 limit 1) as subject,
           s.created_at > $2::timestamptz - interval '60 days' as is_new,
           s.interface_language = any(s.languages) as speaks
      from seen s left join near on near.community_id = s.id
     where $4::text is null or strpos(s.all_texts, unaccent(lower($4))) > 0),
  scored as (
    select *, 2 * least(coalesce(near, 0), 10) + case when subject is null then 0 else 15 end + case when is_new then 3 else 0 end
              + case when speaks then 5 else 0 end + least(member_count / 100, 5) as score
      from candidate)
  select ${refColumnsSql('s')}, s.purpose, s.languages, s.stage, s.member_count as "memberCount", s.is_member as "isMember",
         s.near, s.subject, s.is_new as "isNew",
         s.speaks and exists (select 1 from people.organisation o where o.default_language <> s.interface_language) as speaks, s.score,
         exists (select 1 from communities.join_request j where j.community_id = s.id and j.member_id = $1) as "hasAsked",
         exists (select 1 from communities.community_invitation i where i.community_id = s.id and i.member_id = $1) as "isInvited",
         exists (select 1 from communities.ban b where b.community_id = s.id and b.member_id = $1) as "isBanned"
    from scored s
   where $7::int is null or (s.score, s.id) < ($7::int, $8::uuid)
   order by s.score desc, s.id desc limit $9`

export type DiscoverRow = Omit<DiscoverCard, 'reasons' | 'joinWay'> & {
  near: number | null
  subject: string | null
  isNew: boolean
  speaks: boolean
  score: number
  isInvited: boolean
  isBanned: boolean
}

/** Communities that the viewer may know of, those most likely to concern them first. One statement. */
export const listDiscoverable = (
  tx: Tx,
  input: {
    memberId: string
    now: Date
    all: boolean
    q: string | null
    kind: string | null
    language: string | null
    after: (string | number | null)[]
    limit: number
  },
): Promise<DiscoverRow[]> =>
  tx.rows(discover, [
    input.memberId,
    input.now,
    input.all,
    input.q,
    input.kind,
    input.language,
    ...input.after,
    input.limit,
  ])
