import { columnsOf } from '#platform/privacy/own-data.ts'
import type { OwnData } from '#platform/privacy/own-data.ts'

/** Pages that a person wrote, answers for or has reviewed. */
export const ownData: OwnData = {
  columns: [
    ...columnsOf('knowledge', 'clear', 'page.owner_id page.locked_by'),
    ...columnsOf(
      'knowledge',
      'keep',
      'page.created_by page.changed_by page.deleted_by page_version.by_member_id page_author.member_id page_review.by_member_id page_withdrawal.by_member_id collection.created_by attachment.owner_id',
    ),
  ],
  archive: [
    {
      name: 'pageVersions',
      sql: `select v.page_id as "pageId", v.title, v.body_md as text, v.tags, v.note, v.at
              from knowledge.page_version v where v.by_member_id = $1 order by v.at`,
    },
    {
      name: 'pageReviews',
      sql: `select page_id as "pageId", at from knowledge.page_review where by_member_id = $1 order by at`,
    },
    {
      name: 'pageFiles',
      hasFiles: true,
      sql: `select blob_id as "blobId", file_name as "fileName", alt, created_at as "createdAt"
              from knowledge.attachment where owner_id = $1 order by created_at, id`,
    },
  ],
}
