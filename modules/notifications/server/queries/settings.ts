import { readableCommunitySql } from '#modules/communities/public.ts'
import { seeableMemberSql } from '#modules/people/public.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { LocalText } from '#platform/shared/local-text.ts'
import { defaultLevel } from '#modules/notifications/reasons.ts'
import type { Level, Preferences } from '#modules/notifications/reasons.ts'
import { preferencesSql, timezoneSql } from './receivers.ts'

export interface Mark {
  id: string
  slug: string
  name: LocalText
  accent: string
}
export const markSql = (alias: string): string =>
  `jsonb_build_object('id', ${alias}.id, 'slug', ${alias}.slug, 'name', ${alias}.name, 'accent', ${alias}.accent)`

export interface Rules {
  preferences: Preferences | null
  timezone: string
  communities: { community: Mark; level: Level }[]
  tags: { community: Mark; tag: string }[]
  people: { id: string; displayName: string }[]
}

/** Everything a person chose, in one statement; only communities they may read now. */
export const findRules = async (tx: Tx, memberId: string, isEmployee: boolean): Promise<Rules> =>
  (await tx.row<Rules>(
    `select ${preferencesSql('p')} as preferences, ${timezoneSql('m', 's')} as timezone,
            coalesce((select jsonb_agg(jsonb_build_object('community', ${markSql('c')}, 'level', coalesce(l.level, '${defaultLevel}'))
                               order by coalesce(c.name ->> m.interface_language, c.name ->> 'fr', c.name ->> 'en'), c.id)
                        from communities.community c
                        left join communities.membership ms on ms.community_id = c.id and ms.member_id = m.id
                        left join notifications.community_level l on l.community_id = c.id and l.member_id = m.id
                       where (ms.member_id is not null or l.level is not null) and ${readableCommunitySql('c', 'm.id', '$2::boolean')}), '[]') as communities,
            coalesce((select jsonb_agg(jsonb_build_object('community', ${markSql('c')}, 'tag', f.tag) order by f.tag)
                        from notifications.followed_tag f join communities.community c on c.id = f.community_id
                       where f.member_id = m.id and ${readableCommunitySql('c', 'm.id', '$2::boolean')}), '[]') as tags,
            coalesce((select jsonb_agg(jsonb_build_object('id', o.id, 'displayName', o.display_name) order by o.display_name)
                        from notifications.followed_member f join people.member o on o.id = f.followed_id
                       where f.member_id = m.id), '[]') as people
       from people.member m
       left join people.site s on s.id = m.site_id
       left join notifications.preference p on p.member_id = m.id
      where m.id = $1`,
    [memberId, isEmployee],
  ))!

export const setPreferences = (tx: Tx, memberId: string, p: Preferences, now: Date): Promise<number> =>
  tx.run(
    `insert into notifications.preference (member_id, push, mail, digest, digest_scope, digest_hour, digest_day, is_quiet,
            quiet_from, quiet_to, quiet_weekends, quiet_holidays, changed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
     on conflict (member_id) do update set push = excluded.push, mail = excluded.mail, digest = excluded.digest,
        digest_scope = excluded.digest_scope, digest_hour = excluded.digest_hour, digest_day = excluded.digest_day,
        is_quiet = excluded.is_quiet, quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to,
        quiet_weekends = excluded.quiet_weekends, quiet_holidays = excluded.quiet_holidays, changed_at = excluded.changed_at`,
    [
      memberId,
      p.push,
      p.mail,
      p.digest,
      p.digestScope,
      p.digestHour,
      p.digestDay,
      p.isQuiet,
      p.quietFrom,
      p.quietTo,
      p.quietWeekends,
      p.quietHolidays,
      now,
    ],
  )

export const findPreferences = async (tx: Tx, memberId: string): Promise<Preferences | null> =>
  (
    await tx.row<{ preferences: Preferences | null }>(
      `select ${preferencesSql('p')} as preferences from notifications.preference p where p.member_id = $1`,
      [memberId],
    )
  )?.preferences ?? null

export const findLevel = async (
  tx: Tx,
  memberId: string,
  communityId: string,
): Promise<{ level: Level; tags: string[] }> =>
  (await tx.row<{ level: Level; tags: string[] }>(
    `select coalesce((select level from notifications.community_level where member_id = $1 and community_id = $2), '${defaultLevel}') as level,
            array(select tag from notifications.followed_tag where member_id = $1 and community_id = $2 order by tag) as tags`,
    [memberId, communityId],
  ))!

export const setLevel = (tx: Tx, memberId: string, communityId: string, level: Level): Promise<number> =>
  tx.run(
    `insert into notifications.community_level (member_id, community_id, level) values ($1, $2, $3)
     on conflict (member_id, community_id) do update set level = excluded.level`,
    [memberId, communityId, level],
  )

export const setFollowedTag = (
  tx: Tx,
  memberId: string,
  communityId: string,
  tag: string,
  now: Date,
): Promise<number> =>
  tx.run(
    `insert into notifications.followed_tag (member_id, community_id, tag, at) values ($1, $2, $3, $4) on conflict do nothing`,
    [memberId, communityId, tag, now],
  )

export const deleteFollowedTag = (
  tx: Tx,
  memberId: string,
  communityId: string,
  tag: string,
): Promise<number> =>
  tx.run(`delete from notifications.followed_tag where member_id = $1 and community_id = $2 and tag = $3`, [
    memberId,
    communityId,
    tag,
  ])

export const findConversationState = async (
  tx: Tx,
  memberId: string,
  postId: string,
): Promise<{ chosen: 'follow' | 'mute' | null; wrote: boolean; unread: number }> =>
  (await tx.row<{ chosen: 'follow' | 'mute' | null; wrote: boolean; unread: number }>(
    `select (select level from notifications.conversation_level where member_id = $1 and post_id = $2) as chosen,
            exists (select 1 from discussions.post where id = $2 and author_id = $1)
              or exists (select 1 from discussions.comment where post_id = $2 and author_id = $1 and deleted_at is null) as wrote,
            (select count(*)::int from notifications.notice where member_id = $1 and read_at is null
                and subject ->> 'postId' = $2::uuid::text) as unread`,
    [memberId, postId],
  ))!

export const setConversationLevel = (
  tx: Tx,
  memberId: string,
  postId: string,
  level: 'follow' | 'mute',
): Promise<number> =>
  tx.run(
    `insert into notifications.conversation_level (member_id, post_id, level) values ($1, $2, $3)
     on conflict (member_id, post_id) do update set level = excluded.level`,
    [memberId, postId, level],
  )

export const deleteConversationLevel = (tx: Tx, memberId: string, postId: string): Promise<number> =>
  tx.run(`delete from notifications.conversation_level where member_id = $1 and post_id = $2`, [
    memberId,
    postId,
  ])

/** Whether the viewer may know that this person exists. */
export const isSeeable = async (
  tx: Tx,
  memberId: string,
  viewerId: string,
  viewerIsEmployee: boolean,
): Promise<boolean> =>
  (await tx.row(
    `select 1 from people.member m where m.id = $1 and ${seeableMemberSql('m', '$2::uuid', '$3::boolean')}`,
    [memberId, viewerId, viewerIsEmployee],
  )) !== undefined

export const isFollowing = async (tx: Tx, memberId: string, followedId: string): Promise<boolean> =>
  (await tx.row(`select 1 from notifications.followed_member where member_id = $1 and followed_id = $2`, [
    memberId,
    followedId,
  ])) !== undefined

export const setFollowedMember = (tx: Tx, memberId: string, followedId: string, now: Date): Promise<number> =>
  tx.run(
    `insert into notifications.followed_member (member_id, followed_id, at) values ($1, $2, $3) on conflict do nothing`,
    [memberId, followedId, now],
  )

export const deleteFollowedMember = (tx: Tx, memberId: string, followedId: string): Promise<number> =>
  tx.run(`delete from notifications.followed_member where member_id = $1 and followed_id = $2`, [
    memberId,
    followedId,
  ])

/** Switches off what one click of a mail names. */
export const stopCommunity = (tx: Tx, memberId: string, communityId: string): Promise<number> =>
  tx.run(
    `insert into notifications.community_level (member_id, community_id, level)
     select $1, id, 'nothing' from communities.community where id = $2
     on conflict (member_id, community_id) do update set level = 'nothing'`,
    [memberId, communityId],
  )

/** What happened to a person's notices within a time: counts only. */
export const countRecent = async (
  tx: Tx,
  memberId: string,
  since: Date,
): Promise<{ inApp: number; left: number; spared: number }> =>
  (await tx.row<{ inApp: number; left: number; spared: number }>(
    `select count(*) filter (where channel = 'inApp')::int as "inApp",
            count(*) filter (where channel in ('push', 'mail') and state in ('waiting', 'claimed', 'sending', 'sent'))::int as left,
            count(*) filter (where channel in ('push', 'mail') and state = 'seen')::int as spared
       from notifications.delivery where member_id = $1 and at >= $2`,
    [memberId, since],
  ))!
