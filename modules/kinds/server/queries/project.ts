import type { Decision, SortableThread } from '#modules/kinds/contract.ts'
import { instantSql } from '#platform/db/keyset.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { Decider, Fate } from '#modules/kinds/words.ts'

export const listDecisions = (
  tx: Tx,
  communityId: string,
  after: { on: string | null; id: string | null },
  limit: number,
): Promise<Decision[]> =>
  tx.rows<Decision>(
    `select d.id, to_char(d.decided_on, 'YYYY-MM-DD') as "on", d.decision, d.why, d.decided_as as "decidedAs",
            (select json_build_object('id', p.id, 'title', coalesce(p.title, p.excerpt)) from discussions.post p
              where p.id = d.post_id and p.community_id = d.community_id and p.deleted_at is null) as post,
            (select r.id from kinds.decision r where r.id = d.replaced_by and r.withdrawn_at is null) as "replacedBy"
       from kinds.decision d
      where d.community_id = $1 and d.withdrawn_at is null
        and ($2::date is null or (d.decided_on, d.id) < ($2::date, $3::uuid))
      order by d.decided_on desc, d.id desc limit $4`,
    [communityId, after.on, after.id, limit],
  )

export const insertDecision = (
  tx: Tx,
  row: {
    id: string
    communityId: string
    on: string
    decision: string
    why: string
    decidedAs: Decider
    postId: string | null
    by: string | null
    at: Date
  },
): Promise<number> =>
  tx.run(
    `insert into kinds.decision (id, community_id, decided_on, decision, why, decided_as, post_id, noted_by, noted_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [row.id, row.communityId, row.on, row.decision, row.why, row.decidedAs, row.postId, row.by, row.at],
  )

/** @returns whether there was one that stood */
export const setReplaced = async (tx: Tx, communityId: string, id: string, by: string): Promise<boolean> =>
  (await tx.run(
    `update kinds.decision set replaced_by = $3 where community_id = $1 and id = $2 and withdrawn_at is null`,
    [communityId, id, by],
  )) === 1

export const withdrawDecision = async (tx: Tx, communityId: string, id: string, at: Date): Promise<boolean> =>
  (await tx.run(
    `update kinds.decision set withdrawn_at = $3 where community_id = $1 and id = $2 and withdrawn_at is null`,
    [communityId, id, at],
  )) === 1

export interface ReviewRow {
  delivered: string | null
  learnt: string | null
  openedAt: string | null
  finishedAt: string | null
}
export const findReview = (tx: Tx, communityId: string): Promise<ReviewRow | undefined> =>
  tx.row<ReviewRow>(
    `select delivered, learnt, ${instantSql('opened_at')} as "openedAt", ${instantSql('finished_at')} as "finishedAt"
       from kinds.closing_review where community_id = $1`,
    [communityId],
  )

export const upsertReview = (
  tx: Tx,
  row: {
    communityId: string
    delivered: string | null
    learnt: string | null
    by: string | null
    at: Date
    finish: boolean
  },
): Promise<number> =>
  tx.run(
    `insert into kinds.closing_review (community_id, opened_at, opened_by, delivered, learnt, finished_at, finished_by)
     values ($1, $2::timestamptz, $3::uuid, $4, $5, case when $6::boolean then $2::timestamptz end, case when $6::boolean then $3::uuid end)
     on conflict (community_id) do update set delivered = excluded.delivered, learnt = excluded.learnt,
       finished_at = excluded.finished_at, finished_by = excluded.finished_by`,
    [row.communityId, row.at, row.by, row.delivered, row.learnt, row.finish],
  )

/** Conversations that answered something, the most useful first, with what was already decided of them. */
export const listThreads = (tx: Tx, communityId: string): Promise<SortableThread[]> =>
  tx.rows<SortableThread>(
    `select p.id as "postId", coalesce(p.title, p.excerpt) as title, p.kind, p.comment_count as answers,
            p.helped_count as helped, p.accepted_answer_id is not null as "isSolved",
            case when page.id is not null then 'page' else t.fate end as fate, page.id as "pageId"
       from discussions.post p
       left join kinds.sorted_thread t on t.post_id = p.id and t.community_id = p.community_id
       left join lateral (
         select k.id from knowledge.page_source s join knowledge.page k on k.id = s.page_id and k.deleted_at is null
          where s.post_id = p.id and k.community_id = p.community_id order by k.id limit 1) page on true
      where p.community_id = $1 and p.deleted_at is null and p.comment_count > 0
        and not exists (select 1 from discussions.hiding hid where hid.post_id = p.id and hid.comment_id is null)
      order by (p.accepted_answer_id is not null) desc, p.helped_count desc, p.comment_count desc, p.id desc limit 20`,
    [communityId],
  )

export const setFate = (
  tx: Tx,
  row: {
    communityId: string
    postId: string
    fate: Fate
    pageId: string | null
    by: string | null
    at: Date
  },
): Promise<number> =>
  tx.run(
    `insert into kinds.sorted_thread (community_id, post_id, fate, page_id, sorted_by, sorted_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (community_id, post_id) do update set fate = excluded.fate, page_id = excluded.page_id,
       sorted_by = excluded.sorted_by, sorted_at = excluded.sorted_at`,
    [row.communityId, row.postId, row.fate, row.pageId, row.by, row.at],
  )

/** Projects that go on and whose end is within 30 days or behind them. */
export const listEnding = (
  tx: Tx,
  until: string,
): Promise<{ communityId: string; endsOn: string; timezone: string }[]> =>
  tx.rows(
    `select c.id as "communityId", to_char(c.ends_on, 'YYYY-MM-DD') as "endsOn", coalesce(s.timezone, o.timezone, 'Europe/Paris') as timezone
       from communities.community c left join people.site s on s.id = c.site_id left join people.organisation o on true
      where c.kind = 'project' and c.ends_on <= $1::date and c.stage not in ('closing', 'archived')`,
    [until],
  )
/** @returns whether this warning had not been given yet */
export const takeEndWarning = async (
  tx: Tx,
  communityId: string,
  endsOn: string,
  days: number,
  at: Date,
): Promise<boolean> =>
  (await tx.run(
    `insert into kinds.end_warning (community_id, ends_on, days, warned_at) values ($1, $2, $3, $4) on conflict do nothing`,
    [communityId, endsOn, days, at],
  )) === 1
