import { communityRefSql, readableCommunitySql } from '#modules/communities/public.ts'
import type { CommunityRef } from '#modules/communities/contract.ts'
import { formerMemberId } from '#modules/people/contract.ts'
import type { NetworkMap } from '#modules/measurement/network-contract.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { Arc } from './ties.ts'

/**
 * Public acts of [$1, $2) towards somebody else: answers and comments, replies to them, acceptances, mentions,
 * changes to the same page. Reactions are too weak to be a tie; private messages are never read. Accounts that
 * cannot sign in are left out: imported names are not colleagues.
 * @param within SQL condition on `at.community_id`
 */
const arcSql = (within: string): string => `
  with act as (
    select at.community_id, c.author_id as from_id, coalesce(parent.author_id, at.author_id) as to_id, c.post_id as thread
      from discussions.comment c join discussions.post at on at.id = c.post_id
      left join discussions.comment parent on parent.post_id = c.post_id and parent.id = c.parent_id
     where c.created_at >= $1 and c.created_at < $2 and c.deleted_at is null and at.deleted_at is null
       and parent.deleted_at is null and ${within}
    union
    select at.community_id, a.by_member_id, c.author_id, a.post_id
      from discussions.acceptance a join discussions.post at on at.id = a.post_id join discussions.comment c on c.id = a.comment_id
     where a.at >= $1 and a.at < $2 and at.deleted_at is null and c.deleted_at is null and ${within}
    union
    select at.community_id, coalesce(c.author_id, at.author_id), n.member_id, n.post_id
      from discussions.mention n join discussions.post at on at.id = n.post_id
      left join discussions.comment c on c.post_id = n.post_id and c.id = n.comment_id
     where at.deleted_at is null and c.deleted_at is null
       and coalesce(c.created_at, at.created_at) >= $1 and coalesce(c.created_at, at.created_at) < $2 and ${within}
    union
    select at.community_id, one.by_member_id, other.by_member_id, one.page_id
      from knowledge.page_version one join knowledge.page at on at.id = one.page_id
      join knowledge.page_version other on other.page_id = one.page_id and other.by_member_id <> one.by_member_id
     where at.deleted_at is null and one.at >= $1 and one.at < $2 and other.at >= $1 and other.at < $2 and ${within}),
  arc as (
    select act.community_id, act.from_id, act.to_id, act.thread
      from act join people.member f on f.id = act.from_id join people.member t on t.id = act.to_id
     where act.from_id <> act.to_id and act.from_id <> $3 and act.to_id <> $3
       and f.state in ('active', 'invited') and t.state in ('active', 'invited'))`

/** Acts of one community, or of all (null). */
export const listArcs = (tx: Tx, communityId: string | null, from: Date, to: Date): Promise<Arc[]> =>
  tx.rows<Arc>(
    `${arcSql('($4::uuid is null or at.community_id = $4)')}
     select from_id as "from", to_id as "to", thread from arc
      where $4::uuid is not null or not exists (select 1 from people.member d where d.id = arc.from_id and d.demo)`,
    [from, to, formerMemberId, communityId],
  )

/** One person's acts and those towards them, and the acts among these people, in communities that the person reads. */
export const listOwnArcs = (
  tx: Tx,
  memberId: string,
  isEmployee: boolean,
  from: Date,
  to: Date,
): Promise<(Arc & { communityId: string })[]> =>
  tx.rows<Arc & { communityId: string }>(
    `${arcSql(
      `exists (select 1 from communities.community rc where rc.id = at.community_id and ${readableCommunitySql('rc', '$4::uuid', '$5::boolean')})`,
    )},
     contact as (
       select to_id as id from arc where from_id = $4 union select from_id from arc where to_id = $4)
     select from_id as "from", to_id as "to", thread, community_id as "communityId" from arc
      where from_id = $4 or to_id = $4
         or (from_id in (select id from contact) and to_id in (select id from contact))`,
    [from, to, formerMemberId, memberId, isEmployee],
  )

/** Entity of each person, where they have one. */
export const listEntities = (
  tx: Tx,
  memberIds: readonly string[],
): Promise<{ memberId: string; entity: string | null }[]> =>
  tx.rows(
    `select m.id as "memberId", e.name as entity from people.member m left join people.entity e on e.id = m.entity_id
      where m.id = any($1::uuid[])`,
    [memberIds],
  )

export const listCommunityRefs = async (
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, CommunityRef>> => {
  const rows = await tx.rows<{ id: string; ref: CommunityRef }>(
    `select c.id, ${communityRefSql('c')} as ref from communities.community c where c.id = any($1::uuid[])`,
    [ids],
  )
  return new Map(rows.map(({ id, ref }) => [id, ref]))
}

/** Accepted answers by topic and person since a day; by tag, in one community. For bands, never for names. */
export const listAcceptedByTopic = (
  tx: Tx,
  communityId: string,
  since: Date,
): Promise<{ topic: string; accepted: number[] }[]> =>
  tx.rows(
    `select topic, array_agg(n) as accepted from (
       select tag as topic, c.author_id, count(*)::int as n
         from discussions.acceptance a join discussions.post p on p.id = a.post_id
         join discussions.comment c on c.id = a.comment_id, unnest(p.tags) tag
        where p.community_id = $1 and a.at >= $2 and p.deleted_at is null and c.deleted_at is null
          and c.author_id <> p.author_id and c.author_id <> $3
        group by tag, c.author_id) by_person
      group by topic having sum(n) >= 5 order by sum(n) desc, topic limit 30`,
    [communityId, since, formerMemberId],
  )

/** The people of each published cell of a breakdown. For the map of the network, in the job alone. */
export const listCellPeople = (
  tx: Tx,
  metric: string,
  scope: string,
  period: string,
  dimension: string,
): Promise<{ cell: string; people: string[] }[]> =>
  tx.rows(
    `select r.cell, array_agg(c.member_id::text) as people
       from measurement.aggregate_release r join measurement.release_contributor c on c.release_id = r.id
      where r.metric = $1 and r.scope = $2 and r.period = $3 and r.dimension = $4 group by r.id, r.cell order by (r.cell like 'other%'), people.fold(r.cell)`,
    [metric, scope, period, dimension],
  )

export const insertNetworkRelease = (
  tx: Tx,
  map: {
    scope: string
    period: string
    body: unknown
    k: number
    algoVersion: string
    now: Date
    demo: boolean
  },
): Promise<number> =>
  tx.run(
    `insert into measurement.network_release (scope, period, body, k, algo_version, released_at, demo)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
    [map.scope, map.period, JSON.stringify(map.body), map.k, map.algoVersion, map.now, map.demo],
  )

/** Published maps of a scope, newest quarter first. */
export const listNetworkReleases = (
  tx: Tx,
  scope: string,
): Promise<
  { period: string; body: Omit<NetworkMap, 'period' | 'releasedAt' | 'k'>; k: number; releasedAt: string }[]
> =>
  tx.rows(
    `select period, body, k, to_char(released_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "releasedAt"
       from measurement.network_release where scope = $1 order by period desc limit 20`,
    [scope],
  )
