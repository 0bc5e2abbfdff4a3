import { columnsOf } from '#platform/privacy/own-data.ts'
import type { OwnData } from '#platform/privacy/own-data.ts'

/** A ticket goes with its person. Their answer cannot: nobody can tell which one it is. */
export const ownData: OwnData = {
  columns: [
    ...columnsOf('pulse', 'delete', 'pulse_ticket.member_id'),
    ...columnsOf('pulse', 'clear', 'wave.created_by said.published_by'),
  ],
  archive: [
    {
      name: 'pulseTickets',
      sql: `select w.opened_at as "openedAt", w.closes_at as "closesAt", t.cell_label as "label", t.answered
              from pulse.pulse_ticket t join pulse.wave w on w.id = t.wave_id where t.member_id = $1 order by w.opened_at`,
    },
  ],
}
