import { forgetMember } from './operations/forget-member.ts'
import { columnsOf } from '#platform/privacy/own-data.ts'
import type { OwnData } from '#platform/privacy/own-data.ts'

/** The community of a text is named only while its author may read it. */
const placeSql = `(select c.name from communities.community c
                    where c.id = p.community_id and (c.visibility = 'open' or exists (
                      select 1 from communities.membership ms where ms.community_id = c.id and ms.member_id = $1))) as community`

/** What a person wrote, and how they met what others wrote. */
export const ownData: OwnData = {
  columns: [
    ...columnsOf('discussions', 'own', 'post.author_id comment.author_id mention.member_id'),
    ...columnsOf('discussions', 'delete', 'draft.member_id bookmark.member_id'),
    ...columnsOf(
      'discussions',
      'keep',
      'acceptance.by_member_id reaction.member_id helped.member_id revision.by_member_id deletion.by_member_id closure.by_member_id attachment.owner_id sharing.by_member_id',
    ),
  ],
  archive: [
    {
      name: 'posts',
      sql: `select p.id, ${placeSql}, p.kind, p.title, p.body_md as text, p.tags, p.language, p.created_at as "createdAt",
                   p.edited_at as "editedAt",
                   (select json_agg(json_build_object('language', tr.language, 'title', tr.title, 'text', tr.body_md))
                      from discussions.translation tr where tr.post_id = p.id) as translations
              from discussions.post p where p.author_id = $1 and p.deleted_at is null order by p.created_at, p.id`,
    },
    {
      name: 'comments',
      sql: `select k.id, k.post_id as "postId", ${placeSql}, k.is_answer as "isAnswer", k.body_md as text, k.language,
                   k.created_at as "createdAt", k.edited_at as "editedAt"
              from discussions.comment k join discussions.post p on p.id = k.post_id
             where k.author_id = $1 and k.deleted_at is null order by k.created_at, k.id`,
    },
    {
      name: 'reactions',
      sql: `select post_id as "postId", comment_id as "commentId", kind, at from discussions.reaction where member_id = $1 order by at`,
    },
    {
      name: 'bookmarks',
      sql: `select post_id as "postId", note, created_at as "createdAt" from discussions.bookmark where member_id = $1 order by created_at`,
    },
    {
      name: 'drafts',
      sql: `select key, content, updated_at as "updatedAt" from discussions.draft where member_id = $1 order by updated_at`,
    },
    {
      name: 'files',
      hasFiles: true,
      sql: `select blob_id as "blobId", file_name as "fileName", alt, post_id as "postId", comment_id as "commentId",
                   created_at as "createdAt"
              from discussions.attachment where owner_id = $1 order by created_at, id`,
    },
  ],
  erase: forgetMember,
}
