import type { MemberCard } from '#modules/people/contract.ts'
import { memberCardSql } from '#modules/people/public.ts'
import type { Levels } from '#modules/reports/contract.ts'
import type { Tx } from '#platform/db/tx.ts'

export interface AssessmentRow {
  id: string
  half: string
  at: Date
  assessor: MemberCard | null
  levels: Levels
  actions: string[]
}

const columns = `a.id, a.half, a.at, a.levels, a.actions,
  case when m.id is null then null else ${memberCardSql('m')} end as assessor`

/** Assessments of a community, newest first. */
export const listAssessments = (tx: Tx, communityId: string): Promise<AssessmentRow[]> =>
  tx.rows<AssessmentRow>(
    `select ${columns} from reports.assessment a left join people.member m on m.id = a.by_member_id
      where a.community_id = $1 order by a.at desc, a.id desc limit 40`,
    [communityId],
  )

/** The latest one made by the end of a day. */
export const findLatestAssessment = (
  tx: Tx,
  communityId: string,
  until: string,
): Promise<AssessmentRow | undefined> =>
  tx.row<AssessmentRow>(
    `select ${columns} from reports.assessment a left join people.member m on m.id = a.by_member_id
      where a.community_id = $1 and a.at < $2::date + 1 order by a.at desc, a.id desc limit 1`,
    [communityId, until],
  )

export const insertAssessment = (
  tx: Tx,
  assessment: {
    id: string
    communityId: string
    half: string
    levels: Levels
    actions: readonly string[]
    at: Date
    byMemberId: string | null
  },
): Promise<number> =>
  tx.run(
    `insert into reports.assessment (id, community_id, half, levels, actions, at, by_member_id) values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      assessment.id,
      assessment.communityId,
      assessment.half,
      JSON.stringify(assessment.levels),
      JSON.stringify(assessment.actions),
      assessment.at,
      assessment.byMemberId,
    ],
  )

/** Managed communities that live and have no assessment of this half-year. */
export const listToAssess = async (tx: Tx, half: string): Promise<string[]> =>
  (
    await tx.rows<{ id: string }>(
      `select c.id from communities.community c
        where c.stage in ('growing', 'mature', 'transforming')
          and not exists (select 1 from reports.assessment a where a.community_id = c.id and a.half = $1)
        order by c.id`,
      [half],
    )
  ).map(({ id }) => id)
