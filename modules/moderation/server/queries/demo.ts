import type { Tx } from '#platform/db/tx.ts'
import { newId } from '#platform/ids.ts'
import type { DemoCase } from '../operations/demo-moderation.ts'

/** A case with its report, and when it is closed the word that was sent to the author. */
export const insertDemoCase = (tx: Tx, one: DemoCase): Promise<number> =>
  tx.run(
    `with article as (
       select a.number, a.title, a.body from communities.charter_article a
        where a.community_id = $2 and a.number = $8 order by a.version desc limit 1),
     opened as (
       insert into moderation.case_file (id, community_id, post_id, comment_id, author_id, route, kind, body_md, language,
              opened_at, closed_at, closed_by, outcome, closing_word)
       select $1, $2, $3, k.id, $5, 'community', p.kind, k.body_md, k.language, $6, $10::timestamptz, $11::uuid, $12::text, $13::text
         from discussions.comment k join discussions.post p on p.id = k.post_id where k.id = $4
       returning id),
     said as (
       insert into moderation.step (id, case_id, step, by_member_id, article, article_title, article_body, text, at)
       select $15, opened.id, 'message', $11::uuid, article.number, article.title, article.body, $14::text, $6::timestamptz + interval '2 hours'
         from opened left join article on true where $14::text is not null)
     insert into moderation.report (id, case_id, reporter_id, article, article_title, article_body, words, at)
     select $16, opened.id, $7, article.number, article.title, article.body, $9, $6 from opened left join article on true`,
    [
      newId(one.at.getTime()),
      one.communityId,
      one.postId,
      one.commentId,
      one.authorId,
      one.at,
      one.reporterId,
      one.article,
      one.words,
      one.closed?.at ?? null,
      one.closed?.byMemberId ?? null,
      one.closed?.outcome ?? null,
      one.closed?.word ?? null,
      one.closed?.message ?? null,
      newId(one.at.getTime()),
      newId(one.at.getTime()),
    ],
  )

/** Counts of cases that are no longer there. */
export const insertDemoPast = (
  tx: Tx,
  year: number,
  past: readonly {
    communityId: string
    article: number
    outcome: string
    hours: number
    appealed: boolean
    overturned: boolean
  }[],
): Promise<number> =>
  tx.run(
    `insert into moderation.past_case (community_id, year, article, article_title, outcome, reports, hours, appealed, overturned)
     select (one ->> 'communityId')::uuid, $1, (one ->> 'article')::int,
            (select a.title from communities.charter_article a
              where a.community_id = (one ->> 'communityId')::uuid and a.number = (one ->> 'article')::int order by a.version desc limit 1),
            one ->> 'outcome', 1, (one ->> 'hours')::int, (one ->> 'appealed')::boolean, (one ->> 'overturned')::boolean
       from jsonb_array_elements($2::jsonb) as one`,
    [year, JSON.stringify(past)],
  )
