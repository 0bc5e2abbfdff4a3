import type { Tx } from '#platform/db/tx.ts'

export interface ReportListed {
  /** `2026-10` */
  month: string
  status: 'draft' | 'published' | 'correcting'
  draftedAt: Date
  publishedAt: Date | null
  corrections: number
}

export const listOf = (tx: Tx, communityId: string): Promise<ReportListed[]> =>
  tx.rows<ReportListed>(
    `select to_char(r.month, 'YYYY-MM') as month, r.drafted_at as "draftedAt", v.at as "publishedAt",
            greatest(v.n - 1, 0)::int as corrections,
            case when v.n = 0 then 'draft' when v.latest > v.published then 'correcting' else 'published' end as status
       from reports.report r
      cross join lateral (
        select max(one.published_at) as at, count(one.published_at) as n, max(one.number) as latest,
               max(one.number) filter (where one.published_at is not null) as published
          from reports.version one where one.report_id = r.id) v
      where r.community_id = $1 order by r.month desc`,
    [communityId],
  )
