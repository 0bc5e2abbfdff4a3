import type { MemberCard } from '#modules/people/contract.ts'
import { memberCardSql } from '#modules/people/public.ts'
import type { Tx } from '#platform/db/tx.ts'

export interface Assumptions {
  managerHoursMonth: number | null
  otherHoursMonth: number | null
  lowMinutes: number | null
  baseMinutes: number | null
  highMinutes: number | null
  hourlyCost: number | null
  currency: string | null
  reason: string | null
}

export const findAssumptions = (
  tx: Tx,
  communityId: string,
): Promise<(Assumptions & { changedAt: Date; changedBy: MemberCard | null }) | undefined> =>
  tx.row(
    `select a.manager_hours_month::float8 as "managerHoursMonth", a.other_hours_month::float8 as "otherHoursMonth",
            a.low_minutes::float8 as "lowMinutes", a.base_minutes::float8 as "baseMinutes", a.high_minutes::float8 as "highMinutes",
            a.hourly_cost::float8 as "hourlyCost", a.currency, a.reason, a.changed_at as "changedAt",
            case when m.id is null then null else ${memberCardSql('m')} end as "changedBy"
       from reports.return_assumption a left join people.member m on m.id = a.changed_by
      where a.community_id = $1`,
    [communityId],
  )

export const setAssumptions = (
  tx: Tx,
  communityId: string,
  given: Assumptions,
  at: Date,
  byMemberId: string | null,
): Promise<number> =>
  tx.run(
    `insert into reports.return_assumption (community_id, manager_hours_month, other_hours_month, low_minutes, base_minutes,
       high_minutes, hourly_cost, currency, reason, changed_at, changed_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     on conflict (community_id) do update set manager_hours_month = $2, other_hours_month = $3, low_minutes = $4,
       base_minutes = $5, high_minutes = $6, hourly_cost = $7, currency = $8, reason = $9, changed_at = $10, changed_by = $11`,
    [
      communityId,
      given.managerHoursMonth,
      given.otherHoursMonth,
      given.lowMinutes,
      given.baseMinutes,
      given.highMinutes,
      given.hourlyCost,
      given.currency,
      given.reason,
      at,
      byMemberId,
    ],
  )

/**
 * Times that readers said a text helped them, of texts written between two instants; null where fewer than five
 * people did, because "this helped me" is silent.
 */
export const countHelps = async (tx: Tx, communityId: string, from: Date, to: Date): Promise<number | null> =>
  (await tx.row<{ n: number | null }>(
    `select case when count(distinct h.member_id) >= 5 then count(*)::int end as n
       from discussions.helped h
       join discussions.post p on p.id = h.post_id and p.deleted_at is null
       left join discussions.comment c on c.id = h.comment_id
      where p.community_id = $1 and c.deleted_at is null
        and coalesce(c.created_at, p.created_at) >= $2 and coalesce(c.created_at, p.created_at) < $3`,
    [communityId, from, to],
  ))!.n
