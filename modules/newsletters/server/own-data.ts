import { columnsOf } from '#platform/privacy/own-data.ts'
import type { OwnData } from '#platform/privacy/own-data.ts'

/** What a person writes of newsletters, and which they left. */
export const ownData: OwnData = {
  columns: [
    ...columnsOf('newsletters', 'delete', 'editor.member_id refusal.member_id'),
    ...columnsOf(
      'newsletters',
      'clear',
      'newsletter.created_by editor.named_by issue.created_by issue.changed_by part.changed_by part_version.by_member_id picture.owner_id',
    ),
  ],
  archive: [
    {
      name: 'newslettersLeft',
      sql: `select n.name, r.at from newsletters.refusal r join newsletters.newsletter n on n.id = r.newsletter_id
             where r.member_id = $1 order by r.at`,
    },
    {
      name: 'newslettersWritten',
      sql: `select n.name, e.since from newsletters.editor e join newsletters.newsletter n on n.id = e.newsletter_id
             where e.member_id = $1 order by e.since`,
    },
  ],
}
