import type { MemberCard } from '#modules/people/contract.ts'
import { memberCardSql } from '#modules/people/public.ts'
import type { Tx } from '#platform/db/tx.ts'

export interface CoverRow {
  subject: string
  /** People who asked or answered on it in eighteen months. */
  people: number
  questions: number
  /** Members who declare it, or whose answer on it was accepted. */
  knowing: number
  experts: MemberCard[]
}

/**
 * Subjects of a community's questions over eighteen months, and who covers them. Names only of people who agreed to
 * be named: the role of expert with the subject shown or declared, or the consent on the subject. One statement.
 */
export function listCover(tx: Tx, communityId: string, now: Date): Promise<CoverRow[]> {
  return tx.rows(
    `with question as (
       select p.id, p.author_id, p.accepted_answer_id, p.tags from discussions.post p
        where p.community_id = $1 and p.kind = 'question' and p.deleted_at is null
          and p.created_at > $2::timestamptz - interval '18 months' and p.created_at <= $2),
     here as (select ms.member_id from communities.membership ms join people.member m on m.id = ms.member_id and m.state = 'active'
               where ms.community_id = $1),
     tagged as (select q.*, people.fold(tag) as key, tag from question q cross join lateral unnest(q.tags) tag),
     part as (
       select t.key, t.author_id as member_id from tagged t
       union select t.key, k.author_id from tagged t join discussions.comment k on k.post_id = t.id and k.deleted_at is null),
     shown as (
       select distinct t.key, k.author_id as member_id from tagged t
         join discussions.comment k on k.id = t.accepted_answer_id and k.deleted_at is null and k.author_id <> t.author_id
         join here h on h.member_id = k.author_id),
     declared as (
       select people.fold(s) as key, m.id as member_id from here h join people.member m on m.id = h.member_id
        cross join lateral unnest(m.ask_me_about) s),
     knowing as (
       select key, member_id from shown union select d.key, d.member_id from declared d where d.key in (select key from tagged)),
     named as (
       select k.key, k.member_id from knowing k
        where exists (select 1 from communities.community_role r where r.community_id = $1 and r.member_id = k.member_id and r.role = 'expert')
           or exists (select 1 from declared d join expertise.named_expert n on n.member_id = d.member_id and n.skill_key = d.key
                       where d.member_id = k.member_id and d.key = k.key))
     select min(t.tag) as subject, count(distinct t.id)::int as questions,
            (select count(distinct p.member_id)::int from part p where p.key = t.key) as people,
            (select count(distinct k.member_id)::int from knowing k where k.key = t.key) as knowing,
            coalesce((select jsonb_agg(${memberCardSql('m')} order by m.sort_name, m.id) from named n
                        join people.member m on m.id = n.member_id where n.key = t.key), '[]') as experts
       from tagged t group by t.key order by t.key limit 200`,
    [communityId, now],
  )
}
