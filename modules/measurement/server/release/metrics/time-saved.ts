import { protectCount } from '../protect.ts'
import { noValue } from './metric.ts'
import type { ReleaseMetric } from './metric.ts'

/** M29: hours that readers say answers saved them, to the nearest five. */
export const timeSaved: ReleaseMetric = {
  id: 'M29',
  grain: 'month',
  unit: 'h',
  k: 5,
  breakdowns: { community: null, organisation: [] },
  async read(tx, { communityId }, span) {
    const rows = await tx.rows<{ memberId: string; minutes: number }>(
      `select s.member_id as "memberId", sum(s.minutes)::int as minutes
         from measurement.time_saved s join discussions.post p on p.id = s.post_id
        where ($1::uuid is null or p.community_id = $1) and s.at >= $2 and s.at < $3 and p.deleted_at is null
          and ($1::uuid is not null or not exists (select 1 from people.member d where d.id = s.member_id and d.demo))
        group by s.member_id`,
      [communityId, span.start, span.end],
    )
    const minutes = new Map(rows.map((row) => [row.memberId, row.minutes]))
    return {
      population: new Set(minutes.keys()),
      figure(people) {
        let sum = 0
        for (const person of people) sum += minutes.get(person) ?? 0
        return { value: people.size === 0 ? noValue : protectCount(sum / 60), parts: [] }
      },
    }
  },
}
