import { columnsOf } from '#platform/privacy/own-data.ts'
import type { OwnData } from '#platform/privacy/own-data.ts'

/** One bit a month: somebody came by. Nobody reads it as such, the person neither. */
export const ownData: OwnData = {
  columns: [
    ...columnsOf(
      'measurement',
      'delete',
      'presence_month.member_id cohort_snapshot.member_id release_contributor.member_id time_saved.member_id',
    ),
    // Who managed a community when: as public as the role, and needed to read what was answered then.
    ...columnsOf('measurement', 'keep', 'manager_span.member_id'),
    ...columnsOf('measurement', 'clear', 'release_threshold.by_member_id'),
  ],
  archive: [
    {
      name: 'time-saved',
      sql: `select post_id as post, comment_id as comment, minutes, at from measurement.time_saved where member_id = $1 order by at`,
    },
    {
      name: 'managed',
      sql: `select c.name as community, s.since, s.until from measurement.manager_span s
              join communities.community c on c.id = s.community_id where s.member_id = $1 order by s.since`,
    },
    {
      name: 'presence',
      sql: `select c.name as community, pm.month from measurement.presence_month pm
              join communities.membership ms on ms.community_id = pm.community_id and ms.member_id = $1
              join communities.community c on c.id = pm.community_id where pm.member_id = $1 order by pm.month`,
    },
  ],
}
