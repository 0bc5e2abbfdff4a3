import { columnsOf } from '#platform/privacy/own-data.ts'
import type { OwnData } from '#platform/privacy/own-data.ts'

/** Reports and notes that a person wrote, and what was decided about their own texts. */
export const ownData: OwnData = {
  columns: [
    ...columnsOf('moderation', 'delete', 'office.member_id'),
    ...columnsOf('moderation', 'clear', 'office.by_member_id'),
    // Cases go after twelve months by themselves; until then decisions must be explainable.
    ...columnsOf(
      'moderation',
      'keep',
      'case_file.author_id case_file.closed_by report.reporter_id step.by_member_id step.to_member_id measure.proposed_by measure.decided_by measure.lifted_by appeal.decided_by note_thread.writer_id note_thread.author_id note.by_member_id template.changed_by example.by_member_id charter_review.reviewed_by',
    ),
  ],
  archive: [
    {
      name: 'reports',
      sql: `select article, words, at from moderation.report where reporter_id = $1 order by at`,
    },
    { name: 'notes', sql: `select text, at from moderation.note where by_member_id = $1 order by at` },
    {
      name: 'aboutMyTexts',
      sql: `select title, body_md as text, opened_at as "openedAt", outcome, closing_word as word
              from moderation.case_file where author_id = $1 and closed_at is not null order by opened_at`,
    },
  ],
}
