import { memberCardSql } from '#modules/people/public.ts'
import type {
  Check,
  Excerpt,
  HeardTheme,
  ThemeCard,
  ThemeKind,
  ThemeState,
} from '#modules/listening/contract.ts'
import { exactInstantSql, instantSql } from '#platform/db/keyset.ts'
import type { Tx } from '#platform/db/tx.ts'
import {
  answerSql,
  cardOrNull,
  decisionSql,
  quotesSql,
  shownPeopleSql,
  standingExcerptsSql,
  stateSql,
  themeJoins,
} from '../sql.ts'

/** What decides who may do what with a theme. */
export interface ThemeFacts {
  id: string
  communityId: string
  title: string
  kind: ThemeKind
  description: string
  state: ThemeState
  /** Exact, for decisions only; what is shown is null under five. */
  people: number
  quoteCount: number
  createdBy: string | null
  checkId: string | null
  checkTo: string | null
  checkAskedBy: string | null
  decisionId: string | null
  deciderId: string | null
  deciderIsActive: boolean
  due: string | null
  language: 'fr' | 'en'
  slug: string
}

const factsSql = `select th.id, th.community_id as "communityId", th.title, th.kind, th.description, ${stateSql} as state,
    fact.people, (select count(*)::int from ${standingExcerptsSql} and e.quote is not null) as "quoteCount",
    th.created_by as "createdBy", ck.id as "checkId", ck.to_member_id as "checkTo", ck.asked_by as "checkAskedBy",
    d.id as "decisionId", d.decider_id as "deciderId", coalesce(dm.state = 'active', false) as "deciderIsActive", d.due::text as due,
    coalesce(c.languages[1], 'fr') as language, c.slug
  from listening.theme th ${themeJoins('current_date')} where th.id = $1`

/** One theme, whoever asks: the caller checks rights. */
export const findTheme = (tx: Tx, id: string): Promise<ThemeFacts | undefined> =>
  tx.row<ThemeFacts>(factsSql, [id])
/** As `findTheme`, and keeps others from changing it until the transaction ends. */
export async function findThemeToChange(tx: Tx, id: string): Promise<ThemeFacts | undefined> {
  await tx.row('select 1 from listening.theme where id = $1 for update', [id])
  return findTheme(tx, id)
}

const onSql = `coalesce(clo.at, an.published_at, d.asked_at, th.created_at)`
const heardColumns = `th.id, th.title, th.kind, th.description, ${stateSql} as state, ${shownPeopleSql} as people,
    ${quotesSql} as quotes, ${decisionSql('$2::date')} as decision, ${answerSql('$1::uuid', '$2::date')} as answer,
    coalesce(an.post_id, clo.post_id) as "postId", clo.reason as "closedReason", (${onSql} at time zone 'UTC')::date::text as on`

/** A theme as whoever works on it sees it. `today`: YYYY-MM-DD. */
export const findWholeTheme = (
  tx: Tx,
  viewerId: string,
  today: string,
  id: string,
): Promise<HeardTheme | undefined> =>
  tx.row(`select ${heardColumns} from listening.theme th ${themeJoins('$2::date')} where th.id = $3`, [
    viewerId,
    today,
    id,
  ])

/** Themes that were passed on or closed, newest first. The caller has checked reading. */
export const listHeard = (
  tx: Tx,
  viewerId: string,
  today: string,
  communityId: string,
  after: { at: string | null; id: string | null },
  limit: number,
): Promise<(HeardTheme & { exact: string })[]> =>
  tx.rows(
    `select ${heardColumns}, ${exactInstantSql(onSql)} as exact
       from listening.theme th ${themeJoins('$2::date')}
      where th.community_id = $3 and (d.id is not null or clo.theme_id is not null)
        and ($4::timestamptz is null or (${onSql}, th.id) < ($4::timestamptz, $5::uuid))
      order by ${onSql} desc, th.id desc limit $6`,
    [viewerId, today, communityId, after.at, after.id, limit],
  )

/** Themes of the board: all that are not over, and those that ended in the last 90 days. */
export const listBoardThemes = (tx: Tx, communityId: string, today: string): Promise<ThemeCard[]> =>
  tx.rows(
    `select th.id, th.title, th.kind, ${stateSql} as state, ${shownPeopleSql} as people,
            (select count(*)::int from ${standingExcerptsSql}) as texts, ${decisionSql('$2::date')} as decision,
            open.n as "openActions", open.late as "lateActions",
            (greatest(th.changed_at, ck.at, d.asked_at, an.published_at, clo.at) at time zone 'UTC')::date::text as "changedOn"
       from listening.theme th ${themeJoins('$2::date')}
      where th.community_id = $1
        and (${stateSql} not in ('done', 'closed') or coalesce(clo.at, an.published_at) > $2::date - 90)
      order by greatest(th.changed_at, ck.at, d.asked_at, an.published_at, clo.at) desc, th.id desc limit 200`,
    [communityId, today],
  )

/** Texts of a theme that stand, oldest first. */
export const listExcerpts = (tx: Tx, themeId: string): Promise<Excerpt[]> =>
  tx.rows(
    `select e.id, e.post_id as "postId", e.comment_id as "commentId", ${memberCardSql('m')} as author, p.title,
            left(coalesce(k.body_md, p.body_md), 4000) as text, t.tag, ${instantSql('coalesce(k.created_at, p.created_at)')} as at,
            e.quote, e.told_at is not null as "isTold", e.refused_at is not null as "isRefused"
       from listening.theme th join lateral (
         select e.*, coalesce(k.author_id, p.author_id) as author_id from ${standingExcerptsSql}) e on true
       join discussions.post p on p.id = e.post_id
       left join discussions.comment k on k.id = e.comment_id
       join people.member m on m.id = e.author_id
       left join listening.tag t on t.post_id = e.post_id and t.comment_id is not distinct from e.comment_id
      where th.id = $1 order by e.added_at, e.id limit 200`,
    [themeId],
  )

/** The newest check of the theme as it is worded now, or the last that gave it back. */
export const findCheck = (tx: Tx, themeId: string): Promise<Check | undefined> =>
  tx.row(
    `select ${memberCardSql('am')} as "askedBy", (x.asked_at at time zone 'UTC')::date::text as "askedOn", ${cardOrNull('tm')} as "to",
            ${cardOrNull('bm')} as "by", x.decision, x.word
       from listening.theme_check x join people.member am on am.id = x.asked_by
       left join people.member tm on tm.id = x.to_member_id left join people.member bm on bm.id = x.by_member_id
      where x.theme_id = $1 order by x.asked_at desc, x.id desc limit 1`,
    [themeId],
  )

export const insertTheme = (
  tx: Tx,
  theme: {
    id: string
    communityId: string
    title: string
    kind: ThemeKind
    description: string
    by: string
    now: Date
  },
): Promise<number> =>
  tx.run(
    `insert into listening.theme (id, community_id, title, kind, description, created_by, created_at, changed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $7)`,
    [theme.id, theme.communityId, theme.title, theme.kind, theme.description, theme.by, theme.now],
  )

/** Absent parts stay as they are. A check of other words no longer counts. */
export const updateTheme = (
  tx: Tx,
  id: string,
  change: { title?: string | undefined; kind?: ThemeKind | undefined; description?: string | undefined },
  now: Date,
): Promise<number> =>
  tx.run(
    `update listening.theme set title = coalesce($2, title), kind = coalesce($3, kind),
            description = coalesce($4, description), changed_at = $5 where id = $1`,
    [id, change.title ?? null, change.kind ?? null, change.description ?? null, now],
  )
export const deleteTheme = (tx: Tx, id: string): Promise<number> =>
  tx.run('delete from listening.theme where id = $1', [id])

/** Adds a text, or words its quote otherwise where it is in the theme already. A refused quote stays refused. */
export const insertExcerpt = (
  tx: Tx,
  row: {
    id: string
    themeId: string
    postId: string
    commentId: string | null
    quote: string | null
    by: string
    now: Date
  },
): Promise<number> =>
  tx.run(
    `insert into listening.excerpt (id, theme_id, post_id, comment_id, quote, added_by, added_at)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (theme_id, post_id, comment_id) do update
        set quote = coalesce(excluded.quote, excerpt.quote),
            told_at = case when excluded.quote is distinct from excerpt.quote then null else excerpt.told_at end
      where excerpt.refused_at is null`,
    [row.id, row.themeId, row.postId, row.commentId, row.quote, row.by, row.now],
  )

export interface ExcerptRow {
  id: string
  themeId: string
  postId: string
  commentId: string | null
  quote: string | null
  isRefused: boolean
  authorId: string
}
export const findExcerpt = (tx: Tx, id: string): Promise<ExcerptRow | undefined> =>
  tx.row(
    `select e.id, e.theme_id as "themeId", e.post_id as "postId", e.comment_id as "commentId", e.quote,
            e.refused_at is not null as "isRefused", coalesce(k.author_id, p.author_id) as "authorId"
       from listening.excerpt e join discussions.post p on p.id = e.post_id
       left join discussions.comment k on k.id = e.comment_id where e.id = $1`,
    [id],
  )
export const setQuote = (tx: Tx, id: string, quote: string | null): Promise<number> =>
  tx.run(
    `update listening.excerpt set told_at = case when quote is distinct from $2 then null else told_at end, quote = $2
      where id = $1 and refused_at is null`,
    [id, quote],
  )
export const deleteExcerpt = (tx: Tx, id: string): Promise<number> =>
  tx.run('delete from listening.excerpt where id = $1', [id])
/** The author's refusal: the words go, the refusal stays. */
export const refuseQuote = (tx: Tx, id: string, now: Date): Promise<number> =>
  tx.run('update listening.excerpt set quote = null, refused_at = $2 where id = $1 and refused_at is null', [
    id,
    now,
  ])
/** Marks the quotes whose authors are told now; answers who they are. */
export const takeUntold = (tx: Tx, themeId: string, now: Date): Promise<{ id: string; authorId: string }[]> =>
  tx.rows(
    `update listening.excerpt e set told_at = $2 from discussions.post p, listening.excerpt same
       left join discussions.comment k on k.id = same.comment_id
      where same.id = e.id and p.id = e.post_id and e.theme_id = $1 and e.quote is not null and e.told_at is null
     returning e.id, coalesce(k.author_id, p.author_id) as "authorId"`,
    [themeId, now],
  )
/** Authors of the texts of a theme that stand, each once. */
export const listAuthors = async (tx: Tx, themeId: string): Promise<string[]> =>
  (
    await tx.rows<{ id: string }>(
      `select distinct e.author_id as id from listening.theme th
         join lateral (select coalesce(k.author_id, p.author_id) as author_id from ${standingExcerptsSql}) e on true
        where th.id = $1`,
      [themeId],
    )
  ).map(({ id }) => id)
