import { columnsOf } from '#platform/privacy/own-data.ts'
import type { OwnData } from '#platform/privacy/own-data.ts'

/** One bit a month: somebody came by. Nobody reads it as such, the person neither. */
export const ownData: OwnData = {
  columns: [
    ...columnsOf(
      'measurement',
      'delete',
      'presence_month.member_id cohort_snapshot.member_id release_contributor.member_id',
    ),
    ...columnsOf('measurement', 'clear', 'release_threshold.by_member_id'),
  ],
  archive: [
    {
      name: 'presence',
      sql: `select c.name as community, pm.month from measurement.presence_month pm
              join communities.membership ms on ms.community_id = pm.community_id and ms.member_id = $1
              join communities.community c on c.id = pm.community_id where pm.member_id = $1 order by pm.month`,
    },
  ],
}
