import { columnsOf } from '#platform/privacy/own-data.ts'
import type { OwnData } from '#platform/privacy/own-data.ts'

/** Offers, trainings and pauses go with the person; weeks that were held stay in the log, of a former member. */
export const ownData: OwnData = {
  columns: [
    ...columnsOf(
      'turns',
      'delete',
      'volunteer.member_id training.member_id pause.member_id reminder.member_id',
    ),
    ...columnsOf('turns', 'clear', 'training.trainer_id account.created_by account.closed_by'),
    ...columnsOf(
      'turns',
      'keep',
      'account.owner_id turn.member_id swap.asked_by swap.to_member_id look.to_member_id',
    ),
  ],
  archive: [
    {
      name: 'accountTurns',
      sql: `select a.name, t.week, t.state, t.links, t.word, t.ended_at as "endedAt" from turns.turn t
              join turns.account a on a.id = t.account_id where t.member_id = $1 order by t.week`,
    },
    {
      name: 'accountTrainings',
      sql: `select a.name, r.on_day as "on" from turns.training r join turns.account a on a.id = r.account_id
             where r.member_id = $1 order by r.on_day`,
    },
    {
      name: 'accountVolunteering',
      sql: `select a.name, v.since from turns.volunteer v join turns.account a on a.id = v.account_id
             where v.member_id = $1 order by v.since`,
    },
    {
      name: 'turnPauses',
      sql: `select from_day as "from", to_day as "to" from turns.pause where member_id = $1 order by from_day`,
    },
    {
      name: 'secondLooks',
      sql: `select l.text, l.asked_at as "askedAt" from turns.look l join turns.turn t on t.id = l.turn_id
             where t.member_id = $1 order by l.asked_at`,
    },
    {
      name: 'secondLooksGiven',
      sql: `select answer, answered_at as "answeredAt" from turns.look where to_member_id = $1 and answer is not null order by answered_at`,
    },
  ],
}
