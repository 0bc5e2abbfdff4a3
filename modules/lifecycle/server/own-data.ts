import { columnsOf } from '#platform/privacy/own-data.ts'
import type { OwnData } from '#platform/privacy/own-data.ts'

/** Wishes and support, the place in a core group, and who did what for a community's life. */
export const ownData: OwnData = {
  columns: [
    ...columnsOf(
      'lifecycle',
      'delete',
      'wish.member_id wish_support.member_id core_member.member_id peer_review.reviewer_id takeover.member_id',
    ),
    ...columnsOf('lifecycle', 'clear', 'revival_step.owner_id takeover.leaver_id takeover.asked_by'),
    ...columnsOf(
      'lifecycle',
      'keep',
      'wish.settled_by stage_change.by_member_id tick.by_member_id canvas.changed_by canvas_version.by_member_id peer_review.asked_by review.by_member_id revival.begun_by closing.core_told_by page_transfer.proposed_by page_transfer.decided_by',
    ),
  ],
  archive: [
    {
      name: 'wishes',
      sql: `select subject, problem, who_talks as "whoTalks", at from lifecycle.wish where member_id = $1 order by at`,
    },
    {
      name: 'supported',
      sql: `select w.subject, s.at from lifecycle.wish_support s join lifecycle.wish w on w.id = s.wish_id
             where s.member_id = $1 order by s.at`,
    },
    {
      name: 'canvasReviews',
      sql: `select verdict, word, done_at as at from lifecycle.peer_review where reviewer_id = $1 and done_at is not null order by done_at`,
    },
  ],
}
