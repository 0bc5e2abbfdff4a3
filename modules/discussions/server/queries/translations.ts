import type { Tx } from '#platform/db/tx.ts'
import { instantSql } from '#platform/db/keyset.ts'
import type { PreparedText } from '../text.ts'

/** Writes a translation, takes the files that it newly names out of the author's drafts; one statement. */
export const setTranslation = (
  tx: Tx,
  row: {
    postId: string
    language: string
    title: string | null
    text: PreparedText
    by: string
    now: Date
  },
): Promise<number> =>
  tx.run(
    `with files as (
       update discussions.attachment f set post_id = $1, community_id = p.community_id
         from discussions.post p where p.id = $1 and f.id = any($8::uuid[]) and f.owner_id = $9 and f.post_id is null),
     marked as (update discussions.post set has_surroundings = true where id = $1 and not has_surroundings)
     insert into discussions.translation (post_id, language, title, body_md, body_html, excerpt, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (post_id, language) do update set title = excluded.title, body_md = excluded.body_md,
       body_html = excluded.body_html, excerpt = excluded.excerpt, updated_at = excluded.updated_at, outdated_since = null`,
    [
      row.postId,
      row.language,
      row.title,
      row.text.md,
      row.text.html,
      row.text.excerpt,
      row.now,
      row.text.attachments,
      row.by,
    ],
  )

export const deleteTranslation = (tx: Tx, postId: string, language: string): Promise<number> =>
  tx.run(`delete from discussions.translation where post_id = $1 and language = $2`, [postId, language])

export interface StoredTranslation {
  postId: string
  language: string
  title: string | null
  bodyMd: string
}

/** Translations of living posts, for whoever indexes or exports texts. */
export const listTranslations = (tx: Tx, postIds: readonly string[]): Promise<StoredTranslation[]> =>
  tx.rows(
    `select tr.post_id as "postId", tr.language, tr.title, tr.body_md as "bodyMd"
       from discussions.translation tr join discussions.post p on p.id = tr.post_id and p.deleted_at is null
      where tr.post_id = any($1::uuid[]) and tr.language <> p.language order by tr.post_id, tr.language`,
    [postIds],
  )

/** A Translation of the contract for post `p`, as JSON; null without one in another language than the post's own. */
export const translationSql = (viewer: string): string => `
  (select json_build_object('language', tr.language, 'title', tr.title, 'bodyHtml', tr.body_html,
            'bodyMd', case when p.author_id = ${viewer} then tr.body_md end,
            'updatedAt', ${instantSql('tr.updated_at')}, 'isOutdated', tr.outdated_since is not null)
     from discussions.translation tr where tr.post_id = p.id and tr.language <> p.language
    order by tr.updated_at desc limit 1)`
