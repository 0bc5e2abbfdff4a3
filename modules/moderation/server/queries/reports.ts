import type { Quoted } from '#modules/moderation/contract.ts'
import type { Tx } from '#platform/db/tx.ts'
import { moderatesSql } from '../access.ts'

export interface TextFacts {
  communityId: string
  authorId: string
  isGone: boolean
  authorModerates: boolean
  /** Reports this person made since yesterday. */
  reportsToday: number
}

/** A post or one of its comments as a report needs it; the caller has checked that the post may be read. */
export const findText = (
  tx: Tx,
  postId: string,
  commentId: string | null,
  reporterId: string,
  now: Date,
): Promise<TextFacts | undefined> =>
  tx.row<TextFacts>(
    `select t.*, ${moderatesSql('t."authorId"', 't."communityId"')} as "authorModerates",
            (select count(*)::int from moderation.report r where r.reporter_id = $3 and r.at > $4::timestamptz - interval '1 day') as "reportsToday"
       from (select p.community_id as "communityId", coalesce(k.author_id, p.author_id) as "authorId",
                    case when $2::uuid is null then p.deleted_at is not null else k.deleted_at is not null end as "isGone"
               from discussions.post p left join discussions.comment k on k.id = $2::uuid and k.post_id = p.id
              where p.id = $1 and ($2::uuid is null or k.id is not null)) t`,
    [postId, commentId, reporterId, now],
  )

/** 0 when this person spoke of this case already. */
export const insertReport = (
  tx: Tx,
  row: {
    id: string
    caseId: string
    reporterId: string
    article: Quoted | undefined
    words: string | null
    at: Date
  },
): Promise<number> =>
  tx.run(
    `insert into moderation.report (id, case_id, reporter_id, article, article_title, article_body, words, at)
     values ($1, $2, $3, $4, $5::jsonb, $6::jsonb, $7, $8) on conflict (case_id, reporter_id) do nothing`,
    [
      row.id,
      row.caseId,
      row.reporterId,
      row.article?.number ?? null,
      row.article ? JSON.stringify(row.article.title) : null,
      row.article ? JSON.stringify(row.article.body) : null,
      row.words,
      row.at,
    ],
  )

export const listReporters = (tx: Tx, caseId: string): Promise<{ id: string; memberId: string }[]> =>
  tx.rows(`select id, reporter_id as "memberId" from moderation.report where case_id = $1`, [caseId])
