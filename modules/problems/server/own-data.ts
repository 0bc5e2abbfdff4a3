import { columnsOf } from '#platform/privacy/own-data.ts'
import type { OwnData } from '#platform/privacy/own-data.ts'

/** Who wrote a value or a note is kept for corrections and shown to nobody. */
export const ownData: OwnData = {
  columns: columnsOf(
    'problems',
    'clear',
    'value.written_by intervention.noted_by comparison.created_by review.reviewed_by',
  ),
  archive: [
    {
      name: 'values',
      sql: `select on_day as "on", value, source, note, written_at as at from problems.value where written_by = $1 order by written_at`,
    },
    {
      name: 'interventions',
      sql: `select on_day as "on", text, noted_at as at from problems.intervention where noted_by = $1 order by noted_at`,
    },
    {
      name: 'reviews',
      sql: `select reviewed_at as at, decision, why from problems.review where reviewed_by = $1 order by reviewed_at`,
    },
  ],
}
