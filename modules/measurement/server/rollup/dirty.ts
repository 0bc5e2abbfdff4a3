import type { Tx } from '#platform/db/tx.ts'

// Which months have to be made again. The marks and what they are about commit together with the work that removes them.

/** Marks months (`YYYY-MM`). Answers whether the community had nothing urgent to do before: then somebody must be called. */
export async function markMonths(
  tx: Tx,
  communityId: string,
  months: readonly string[],
  atNight = false,
): Promise<boolean> {
  const row = await tx.row<{ calls: boolean }>(
    `with waiting as (
       select exists (select 1 from measurement.rollup_dirty where community_id = $1 and not at_night) as urgent),
     marked as (
       insert into measurement.rollup_dirty (community_id, month, at_night)
       select $1, (m || '-01')::date, $3 from (select distinct m from unnest($2::text[]) as m) as months
         where exists (select 1 from communities.community where id = $1)
       on conflict (community_id, month) do update set at_night = rollup_dirty.at_night and excluded.at_night
       returning 1)
     select not urgent and not $3::boolean and exists (select 1 from marked) as calls from waiting`,
    [communityId, months, atNight],
  )
  return row!.calls
}

/** Takes one month from what is due, the newest first, so that the page is right before history is. Undefined when nothing is. */
export async function takeMonth(
  tx: Tx,
  communityId: string,
  atNightToo: boolean,
): Promise<string | undefined> {
  const row = await tx.row<{ month: string }>(
    `delete from measurement.rollup_dirty d using (
       select community_id, month from measurement.rollup_dirty
        where community_id = $1 and ($2::boolean or not at_night) order by month desc limit 1 for update skip locked) as next
      where d.community_id = next.community_id and d.month = next.month
     returning to_char(d.month, 'YYYY-MM') as month`,
    [communityId, atNightToo],
  )
  return row?.month
}

/** Communities with something to make again. */
export const listDirtyCommunities = async (tx: Tx): Promise<string[]> =>
  (
    await tx.rows<{ id: string }>(
      'select distinct community_id as id from measurement.rollup_dirty order by 1',
    )
  ).map((row) => row.id)

/** Every community, with when its rollups were made last. */
export const listCommunities = (
  tx: Tx,
): Promise<{ id: string; siteId: string | null; firstMonth: string | null; hasHistory: boolean | null }[]> =>
  tx.rows(
    `select c.id, c.site_id as "siteId", to_char(s.first_month, 'YYYY-MM') as "firstMonth", s.has_history as "hasHistory"
       from communities.community c left join measurement.rollup_state s on s.community_id = c.id order by c.id`,
  )

/** Months in which something of a conversation happened, of the community that it is in. */
export const listThreadMonths = async (tx: Tx, postId: string, timezone: string): Promise<string[]> =>
  (
    await tx.rows<{ month: string }>(
      `select distinct to_char(at at time zone $2, 'YYYY-MM') as month from (
         select created_at as at from discussions.post where id = $1
         union all select created_at from discussions.comment where post_id = $1
         union all select at from discussions.reaction where post_id = $1
         union all select at from discussions.acceptance where post_id = $1) as acts`,
      [postId, timezone],
    )
  ).map((row) => row.month)

/** Notes managers whose span is not known yet, so that it outlives the role. */
export const noteManagers = (tx: Tx, communityId: string): Promise<number> =>
  tx.run(
    `insert into measurement.manager_span (community_id, member_id, since)
     select r.community_id, r.member_id, r.since from communities.community_role r
      where r.community_id = $1 and r.role = 'manager'
     on conflict do nothing`,
    [communityId],
  )

/** Ends the spans of those who hold the role no more. */
export const endManagers = (tx: Tx, communityId: string, at: Date): Promise<number> =>
  tx.run(
    `update measurement.manager_span s set until = $2
      where s.community_id = $1 and s.until is null and not exists (
        select 1 from communities.community_role r
         where r.community_id = s.community_id and r.member_id = s.member_id and r.role = 'manager' and r.since = s.since)`,
    [communityId, at],
  )

export const setState = (
  tx: Tx,
  communityId: string,
  firstMonth: string,
  hasHistory: boolean,
  now: Date,
): Promise<number> =>
  tx.run(
    `insert into measurement.rollup_state (community_id, first_month, has_history, computed_at) values ($1, ($2 || '-01')::date, $3, $4)
     on conflict (community_id) do update set first_month = excluded.first_month, has_history = excluded.has_history, computed_at = excluded.computed_at`,
    [communityId, firstMonth, hasHistory, now],
  )

/** The community with this address, or every one. */
export const listBySlug = (tx: Tx, slug: string | null): Promise<{ id: string; slug: string }[]> =>
  tx.rows('select id, slug from communities.community where $1::text is null or slug = $1 order by slug', [
    slug,
  ])
