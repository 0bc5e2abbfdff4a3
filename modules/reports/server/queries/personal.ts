import type { Tx } from '#platform/db/tx.ts'

interface OwnTraces {
  quotes: string[]
  stories: number
  told: number
  versions: number
  assessments: number
  decisions: number
  reasons: string[]
}

/** What stands in reports about one person. */
export const countOwnTraces = async (tx: Tx, memberId: string): Promise<OwnTraces> =>
  (await tx.row<OwnTraces>(
    `select array(select v.quote from reports.voice v where v.author_id = $1 and v.state in ('pending', 'yes') order by v.asked_at) as quotes,
            (select count(*)::int from reports.story_person p where p.member_id = $1 and p.state in ('pending', 'yes')) as stories,
            (select count(*)::int from reports.value_story s where s.told_by = $1) as told,
            (select count(*)::int from reports.version v where v.by_member_id = $1) as versions,
            (select count(*)::int from reports.assessment a where a.by_member_id = $1) as assessments,
            (select count(*)::int from reports.decision d where d.owner_id = $1 and d.answered_at is null) as decisions,
            array(select e.reason from reports.export e where e.asked_by = $1 order by e.asked_at desc limit 20) as reasons`,
    [memberId],
  ))!
