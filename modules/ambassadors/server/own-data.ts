import { columnsOf } from '#platform/privacy/own-data.ts'
import type { OwnData } from '#platform/privacy/own-data.ts'

/** A mandate is the person's own, with its record, its history and its attestations: all of it goes with them. */
export const ownData: OwnData = {
  columns: [
    ...columnsOf('ambassadors', 'delete', 'mandate.member_id'),
    ...columnsOf(
      'ambassadors',
      'clear',
      `programme.created_by charter.by_member_id mandate.nominated_by mandate.buddy_id step.by_member_id induction.done_by meeting.created_by talk.asked_by talk.held_by farewell.thanks_by`,
    ),
    ...columnsOf('ambassadors', 'keep', 'programme.leader_id'),
  ],
  archive: [
    {
      name: 'ambassadorMandates',
      sql: `select p.name as programme, a.state, a.since, a.mandate_end as "mandateEnd", a.reach_word as "reachWord"
              from ambassadors.mandate a join ambassadors.programme p on p.id = a.programme_id where a.member_id = $1 order by a.state_at`,
    },
    {
      name: 'ambassadorContributions',
      sql: `select c.on_day as day, c.kind, c.title, c.url, c.source, c.minutes from ambassadors.contribution c
              join ambassadors.mandate a on a.id = c.mandate_id where a.member_id = $1 and c.dropped_at is null order by c.on_day`,
    },
    {
      name: 'ambassadorCommitments',
      sql: `select c.hours, c.manager_address as "managerAddress", c.state, c.asked_at as "askedAt", c.answered_at as "answeredAt", c.word
              from ambassadors.commitment c join ambassadors.mandate a on a.id = c.mandate_id where a.member_id = $1 order by c.asked_at`,
    },
    {
      name: 'ambassadorTalks',
      sql: `select k.asked_at as "askedAt", k.held_on as "heldOn", case when k.note_shared_at is not null then k.note end as note, k.outcome
              from ambassadors.talk k join ambassadors.mandate a on a.id = k.mandate_id where a.member_id = $1 order by k.asked_at`,
    },
    {
      name: 'ambassadorAttestations',
      sql: `select t.text, t.created_at as "createdAt", t.sent_to_hr_by_member_at as "sentAt" from ambassadors.attestation t
              join ambassadors.mandate a on a.id = t.mandate_id where a.member_id = $1 order by t.created_at`,
    },
  ],
}
