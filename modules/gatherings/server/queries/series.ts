import type { Tx } from '#platform/db/tx.ts'

export interface SeriesRow {
  id: string
  communityId: string
  rule: string
  firstWall: string
  timezone: string
  unrolledUntil: string
  isComplete: boolean
}

export async function insertSeries(tx: Tx, row: SeriesRow): Promise<void> {
  await tx.run(
    `insert into gatherings.series (id, community_id, rule, first_wall, timezone, unrolled_until, is_complete)
     values ($1, $2, $3, $4::timestamp, $5, $6::date, $7)`,
    [row.id, row.communityId, row.rule, row.firstWall, row.timezone, row.unrolledUntil, row.isComplete],
  )
}

const columns = `s.id, s.community_id as "communityId", s.rule, to_char(s.first_wall, 'YYYY-MM-DD"T"HH24:MI') as "firstWall",
  s.timezone, to_char(s.unrolled_until, 'YYYY-MM-DD') as "unrolledUntil", s.is_complete as "isComplete"`

export const lockSeries = async (tx: Tx, id: string): Promise<SeriesRow> =>
  (await tx.row<SeriesRow>(`select ${columns} from gatherings.series s where s.id = $1 for update`, [id]))!

/** Series whose rows end before this day; a community that is archived grows none. */
export const listSeriesToUnroll = (tx: Tx, untilDay: string, limit: number): Promise<SeriesRow[]> =>
  tx.rows<SeriesRow>(
    `select ${columns} from gatherings.series s join communities.community c on c.id = s.community_id
      where not s.is_complete and s.unrolled_until < $1::date and c.stage <> 'archived'
      order by s.unrolled_until limit $2 for update of s skip locked`,
    [untilDay, limit],
  )

export async function setUnrolled(tx: Tx, id: string, untilDay: string, isComplete: boolean): Promise<void> {
  await tx.run(`update gatherings.series set unrolled_until = $2::date, is_complete = $3 where id = $1`, [
    id,
    untilDay,
    isComplete,
  ])
}

/** These gatherings belong to another series from now on, at their own days. */
export async function moveToSeries(
  tx: Tx,
  seriesId: string,
  moved: readonly { id: string; day: string }[],
): Promise<void> {
  await tx.run(
    `update gatherings.gathering g set series_id = $1, series_day = r.day
       from unnest($2::uuid[], $3::date[]) as r (id, day) where g.id = r.id`,
    [seriesId, moved.map(({ id }) => id), moved.map(({ day }) => day)],
  )
}

/** The latest gathering of a series that is not cancelled: what the next ones are made like. */
export const findLatest = async (tx: Tx, seriesId: string): Promise<string | undefined> =>
  (
    await tx.row<{ id: string }>(
      `select g.id from gatherings.gathering g where g.series_id = $1
        order by exists (select 1 from gatherings.cancellation k where k.gathering_id = g.id), g.series_day desc limit 1`,
      [seriesId],
    )
  )?.id

/**
 * A copy of a gathering for another day of its series, organisers included. The hour is that of the rule: an
 * occurrence that was moved does not move those that come after.
 */
export async function copyGathering(
  tx: Tx,
  modelId: string,
  copies: readonly { id: string; wall: string; secret: Buffer }[],
  now: Date,
): Promise<void> {
  await tx.run(
    `with made as (
       insert into gatherings.gathering (id, community_id, series_id, series_day, created_by, title, description_md,
              description_html, language, mode, place, site_id, link, link_for_attendees, starts_wall, timezone,
              duration_minutes, starts_at, ends_at, timed_at, changed_at, created_at, seats_on_site, seats_remote, check_in_secret)
       select r.id, g.community_id, g.series_id, r.wall::date, g.created_by, g.title, g.description_md,
              g.description_html, g.language, g.mode, g.place, g.site_id, g.link, g.link_for_attendees, r.wall, s.timezone,
              g.duration_minutes, r.wall at time zone s.timezone,
              (r.wall at time zone s.timezone) + make_interval(mins => g.duration_minutes), $5, $5, $5,
              g.seats_on_site, g.seats_remote, r.secret
         from gatherings.gathering g join gatherings.series s on s.id = g.series_id
         cross join unnest($2::uuid[], $3::timestamp[], $4::bytea[]) as r (id, wall, secret)
        where g.id = $1
       on conflict (series_id, series_day) do nothing returning id)
     insert into gatherings.organiser (gathering_id, member_id)
     select made.id, o.member_id from made, gatherings.organiser o where o.gathering_id = $1`,
    [modelId, copies.map((c) => c.id), copies.map((c) => c.wall), copies.map((c) => c.secret), now],
  )
}
