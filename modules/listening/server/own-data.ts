import { columnsOf } from '#platform/privacy/own-data.ts'
import type { OwnData } from '#platform/privacy/own-data.ts'

/** Tags go with whoever set them; what was decided, and by whom, remains what others rest on. */
export const ownData: OwnData = {
  columns: [
    ...columnsOf('listening', 'delete', 'tag.member_id'),
    ...columnsOf(
      'listening',
      'clear',
      'theme.created_by excerpt.added_by theme_check.to_member_id action.done_by answer.published_by',
    ),
    ...columnsOf(
      'listening',
      'keep',
      'theme_check.asked_by theme_check.by_member_id decision.decider_id decision.asked_by decision.handed_to action.owner_id closure.by_member_id',
    ),
  ],
  archive: [
    {
      name: 'listeningTags',
      sql: `select post_id as "postId", comment_id as "commentId", tag, at from listening.tag where member_id = $1 order by at`,
    },
    {
      name: 'listeningQuotes',
      sql: `select e.quote, e.added_at as at from listening.excerpt e join discussions.post p on p.id = e.post_id
              left join discussions.comment k on k.id = e.comment_id
             where e.quote is not null and coalesce(k.author_id, p.author_id) = $1 order by e.added_at`,
    },
    {
      name: 'listeningDecisions',
      sql: `select th.title, d.question, d.due, d.asked_at as "askedAt", an.we_will_not as "weWillNot", an.because
              from listening.decision d join listening.theme th on th.id = d.theme_id
              left join listening.answer an on an.decision_id = d.id where d.decider_id = $1 order by d.asked_at`,
    },
    {
      name: 'listeningActions',
      sql: `select text, due, done_at as "doneAt" from listening.action where owner_id = $1 order by due`,
    },
  ],
}
