import type { MemberCard } from '#modules/people/contract.ts'
import { memberCardSql } from '#modules/people/public.ts'
import type { Tx } from '#platform/db/tx.ts'

/** Pages of the community whose review date is past and whose owner is one of these people; oldest date first. */
export function listPagesToReview(
  tx: Tx,
  communityId: string,
  ownerIds: readonly string[],
  today: string,
): Promise<{ id: string; title: string; owner: MemberCard; reviewOn: string }[]> {
  return tx.rows(
    `select pg.id, pg.title, ${memberCardSql('o')} as owner, pg.review_on as "reviewOn"
       from knowledge.page pg join people.member o on o.id = pg.owner_id
      where pg.community_id = $1 and pg.owner_id = any($2) and pg.review_on <= $3 and pg.deleted_at is null
        and not exists (select 1 from knowledge.page_withdrawal w where w.page_id = pg.id)
      order by pg.review_on, pg.id limit 10`,
    [communityId, ownerIds, today],
  )
}

/** What others did since somebody left, and what the community did: public acts, counted for the whole community. */
export async function findWhileAway(
  tx: Tx,
  communityId: string,
  viewerId: string,
  since: Date,
  until: Date,
): Promise<{ done: { by: MemberCard; n: number }[]; welcomed: number; asked: number; answered: number }> {
  const row = await tx.row<{
    done: { by: MemberCard; n: number }[]
    welcomed: number
    asked: number
    answered: number
  }>(
    `select coalesce((select json_agg(json_build_object('by', d.by, 'n', d.n) order by d.n desc, d.id)
                        from (select m.id, ${memberCardSql('m')} as by, count(*)::int as n
                                from workbench.card_decision c join people.member m on m.id = c.member_id
                               where c.community_id = $1 and c.decision = 'done' and c.member_id <> $2
                                 and c.card not like 'away:%' and c.at >= $3 and c.at <= $4
                               group by m.id) d), '[]') as done,
            (select count(*)::int from workbench.welcome w
              where w.community_id = $1 and w.at >= $3 and w.at <= $4) as welcomed,
            count(*)::int as asked,
            (count(*) filter (where exists (
               select 1 from discussions.comment a where a.post_id = p.id and a.is_answer and a.deleted_at is null
                                                     and a.author_id <> p.author_id)))::int as answered
       from discussions.post p
      where p.community_id = $1 and p.kind = 'question' and p.deleted_at is null
        and p.created_at >= $3 and p.created_at <= $4`,
    [communityId, viewerId, since, until],
  )
  return row!
}

/** The last absence of a manager that is over, while it is fresh: fourteen days. Back early counts from that day. */
export function findLastLeave(
  tx: Tx,
  communityId: string,
  memberId: string,
  today: string,
): Promise<{ from: string; to: string } | undefined> {
  return tx.row(
    `select from_day as "from", to_day as "to" from (
       select from_day, least(to_day, coalesce(returned_on - 1, to_day)) as to_day from practice.leave
        where community_id = $1 and member_id = $2 and cancelled_at is null) gone
      where to_day >= from_day and to_day < $3::date and to_day > $3::date - 15
      order by to_day desc limit 1`,
    [communityId, memberId, today],
  )
}
