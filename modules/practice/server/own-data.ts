import { columnsOf } from '#platform/privacy/own-data.ts'
import type { OwnData } from '#platform/privacy/own-data.ts'

/** A manager's own sheet, leaves, words in circles, and what they published to other managers. */
export const ownData: OwnData = {
  columns: [
    ...columnsOf(
      'practice',
      'delete',
      'budget.member_id declared_week.member_id held_back.member_id sheet_share.member_id sheet_share.reader_id leave.member_id circle_member.member_id circle_entry.author_id circle_reply.author_id',
    ),
    ...columnsOf('practice', 'clear', 'leave.stand_in_id template.author_id'),
    ...columnsOf(
      'practice',
      'keep',
      'circle.created_by circle_meeting.by_member_id template_copy.by_member_id',
    ),
  ],
  archive: [
    {
      name: 'hours',
      sql: `select c.name, w.week, w.minutes, w.note from practice.declared_week w join communities.community c on c.id = w.community_id
             where w.member_id = $1 order by w.week`,
    },
    {
      name: 'heldBack',
      sql: `select c.name, h.on_day as "on", h.text from practice.held_back h join communities.community c on c.id = h.community_id
             where h.member_id = $1 order by h.on_day`,
    },
    {
      name: 'leaves',
      sql: `select c.name, l.from_day as "from", l.to_day as "to", h.word as text from practice.leave l
              join communities.community c on c.id = l.community_id left join practice.handover h on h.leave_id = l.id
             where l.member_id = $1 order by l.from_day`,
    },
    {
      name: 'circleWords',
      sql: `select text, at from practice.circle_entry where author_id = $1
            union all select text, at from practice.circle_reply where author_id = $1 order by at`,
    },
    {
      name: 'templates',
      sql: `select v.title, v.body as text, v.version, v.at from practice.template t join practice.template_version v on v.template_id = t.id
             where t.author_id = $1 order by v.at`,
    },
  ],
}
