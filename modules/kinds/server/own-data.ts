import { columnsOf } from '#platform/privacy/own-data.ts'
import type { OwnData } from '#platform/privacy/own-data.ts'

/** Ticks are a person's own; moves and decisions rest in the history of conversations. */
export const ownData: OwnData = {
  columns: [
    ...columnsOf('kinds', 'delete', 'tick.member_id'),
    ...columnsOf(
      'kinds',
      'clear',
      'kind_change.changed_by placement.waits_for_id placement.moved_by move.waits_for_id decision.noted_by closing_review.opened_by closing_review.finished_by sorted_thread.sorted_by',
    ),
    ...columnsOf('kinds', 'keep', 'move.moved_by'),
  ],
  archive: [
    {
      name: 'ticks',
      sql: `select s.title as step, t.done_on as "on", t.helps from kinds.tick t join kinds.programme_step s on s.id = t.step_id
             where t.member_id = $1 order by t.done_on`,
    },
    {
      name: 'moves',
      sql: `select p.title as conversation, m.note, m.moved_at as at from kinds.move m join discussions.post p on p.id = m.post_id
             where m.moved_by = $1 order by m.moved_at`,
    },
    {
      name: 'decisions',
      sql: `select decided_on as "on", decision, why from kinds.decision where noted_by = $1 order by decided_on`,
    },
  ],
}
