import type { Format, Relaunch, SiteCalendar } from '#modules/editorial/contract.ts'
import type { Rhythm, Zone } from '#modules/editorial/words.ts'
import { instantSql } from '#platform/db/keyset.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { LocalText } from '#platform/shared/local-text.ts'
import type { FilePeriod } from '../calendar-file.ts'

// Formats, relaunch weeks, and when a place is quiet.

const formatColumns = `id, key, name, how_to as "howTo", minutes, rhythm`
export const listFormats = (tx: Tx, communityId: string): Promise<Format[]> =>
  tx.rows(
    `select ${formatColumns} from editorial.format where community_id = $1 order by changed_at, id limit 100`,
    [communityId],
  )
export const findFormat = (tx: Tx, communityId: string, formatId: string): Promise<Format | undefined> =>
  tx.row(`select ${formatColumns} from editorial.format where community_id = $1 and id = $2`, [
    communityId,
    formatId,
  ])

export interface WrittenFormat {
  name: LocalText
  howTo: LocalText
  minutes: number
  rhythm: Rhythm
}
/** Adopting the same company format again changes nothing. */
export const insertFormat = (
  tx: Tx,
  row: WrittenFormat & { id: string; communityId: string; key: string | null; at: Date; by: string | null },
): Promise<Format | undefined> =>
  tx.row(
    `insert into editorial.format (id, community_id, key, name, how_to, minutes, rhythm, changed_at, changed_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (community_id, key) do update set key = excluded.key returning ${formatColumns}`,
    [
      row.id,
      row.communityId,
      row.key,
      JSON.stringify(row.name),
      JSON.stringify(row.howTo),
      row.minutes,
      row.rhythm,
      row.at,
      row.by,
    ],
  )
export const updateFormat = (
  tx: Tx,
  row: WrittenFormat & { id: string; communityId: string; at: Date; by: string },
): Promise<Format | undefined> =>
  tx.row(
    `update editorial.format set name = $3, how_to = $4, minutes = $5, rhythm = $6, changed_at = $7, changed_by = $8
      where community_id = $1 and id = $2 returning ${formatColumns}`,
    [
      row.communityId,
      row.id,
      JSON.stringify(row.name),
      JSON.stringify(row.howTo),
      row.minutes,
      row.rhythm,
      row.at,
      row.by,
    ],
  )
export const deleteFormat = (tx: Tx, communityId: string, formatId: string): Promise<number> =>
  tx.run('delete from editorial.format where community_id = $1 and id = $2', [communityId, formatId])

export interface RelaunchRow {
  key: string
  startsOn: string
  items: Relaunch['items']
  isDismissed: boolean
}
export const listRelaunches = (tx: Tx, communityId: string): Promise<RelaunchRow[]> =>
  tx.rows(
    `select key, starts_on::text as "startsOn", items, is_dismissed as "isDismissed" from editorial.relaunch
      where community_id = $1 order by starts_on desc limit 40`,
    [communityId],
  )
export const setRelaunch = (
  tx: Tx,
  communityId: string,
  row: RelaunchRow & { at: Date; by: string | null },
): Promise<number> =>
  tx.run(
    `insert into editorial.relaunch (community_id, key, starts_on, items, is_dismissed, changed_at, changed_by)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (community_id, key) do update set starts_on = excluded.starts_on, items = excluded.items,
       is_dismissed = excluded.is_dismissed, changed_at = excluded.changed_at, changed_by = excluded.changed_by`,
    [communityId, row.key, row.startsOn, JSON.stringify(row.items), row.isDismissed, row.at, row.by],
  )

export interface QuietRow {
  zone: Zone
  alsaceMoselle: boolean
  periods: FilePeriod[]
}
/** The calendar of a site, else the company's; undefined where nobody chose one. */
export const findQuietCalendar = (tx: Tx, siteId: string | null): Promise<QuietRow | undefined> =>
  tx.row(
    `select q.zone, q.alsace_moselle as "alsaceMoselle",
            coalesce((select jsonb_agg(jsonb_build_object('label', p.label, 'from', p.from_day, 'to', p.to_day) order by p.from_day)
                        from editorial.file_period p where p.calendar_id = q.id), '[]') as periods
       from editorial.site_calendar q where q.site_id is null or q.site_id = $1
      order by q.site_id is null limit 1`,
    [siteId],
  )

/** The company first, then its sites by name. */
export const listSiteCalendars = (tx: Tx): Promise<SiteCalendar[]> =>
  tx.rows(
    `select case when s.id is not null then jsonb_build_object('id', s.id, 'name', s.name, 'country', s.country) end as site,
            coalesce(q.zone, 'none') as zone, coalesce(q.alsace_moselle, false) as "alsaceMoselle",
            case when q.file_name is not null then jsonb_build_object('name', q.file_name, 'at', ${instantSql('q.file_at')},
              'periods', coalesce((select jsonb_agg(jsonb_build_object('label', p.label, 'from', p.from_day, 'to', p.to_day) order by p.from_day)
                                     from editorial.file_period p where p.calendar_id = q.id), '[]')) end as file,
            q.id is not null as "isOwn"
       from (select null::uuid as id union all select id from people.site) every
       left join people.site s on s.id = every.id
       left join editorial.site_calendar q on q.site_id is not distinct from every.id
      order by every.id is not null, s.name limit 500`,
  )
export const findSite = async (tx: Tx, siteId: string): Promise<boolean> =>
  (await tx.row('select 1 from people.site where id = $1', [siteId])) !== undefined

export const setSiteCalendar = async (
  tx: Tx,
  row: {
    id: string
    siteId: string | null
    zone: Zone
    alsaceMoselle: boolean
    fileName: string | null
    at: Date
    by: string | null
  },
): Promise<string> =>
  (await tx.row<{ id: string }>(
    `insert into editorial.site_calendar (id, site_id, zone, alsace_moselle, file_name, file_at, changed_at, changed_by)
     values ($1, $2, $3, $4, $5, case when $5::text is null then null else $6::timestamptz end, $6, $7)
     on conflict (site_id) do update set zone = excluded.zone, alsace_moselle = excluded.alsace_moselle,
       file_name = excluded.file_name, file_at = excluded.file_at, changed_at = excluded.changed_at, changed_by = excluded.changed_by
     returning id`,
    [row.id, row.siteId, row.zone, row.alsaceMoselle, row.fileName, row.at, row.by],
  ))!.id
export const findFileName = async (tx: Tx, siteId: string | null): Promise<string | null> =>
  (
    await tx.row<{ name: string | null }>(
      'select file_name as name from editorial.site_calendar where site_id is not distinct from $1::uuid',
      [siteId],
    )
  )?.name ?? null
export async function setFilePeriods(
  tx: Tx,
  calendarId: string,
  periods: readonly FilePeriod[],
): Promise<void> {
  await tx.run('delete from editorial.file_period where calendar_id = $1', [calendarId])
  await tx.run(
    `insert into editorial.file_period (calendar_id, position, label, from_day, to_day)
     select $1, r.position, r.label, r.from_day, r.to_day
       from json_to_recordset($2::json) as r (position int, label text, from_day date, to_day date)`,
    [
      calendarId,
      JSON.stringify(
        periods.map((one, position) => ({ position, label: one.label, from_day: one.from, to_day: one.to })),
      ),
    ],
  )
}
/** Sites of the demo company. */
export const listDemoSites = (tx: Tx): Promise<{ siteId: string; name: string }[]> =>
  tx.rows('select id as "siteId", name from people.site where demo')
