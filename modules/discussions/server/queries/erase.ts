import type { Tx } from '#platform/db/tx.ts'

const own = (table: string, post: string, comment: string): string =>
  `${table}.author_id = $1 and (${table}.deleted_at is null or exists (
     select 1 from discussions.hiding hid where hid.post_id = ${post} and hid.comment_id is not distinct from ${comment}))`

/**
 * A person's living texts and those that moderation hid, comments before posts: a comment under one's own post goes by
 * itself first.
 */
export const listOwnTexts = (
  tx: Tx,
  memberId: string,
): Promise<{ postId: string; commentId: string | null }[]> =>
  tx.rows(
    `select k.post_id as "postId", k.id as "commentId", 0 as turn from discussions.comment k where ${own('k', 'k.post_id', 'k.id')}
      union all
     select p.id, null, 1 from discussions.post p where ${own('p', 'p.id', 'null')}
      order by turn`,
    [memberId],
  )

const plain = `case when o.default_language = 'en' then '@former member' else '@ancien membre' end`

/** Replaces every mention of a person by plain words, in texts and their histories. Answers the posts touched. */
export async function unnameMember(tx: Tx, memberId: string): Promise<string[]> {
  const md = `regexp_replace(t.body_md, '\\[@[^\\]]*\\]\\(member:' || $1::text || '\\)', ${plain}, 'g')`
  const html = `regexp_replace(t.body_html, '<a [^>]*data-member="' || $1::text || '"[^>]*>[^<]*</a>', ${plain}, 'g')`
  const organisation = `(select coalesce((select default_language from people.organisation), 'fr') as default_language) o`
  await tx.run(
    `update discussions.post t set body_md = ${md}, body_html = ${html}
       from ${organisation}
      where t.id in (select m.post_id from discussions.mention m where m.member_id = $1::uuid and m.comment_id is null)`,
    [memberId],
  )
  await tx.run(
    `update discussions.comment t set body_md = ${md}, body_html = ${html}
       from ${organisation}
      where t.id in (select m.comment_id from discussions.mention m where m.member_id = $1::uuid and m.comment_id is not null)`,
    [memberId],
  )
  await tx.run(
    `update discussions.revision t set body_md = ${md}
       from ${organisation}
      where t.body_md like '%(member:' || $1::text || ')%'
        and t.post_id in (select m.post_id from discussions.mention m where m.member_id = $1::uuid)`,
    [memberId],
  )
  const rows = await tx.rows<{ postId: string }>(
    `with gone as (delete from discussions.mention where member_id = $1 returning post_id)
     select distinct post_id as "postId" from gone`,
    [memberId],
  )
  return rows.map(({ postId }) => postId)
}
