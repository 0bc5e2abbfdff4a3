import { readableCommunitySql } from '#modules/communities/public.ts'
import type { SimilarQuestion } from '#modules/search/contract.ts'
import type { Tx } from '#platform/db/tx.ts'

const similarSql = `
  with asked as materialized (
    select websearch_to_tsquery('search.fr', $4) || websearch_to_tsquery('search.en', $4) as query, people.fold($3) as text),
  readable as materialized (
    select c.id from communities.community c where ${readableCommunitySql('c', '$1::uuid', '$2::boolean')}),
  by_words as materialized (
    select d.id, ts_rank(d.tsv, asked.query) as rank from asked, search.doc d
      join readable r on r.id = d.community_id
     where d.kind = 'post' and numnode(asked.query) > 0 and d.tsv @@ asked.query limit 2000),
  best_words as (select id, rank from by_words order by rank desc, id desc limit 100),
  by_title as materialized (
    select p.id from discussions.post p, asked
     where p.kind = 'question' and p.deleted_at is null and people.fold(p.title) % asked.text limit 100),
  found as (
    select p.*, coalesce(w.rank, 0) + similarity(coalesce(people.fold(p.title), ''), asked.text) + (p.community_id = $5::uuid)::int * 0.05 as score
      from (select id from best_words union select id from by_title) ids
      join discussions.post p on p.id = ids.id and p.kind = 'question' and p.deleted_at is null
      join readable r on r.id = p.community_id
      left join best_words w on w.id = p.id, asked)
  select p.id, p.title, p.excerpt,
         json_build_object('id', c.id, 'slug', c.slug, 'name', c.name, 'kind', c.kind, 'visibility', c.visibility,
           'accent', c.accent, 'partnersAdmitted', c.partners_admitted) as community,
         to_char(p.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "createdAt",
         p.answer_count as "answerCount", p.accepted_answer_id is not null as "hasAcceptedAnswer"
    from found p join communities.community c on c.id = p.community_id
   where p.score > 0.08
   order by p.score desc, p.id desc limit 5`

/**
 * Readable questions near a text: those that share words with it, and those whose title looks like it. `words` is
 * the text with `or` between its words.
 */
export const listSimilarQuestions = (
  tx: Tx,
  viewer: { id: string; isEmployee: boolean },
  text: string,
  words: string,
  communityId: string | null,
): Promise<SimilarQuestion[]> =>
  tx.rows<SimilarQuestion>(similarSql, [viewer.id, viewer.isEmployee, text, words, communityId])
