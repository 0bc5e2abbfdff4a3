import { memberCardSql } from '#modules/people/public.ts'
import type { PostListening, Tag, TaggedText } from '#modules/listening/contract.ts'
import { exactInstantSql, instantSql } from '#platform/db/keyset.ts'
import type { Tx } from '#platform/db/tx.ts'
import { stateSql, themeJoins } from '../sql.ts'

/** Null takes the tag away. */
export const setTag = (
  tx: Tx,
  row: {
    id: string
    communityId: string
    postId: string
    commentId: string | null
    memberId: string
    tag: Tag | null
    now: Date
  },
): Promise<number> =>
  row.tag === null
    ? tx.run('delete from listening.tag where post_id = $1 and comment_id is not distinct from $2', [
        row.postId,
        row.commentId,
      ])
    : tx.run(
        `insert into listening.tag (id, community_id, post_id, comment_id, member_id, tag, at) values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (post_id, comment_id) do update set tag = excluded.tag`,
        [row.id, row.communityId, row.postId, row.commentId, row.memberId, row.tag, row.now],
      )

const standingTags = `listening.tag t
  join discussions.post p on p.id = t.post_id and p.deleted_at is null
  left join discussions.comment k on k.id = t.comment_id`
const stands = `(t.comment_id is null or k.deleted_at is null)`
/** In no theme of its community, whatever became of that theme. */
const isUncoded = `not exists (select 1 from listening.excerpt ux join listening.theme ut on ut.id = ux.theme_id and ut.community_id = t.community_id
   where ux.post_id = t.post_id and ux.comment_id is not distinct from t.comment_id)`

/** Plain beginning of a comment: its Markdown without marks would cost a rendering, its first words do. */
const excerptSql = `case when t.comment_id is null then p.excerpt else left(k.body_md, 240) end`

/** Tagged texts of a community, newest first. The caller has checked reading. */
export const listTagged = (
  tx: Tx,
  communityId: string,
  filter: { tag: Tag | null; onlyUncoded: boolean },
  after: { at: string | null; id: string | null },
  limit: number,
): Promise<(TaggedText & { exact: string })[]> =>
  tx.rows(
    `select t.id, t.post_id as "postId", t.comment_id as "commentId", t.tag, ${memberCardSql('m')} as author, p.title,
            ${excerptSql} as excerpt, coalesce(k.language, p.language) as language,
            ${instantSql('t.at')} as at, ${exactInstantSql('t.at')} as exact
       from ${standingTags} join people.member m on m.id = t.member_id
      where t.community_id = $1 and ${stands} and ($2::text is null or t.tag = $2) and (not $3::boolean or ${isUncoded})
        and ($4::timestamptz is null or (t.at, t.id) < ($4::timestamptz, $5::uuid))
      order by t.at desc, t.id desc limit $6`,
    [communityId, filter.tag, filter.onlyUncoded, after.at, after.id, limit],
  )

export const countUncoded = async (tx: Tx, communityId: string): Promise<number> =>
  (await tx.row<{ n: number }>(
    `select count(*)::int as n from ${standingTags} where t.community_id = $1 and ${stands} and ${isUncoded}`,
    [communityId],
  ))!.n

/** Texts per tag and month over the last twelve months: public acts of the whole community. */
export const listTagMonths = (
  tx: Tx,
  communityId: string,
  today: string,
): Promise<{ month: string; need: number; irritant: number; idea: number; goodNews: number }[]> =>
  tx.rows(
    `with acts as (
       select date_trunc('month', coalesce(k.created_at, p.created_at) at time zone 'UTC')::date as month, t.tag
         from ${standingTags} where t.community_id = $1 and ${stands})
     select series.month::date::text as month,
            count(*) filter (where tag = 'need')::int as need, count(*) filter (where tag = 'irritant')::int as irritant,
            count(*) filter (where tag = 'idea')::int as idea, count(*) filter (where tag = 'goodNews')::int as "goodNews"
       from generate_series(date_trunc('month', $2::date) - interval '11 months', date_trunc('month', $2::date), interval '1 month') as series (month)
       left join acts on acts.month = series.month::date
      group by series.month order by series.month`,
    [communityId, today],
  )

/** What listening says under one conversation; the caller has checked reading. One statement. */
export const findPostListening = async (tx: Tx, postId: string, viewerId: string): Promise<PostListening> =>
  (await tx.row<PostListening>(
    `select coalesce((select json_agg(json_build_object('commentId', t.comment_id, 'tag', t.tag) order by t.at)
                        from ${standingTags} where t.post_id = $1 and ${stands}), '[]') as tags,
            (select json_build_object('themeId', th.id, 'title', th.title) from listening.theme th
               left join listening.answer an on an.theme_id = th.id and an.published_at is not null
               left join listening.closure clo on clo.theme_id = th.id
              where an.post_id = $1 or clo.post_id = $1 limit 1) as answers,
            coalesce((select json_agg(json_build_object('commentId', e.comment_id, 'themeId', th.id, 'title', th.title, 'state', ${stateSql}) order by e.added_at)
                        from listening.excerpt e join listening.theme th on th.id = e.theme_id ${themeJoins('current_date')}
                        join discussions.post p on p.id = e.post_id left join discussions.comment k on k.id = e.comment_id
                       where e.post_id = $1 and coalesce(k.author_id, p.author_id) = $2
                         and (d.id is not null or clo.theme_id is not null)), '[]') as mine`,
    [postId, viewerId],
  ))!
