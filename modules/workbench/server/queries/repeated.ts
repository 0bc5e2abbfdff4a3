import type { MemberCard } from '#modules/people/contract.ts'
import { memberCardSql } from '#modules/people/public.ts'
import type { Tx } from '#platform/db/tx.ts'

/** Trigram similarity of two titles from which they ask the same thing; below, on real titles, it is mostly chance. */
export const alike = 0.45

export interface RepeatedRow {
  id: string
  title: string
  language: string
  createdAt: Date
  answers: number
  helped: number
  isAccepted: boolean
  credited: MemberCard[]
  likeIds: string[]
}

/**
 * The community's last 300 questions that have a page nowhere, each with the others under a similar title
 * (pg_trgm) and who answered it; those without a twin are left out. One statement, at most 45,000 comparisons.
 */
export function listAlike(tx: Tx, communityId: string, now: Date): Promise<RepeatedRow[]> {
  return tx.rows(
    `with question as materialized (
       select p.id, p.title, people.fold(p.title) as folded, p.language, p.created_at, p.author_id, p.helped_count, p.accepted_answer_id
         from discussions.post p
        where p.community_id = $1 and p.kind = 'question' and p.deleted_at is null and length(p.title) > 12
          and p.created_at <= $2 and p.created_at > $2::timestamptz - interval '2 years'
          and not exists (select 1 from knowledge.page_source s join knowledge.page pg on pg.id = s.page_id and pg.deleted_at is null
                           where s.post_id = p.id)
        order by p.created_at desc, p.id desc limit 300),
     pair as materialized (
       select a.id as one, b.id as other from question a join question b on a.id <> b.id and a.language = b.language
          and similarity(a.folded, b.folded) >= ${alike})
     select q.id, q.title, q.language, q.created_at as "createdAt", q.accepted_answer_id is not null as "isAccepted",
            (select count(*)::int from discussions.comment k where k.post_id = q.id and k.is_answer and k.deleted_at is null and k.author_id <> q.author_id) as answers,
            q.helped_count + coalesce((select max(k.helped_count) from discussions.comment k where k.post_id = q.id and k.deleted_at is null), 0) as helped,
            coalesce((select json_agg(who.card) from (
               select distinct on (m.id) ${memberCardSql('m')} as card from discussions.comment k join people.member m on m.id = k.author_id
                where k.post_id = q.id and k.is_answer and k.deleted_at is null and k.author_id <> q.author_id order by m.id limit 5) who), '[]') as credited,
            array(select pair.other from pair where pair.one = q.id) as "likeIds"
       from question q where exists (select 1 from pair where pair.one = q.id)
      order by q.created_at desc, q.id desc`,
    [communityId, now],
  )
}
