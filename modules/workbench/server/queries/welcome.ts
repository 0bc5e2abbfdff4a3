import type { MemberCard } from '#modules/people/contract.ts'
import { memberCardSql } from '#modules/people/public.ts'
import { exactInstantSql } from '#platform/db/keyset.ts'
import type { Tx } from '#platform/db/tx.ts'
import { buddyStateSql, stepJoinsSql, stepsSql } from './path.ts'
import type { RawSteps } from './path.ts'

export interface ArrivalRow {
  member: MemberCard
  joinedAt: Date
  exactAt: string
  invitedBy: MemberCard | null
  welcomedBy: MemberCard | null
  buddy: MemberCard | null
  buddyState: 'asked' | 'accepted' | 'ended' | null
  mission: string | null
  steps: RawSteps
}

/** People who joined in the last 90 days, newest first; imported and former members are left out, and so are managers. */
export function listArrivals(
  tx: Tx,
  communityId: string,
  now: Date,
  page: { memberId?: string | null; before?: { joinedAt: string; id: string } | null; limit: number },
): Promise<ArrivalRow[]> {
  return tx.rows(
    `select ${memberCardSql('m')} as member, ms.joined_at as "joinedAt", ${exactInstantSql('ms.joined_at')} as "exactAt",
            case when i.id is not null then ${memberCardSql('i')} end as "invitedBy",
            case when wm.id is not null then ${memberCardSql('wm')} end as "welcomedBy",
            case when bm.id is not null then ${memberCardSql('bm')} end as buddy, ${buddyStateSql} as "buddyState",
            mi.text as mission, ${stepsSql} as steps
       from communities.membership ms join people.member m on m.id = ms.member_id and m.state = 'active'
       left join people.member i on i.id = ms.invited_by ${stepJoinsSql}
       left join people.member wm on wm.id = w.by_member_id
       left join people.member bm on bm.id = b.buddy_id
      where ms.community_id = $1 and not ms.imported and ms.joined_at > $2::timestamptz - interval '90 days'
        and not exists (select 1 from communities.community_role r
                         where r.community_id = ms.community_id and r.member_id = ms.member_id and r.role = 'manager')
        and ($3::uuid is null or ms.member_id = $3)
        and ($4::timestamptz is null or (ms.joined_at, ms.member_id) < ($4, $5::uuid))
      order by ms.joined_at desc, ms.member_id desc limit $6`,
    [
      communityId,
      now,
      page.memberId ?? null,
      page.before?.joinedAt ?? null,
      page.before?.id ?? null,
      page.limit,
    ],
  )
}

/** Arrivals of the last 90 days whom nobody greeted yet. */
export async function countToWelcome(tx: Tx, communityId: string, now: Date): Promise<number> {
  const row = await tx.row<{ n: number }>(
    `select count(*)::int as n
       from communities.membership ms join people.member m on m.id = ms.member_id and m.state = 'active'
      where ms.community_id = $1 and not ms.imported and ms.joined_at > $2::timestamptz - interval '90 days'
        and not exists (select 1 from workbench.welcome w where w.community_id = $1 and w.newcomer_id = ms.member_id)
        and not exists (select 1 from communities.community_role r where r.community_id = $1 and r.member_id = ms.member_id and r.role = 'manager')`,
    [communityId, now],
  )
  return row!.n
}

/** Answers whether nobody had greeted them before. */
export async function setWelcomed(
  tx: Tx,
  communityId: string,
  newcomerId: string,
  byMemberId: string,
  at: Date,
): Promise<boolean> {
  const added = await tx.run(
    `insert into workbench.welcome (community_id, newcomer_id, by_member_id, at) values ($1, $2, $3, $4) on conflict do nothing`,
    [communityId, newcomerId, byMemberId, at],
  )
  return added > 0
}

export async function setBuddy(
  tx: Tx,
  communityId: string,
  newcomerId: string,
  buddyId: string,
  byMemberId: string,
  at: Date,
): Promise<void> {
  await tx.run(
    `insert into workbench.buddy (community_id, newcomer_id, buddy_id, by_member_id, at) values ($1, $2, $3, $4, $5)
     on conflict (community_id, newcomer_id) do update
       set buddy_id = excluded.buddy_id, by_member_id = excluded.by_member_id, at = excluded.at, accepted_at = null,
           ended_at = null, thanks = null
     where workbench.buddy.buddy_id <> excluded.buddy_id or workbench.buddy.ended_at is not null`,
    [communityId, newcomerId, buddyId, byMemberId, at],
  )
}

export async function deleteBuddy(tx: Tx, communityId: string, newcomerId: string): Promise<void> {
  await tx.run(`delete from workbench.buddy where community_id = $1 and newcomer_id = $2`, [
    communityId,
    newcomerId,
  ])
}

/** Whether somebody belongs to the community and is active; a buddy must. */
export async function isActiveMember(tx: Tx, communityId: string, memberId: string): Promise<boolean> {
  const row = await tx.row(
    `select 1 from communities.membership ms join people.member m on m.id = ms.member_id and m.state = 'active'
      where ms.community_id = $1 and ms.member_id = $2`,
    [communityId, memberId],
  )
  return row !== undefined
}
