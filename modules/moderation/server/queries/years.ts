import type { Tx } from '#platform/db/tx.ts'
import type { CaseFact } from '../figures.ts'

/** A case that is still there as a fact of its year: who and what stay out. */
const livingSql = `
  select f.community_id, extract(year from f.opened_at at time zone 'UTC')::int as year,
         (select r.article from moderation.report r where r.case_id = f.id order by r.at, r.id limit 1) as article,
         (select r.article_title from moderation.report r where r.case_id = f.id order by r.at, r.id limit 1) as article_title,
         f.outcome, (select count(*)::int from moderation.report r where r.case_id = f.id) as reports,
         (extract(epoch from f.closed_at - f.opened_at) / 3600)::int as hours,
         exists (select 1 from moderation.measure x join moderation.appeal a on a.measure_id = x.id where x.case_id = f.id) as appealed,
         exists (select 1 from moderation.measure x join moderation.appeal a on a.measure_id = x.id
                  where x.case_id = f.id and a.decision = 'overturned') as overturned,
         exists (select 1 from moderation.measure x where x.case_id = f.id and x.decision = 'confirmed' and x.urgent) as urgent
    from moderation.case_file f`

const factsSql = `
  select community_id, year, article, article_title, outcome, reports, hours, appealed, overturned, urgent from (${livingSql}) living
  union all
  select community_id, year, article, article_title, outcome, reports, hours, appealed, overturned, urgent from moderation.past_case`

/** Cases opened in a calendar year (UTC), of one community or of all of them. */
export const listFacts = (tx: Tx, year: number, communityId: string | null): Promise<CaseFact[]> =>
  tx.rows<CaseFact>(
    `select article, article_title as "articleTitle", outcome, reports, hours, appealed, overturned, urgent
       from (${factsSql}) facts where year = $1 and ($2::uuid is null or community_id = $2::uuid)`,
    [year, communityId],
  )

/** Posts, questions, comments and answers of a calendar year (UTC) that are still there; imports left out. */
export const countContributions = async (tx: Tx, year: number, communityId: string | null): Promise<number> =>
  (await tx.row<{ n: number }>(
    `select count(*)::int as n from discussions.activity_event e
        where e.at >= make_timestamptz($1, 1, 1, 0, 0, 0, 'UTC') and e.at < make_timestamptz($1 + 1, 1, 1, 0, 0, 0, 'UTC')
          and not e.imported and e.kind in ('post', 'question', 'comment', 'answer')
          and ($2::uuid is null or e.community_id = $2::uuid)`,
    [year, communityId],
  ))!.n

/** Years with something to say, newest first. */
export const listYears = async (tx: Tx, communityId: string | null): Promise<number[]> =>
  (
    await tx.rows<{ year: number }>(
      `select distinct year from (${factsSql}) facts where $1::uuid is null or community_id = $1::uuid order by year desc`,
      [communityId],
    )
  ).map(({ year }) => year)

/**
 * Forgets cases closed more than twelve months ago (on the route of the law: five years, the time in which somebody
 * may go to court), leaving their counts; and notes about texts silent for twelve months.
 */
export async function forgetOldCases(tx: Tx, now: Date): Promise<void> {
  await tx.run(
    `with old as (
       select id from moderation.case_file where closed_at < $1::timestamptz - case when route = 'law' then interval '5 years' else interval '12 months' end),
     counted as (
       insert into moderation.past_case (community_id, year, article, article_title, outcome, reports, hours, appealed, overturned, urgent)
       select community_id, year, article, article_title, outcome, reports, hours, appealed, overturned, urgent
         from (${livingSql} where f.id in (select id from old)) facts)
     delete from moderation.case_file where id in (select id from old)`,
    [now],
  )
  await tx.run(
    `delete from moderation.note_thread n
      where (select max(k.at) from moderation.note k where k.thread_id = n.id) < $1::timestamptz - interval '12 months'`,
    [now],
  )
}
