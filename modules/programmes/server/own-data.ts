import { columnsOf } from '#platform/privacy/own-data.ts'
import type { OwnData } from '#platform/privacy/own-data.ts'

/** Roles in programmes, cards that are theirs, what they wrote down. */
export const ownData: OwnData = {
  columns: [
    ...columnsOf('programmes', 'delete', 'founder.member_id co_leader.member_id'),
    ...columnsOf('programmes', 'clear', 'founder.named_by card.owner_id'),
    ...columnsOf(
      'programmes',
      'keep',
      `programme.leader_id programme.created_by phase_change.by_member_id said_item.said_by planning_answer.by_member_id
       heard.written_by card.created_by closing.by_member_id kit.by_member_id`.replace(/\s+/g, ' '),
    ),
    ...columnsOf('programmes', 'own', 'programme.sponsor_id'),
  ],
  // A programme without its sponsor has to find another one.
  async erase(ctx, memberId) {
    await ctx.tx.run(
      'update programmes.programme set sponsor_id = null, sponsor_agreed_at = null where sponsor_id = $1',
      [memberId],
    )
  },
  archive: [
    {
      name: 'roles',
      sql: `select p.name, p.phase, p.state, case when p.leader_id = $1 then 'leader' when p.sponsor_id = $1 then 'sponsor' else 'coLeader' end as role
              from programmes.programme p
             where p.leader_id = $1 or p.sponsor_id = $1
                or exists (select 1 from programmes.co_leader l where l.programme_id = p.id and l.member_id = $1) order by p.id`,
    },
    {
      name: 'cards',
      sql: `select kind, title, on_day as "on", done_at as "doneAt", refused_why as "refusedWhy" from programmes.card
             where owner_id = $1 or created_by = $1 order by id`,
    },
    {
      name: 'heard',
      sql: `select heard_on as "on", sort, source, text, tag from programmes.heard where written_by = $1 order by heard_on, id`,
    },
    {
      name: 'planning',
      sql: `select question, text, at from programmes.planning_answer where by_member_id = $1 order by at`,
    },
  ],
}
