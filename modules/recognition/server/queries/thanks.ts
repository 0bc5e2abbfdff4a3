import { communityRefSql, readableCommunitySql } from '#modules/communities/public.ts'
import { memberCardSql } from '#modules/people/public.ts'
import type { Act, Thanks } from '#modules/recognition/contract.ts'
import { exactInstantSql, instantSql } from '#platform/db/keyset.ts'
import type { Tx } from '#platform/db/tx.ts'

/** Thanks `x` of community `c`, its people `g` and `r`, and what it is about while that stands. */
const fromSql = `recognition.thanks x
  join communities.community c on c.id = x.community_id
  join people.member g on g.id = x.giver_id join people.member r on r.id = x.receiver_id
  left join discussions.post p on p.id = x.post_id and p.deleted_at is null and p.community_id = x.community_id
  left join discussions.comment k on k.id = x.comment_id and k.deleted_at is null and p.id is not null
  left join knowledge.page kp on kp.id = x.page_id and kp.deleted_at is null and kp.community_id = x.community_id`

const isPartSql = (viewer: string): string => `(x.giver_id = ${viewer} or x.receiver_id = ${viewer})`
/** What others than the two may see of it where it was said. */
const isPublicSql = `(not x.is_private and x.declined_at is null and x.hidden_at is null)`

const columns = (viewer: string): string => `x.id, ${communityRefSql('c')} as community,
  ${memberCardSql('g')} as giver, ${memberCardSql('r')} as receiver, x.text, x.language, x.act,
  p.id as "postId", k.id as "commentId", kp.id as "pageId", coalesce(kp.title, p.title, left(p.excerpt, 80)) as about,
  x.is_private as "isPrivate", ${instantSql('x.at')} as at, x.edited_at is not null as "isEdited",
  case when x.wall_at is not null then 'wall' when x.declined_at is not null then 'nowhere' else 'here' end as showing,
  case when ${isPartSql(viewer)} then x.hidden_reason end as "hiddenReason",
  json_build_object('change', x.giver_id = ${viewer}, 'show', x.receiver_id = ${viewer} and not x.is_private and x.hidden_at is null,
    'report', x.giver_id <> ${viewer} and x.hidden_at is null) as can`

const seesSql = (viewer: string, isEmployee: string): string =>
  `(${readableCommunitySql('c', viewer, isEmployee)} and (${isPartSql(viewer)} or ${isPublicSql}))`

export interface After {
  at: string | null
  id: string | null
}

/** One, if the viewer may see it: the two of it, and readers where it may be shown. */
export const findThanks = (
  tx: Tx,
  viewerId: string,
  isEmployee: boolean,
  id: string,
): Promise<Thanks | undefined> =>
  tx.row(
    `select ${columns('$1::uuid')} from ${fromSql} where x.id = $3 and ${seesSql('$1::uuid', '$2::boolean')}`,
    [viewerId, isEmployee, id],
  )

/** Between two days: thanks whose receiver said yes, newest first. The caller has checked reading. */
export const listWall = (
  tx: Tx,
  viewerId: string,
  communityId: string,
  month: { from: string; to: string },
  after: After,
  limit: number,
): Promise<(Thanks & { exact: string })[]> =>
  tx.rows(
    `select ${columns('$1::uuid')}, ${exactInstantSql('x.at')} as exact from ${fromSql}
      where x.community_id = $2 and x.wall_at is not null and x.hidden_at is null
        and x.at >= $3::date and x.at < $4::date
        and ($5::timestamptz is null or (x.at, x.id) < ($5::timestamptz, $6::uuid))
      order by x.at desc, x.id desc limit $7`,
    [viewerId, communityId, month.from, month.to, after.at, after.id, limit],
  )
/** The nearest months before and after with something on the wall; `current`: the newest of all. */
export const findWallMonths = async (
  tx: Tx,
  communityId: string,
  month: { from: string; to: string },
): Promise<{ before: string | null; after: string | null }> =>
  (await tx.row<{ before: string | null; after: string | null }>(
    `select (select to_char(max(at) at time zone 'UTC', 'YYYY-MM') from recognition.thanks
              where community_id = $1 and wall_at is not null and hidden_at is null and at < $2::date) as before,
            (select to_char(min(at) at time zone 'UTC', 'YYYY-MM') from recognition.thanks
              where community_id = $1 and wall_at is not null and hidden_at is null and at >= $3::date) as after`,
    [communityId, month.from, month.to],
  ))!

/** Said under a conversation or its comments, oldest first; the caller has checked that the post may be read. */
export const listUnderPost = (tx: Tx, viewerId: string, postId: string): Promise<Thanks[]> =>
  tx.rows(
    `select ${columns('$1::uuid')} from ${fromSql}
      where x.post_id = $2 and p.id is not null and (x.comment_id is null or k.id is not null)
        and (${isPartSql('$1::uuid')} or ${isPublicSql}) order by x.at, x.id limit 100`,
    [viewerId, postId],
  )

/** Received or given by somebody, newest first, in communities that they may read. */
export const listOwn = (
  tx: Tx,
  memberId: string,
  isEmployee: boolean,
  part: 'received' | 'given',
  after: After,
  limit: number,
): Promise<(Thanks & { exact: string })[]> =>
  tx.rows(
    `select ${columns('$1::uuid')}, ${exactInstantSql('x.at')} as exact from ${fromSql}
      where case when $3 = 'given' then x.giver_id = $1 else x.receiver_id = $1 end
        and ${readableCommunitySql('c', '$1::uuid', '$2::boolean')}
        and ($4::timestamptz is null or (x.at, x.id) < ($4::timestamptz, $5::uuid))
      order by x.at desc, x.id desc limit $6`,
    [memberId, isEmployee, part, after.at, after.id, limit],
  )

export const insertThanks = (
  tx: Tx,
  row: {
    id: string
    communityId: string
    giverId: string
    receiverId: string
    text: string
    act: Act
    postId: string | null
    commentId: string | null
    pageId: string | null
    language: string
    isPrivate: boolean
    now: Date
  },
): Promise<number> =>
  tx.run(
    `insert into recognition.thanks (id, community_id, giver_id, receiver_id, text, act, post_id, comment_id, page_id, language, is_private, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      row.id,
      row.communityId,
      row.giverId,
      row.receiverId,
      row.text,
      row.act,
      row.postId,
      row.commentId,
      row.pageId,
      row.language,
      row.isPrivate,
      row.now,
    ],
  )
/** Other words, or another audience: what the receiver agreed to was not this. */
export const updateThanks = (
  tx: Tx,
  id: string,
  giverId: string,
  change: { text: string | null; isPrivate: boolean | null },
  now: Date,
): Promise<number> =>
  tx.run(
    `update recognition.thanks set text = coalesce($3, text), is_private = coalesce($4, is_private), edited_at = $5, wall_at = null
      where id = $1 and giver_id = $2`,
    [id, giverId, change.text, change.isPrivate, now],
  )
export const deleteThanks = (
  tx: Tx,
  id: string,
  giverId: string,
): Promise<{ communityId: string; postId: string | null } | undefined> =>
  tx.row(
    'delete from recognition.thanks where id = $1 and giver_id = $2 returning community_id as "communityId", post_id as "postId"',
    [id, giverId],
  )
export const setShowing = (
  tx: Tx,
  id: string,
  receiverId: string,
  showing: string,
  now: Date,
): Promise<number> =>
  tx.run(
    `update recognition.thanks set wall_at = case when $3 = 'wall' then coalesce(wall_at, $4) end,
            declined_at = case when $3 = 'nowhere' then coalesce(declined_at, $4) end
      where id = $1 and receiver_id = $2 and not is_private and hidden_at is null`,
    [id, receiverId, showing, now],
  )
/** Reported ones, whatever their audience, for whoever moderates; the caller has checked that. */
export const listReportedThanks = (tx: Tx, viewerId: string, ids: readonly string[]): Promise<Thanks[]> =>
  tx.rows(`select ${columns('$1::uuid')} from ${fromSql} where x.id = any($2::uuid[])`, [viewerId, ids])
