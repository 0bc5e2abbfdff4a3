import { columnsOf } from '#platform/privacy/own-data.ts'
import type { OwnData } from '#platform/privacy/own-data.ts'

/** Polls a person asked, and choices that are no secret. */
export const ownData: OwnData = {
  columns: [
    ...columnsOf('polls', 'keep', 'poll.created_by poll.closed_by choice.member_id'),
    // Of a secret vote that runs the ballot stays: nobody knows which one it is.
    ...columnsOf('polls', 'delete', 'ticket.member_id'),
  ],
  archive: [
    {
      name: 'votes',
      sql: `select post.title as question, coalesce(o.label, o.starts_at::text) as choice, c.rank, c.answer
              from polls.choice c join polls.option o on o.poll_id = c.poll_id and o.id = c.option_id
              join polls.poll p on p.id = c.poll_id join discussions.post post on post.id = p.post_id
             where c.member_id = $1 order by p.created_at, c.rank`,
    },
  ],
}
