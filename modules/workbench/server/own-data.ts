import { columnsOf } from '#platform/privacy/own-data.ts'
import type { OwnData } from '#platform/privacy/own-data.ts'

/** Acts of managers, and towards newcomers. */
export const ownData: OwnData = {
  columns: [
    ...columnsOf(
      'workbench',
      'delete',
      'card_decision.member_id buddy.newcomer_id buddy.buddy_id welcome.newcomer_id',
    ),
    ...columnsOf('workbench', 'clear', 'card_decision.delegated_to rescue_step.to_member_id'),
    ...columnsOf('workbench', 'keep', 'rescue_step.by_member_id buddy.by_member_id welcome.by_member_id'),
  ],
  archive: [
    {
      name: 'steps',
      sql: `select post_id as "postId", step, note, promised_for as "promisedFor", at from workbench.rescue_step where by_member_id = $1 order by at`,
    },
  ],
}
