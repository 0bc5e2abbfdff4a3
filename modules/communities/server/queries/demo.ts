import type { Tx } from '#platform/db/tx.ts'

export interface DemoMember {
  memberId: string
  joinedAt: Date
  invitedBy: string | null
}

/** Members with their history: when they came, who invited them; all accepted the first charter and have read everything but the last days. */
export async function insertDemoMembers(
  tx: Tx,
  communityId: string,
  rows: readonly DemoMember[],
): Promise<void> {
  await tx.run(
    `with r as (select * from unnest($2::uuid[], $3::timestamptz[], $4::uuid[]) as r(member_id, joined_at, invited_by)),
     joined as (
       insert into communities.membership (community_id, member_id, joined_at, invited_by)
       select $1, member_id, joined_at, invited_by from r on conflict do nothing returning member_id),
     accepted as (
       insert into communities.charter_acceptance (community_id, version, member_id, at)
       select $1, v.version, r.member_id, r.joined_at from r
         join lateral (select max(version) as version from communities.charter_version where community_id = $1) v on v.version is not null
       on conflict do nothing)
     update communities.community set member_count = member_count + (select count(*)::int from joined) where id = $1`,
    [communityId, rows.map((r) => r.memberId), rows.map((r) => r.joinedAt), rows.map((r) => r.invitedBy)],
  )
}

export interface DemoClosure {
  communityId: string
  announcedAt: Date
  closesOn: string
  byMemberId: string
  reason: string
  whereNext: string
  stageBefore: string
}

export const insertDemoClosure = (tx: Tx, row: DemoClosure): Promise<number> =>
  tx.run(
    `insert into communities.closure (community_id, announced_at, closes_on, by_member_id, reason, where_next, stage_before)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      row.communityId,
      row.announcedAt,
      row.closesOn,
      row.byMemberId,
      row.reason,
      row.whereNext,
      row.stageBefore,
    ],
  )

/** The stage it has reached, and how far its members have read: a few posts are unread for everybody. */
export async function setDemoProgress(
  tx: Tx,
  communityId: string,
  stage: string,
  unread: number,
): Promise<void> {
  await tx.run(`update communities.community set stage = $2 where id = $1`, [communityId, stage])
  await tx.run(
    `update communities.membership m set last_seen_seq = greatest(0, c.post_seq - $2)
       from communities.community c where c.id = m.community_id and c.id = $1`,
    [communityId, unread],
  )
}

/** The demo's communities with all they hold, and what its people are in other communities. Returns how many communities. */
export async function deleteDemoCommunities(tx: Tx): Promise<number> {
  const communities = await tx.run(`delete from communities.community where demo`)
  const theirs = `in (select id from people.member where demo)`
  await tx.run(
    `with gone as (delete from communities.membership where member_id ${theirs} returning community_id)
     update communities.community c set member_count = member_count - g.n
       from (select community_id, count(*)::int as n from gone group by 1) g where c.id = g.community_id`,
  )
  await tx.run(`delete from communities.join_request where member_id ${theirs}`)
  await tx.run(
    `delete from communities.community_invitation where member_id ${theirs} or by_member_id ${theirs}`,
  )
  return communities
}
