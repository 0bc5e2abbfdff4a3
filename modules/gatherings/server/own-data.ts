import { columnsOf } from '#platform/privacy/own-data.ts'
import type { OwnData } from '#platform/privacy/own-data.ts'

/** What a person attends, organises and was present at. */
export const ownData: OwnData = {
  columns: [
    ...columnsOf(
      'gatherings',
      'delete',
      'answer.member_id minutes_wish.member_id presence.member_id preference.member_id calendar_feed.member_id organiser.member_id',
    ),
    ...columnsOf('gatherings', 'clear', 'presence.by_member_id'),
    ...columnsOf(
      'gatherings',
      'keep',
      'setting.changed_by gathering.created_by cancellation.by_member_id minutes.by_member_id',
    ),
  ],
  archive: [
    {
      name: 'answers',
      sql: `select g.title, g.starts_at as "startsAt", a.attends, a.waits_for as "waitsFor", a.answered_at as "answeredAt",
                   (select pr.at from gatherings.presence pr where pr.gathering_id = g.id and pr.member_id = $1) as "presentAt"
              from gatherings.answer a join gatherings.gathering g on g.id = a.gathering_id
             where a.member_id = $1 order by g.starts_at`,
    },
    {
      name: 'gatherings',
      sql: `select title, description_md as text, starts_at as "startsAt" from gatherings.gathering where created_by = $1 order by starts_at`,
    },
  ],
}
