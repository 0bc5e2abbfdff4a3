import { columnsOf } from '#platform/privacy/own-data.ts'
import type { OwnData } from '#platform/privacy/own-data.ts'

/** Turns that a person was asked for or took; calendars that they kept. */
export const ownData: OwnData = {
  columns: [
    ...columnsOf('editorial', 'delete', 'volunteer.member_id turn.member_id'),
    ...columnsOf('editorial', 'clear', 'turn.asked_by turn.swap_from slot.speaker_id'),
    ...columnsOf(
      'editorial',
      'keep',
      'site_calendar.changed_by format.changed_by slot.created_by relaunch.changed_by',
    ),
  ],
  archive: [
    {
      name: 'turns',
      sql: `select s.on_day as "on", s.title, t.asked_at as "askedAt", t.note, t.answer, t.answered_at as "answeredAt"
              from editorial.turn t join editorial.slot s on s.id = t.slot_id where t.member_id = $1 order by t.asked_at`,
    },
    {
      name: 'volunteering',
      sql: `select c.name, v.subject, v.since from editorial.volunteer v join communities.community c on c.id = v.community_id
             where v.member_id = $1 order by v.since`,
    },
    {
      name: 'slots',
      sql: `select on_day as "on", title, note, state from editorial.slot where created_by = $1 order by on_day`,
    },
  ],
}
