import { readablePostSql } from '#modules/discussions/public.ts'
import type { Tx } from '#platform/db/tx.ts'
import { defaultPreferences } from '#modules/notifications/reasons.ts'
import type { Preferences } from '#modules/notifications/reasons.ts'
import type { NoticeRow } from '../describe.ts'
import { noticeColumns } from './outbox.ts'
import { preferencesSql, timezoneSql } from './receivers.ts'
import { markSql } from './settings.ts'
import type { Mark } from './settings.ts'

/** Marks what is told "for all communities" together. */
export const everything = '00000000-0000-0000-0000-000000000000'

export interface DigestDue {
  memberId: string
  timezone: string
  country: string
  preferences: Preferences | null
  /** The local day that this digest belongs to: today, or the weekday chosen. */
  day: string
}

/**
 * People whose digest is due now: at their hour, in their zone, once per local day, and only where something may be
 * new. One statement over the accounts; `after` continues where the last call ended.
 */
export const listDigestsDue = (tx: Tx, now: Date, after: string, limit: number): Promise<DigestDue[]> =>
  tx.rows(
    `with fresh as materialized (
       select p.community_id from discussions.post p
        where p.created_at > $1::timestamptz - interval '8 days' and p.created_at <= $1 and p.deleted_at is null and not p.imported
        group by 1
     ), timed as (
       select m.id, ${timezoneSql('m', 's')} as timezone, coalesce(s.country, 'FR') as country, ${preferencesSql('p')} as preferences,
              $1::timestamptz at time zone ${timezoneSql('m', 's')} as local,
              coalesce(p.digest, '${defaultPreferences.digest}') as rhythm,
              coalesce(p.digest_hour, ${defaultPreferences.digestHour}) as hour,
              coalesce(p.digest_day, ${defaultPreferences.digestDay}) as weekday
         from people.member m
         left join people.site s on s.id = m.site_id
         left join notifications.preference p on p.member_id = m.id
        where m.state = 'active' and m.email is not null and m.id > $2::uuid and coalesce(p.digest, '${defaultPreferences.digest}') <> 'never'
     ), due as (
       select t.*, case rhythm when 'daily' then local::date
                   else local::date - ((extract(isodow from local)::int - weekday + 7) % 7) end as day
         from timed t where extract(hour from local)::int between hour and hour + 3
     )
     select id as "memberId", timezone, country, preferences, day::text as day from due
      where local::date - day <= 3
        and not exists (select 1 from notifications.delivery d where d.member_id = due.id and d.item_key = 'digest:all:' || day and d.channel = 'digest')
        and (exists (select 1 from notifications.notice n where n.member_id = due.id and n.read_at is null)
          or exists (select 1 from communities.membership ms join fresh f on f.community_id = ms.community_id where ms.member_id = due.id)
          or exists (select 1 from notifications.followed_member f where f.member_id = due.id)
          or exists (select 1 from notifications.followed_tag f where f.member_id = due.id))
      order by id limit $3`,
    [now, after, limit],
  )

/** Communities of these people in which something was written within eight days. */
export const listFreshCommunities = (
  tx: Tx,
  memberIds: readonly string[],
  now: Date,
): Promise<{ memberId: string; communityId: string }[]> =>
  tx.rows(
    `select ms.member_id as "memberId", ms.community_id as "communityId" from communities.membership ms
      where ms.member_id = any($1::uuid[])
        and exists (select 1 from discussions.post p where p.community_id = ms.community_id and p.deleted_at is null
                       and p.created_at > $2::timestamptz - interval '8 days' and p.created_at <= $2)`,
    [memberIds, now],
  )

/** Queues digests; one per person, scope and local day, however often it is asked. */
export const insertDigests = (
  tx: Tx,
  digests: readonly { memberId: string; scope: string; day: string }[],
  now: Date,
): Promise<number> =>
  tx.run(
    `insert into notifications.delivery (member_id, item_key, channel, source, subject, state, at, due_at, state_at)
     select member_id, 'digest:' || (case scope when 'personal' then 'all' else scope end) || ':' || day, 'digest', 'digest',
            jsonb_build_object('scope', scope, 'day', day), 'waiting', $4, $4, $4
       from unnest($1::uuid[], $2::text[], $3::text[]) as d (member_id, scope, day)
     on conflict do nothing`,
    [digests.map((d) => d.memberId), digests.map((d) => d.scope), digests.map((d) => d.day), now],
  )

export interface NewsRow {
  community: Mark
  postId: string
  title: string
  language: string
  author: string
  /** How many of this community there are in all. */
  total: number
}

/** Names a post already told one by one, or in an earlier digest's ledger row. */
const toldSql = `exists (select 1 from notifications.delivery d where d.member_id = $1 and d.item_key = 'post:' || p.id::text)`
const mutedSql = `exists (select 1 from notifications.conversation_level k where k.member_id = $1 and k.post_id = p.id and k.level = 'mute')`
const toldUntilSql = `coalesce((select max(d.told_until) from notifications.digest_mark d
   where d.member_id = $1 and d.scope_id in (p.community_id, '${everything}'::uuid)), '-infinity')`

/**
 * What was published in the person's communities since they were last told, after they came in: at most five of each,
 * those that others found useful first. `scope` null = all communities. One statement.
 */
const newsSql = (isPreview: boolean): string => `
  select community, "postId", title, language, author, total from (
    select ${markSql('c')} as community, p.id as "postId", coalesce(p.title, left(p.excerpt, 120)) as title, p.language,
           a.display_name as author, count(*) over (partition by c.id)::int as total, p.created_at,
           row_number() over (partition by c.id order by p.comment_count + p.helped_count desc, p.created_at desc) as place
      from communities.membership ms
      join communities.community c on c.id = ms.community_id
      left join notifications.community_level l on l.member_id = ms.member_id and l.community_id = c.id
      join discussions.post p on p.community_id = c.id and p.deleted_at is null and p.created_at > greatest($2::timestamptz, ms.joined_at)
       and p.created_at <= $3
      join people.member a on a.id = p.author_id
     where ms.member_id = $1 and coalesce(l.level, 'mentions') <> 'nothing' and p.author_id <> $1 and not p.imported
       and ($4::uuid is null or c.id = $4) and not ${mutedSql} and ${readablePostSql('$1::uuid', 'false')}
       ${isPreview ? '' : `and not ${toldSql} and p.created_at > ${toldUntilSql}`}
  ) ranked where place <= 5 order by total desc, community ->> 'id', place`
const freshNews = newsSql(false)
const previewNews = newsSql(true)

export const listNews = (
  tx: Tx,
  memberId: string,
  range: { since: Date; until: Date; communityId: string | null; isPreview?: boolean },
): Promise<NewsRow[]> =>
  tx.rows(range.isPreview ? previewNews : freshNews, [memberId, range.since, range.until, range.communityId])

/** What followed people published and what carries a followed tag, wherever the person may read it now. */
export const listFollowed = (
  tx: Tx,
  memberId: string,
  isEmployee: boolean,
  /** `isElsewhere`: only outside their own communities, each of which has a digest of its own. */
  range: { since: Date; until: Date; isElsewhere?: boolean },
): Promise<NewsRow[]> =>
  tx.rows(
    `select ${markSql('c')} as community, p.id as "postId", coalesce(p.title, left(p.excerpt, 120)) as title, p.language,
            a.display_name as author, 1 as total
       from discussions.post p
       join communities.community c on c.id = p.community_id
       join people.member a on a.id = p.author_id
      where p.created_at > greatest($2::timestamptz, ${toldUntilSql}) and p.created_at <= $3 and p.deleted_at is null and not p.imported
        and p.author_id <> $1 and not ${toldSql} and not ${mutedSql}
        and (p.author_id in (select f.followed_id from notifications.followed_member f where f.member_id = $1)
          or exists (select 1 from notifications.followed_tag f where f.member_id = $1 and f.community_id = p.community_id and f.tag = any(p.tags)))
        and ${readablePostSql('$1::uuid', '$4::boolean')}
        and not ($5 and exists (select 1 from communities.membership ms where ms.member_id = $1 and ms.community_id = c.id))
      order by p.created_at desc limit 10`,
    [memberId, range.since, range.until, isEmployee, range.isElsewhere ?? false],
  )

/** Unread notices of which something has left by no other way yet. */
export const listUntold = (tx: Tx, memberId: string, communityId: string | null): Promise<NoticeRow[]> =>
  tx.rows(
    `select ${noticeColumns} from notifications.notice n
      where n.member_id = $1 and n.read_at is null and ($2::uuid is null or n.community_id = $2)
        and exists (select 1 from notifications.delivery d where d.notice_id = n.id and d.channel = 'inApp'
                       and not exists (select 1 from notifications.delivery o where o.member_id = d.member_id and o.item_key = d.item_key
                                          and o.channel <> 'inApp' and o.state in ('sending', 'sent', 'uncertain')))
      order by n.needs_you desc, n.last_at desc limit 20`,
    [memberId, communityId],
  )

/** Records that a digest told these notices: they leave by no other way any more. */
export const markToldByDigest = (
  tx: Tx,
  memberId: string,
  noticeIds: readonly string[],
  now: Date,
): Promise<number> =>
  tx.run(
    `with told as (
       insert into notifications.delivery (member_id, item_key, channel, source, notice_id, community_id, subject, state, at, due_at, state_at)
       select d.member_id, d.item_key, 'digest', d.source, d.notice_id, d.community_id, d.subject, 'sent', $3, $3, $3
         from notifications.delivery d where d.member_id = $1 and d.notice_id = any($2::uuid[]) and d.channel = 'inApp'
       on conflict do nothing returning member_id, item_key
     )
     update notifications.delivery d set state = 'withheld', problem = 'toldInDigest', state_at = $3
       from told where d.member_id = told.member_id and d.item_key = told.item_key and d.state = 'waiting'`,
    [memberId, noticeIds, now],
  )

export const setToldUntil = (tx: Tx, memberId: string, scopeId: string, until: Date): Promise<number> =>
  tx.run(
    `insert into notifications.digest_mark (member_id, scope_id, told_until) values ($1, $2, $3)
     on conflict (member_id, scope_id) do update set told_until = greatest(notifications.digest_mark.told_until, excluded.told_until)`,
    [memberId, scopeId, until],
  )
