import { readableCommunitySql } from '#modules/communities/public.ts'
import type { CalendarFeed, Preferences } from '#modules/gatherings/contract.ts'
import type { LocalText } from '#platform/shared/local-text.ts'
import { instantSql } from '#platform/db/keyset.ts'
import type { Tx } from '#platform/db/tx.ts'

const columns = `f.id, f.name, f.scope, ${instantSql('f.created_at')} as "createdAt", to_char(f.last_used_on, 'YYYY-MM-DD') as "lastUsedOn"`

export const listFeeds = (tx: Tx, memberId: string): Promise<CalendarFeed[]> =>
  tx.rows<CalendarFeed>(
    `select ${columns} from gatherings.calendar_feed f where f.member_id = $1 order by f.created_at, f.id`,
    [memberId],
  )

export const insertFeed = async (
  tx: Tx,
  row: { id: string; memberId: string; hash: Buffer; name: string; scope: string; now: Date },
): Promise<CalendarFeed> =>
  (await tx.row<CalendarFeed>(
    `insert into gatherings.calendar_feed as f (id, member_id, token_hash, name, scope, created_at)
     values ($1, $2, $3, $4, $5, $6) returning ${columns}`,
    [row.id, row.memberId, row.hash, row.name, row.scope, row.now],
  ))!

/** Another secret; undefined where the feed is not this person's. */
export const updateFeedHash = (
  tx: Tx,
  memberId: string,
  feedId: string,
  hash: Buffer,
): Promise<CalendarFeed | undefined> =>
  tx.row<CalendarFeed>(
    `update gatherings.calendar_feed f set token_hash = $3, last_used_on = null where f.id = $2 and f.member_id = $1
     returning ${columns}`,
    [memberId, feedId, hash],
  )

export const deleteFeed = (tx: Tx, memberId: string, feedId: string): Promise<number> =>
  tx.run(`delete from gatherings.calendar_feed where member_id = $1 and id = $2`, [memberId, feedId])

export interface FeedOwner {
  feedId: string
  memberId: string
  isEmployee: boolean
  language: 'fr' | 'en'
  scope: 'mine' | 'communities'
  name: string
}

/** Whose address it is, while the account is active; the day of use is kept, once a day. */
export const findFeedOwner = async (tx: Tx, hash: Buffer, now: Date): Promise<FeedOwner | undefined> => {
  const owner = await tx.row<FeedOwner & { isFresh: boolean }>(
    `select f.id as "feedId", m.id as "memberId", m.kind = 'employee' as "isEmployee", m.interface_language as language,
            f.scope, f.name, f.last_used_on is not distinct from $2::date as "isFresh"
       from gatherings.calendar_feed f join people.member m on m.id = f.member_id
      where f.token_hash = $1 and m.state = 'active'`,
    [hash, now],
  )
  if (owner && !owner.isFresh)
    await tx.run(`update gatherings.calendar_feed set last_used_on = $2::date where id = $1`, [
      owner.feedId,
      now,
    ])
  return owner
}

/** What a calendar file says of a gathering. */
export interface CalendarRow {
  id: string
  title: string
  descriptionMd: string | null
  community: LocalText
  place: string | null
  siteName: string | null
  link: string | null
  startsAt: Date
  endsAt: Date
  changedAt: Date
  revision: number
  isCancelled: boolean
  /** The reader waits for a seat and has none. */
  isTentative: boolean
}

const calendarColumns = `g.id, g.title, g.description_md as "descriptionMd", c.name as community, g.place, site.name as "siteName",
  case when g.link_for_attendees and mine.attends is null
            and not exists (select 1 from gatherings.organiser o where o.gathering_id = g.id and o.member_id = $1::uuid)
       then null else g.link end as link,
  g.starts_at as "startsAt", g.ends_at as "endsAt", g.changed_at as "changedAt", g.revision,
  exists (select 1 from gatherings.cancellation k where k.gathering_id = g.id) as "isCancelled",
  coalesce(mine.attends is null and mine.waits_for is not null, false) as "isTentative"`

const calendarFrom = `from gatherings.gathering g
  join communities.community c on c.id = g.community_id
  left join people.site site on site.id = g.site_id
  left join gatherings.answer mine on mine.gathering_id = g.id and mine.member_id = $1::uuid`

const mayRead = readableCommunitySql('c', '$1::uuid', '$2::boolean')

export const findCalendarRow = (
  tx: Tx,
  viewer: { id: string; isEmployee: boolean },
  gatheringId: string,
): Promise<CalendarRow | undefined> =>
  tx.row<CalendarRow>(`select ${calendarColumns} ${calendarFrom} where g.id = $3 and ${mayRead}`, [
    viewer.id,
    viewer.isEmployee,
    gatheringId,
  ])

/** From three months ago to a year ahead, at most a thousand. What one declined is nobody's appointment. */
export const listCalendarRows = (tx: Tx, owner: FeedOwner, now: Date): Promise<CalendarRow[]> =>
  tx.rows<CalendarRow>(
    `select ${calendarColumns} ${calendarFrom}
      where g.starts_at between $3::timestamptz - interval '90 days' and $3::timestamptz + interval '365 days'
        and c.stage <> 'archived' and ${mayRead}
        and (mine.attends is not null or mine.waits_for is not null
          or exists (select 1 from gatherings.organiser o where o.gathering_id = g.id and o.member_id = $1::uuid)
          or $4 = 'communities' and mine.member_id is null
             and exists (select 1 from communities.membership s where s.member_id = $1::uuid and s.community_id = c.id))
      order by g.starts_at, g.id limit 1000`,
    [owner.memberId, owner.isEmployee, now, owner.scope],
  )

export const findPreferences = async (tx: Tx, memberId: string): Promise<Preferences> =>
  (await tx.row<Preferences>(
    `select remind_day as "remindDay", remind_hour as "remindHour", introductions from gatherings.preference where member_id = $1`,
    [memberId],
  )) ?? { remindDay: true, remindHour: true, introductions: true }

export async function setPreferences(tx: Tx, memberId: string, chosen: Preferences): Promise<void> {
  await tx.run(
    `insert into gatherings.preference (member_id, remind_day, remind_hour, introductions) values ($1, $2, $3, $4)
     on conflict (member_id) do update set remind_day = $2, remind_hour = $3, introductions = $4`,
    [memberId, chosen.remindDay, chosen.remindHour, chosen.introductions],
  )
}

/** Reminders that are due and whose moment is not past: a day before is the same hour of the day before, as the wall clock says. */
export const listDueReminders = (
  tx: Tx,
  now: Date,
): Promise<{ id: string; communityId: string; startsAt: string; lead: 'day' | 'hour' }[]> =>
  tx.rows(
    `select g.id, g.community_id as "communityId", ${instantSql('g.starts_at')} as "startsAt", lead.name as lead
       from gatherings.gathering g join communities.community c on c.id = g.community_id
       cross join lateral (values
         ('day', (g.starts_wall - interval '1 day') at time zone g.timezone, g.starts_at - interval '3 hours'),
         ('hour', g.starts_at - interval '1 hour', g.starts_at)) as lead (name, due, late)
      where g.starts_at > $1 and g.starts_at < $1::timestamptz + interval '26 hours'
        and lead.due <= $1 and lead.late > $1 and g.timed_at <= lead.due
        and c.stage <> 'archived'
        and not exists (select 1 from gatherings.cancellation k where k.gathering_id = g.id)
        and not exists (select 1 from platform.effect e
              where e.key = 'gatherings.reminder:' || g.id || ':' || lead.name || ':' || ${instantSql('g.starts_at')})
      order by g.starts_at, g.id limit 500`,
    [now],
  )
