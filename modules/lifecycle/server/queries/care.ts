import { communityRefSql } from '#modules/communities/public.ts'
import { memberCardSql } from '#modules/people/public.ts'
import type { CareCommunity, Departure, Takeover } from '#modules/lifecycle/contract.ts'
import { instantSql } from '#platform/db/keyset.ts'
import type { Tx } from '#platform/db/tx.ts'
import { cardSql } from './life.ts'

/** People who hold a public role in community `c` and could take it over: active employees who do not manage it. */
const candidate = `
  from communities.community_role r join people.member p on p.id = r.member_id and p.state = 'active' and p.kind = 'employee'
 where r.community_id = c.id and r.role <> 'manager'
   and not exists (select 1 from communities.community_role x where x.community_id = c.id and x.member_id = p.id and x.role = 'manager')`

const activeManagers = `(select count(*) from communities.community_role r join people.member p on p.id = r.member_id and p.state = 'active'
                          where r.community_id = c.id and r.role = 'manager')`

/** Communities that nobody or one person carries; those without anybody first. Of a secret one, ids and managers. */
export const listCare = (tx: Tx): Promise<CareCommunity[]> =>
  tx.rows(
    `select c.id, case when c.visibility <> 'secret' then ${communityRefSql('c')} end as community, c.visibility, c.stage,
            (select coalesce(jsonb_agg(${memberCardSql('p')} order by r.since, p.id), '[]') from communities.community_role r
               join people.member p on p.id = r.member_id and p.state = 'active' where r.community_id = c.id and r.role = 'manager') as managers,
            (select count(*)::int from communities.community_role r join people.member p on p.id = r.member_id and p.state <> 'active'
              where r.community_id = c.id and r.role = 'manager') as leavers,
            case when c.visibility = 'secret' then '[]'::jsonb else (
              select coalesce(jsonb_agg(jsonb_build_object('member', f.card, 'roles', f.roles) order by f.name, f.id), '[]') from (
                select p.id, p.sort_name as name, ${memberCardSql('p')} as card, array_agg(r.role order by r.role) as roles ${candidate}
                 group by p.id limit 12) f) end as candidates,
            (select count(distinct p.id)::int ${candidate}) as askable,
            (select count(*)::int from lifecycle.takeover t where t.community_id = c.id and t.answer is null) as asked
       from communities.community c
      where c.stage <> 'archived' and ${activeManagers} < 2
      order by ${activeManagers}, c.created_at, c.id limit 200`,
  )

/** Of these people (or all when null), those who hold a role there and do not manage. */
export const listAskable = async (
  tx: Tx,
  communityId: string,
  ids: readonly string[] | null,
): Promise<string[]> =>
  (
    await tx.rows<{ id: string }>(
      `select distinct p.id from communities.community c, lateral (select p.id ${candidate}) p
        where c.id = $1 and ($2::uuid[] is null or p.id = any($2::uuid[]))`,
      [communityId, ids],
    )
  ).map(({ id }) => id)

export const listActiveManagers = async (tx: Tx, communityId: string): Promise<string[]> =>
  (
    await tx.rows<{ id: string }>(
      `select p.id from communities.community_role r join people.member p on p.id = r.member_id and p.state = 'active'
        where r.community_id = $1 and r.role = 'manager'`,
      [communityId],
    )
  ).map(({ id }) => id)

export const communityExists = async (tx: Tx, id: string): Promise<boolean> =>
  (await tx.row('select 1 from communities.community where id = $1', [id])) !== undefined

/** Asked once each while they have not answered. */
export const insertTakeovers = (
  tx: Tx,
  row: {
    ids: readonly string[]
    communityId: string
    memberIds: readonly string[]
    by: string | null
    leaverId: string | null
    word: string | null
    at: Date
  },
): Promise<{ id: string; memberId: string }[]> =>
  tx.rows(
    `insert into lifecycle.takeover (id, community_id, member_id, asked_by, leaver_id, word, asked_at)
     select i.id, $3, i.member_id, $4, $5, $6, $7 from unnest($1::uuid[], $2::uuid[]) as i(id, member_id)
     on conflict (community_id, member_id) where answer is null do nothing
     returning id, member_id as "memberId"`,
    [row.ids, row.memberIds, row.communityId, row.by, row.leaverId, row.word, row.at],
  )

export const listTakeovers = (tx: Tx, memberId: string): Promise<Takeover[]> =>
  tx.rows(
    `select t.id, ${communityRefSql('c')} as community, ${cardSql('t.asked_by')} as "askedBy", ${cardSql('t.leaver_id')} as leaver,
            t.word, ${instantSql('t.asked_at')} as "askedAt"
       from lifecycle.takeover t join communities.community c on c.id = t.community_id and c.stage <> 'archived'
       join communities.membership m on m.community_id = c.id and m.member_id = t.member_id
      where t.member_id = $1 and t.answer is null order by t.asked_at, t.id limit 50`,
    [memberId],
  )

export const answerTakeover = (
  tx: Tx,
  row: { id: string; memberId: string; answer: string; at: Date },
): Promise<{ communityId: string; leaverId: string | null } | undefined> =>
  tx.row(
    `update lifecycle.takeover t set answer = $3, answered_at = $4
       from communities.membership m
      where t.id = $1 and t.member_id = $2 and t.answer is null and m.community_id = t.community_id and m.member_id = t.member_id
      returning t.community_id as "communityId", t.leaver_id as "leaverId"`,
    [row.id, row.memberId, row.answer, row.at],
  )

/** Who left and still holds roles; of a secret community, that there is one. */
export const listDepartures = (tx: Tx, memberId: string | null): Promise<Departure[]> =>
  tx.rows(
    `select ${memberCardSql('p')} as member,
            (select jsonb_agg(jsonb_build_object('id', c.id, 'community', case when c.visibility <> 'secret' then ${communityRefSql('c')} end,
                      'roles', held.roles, 'managersLeft', ${activeManagers},
                      'asked', (select count(*) from lifecycle.takeover t where t.community_id = c.id and t.answer is null)) order by c.created_at, c.id)
               from (select r.community_id, array_agg(r.role order by r.role) as roles from communities.community_role r
                      where r.member_id = p.id group by 1) held
               join communities.community c on c.id = held.community_id) as communities
       from people.member p
      where p.state = 'deactivated' and ($1::uuid is null or p.id = $1::uuid)
        and exists (select 1 from communities.community_role r where r.member_id = p.id)
      order by p.sort_name, p.id limit 100`,
    [memberId],
  )
