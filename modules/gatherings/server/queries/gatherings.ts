import { isLevelSql } from '#modules/communities/public.ts'
import { memberCardSql } from '#modules/people/public.ts'
import type { GatheringCard, GatheringDetail, Introduction, Mode } from '#modules/gatherings/contract.ts'
import type { Tx } from '#platform/db/tx.ts'
import { instantSql } from '#platform/db/keyset.ts'
import { cardColumns, cardFrom, readable } from './cards.ts'
import type { Viewer } from './cards.ts'

/** What the rules need to know of a gathering. */
export interface GatheringFacts {
  id: string
  communityId: string
  seriesId: string | null
  seriesDay: string | null
  title: string
  language: 'fr' | 'en'
  mode: Mode
  place: string | null
  siteId: string | null
  link: string | null
  linkForAttendees: boolean
  descriptionMd: string | null
  startsWall: string
  timezone: string
  durationMinutes: number
  startsAt: Date
  endsAt: Date
  seatsOnSite: number | null
  seatsRemote: number | null
  checkInSecret: Buffer
  isCancelled: boolean
  /** Of whoever asks. */
  isOrganiser: boolean
}

const factsSql = `
  select g.id, g.community_id as "communityId", g.series_id as "seriesId",
         to_char(g.series_day, 'YYYY-MM-DD') as "seriesDay", g.title, g.language, g.mode,
         g.place, g.site_id as "siteId", g.link, g.link_for_attendees as "linkForAttendees",
         g.description_md as "descriptionMd",
         to_char(g.starts_wall, 'YYYY-MM-DD"T"HH24:MI') as "startsWall", g.timezone,
         g.duration_minutes as "durationMinutes", g.starts_at as "startsAt", g.ends_at as "endsAt",
         g.seats_on_site as "seatsOnSite", g.seats_remote as "seatsRemote", g.check_in_secret as "checkInSecret",
         exists (select 1 from gatherings.cancellation k where k.gathering_id = g.id) as "isCancelled",
         exists (select 1 from gatherings.organiser o where o.gathering_id = g.id and o.member_id = $1::uuid) as "isOrganiser"
    from gatherings.gathering g join communities.community c on c.id = g.community_id
   where g.id = $3 and ($4::boolean or ${readable})`

const values = (viewer: Viewer, id: string) => [viewer.id, viewer.isEmployee, id, viewer.isSystem ?? false]

export const findFacts = (tx: Tx, viewer: Viewer, id: string): Promise<GatheringFacts | undefined> =>
  tx.row<GatheringFacts>(factsSql, values(viewer, id))

/** As `findFacts`, and nobody else counts or gives seats until the transaction ends. */
export const lockFacts = (tx: Tx, viewer: Viewer, id: string): Promise<GatheringFacts | undefined> =>
  tx.row<GatheringFacts>(`${factsSql} for no key update of g`, values(viewer, id))

/** This one and the following of its series that are not cancelled, locked, the nearest first. */
export const lockFollowing = (
  tx: Tx,
  viewer: Viewer,
  seriesId: string,
  fromDay: string,
): Promise<GatheringFacts[]> =>
  tx.rows<GatheringFacts>(
    `${factsSql.replace('g.id = $3', 'g.series_id = $3 and g.series_day >= $5::date')}
       and not exists (select 1 from gatherings.cancellation k where k.gathering_id = g.id)
     order by g.series_day for no key update of g`,
    [...values(viewer, seriesId), fromDay],
  )

export type DetailRow = Omit<
  GatheringDetail,
  'can' | 'answerRefusal' | 'introductions' | 'attendees' | 'linkIsKept'
> & { communityId: string }

const previewOf = 12

/** One statement for the whole page but the standing of the reader; `link` is given or kept by the caller. */
export const findDetail = (
  tx: Tx,
  viewer: Viewer,
  id: string,
): Promise<(DetailRow & Pick<GatheringDetail, 'attendees'>) | undefined> =>
  tx.row(
    `select ${cardColumns}, g.community_id as "communityId",
            g.description_md as "descriptionMd", g.description_html as "descriptionHtml", g.site_id as "siteId",
            g.link, g.link_for_attendees as "linkForAttendees",
            (select jsonb_build_object('at', ${instantSql('k.at')}, 'word', k.word,
                      'by', (select ${memberCardSql('km', isLevelSql('g.community_id'))} from people.member km where km.id = k.by_member_id))
               from gatherings.cancellation k where k.gathering_id = g.id) as cancellation,
            (select s.rule from gatherings.series s where s.id = g.series_id) as rule,
            coalesce((select jsonb_agg(${memberCardSql('om', isLevelSql('g.community_id'))} order by om.sort_name, om.id)
               from gatherings.organiser o join people.member om on om.id = o.member_id
               join communities.membership os on os.member_id = o.member_id and os.community_id = g.community_id
              where o.gathering_id = g.id), '[]') as organisers,
            coalesce((select jsonb_agg(jsonb_build_object('member', first.card, 'attends', first.attends) order by first.turn)
               from (select ${memberCardSql('am', isLevelSql('g.community_id'))} as card, a.attends, a.turn
                       from gatherings.answer a join people.member am on am.id = a.member_id
                      where a.gathering_id = g.id and a.attends is not null
                      order by a.turn limit ${previewOf}) first), '[]') as attendees,
            exists (select 1 from gatherings.minutes_wish w where w.gathering_id = g.id and w.member_id = $1::uuid) as "wantsMinutes",
            exists (select 1 from gatherings.presence pr where pr.gathering_id = g.id and pr.member_id = $1::uuid) as "isPresent"
       ${cardFrom}
      where g.id = $3 and ($4::boolean or ${readable})`,
    values(viewer, id),
  )

/** Three people who come too and share what one could talk about; both sides wish to be introduced. */
export const listIntroductions = (tx: Tx, viewerId: string, gatheringId: string): Promise<Introduction[]> =>
  tx.rows<Introduction>(
    `select ${memberCardSql('m', isLevelSql('g.community_id'))} as member, shared.subjects, shared.languages
       from people.member me
       join gatherings.answer mine on mine.member_id = me.id and mine.gathering_id = $2 and mine.attends is not null
       join gatherings.gathering g on g.id = mine.gathering_id
       join communities.community c on c.id = g.community_id
       join gatherings.answer a on a.gathering_id = g.id and a.member_id <> me.id and a.attends is not null
       join people.member m on m.id = a.member_id and m.state = 'active'
       cross join lateral (
         select array(select distinct theirs from unnest(m.ask_me_about) theirs, unnest(me.ask_me_about) own
                       where people.fold(theirs) = people.fold(own) order by theirs) as subjects,
                array(select spoken from unnest(m.languages) spoken
                       where spoken = any(me.languages) and spoken <> all(c.languages) order by spoken) as languages) shared
      where me.id = $1 and (cardinality(shared.subjects) > 0 or cardinality(shared.languages) > 0)
        and not exists (select 1 from gatherings.preference p
                         where p.member_id in (me.id, m.id) and not p.introductions)
      order by cardinality(shared.subjects) desc, cardinality(shared.languages) desc, m.id limit 3`,
    [viewerId, gatheringId],
  )

export interface NewRow {
  id: string
  communityId: string
  seriesId: string | null
  seriesDay: string | null
  createdBy: string
  title: string
  descriptionMd: string | null
  descriptionHtml: string | null
  language: string
  mode: Mode
  place: string | null
  siteId: string | null
  link: string | null
  linkForAttendees: boolean
  startsWall: string
  timezone: string
  durationMinutes: number
  seatsOnSite: number | null
  seatsRemote: number | null
  secret: Buffer
}

/** Adds gatherings with their organisers; the instants follow from wall time and zone. */
export async function insertGatherings(
  tx: Tx,
  rows: readonly NewRow[],
  organiserIds: readonly string[],
  now: Date,
): Promise<void> {
  await tx.run(
    `with made as (
       insert into gatherings.gathering (id, community_id, series_id, series_day, created_by, title, description_md,
              description_html, language, mode, place, site_id, link, link_for_attendees, starts_wall, timezone,
              duration_minutes, starts_at, ends_at, timed_at, changed_at, created_at, seats_on_site, seats_remote, check_in_secret)
       select r.id, r.community_id, r.series_id, r.series_day, r.created_by, r.title, r.description_md,
              r.description_html, r.language, r.mode, r.place, r.site_id, r.link, r.link_for_attendees, r.starts_wall, r.timezone,
              r.duration_minutes, r.starts_wall at time zone r.timezone,
              (r.starts_wall at time zone r.timezone) + make_interval(mins => r.duration_minutes),
              $3, $3, $3, r.seats_on_site, r.seats_remote, decode(r.secret, 'hex')
         from json_to_recordset($1::json) as r (id uuid, community_id uuid, series_id uuid, series_day date, created_by uuid,
              title text, description_md text, description_html text, language text, mode text, place text, site_id uuid,
              link text, link_for_attendees boolean, starts_wall timestamp, timezone text, duration_minutes int,
              seats_on_site int, seats_remote int, secret text)
       on conflict (series_id, series_day) do nothing returning id)
     insert into gatherings.organiser (gathering_id, member_id)
     select made.id, o.id from made, unnest($2::uuid[]) as o (id)`,
    [
      JSON.stringify(
        rows.map((r) => ({
          id: r.id,
          community_id: r.communityId,
          series_id: r.seriesId,
          series_day: r.seriesDay,
          created_by: r.createdBy,
          title: r.title,
          description_md: r.descriptionMd,
          description_html: r.descriptionHtml,
          language: r.language,
          mode: r.mode,
          place: r.place,
          site_id: r.siteId,
          link: r.link,
          link_for_attendees: r.linkForAttendees,
          starts_wall: r.startsWall,
          timezone: r.timezone,
          duration_minutes: r.durationMinutes,
          seats_on_site: r.seatsOnSite,
          seats_remote: r.seatsRemote,
          secret: r.secret.toString('hex'),
        })),
      ),
      organiserIds,
      now,
    ],
  )
}

/** What may be changed of one gathering; a time that is said anew is owed its reminders again. */
export type ChangedRow = Omit<NewRow, 'communityId' | 'createdBy' | 'secret' | 'seriesId' | 'seriesDay'> & {
  isTimed: boolean
}

export async function updateGathering(tx: Tx, row: ChangedRow, now: Date): Promise<void> {
  await tx.run(
    `update gatherings.gathering set title = $2, description_md = $3, description_html = $4, language = $5, mode = $6,
            place = $7, site_id = $8, link = $9, link_for_attendees = $10, starts_wall = $11::timestamp, timezone = $12,
            duration_minutes = $13, starts_at = $11::timestamp at time zone $12,
            ends_at = ($11::timestamp at time zone $12) + make_interval(mins => $13), seats_on_site = $14, seats_remote = $15,
            timed_at = case when $16 then $17 else timed_at end, changed_at = $17, revision = revision + 1
      where id = $1`,
    [
      row.id,
      row.title,
      row.descriptionMd,
      row.descriptionHtml,
      row.language,
      row.mode,
      row.place,
      row.siteId,
      row.link,
      row.linkForAttendees,
      row.startsWall,
      row.timezone,
      row.durationMinutes,
      row.seatsOnSite,
      row.seatsRemote,
      row.isTimed,
      now,
    ],
  )
}

/** False where it is cancelled already. */
export const insertCancellation = async (
  tx: Tx,
  id: string,
  byMemberId: string | null,
  word: string | null,
  now: Date,
): Promise<boolean> => {
  const inserted = await tx.run(
    `with said as (insert into gatherings.cancellation (gathering_id, at, by_member_id, word) values ($1, $2, $3, $4)
                   on conflict do nothing returning gathering_id)
     update gatherings.gathering set revision = revision + 1, changed_at = $2 where id in (select gathering_id from said)`,
    [id, now, byMemberId, word],
  )
  return inserted > 0
}

/** The organisers, replaced; those who are not members of the community are left out. Returns how many there are. */
export async function setOrganisers(tx: Tx, id: string, memberIds: readonly string[]): Promise<void> {
  await tx.run(`delete from gatherings.organiser where gathering_id = $1 and member_id <> all($2::uuid[])`, [
    id,
    memberIds,
  ])
  await tx.run(
    `insert into gatherings.organiser (gathering_id, member_id) select $1, o.id from unnest($2::uuid[]) as o (id)
     on conflict do nothing`,
    [id, memberIds],
  )
}

/** How many of these people are active members of the community. */
export const countMembers = async (tx: Tx, communityId: string, ids: readonly string[]): Promise<number> =>
  (await tx.row<{ n: number }>(
    `select count(*)::int as n from communities.membership s join people.member m on m.id = s.member_id
      where s.community_id = $1 and s.member_id = any($2::uuid[]) and m.state = 'active'`,
    [communityId, ids],
  ))!.n

/** The instant of a wall time, and whether the clocks of that zone show it at all. */
export const findInstant = async (
  tx: Tx,
  wall: string,
  timezone: string,
): Promise<{ at: Date; exists: boolean }> =>
  (await tx.row<{ at: Date; exists: boolean }>(
    `select $1::timestamp at time zone $2 as at,
            ($1::timestamp at time zone $2) at time zone $2 = $1::timestamp as exists`,
    [wall, timezone],
  ))!

export const siteExists = async (tx: Tx, id: string): Promise<boolean> =>
  (await tx.row(`select 1 from people.site where id = $1`, [id])) !== undefined

export const membersMayCreate = async (tx: Tx, communityId: string): Promise<boolean> =>
  (await tx.row(`select 1 from gatherings.setting where community_id = $1 and members_may_create`, [
    communityId,
  ])) !== undefined

export async function setMembersMayCreate(
  tx: Tx,
  communityId: string,
  value: boolean,
  byMemberId: string,
  now: Date,
): Promise<void> {
  await tx.run(
    `insert into gatherings.setting (community_id, members_may_create, changed_at, changed_by) values ($1, $2, $3, $4)
     on conflict (community_id) do update set members_may_create = $2, changed_at = $3, changed_by = $4`,
    [communityId, value, now, byMemberId],
  )
}

export type { GatheringCard }
