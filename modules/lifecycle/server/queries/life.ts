import { memberCardSql } from '#modules/people/public.ts'
import type { CommunityStage } from '#modules/communities/contract.ts'
import type { MemberCard } from '#modules/people/contract.ts'
import type { CheckedItem, Life, StageChange } from '#modules/lifecycle/contract.ts'
import { instantSql } from '#platform/db/keyset.ts'
import type { Tx } from '#platform/db/tx.ts'

export const cardSql = (id: string): string =>
  `(select ${memberCardSql('cp')} from people.member cp where cp.id = ${id})`

/** The day on the organisation's clock. */
export const todaySql = (now: string): string =>
  `(${now}::timestamptz at time zone coalesce((select o.timezone from people.organisation o), 'Europe/Paris'))::date`

/** What gates and computed items look at, counted at once. */
export interface LifeFacts {
  stage: CommunityStage
  since: string
  memberCount: number
  hasCharter: boolean
  posts: number
  pages: number
  upcoming: number
  /** Gatherings that began since the community entered `preparing` (or ever, when it never did). */
  held: number
  ambassadors: number
  stories: number
  isPeerReady: boolean
  day90Done: boolean
  reviewedAt: string | null
  revivalPlanned: boolean
  lastRevival: 'revive' | 'close' | null
  linksLeft: number
}

const facts = `
  select c.stage, c.member_count as "memberCount",
         ${instantSql(`coalesce((select h.at from lifecycle.stage_change h where h.community_id = c.id order by h.id desc limit 1), c.created_at)`)} as since,
         exists (select 1 from communities.charter_version v where v.community_id = c.id) as "hasCharter",
         (select count(*)::int from discussions.post p where p.community_id = c.id and p.deleted_at is null) as posts,
         (select count(*)::int from knowledge.page p where p.community_id = c.id and p.deleted_at is null) as pages,
         (select count(*)::int from gatherings.gathering g where g.community_id = c.id and g.starts_at > $2::timestamptz
             and not exists (select 1 from gatherings.cancellation x where x.gathering_id = g.id)) as upcoming,
         (select count(*)::int from gatherings.gathering g where g.community_id = c.id and g.starts_at <= $2::timestamptz
             and g.starts_at >= coalesce((select max(h.at) from lifecycle.stage_change h
                                           where h.community_id = c.id and h.to_stage = 'preparing'), '-infinity')
             and not exists (select 1 from gatherings.cancellation x where x.gathering_id = g.id)) as held,
         (select count(*)::int from communities.community_role r where r.community_id = c.id and r.role = 'ambassador') as ambassadors,
         (select count(*)::int from discussions.post p where p.community_id = c.id and p.kind = 'story' and p.deleted_at is null) as stories,
         coalesce((select pr.verdict = 'ready' from lifecycle.peer_review pr where pr.community_id = c.id and pr.done_at is not null
                    order by pr.done_at desc limit 1), false) as "isPeerReady",
         exists (select 1 from lifecycle.review r where r.community_id = c.id and r.kind = 'day90' and r.done_at is not null) as "day90Done",
         ${instantSql(`(select max(r.done_at) from lifecycle.review r where r.community_id = c.id)`)} as "reviewedAt",
         exists (select 1 from lifecycle.revival v where v.community_id = c.id and v.ended_at is null) as "revivalPlanned",
         (select v.outcome from lifecycle.revival v where v.community_id = c.id and v.ended_at is not null order by v.ended_at desc limit 1) as "lastRevival",
         (select count(*)::int from lifecycle.core_member k where k.community_id = c.id) as "linksLeft"
    from communities.community c where c.id = $1`

export const findFacts = (tx: Tx, communityId: string, now: Date): Promise<LifeFacts | undefined> =>
  tx.row(facts, [communityId, now])

export const listTicks = (
  tx: Tx,
  communityId: string,
): Promise<(Pick<CheckedItem, 'by' | 'at' | 'note'> & { stage: string; item: string })[]> =>
  tx.rows(
    `select t.stage, t.item, t.note, ${instantSql('t.at')} as at, ${cardSql('t.by_member_id')} as by
       from lifecycle.tick t where t.community_id = $1`,
    [communityId],
  )

export const upsertTick = (
  tx: Tx,
  row: { communityId: string; stage: string; item: string; by: string; at: Date; note: string | null },
): Promise<number> =>
  tx.run(
    `insert into lifecycle.tick (community_id, stage, item, by_member_id, at, note) values ($1, $2, $3, $4, $5, $6)
     on conflict (community_id, stage, item) do update set note = excluded.note`,
    [row.communityId, row.stage, row.item, row.by, row.at, row.note],
  )

export const deleteTick = (tx: Tx, communityId: string, stage: string, item: string): Promise<number> =>
  tx.run('delete from lifecycle.tick where community_id = $1 and stage = $2 and item = $3', [
    communityId,
    stage,
    item,
  ])

export const listHistory = (tx: Tx, communityId: string): Promise<StageChange[]> =>
  tx.rows(
    `select ${instantSql('h.at')} as at, h.from_stage as "from", h.to_stage as "to", ${cardSql('h.by_member_id')} as by, h.reason, h.passed
       from lifecycle.stage_change h where h.community_id = $1 order by h.id desc limit 60`,
    [communityId],
  )

/** Written once per change: a second hearing of the same event finds it there. */
export const insertStageChange = (
  tx: Tx,
  row: {
    communityId: string
    at: Date
    from: string | null
    to: string
    by: string | null
    reason?: string | null
    passed?: readonly string[]
  },
): Promise<number> =>
  tx.run(
    `insert into lifecycle.stage_change (community_id, at, from_stage, to_stage, by_member_id, reason, passed)
     select $1, $2, coalesce($3, (select h.to_stage from lifecycle.stage_change h where h.community_id = $1 order by h.id desc limit 1)), $4, $5, $6, $7
      where (select h.to_stage from lifecycle.stage_change h where h.community_id = $1 order by h.id desc limit 1) is distinct from $4`,
    [row.communityId, row.at, row.from, row.to, row.by, row.reason ?? null, row.passed ?? []],
  )

export const findStage = async (tx: Tx, communityId: string): Promise<CommunityStage | undefined> =>
  (
    await tx.row<{ stage: CommunityStage }>('select stage from communities.community where id = $1', [
      communityId,
    ])
  )?.stage

/** Active members of a community: who is told, and who may stand in its core group. */
export const listMembersOf = async (tx: Tx, communityId: string): Promise<string[]> =>
  (
    await tx.rows<{ id: string }>(
      `select m.member_id as id from communities.membership m join people.member p on p.id = m.member_id and p.state = 'active'
        where m.community_id = $1`,
      [communityId],
    )
  ).map(({ id }) => id)

export const countActiveMembers = async (tx: Tx, communityId: string): Promise<number> =>
  (await tx.row<{ n: number }>(
    `select count(*)::int as n from communities.membership m join people.member p on p.id = m.member_id and p.state = 'active'
      where m.community_id = $1`,
    [communityId],
  ))!.n

export const countMembersAmong = async (
  tx: Tx,
  communityId: string,
  ids: readonly string[],
): Promise<number> =>
  (await tx.row<{ n: number }>(
    `select count(*)::int as n from communities.membership m join people.member p on p.id = m.member_id and p.state = 'active'
      where m.community_id = $1 and m.member_id = any($2::uuid[])`,
    [communityId, ids],
  ))!.n

export const listCore = async (tx: Tx, communityId: string): Promise<MemberCard[]> =>
  (
    await tx.rows<{ card: MemberCard }>(
      `select ${memberCardSql('p')} as card from lifecycle.core_member k
         join people.member p on p.id = k.member_id and p.state = 'active'
         join communities.membership m on m.community_id = k.community_id and m.member_id = k.member_id
        where k.community_id = $1 order by k.since, p.id`,
      [communityId],
    )
  ).map(({ card }) => card)

export const listPeerReviews = (tx: Tx, communityId: string): Promise<Life['peerReviews']> =>
  tx.rows(
    `select r.id, r.version, ${cardSql('r.reviewer_id')} as reviewer, ${instantSql('r.asked_at')} as "askedAt", r.verdict, r.word
       from lifecycle.peer_review r where r.community_id = $1 order by r.asked_at desc, r.id desc limit 20`,
    [communityId],
  )
