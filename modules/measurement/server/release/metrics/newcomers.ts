import { kaplanMeier } from '#modules/measurement/server/survival.ts'
import { listArcs } from '#modules/measurement/server/network/queries.ts'
import { buildTies } from '#modules/measurement/server/network/ties.ts'
import { formerMemberId } from '#modules/people/contract.ts'
import { protectDelay } from '../protect.ts'
import { shareOf } from './metric.ts'
import type { ReleaseMetric } from './metric.ts'

const dayMs = 86_400_000

/** M11: days from joining to the first contribution, median over the quarter's joiners; who has not yet is censored. */
export const timeToFirst: ReleaseMetric = {
  id: 'M11',
  grain: 'quarter',
  unit: 'days',
  k: 5,
  breakdowns: { community: null, organisation: 'notReleased' },
  async read(tx, scope, span) {
    const rows = await tx.rows<{ memberId: string; joinedAt: Date; firstAt: Date | null }>(
      `select ms.member_id as "memberId", ms.joined_at as "joinedAt", first.at as "firstAt"
         from communities.membership ms join people.member m on m.id = ms.member_id and m.state in ('active', 'invited')
         left join lateral (
           select min(e.at) as at from discussions.activity_event e
            where e.community_id = ms.community_id and e.actor_id = ms.member_id
              and e.kind in ('post', 'question', 'comment', 'answer') and e.at < $3) first on true
        where ms.community_id = $1 and ms.joined_at >= $2 and ms.joined_at < $3 and not ms.imported and ms.member_id <> $4`,
      [scope.communityId, span.start, span.end, formerMemberId],
    )
    const byPerson = new Map(
      rows.map(({ memberId, joinedAt, firstAt }) => [
        memberId,
        {
          time: Math.max(0, ((firstAt ?? span.end).getTime() - joinedAt.getTime()) / dayMs),
          happened: firstAt !== null,
        },
      ]),
    )
    return {
      population: new Set(byPerson.keys()),
      figure: (people) => ({
        value: protectDelay(kaplanMeier([...people].map((person) => byPerson.get(person)!)).quantile(0.5)),
        parts: [],
      }),
    }
  },
}

/** M24: of those who joined 30 to 90 days before the month's end, those without any two-way tie. A share, never names. */
export const isolatedNewcomers: ReleaseMetric = {
  id: 'M24',
  grain: 'month',
  unit: '%',
  k: 5,
  breakdowns: { community: null, organisation: 'notReleased' },
  async read(tx, scope, span) {
    const at = (days: number) => new Date(span.end.getTime() - days * dayMs)
    const joiners = await tx.rows<{ memberId: string }>(
      `select ms.member_id as "memberId" from communities.membership ms
         join people.member m on m.id = ms.member_id and m.state in ('active', 'invited')
        where ms.community_id = $1 and ms.joined_at >= $2 and ms.joined_at < $3 and not ms.imported`,
      [scope.communityId, at(90), at(30)],
    )
    const ties = buildTies(await listArcs(tx, scope.communityId, at(90), span.end))
    const tied = new Set(ties.filter(({ isTwoWay }) => isTwoWay).flatMap(({ a, b }) => [a, b]))
    return shareOf(joiners.map(({ memberId }) => ({ memberId, part: tied.has(memberId) ? 0 : 1, n: 1 })))
  },
}
