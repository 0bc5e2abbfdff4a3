import type { PostKind } from '#modules/discussions/contract.ts'
import { memberCardSql, sessionMemberSql } from '#modules/people/public.ts'
import type { Tx } from '#platform/db/tx.ts'
import { communityRefSql, communityRefTextSql, cursorSql, newestFirst } from '../sql.ts'
import type { Cursor } from '../sql.ts'

interface Body {
  body: string
}

/** An item of a feed over post `p`, its community `c` and the viewer's `m.last_seen_seq`. */
const itemSql = `'{"card":' || p.card || ',"community":' || ${communityRefTextSql('c')}
  || ',"unread":' || case when p.seq > m.last_seen_seq then 'true' else 'false' end || '}'`

/** A page as JSON text: items in order, and the position of the last one when there are more. */
const pageSql = (items: string, next: string): string =>
  `select '{"items":[' || coalesce((${items}), '') || '],"next":' || coalesce((select to_json(${next}), 'null') || '}' as body`

/**
 * The home feed: what is newest in my communities, flat in the size of the instance and in the number of my
 * communities (figures: docs/mechanisms/performance.md). Step 1 walks the newest thousand posts of all and stops
 * when the page is full of mine; only if it is not, step 2 takes the newest post of each of my communities, keeps the
 * communities that have the newest, and merges theirs. Materialized steps with one-time filters: step 2 costs
 * nothing when step 1 suffices. The permission is the membership row itself.
 */
const homeFeedSql = (viewer: string): string => `
  with mine as materialized (select community_id, last_seen_seq from communities.membership where member_id = ${viewer}),
  quick as materialized (
    select r.id, r.last_activity_at from (
      select p.id, p.community_id, p.last_activity_at from discussions.post p
       where p.deleted_at is null and (p.last_activity_at, p.id) < ($2::timestamptz, $3::uuid)
       order by p.last_activity_at desc, p.id desc limit 1000) r
     where r.community_id = any(array(select community_id from mine))
     order by r.last_activity_at desc, r.id desc limit $4 + 1),
  tops as materialized (
    select n.community_id, n.last_activity_at, n.id
      from mine cross join lateral (
        select p.community_id, p.last_activity_at, p.id from discussions.post p
         where p.community_id = mine.community_id and p.deleted_at is null and (p.last_activity_at, p.id) < ($2::timestamptz, $3::uuid)
         order by p.last_activity_at desc, p.id desc limit 1) n
     where (select count(*) from quick) <= $4
     order by n.last_activity_at desc, n.id desc limit $4 + 1),
  slow as materialized (
    select n.id, n.last_activity_at
      from tops cross join lateral (
        select p.last_activity_at, p.id from discussions.post p
         where p.community_id = tops.community_id and p.deleted_at is null and (p.last_activity_at, p.id) < ($2::timestamptz, $3::uuid)
         order by p.last_activity_at desc, p.id desc limit $4 + 1) n
     order by n.last_activity_at desc, n.id desc limit $4 + 1),
  page as materialized (
    select id, last_activity_at, row_number() over (order by last_activity_at desc, id desc) as n
      from (select id, last_activity_at from slow
            union all
            select id, last_activity_at from quick where not exists (select 1 from slow)) either)
  ${pageSql(
    `select string_agg(${itemSql}, ',' order by page.n)
       from page join discussions.post p on p.id = page.id
       join communities.community c on c.id = p.community_id
       join mine m on m.community_id = p.community_id
      where page.n <= $4`,
    `${cursorSql('page.last_activity_at', 'page.id')})::text from page
      where page.n = $4 and exists (select 1 from page more where more.n > $4)`,
  )}`

const feedOfMember = homeFeedSql('$1::uuid')
/** The session's person instead of a member: no session, no row. */
const ofSession = (sql: string): string =>
  `select body from (${sql}) answer where exists ${sessionMemberSql('$1')}`
const feedOfSession = ofSession(homeFeedSql(sessionMemberSql('$1')))

/** One page of the home feed as JSON text. */
export async function findHomeFeed(tx: Tx, memberId: string, before: Cursor, limit: number): Promise<string> {
  return (await tx.row<Body>(feedOfMember, [memberId, before.at, before.id, limit]))!.body
}

/** The first page for whoever holds this session; undefined when nobody does. */
export async function findHomeFeedOfSession(
  tx: Tx,
  tokenHash: Buffer,
  limit: number,
): Promise<string | undefined> {
  return (await tx.row<Body>(feedOfSession, [tokenHash, newestFirst.at, newestFirst.id, limit]))?.body
}

export interface CommunityFeedFilter {
  kind: PostKind | undefined
  tag: string | undefined
  unanswered: boolean
}

/** One text per combination of filters, so that each is a prepared statement with its own plan. */
function communityFeedSql(filter: CommunityFeedFilter): string {
  const order = filter.unanswered ? 'p.created_at' : 'p.last_activity_at'
  const conditions = [
    'p.community_id = $1 and p.deleted_at is null',
    filter.unanswered
      ? `p.kind = 'question' and p.answer_count = 0 and ($6::text is null or p.kind = $6)
         and not exists (select 1 from discussions.closure k where k.post_id = p.id)`
      : filter.kind
        ? 'p.kind = $6'
        : '$6::text is null',
    filter.tag === undefined ? '$7::text is null' : 'p.tags @> array[$7::text]',
  ].join(' and ')
  return `
  with list as materialized (
    select p.id, ${order} as at from discussions.post p
     where ${conditions} and p.pinned_at is null and (${order}, p.id) < ($3::timestamptz, $4::uuid)
     order by ${order} desc, p.id desc limit $5 + 1),
  page as materialized (select id, at, row_number() over (order by at desc, id desc) as n from list),
  pinned as materialized (
    select p.id, p.pinned_at as at, row_number() over (order by p.pinned_at desc, p.id desc) as n from discussions.post p
     where ${conditions} and p.pinned_at is not null and $3 = 'infinity'::timestamptz),
  shown as (select id, n - 1000 as n from pinned union all select id, n from page where n <= $5)
  ${pageSql(
    `select string_agg(${itemSql}, ',' order by shown.n)
       from shown join discussions.post p on p.id = shown.id
       join communities.community c on c.id = p.community_id
       left join communities.membership m on m.community_id = p.community_id and m.member_id = $2`,
    `${cursorSql('page.at', 'page.id')})::text from page
      where page.n = $5 and exists (select 1 from page more where more.n > $5)`,
  )}`
}

/** One page of a community's posts as JSON text; pinned ones lead the first page and are on no other. */
export async function findCommunityFeed(
  tx: Tx,
  communityId: string,
  memberId: string,
  before: Cursor,
  limit: number,
  filter: CommunityFeedFilter,
): Promise<string> {
  const values = [communityId, memberId, before.at, before.id, limit, filter.kind ?? null, filter.tag ?? null]
  return (await tx.row<Body>(communityFeedSql(filter), values))!.body
}

const unreadSql = (viewer: string): string => `
  select json_build_object(
    'total', coalesce(sum(c.post_seq - m.last_seen_seq), 0),
    'communities', coalesce(json_agg(json_build_object('communityId', c.id, 'unread', c.post_seq - m.last_seen_seq))
                            filter (where c.post_seq > m.last_seen_seq), '[]'))::text as body
    from communities.membership m join communities.community c on c.id = m.community_id
   where m.member_id = ${viewer}`
const unreadOfMember = unreadSql('$1::uuid')
const unreadOfSession = ofSession(unreadSql(sessionMemberSql('$1')))

/** Exact number of posts since the last look, per community; counters, never rows. */
export async function findUnread(tx: Tx, memberId: string): Promise<string> {
  return (await tx.row<Body>(unreadOfMember, [memberId]))!.body
}

/** The same for whoever holds this session; undefined when nobody does. */
export async function findUnreadOfSession(tx: Tx, tokenHash: Buffer): Promise<string | undefined> {
  return (await tx.row<Body>(unreadOfSession, [tokenHash]))?.body
}

/**
 * Unanswered questions of my communities, newest first in two lateral steps over a partial index, at most 100
 * looked at; those that touch what I may be asked about come first.
 */
export async function findWaitingQuestions(tx: Tx, memberId: string, limit: number): Promise<string> {
  const row = await tx.row<Body>(
    `with mine as materialized (select community_id, last_seen_seq from communities.membership where member_id = $1),
     tops as materialized (
       select n.community_id from mine cross join lateral (
         select p.community_id, p.created_at, p.id from discussions.post p
          where p.community_id = mine.community_id and p.kind = 'question' and p.answer_count = 0 and p.deleted_at is null
            and p.author_id <> $1 and not exists (select 1 from discussions.closure k where k.post_id = p.id)
          order by p.created_at desc, p.id desc limit 1) n
        order by n.created_at desc, n.id desc limit 50),
     newest as materialized (
       select n.id from tops cross join lateral (
         select p.id, p.created_at from discussions.post p
          where p.community_id = tops.community_id and p.kind = 'question' and p.answer_count = 0 and p.deleted_at is null
            and p.author_id <> $1 and not exists (select 1 from discussions.closure k where k.post_id = p.id)
          order by p.created_at desc, p.id desc limit 20) n
        order by n.created_at desc, n.id desc limit 100),
     mine_to_tell as materialized (
       select lower(unaccent(subject)) as subject from people.member me, unnest(me.ask_me_about) as subject
        where me.id = $1 and length(subject) > 2),
     ranked as (
       select p.id, p.created_at, exists (
                select 1 from mine_to_tell s
                 where position(s.subject in lower(unaccent(coalesce(p.title, '') || ' ' || p.excerpt || ' ' || array_to_string(p.tags, ' ')))) > 0
              ) as matches
         from newest join discussions.post p on p.id = newest.id
        order by matches desc, p.created_at desc, p.id desc limit $2)
     select json_build_object('items', coalesce(json_agg(
              json_build_object('card', p.card, 'community', ${communityRefSql('c')}, 'unread', p.seq > m.last_seen_seq, 'matches', r.matches)
              order by r.matches desc, r.created_at desc, r.id desc), '[]'))::text as body
       from ranked r join discussions.post p on p.id = r.id
       join communities.community c on c.id = p.community_id
       join mine m on m.community_id = p.community_id`,
    [memberId, limit],
  )
  return row!.body
}

/** People who wrote last in a community, among its 200 newest texts; no counts. */
export async function findRecentlyActive(tx: Tx, communityId: string): Promise<string> {
  const row = await tx.row<Body>(
    `with texts as (
       (select author_id, created_at from discussions.post where community_id = $1 and deleted_at is null
         order by created_at desc, id desc limit 100)
       union all
       (select c.author_id, c.created_at from discussions.comment c
         where c.community_id = $1 and c.deleted_at is null order by c.created_at desc limit 100)),
     people as (
       select author_id, max(created_at) as at from texts group by author_id),
     shown as (
       select ${memberCardSql('a')} as card, people.at from people join people.member a on a.id = people.author_id
        where a.state = 'active' order by people.at desc limit 12)
     select json_build_object('items', coalesce(json_agg(card order by at desc), '[]'))::text as body from shown`,
    [communityId],
  )
  return row!.body
}

/** Tags of a community's 2,000 most recently active posts, most used first. */
export async function findTags(tx: Tx, communityId: string): Promise<string> {
  const row = await tx.row<Body>(
    `with newest as (
       select tags from discussions.post where community_id = $1 and deleted_at is null
        order by last_activity_at desc, id desc limit 2000),
     used as (select tag, count(*) as n from newest, unnest(tags) as tag group by tag order by n desc, tag limit 50)
     select json_build_object('items', coalesce(json_agg(json_build_object('tag', tag, 'posts', n) order by n desc, tag), '[]'))::text as body
       from used`,
    [communityId],
  )
  return row!.body
}
