import { columnsOf } from '#platform/privacy/own-data.ts'
import type { OwnData } from '#platform/privacy/own-data.ts'

/** Acts of managers, and towards newcomers. */
export const ownData: OwnData = {
  columns: [
    ...columnsOf(
      'workbench',
      'delete',
      'card_decision.member_id buddy.newcomer_id buddy.buddy_id buddy_volunteer.member_id welcome.newcomer_id mission.newcomer_id path_dismissal.member_id care_opt_out.member_id care.member_id opening.member_id',
    ),
    ...columnsOf(
      'workbench',
      'clear',
      'card_decision.delegated_to rescue_step.to_member_id mission.by_member_id care.by_member_id opening.by_member_id',
    ),
    ...columnsOf('workbench', 'keep', 'rescue_step.by_member_id buddy.by_member_id welcome.by_member_id'),
  ],
  archive: [
    {
      name: 'steps',
      sql: `select post_id as "postId", step, note, promised_for as "promisedFor", at from workbench.rescue_step where by_member_id = $1 order by at`,
    },
    {
      name: 'openings',
      sql: `select subject, body_md as "preparedText", answer, at from workbench.opening where member_id = $1 order by at`,
    },
    {
      name: 'welcomePath',
      sql: `select m.text as mission, m.at, m.done_at as "doneAt" from workbench.mission m where m.newcomer_id = $1 order by m.at`,
    },
    {
      name: 'buddies',
      sql: `select b.at, b.accepted_at as "acceptedAt", b.ended_at as "endedAt", b.thanks from workbench.buddy b
             where b.newcomer_id = $1 or b.buddy_id = $1 order by b.at`,
    },
  ],
}
