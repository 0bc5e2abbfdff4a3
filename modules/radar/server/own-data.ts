import { columnsOf } from '#platform/privacy/own-data.ts'
import type { OwnData } from '#platform/privacy/own-data.ts'

/** A signature, a review and a dated answer are evidence: they stay, a former member's. */
export const ownData: OwnData = {
  columns: [
    ...columnsOf('radar', 'keep', 'asked.member_id budget.signed_by canvas_review.peer_id'),
    ...columnsOf('radar', 'clear', 'budget.proposed_by canvas_review.asked_by focus.chosen_by'),
    ...columnsOf('radar', 'delete', 'budget.member_id'),
  ],
  archive: [
    {
      name: 'radarAnswers',
      sql: `select question, answer, url, word, at, expires_on as "expiresOn" from radar.asked where member_id = $1 order by at`,
    },
    {
      name: 'radarReviews',
      sql: `select verdict, word, reviewed_at as at from radar.canvas_review where peer_id = $1 and reviewed_at is not null order by reviewed_at`,
    },
  ],
}
