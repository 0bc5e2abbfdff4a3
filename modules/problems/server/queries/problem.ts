import { memberCardSql } from '#modules/people/public.ts'
import type { Comparison, Indicator, Intervention, Point, Review } from '#modules/problems/contract.ts'
import { instantSql } from '#platform/db/keyset.ts'
import type { Tx } from '#platform/db/tx.ts'

const emptyIndicator: Indicator = {
  problem: null,
  whoSuffers: null,
  name: null,
  formula: null,
  unit: null,
  source: null,
  baseline: null,
  baselineOn: null,
  target: null,
  targetOn: null,
  sponsor: null,
}

const indicatorSql = `
  select k.problem, k.who_suffers as "whoSuffers", k.indicator as name, k.formula, k.unit, k.baseline_source as source,
         k.baseline::float8 as baseline, to_char(k.baseline_on, 'YYYY-MM-DD') as "baselineOn",
         k.target::float8 as target, to_char(k.target_on, 'YYYY-MM-DD') as "targetOn",
         (select ${memberCardSql('p')} from people.member p where p.id = k.sponsor_id) as sponsor
    from communities.canvas k where k.community_id = $1`

export const findIndicator = async (tx: Tx, communityId: string): Promise<Indicator> =>
  (await tx.row<Indicator>(indicatorSql, [communityId])) ?? emptyIndicator

/** Keeps others from writing values of this community until the transaction ends. */
export const lockIndicator = (tx: Tx, communityId: string): Promise<unknown> =>
  tx.row(`select 1 from communities.canvas where community_id = $1 for no key update`, [communityId])

/** Days with a value, the latest `limit` of them, oldest first; the declared source speaks first on each. */
export const listPoints = (
  tx: Tx,
  communityId: string,
  source: string | null,
  limit: number,
): Promise<Point[]> =>
  tx.rows<Point>(
    `select to_char(d.on_day, 'YYYY-MM-DD') as "on", d.value::float8 as value, d.source, d.note
       from (select distinct on (v.on_day) v.on_day, v.value, v.source, v.note
               from problems.value v
              where v.community_id = $1 and v.comparison_id is null and v.replaced_at is null
              order by v.on_day desc, (v.source = $2) desc, v.written_at desc, v.id desc limit $3) d
      order by d.on_day`,
    [communityId, source ?? '', limit],
  )

export const listComparisons = (tx: Tx, communityId: string): Promise<Comparison[]> =>
  tx.rows<Comparison>(
    `select s.id, s.name, s.source,
            coalesce((select jsonb_agg(jsonb_build_object('on', d.on_day, 'value', d.value, 'source', d.source, 'note', d.note) order by d.on_day)
               from (select distinct on (v.on_day) v.on_day, v.value, v.source, v.note from problems.value v
                      where v.community_id = $1 and v.comparison_id = s.id and v.replaced_at is null
                      order by v.on_day desc, v.written_at desc, v.id desc limit 400) d), '[]') as points
       from problems.comparison s where s.community_id = $1 and s.removed_at is null order by s.created_at limit 5`,
    [communityId],
  )

export const listInterventions = (tx: Tx, communityId: string): Promise<Intervention[]> =>
  tx.rows<Intervention>(
    `select i.id, to_char(i.on_day, 'YYYY-MM-DD') as "on", i.text, i.done_as as "doneAs",
            (select p.id from discussions.post p where p.id = i.post_id and p.community_id = i.community_id and p.deleted_at is null) as "postId"
       from problems.intervention i where i.community_id = $1 and i.removed_at is null
      order by i.on_day desc, i.id desc limit 200`,
    [communityId],
  )

export const listReviews = (tx: Tx, communityId: string): Promise<Review[]> =>
  tx.rows<Review>(
    `select r.id, ${instantSql('r.reviewed_at')} as at, r.decision, r.why, r.value::float8 as value,
            to_char(r.value_on, 'YYYY-MM-DD') as "valueOn", r.baseline::float8 as baseline, r.target::float8 as target,
            r.progress::float8 as progress, to_char(r.next_on, 'YYYY-MM-DD') as "nextOn"
       from problems.review r where r.community_id = $1 order by r.reviewed_at desc, r.id desc limit 50`,
    [communityId],
  )

/** Communities that follow an indicator and have not been closed, with the last day that carries a value. */
export const listFollowed = (
  tx: Tx,
): Promise<
  {
    communityId: string
    kind: string
    siteId: string | null
    baselineOn: string | null
    lastOn: string | null
  }[]
> =>
  tx.rows(
    `select k.community_id as "communityId", c.kind, c.site_id as "siteId",
            to_char(k.baseline_on, 'YYYY-MM-DD') as "baselineOn",
            to_char((select max(v.on_day) from problems.value v
               where v.community_id = k.community_id and v.comparison_id is null and v.replaced_at is null), 'YYYY-MM-DD') as "lastOn"
       from communities.canvas k join communities.community c on c.id = k.community_id
      where k.indicator is not null and c.stage not in ('closing', 'archived')`,
  )

/** @returns whether this due date had not been reminded of yet */
export const takeReminder = async (tx: Tx, communityId: string, dueOn: string, at: Date): Promise<boolean> =>
  (await tx.run(
    `insert into problems.reminder (community_id, due_on, reminded_at) values ($1, $2, $3) on conflict do nothing`,
    [communityId, dueOn, at],
  )) === 1

export interface NoticePlace {
  id: string
  slug: string
  name: { fr?: string; en?: string }
  accent: string
}
/** Of these communities, those that the viewer manages. */
export const listManaged = (tx: Tx, viewerId: string, ids: readonly string[]): Promise<NoticePlace[]> =>
  tx.rows(
    `select c.id, c.slug, c.name, c.accent from communities.community c
       join communities.community_role r on r.community_id = c.id and r.member_id = $1 and r.role = 'manager'
      where c.id = any($2::uuid[])`,
    [viewerId, ids],
  )
export const listManagerIds = async (tx: Tx, communityId: string): Promise<string[]> =>
  (
    await tx.rows<{ id: string }>(
      `select member_id as id from communities.community_role where community_id = $1 and role = 'manager'`,
      [communityId],
    )
  ).map(({ id }) => id)
