import { communityRefSql, readableCommunitySql } from '#modules/communities/public.ts'
import type { GatheringCard } from '#modules/gatherings/contract.ts'
import type { Tx } from '#platform/db/tx.ts'
import { instantSql } from '#platform/db/keyset.ts'

/** Who looks: a person, or the system for nobody in particular. */
export interface Viewer {
  id: string
  isEmployee: boolean
  isSystem?: boolean
}

/** A row of a list, with the exact instant that orders it. */
export type CardRow = GatheringCard & { at: string }

/** Columns of a GatheringCard over `cardFrom`; `viewer` is `$1`, `viewerIsEmployee` is `$2`. */
export const cardColumns = `
  g.id, g.title, ${communityRefSql('c')} as community, g.mode,
  ${instantSql('g.starts_at')} as "startsAt", ${instantSql('g.ends_at')} as "endsAt",
  to_char(g.starts_wall, 'YYYY-MM-DD"T"HH24:MI') as "startsWall", g.timezone,
  g.duration_minutes as "durationMinutes", g.place, site.name as "siteName", g.language,
  exists (select 1 from gatherings.cancellation k where k.gathering_id = g.id) as "isCancelled",
  g.series_id is not null as "isRecurring",
  jsonb_build_object('onSite', g.seats_on_site, 'remote', g.seats_remote) as seats,
  counted.coming, counted.waiting,
  case when mine.member_id is null then null else jsonb_build_object(
    'attends', mine.attends, 'waitsFor', mine.waits_for,
    'declined', mine.attends is null and mine.waits_for is null,
    'position', case when mine.waits_for is null then null else (
       select count(*)::int from gatherings.answer ahead
        where ahead.gathering_id = g.id and ahead.waits_for = mine.waits_for and ahead.turn <= mine.turn) end) end as mine,
  exists (select 1 from gatherings.organiser o where o.gathering_id = g.id and o.member_id = $1::uuid) as "isOrganiser",
  noted.post_id as "minutesPostId"`

/** Minutes that were deleted, or moved out of the community, are no longer those of the gathering. */
export const cardFrom = `
    from gatherings.gathering g
    join communities.community c on c.id = g.community_id
    left join people.site site on site.id = g.site_id
    left join gatherings.answer mine on mine.gathering_id = g.id and mine.member_id = $1::uuid
    left join lateral (
      select m.post_id from gatherings.minutes m
        join discussions.post p on p.id = m.post_id and p.community_id = g.community_id and p.deleted_at is null
       where m.gathering_id = g.id) noted on true
    cross join lateral (
      select jsonb_build_object('onSite', count(*) filter (where a.attends = 'onSite'),
                                'remote', count(*) filter (where a.attends = 'remote')) as coming,
             jsonb_build_object('onSite', count(*) filter (where a.waits_for = 'onSite'),
                                'remote', count(*) filter (where a.waits_for = 'remote')) as waiting
        from gatherings.answer a where a.gathering_id = g.id) counted`

export const readable = readableCommunitySql('c', '$1::uuid', '$2::boolean')

/** The reader's own agenda: what they come to, wait for or organise; else all that their communities hold. */
export function listAgenda(
  tx: Tx,
  viewer: Viewer,
  wanted: {
    from: string
    to: string
    mineOnly: boolean
    communityId: string | null
    kind: string | null
    after: [string | null, string | null]
    limit: number
  },
): Promise<CardRow[]> {
  return tx.rows<CardRow>(
    `select ${cardColumns}, ${instantSql('g.starts_at')} as at ${cardFrom}
      where g.starts_at < $4::timestamptz and g.ends_at > $3::timestamptz and c.stage <> 'archived'
        and ${readable}
        and (exists (select 1 from communities.membership my where my.member_id = $1::uuid and my.community_id = c.id)
             and not $5::boolean
          or mine.attends is not null or mine.waits_for is not null
          or exists (select 1 from gatherings.organiser o where o.gathering_id = g.id and o.member_id = $1::uuid))
        and ($6::uuid is null or c.id = $6::uuid)
        and ($7::text is null or g.mode in ('both', $7::text))
        and ($8::timestamptz is null or (g.starts_at, g.id) > ($8::timestamptz, $9::uuid))
      order by g.starts_at, g.id limit $10`,
    [
      viewer.id,
      viewer.isEmployee,
      wanted.from,
      wanted.to,
      wanted.mineOnly,
      wanted.communityId,
      wanted.kind,
      ...wanted.after,
      wanted.limit + 1,
    ],
  )
}

/** To come, the nearest first. */
export const listNext = (
  tx: Tx,
  viewer: Viewer,
  wanted: { communityId: string; now: Date; after: [string | null, string | null]; limit: number },
): Promise<CardRow[]> =>
  tx.rows<CardRow>(
    `select ${cardColumns}, ${instantSql('g.starts_at')} as at ${cardFrom}
      where g.community_id = $3 and g.ends_at > $4 and ${readable}
        and ($5::timestamptz is null or (g.starts_at, g.id) > ($5::timestamptz, $6::uuid))
      order by g.starts_at, g.id limit $7`,
    [viewer.id, viewer.isEmployee, wanted.communityId, wanted.now, ...wanted.after, wanted.limit + 1],
  )

/** Those that were, the latest first; the cancelled ones are nobody's memory. */
export const listPast = (
  tx: Tx,
  viewer: Viewer,
  wanted: { communityId: string; now: Date; after: [string | null, string | null]; limit: number },
): Promise<CardRow[]> =>
  tx.rows<CardRow>(
    `select ${cardColumns}, ${instantSql('g.starts_at')} as at ${cardFrom}
      where g.community_id = $3 and g.ends_at <= $4 and ${readable}
        and not exists (select 1 from gatherings.cancellation k where k.gathering_id = g.id)
        and ($5::timestamptz is null or (g.starts_at, g.id) < ($5::timestamptz, $6::uuid))
      order by g.starts_at desc, g.id desc limit $7`,
    [viewer.id, viewer.isEmployee, wanted.communityId, wanted.now, ...wanted.after, wanted.limit + 1],
  )

/** A card with the zone in which its reader lives. */
export type ToldCard = GatheringCard & { readerZone: string }

/** Cards of these gatherings as far as the viewer may read them, in no order. */
export const listReadableCards = (tx: Tx, viewer: Viewer, ids: readonly string[]): Promise<ToldCard[]> =>
  tx.rows<ToldCard>(
    `select ${cardColumns},
            coalesce((select coalesce(me.timezone, home.timezone) from people.member me
                        left join people.site home on home.id = me.site_id where me.id = $1::uuid),
                     (select o.timezone from people.organisation o), 'Europe/Paris') as "readerZone"
       ${cardFrom} where g.id = any($3::uuid[]) and ($4::boolean or ${readable})`,
    [viewer.id, viewer.isEmployee, ids, viewer.isSystem ?? false],
  )
