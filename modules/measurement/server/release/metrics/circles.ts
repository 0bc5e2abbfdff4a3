import { formerMemberId } from '#modules/people/contract.ts'
import type { Tx } from '#platform/db/tx.ts'
import { periodBefore, spanOf } from '../periods.ts'
import type { Span } from '../periods.ts'
import { contributionSql, memberSql } from './acts.ts'
import { distributionOf } from './metric.ts'
import type { ReleaseMetric, Scope } from './metric.ts'

export const circles = ['core', 'occasional', 'reader', 'absent'] as const
type Circle = (typeof circles)[number]

/**
 * The circle of each member in a quarter: core with at least 8 contributions in at least 4 weeks, occasional with
 * one, reader with a presence bit and none. The one statement that reads presence.
 */
const listCircles = (tx: Tx, scope: Scope, span: Span): Promise<{ memberId: string; circle: Circle }[]> =>
  tx.rows<{ memberId: string; circle: Circle }>(
    `with member as (${memberSql}),
     contributor as (
       select act.member_id, count(*) as n, count(distinct date_trunc('week', act.at at time zone coalesce(o.timezone, 'Europe/Paris'))) as weeks
         from (${contributionSql}) act left join people.organisation o on true group by act.member_id)
     select member.member_id as "memberId",
            case when c.n >= 8 and c.weeks >= 4 then 'core' when c.n >= 1 then 'occasional'
                 when exists (select 1 from measurement.presence_month p
                               where ($1::uuid is null or p.community_id = $1) and p.member_id = member.member_id
                                 and p.month >= $5::date and p.month < $6::date) then 'reader'
                 else 'absent' end as circle
       from member left join contributor c on c.member_id = member.member_id`,
    [scope.communityId, span.start, span.end, formerMemberId, span.from, span.until],
  )

/** M04: shares of the members in each circle. */
export const circleShares: ReleaseMetric = {
  id: 'M04',
  grain: 'quarter',
  unit: '%',
  k: 5,
  breakdowns: { community: 'entity', organisation: [] },
  async read(tx, scope, span) {
    const rows = await listCircles(tx, scope, span)
    return distributionOf(
      rows.map(({ memberId, circle }) => ({ memberId, key: circle })),
      circles,
    )
  },
}

/** M05: of the members of both quarters, the shares that moved towards the core, stayed, moved away. */
export const circleFlows: ReleaseMetric = {
  id: 'M05',
  grain: 'quarter',
  unit: '%',
  k: 10,
  breakdowns: { community: null, organisation: [] },
  async read(tx, scope, span) {
    const timezone = (await tx.row<{ timezone: string }>('select timezone from people.organisation'))
      ?.timezone
    const before = spanOf(periodBefore(span.period), timezone ?? 'Europe/Paris')
    const was = new Map(
      (await listCircles(tx, scope, before)).map(({ memberId, circle }) => [
        memberId,
        circles.indexOf(circle),
      ]),
    )
    const rows = (await listCircles(tx, scope, span)).flatMap(({ memberId, circle }) => {
      const from = was.get(memberId)
      if (from === undefined) return []
      const moved = from - circles.indexOf(circle)
      return [{ memberId, key: moved > 0 ? 'up' : moved < 0 ? 'down' : 'held' }]
    })
    return distributionOf(rows, ['up', 'held', 'down'])
  },
}
