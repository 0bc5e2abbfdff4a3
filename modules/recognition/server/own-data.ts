import { columnsOf } from '#platform/privacy/own-data.ts'
import type { OwnData } from '#platform/privacy/own-data.ts'

/** Words between two people go with either of them. */
export const ownData: OwnData = {
  columns: [
    ...columnsOf(
      'recognition',
      'delete',
      'thanks.giver_id thanks.receiver_id report.reporter_id act.member_id opt_out.member_id',
    ),
    ...columnsOf('recognition', 'clear', 'thanks.hidden_by report.answered_by'),
  ],
  archive: [
    {
      name: 'thanksReceived',
      sql: `select text, act, at from recognition.thanks where receiver_id = $1 and hidden_at is null order by at`,
    },
    {
      name: 'thanksGiven',
      sql: `select text, act, at from recognition.thanks where giver_id = $1 order by at`,
    },
    {
      name: 'thanksReports',
      sql: `select words, at from recognition.report where reporter_id = $1 order by at`,
    },
  ],
}
