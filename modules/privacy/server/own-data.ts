import { columnsOf } from '#platform/privacy/own-data.ts'
import type { OwnData } from '#platform/privacy/own-data.ts'

/** Who asked for an exceptional reading, decided and ended it: kept, for those who were read can ask. */
export const ownData: OwnData = {
  columns: columnsOf('privacy', 'keep', 'reading.asked_by reading.decided_by reading.ended_by'),
  archive: [
    {
      name: 'exceptionalReadings',
      sql: `select purpose, reason, hours, asked_at as "askedAt", decided_at as "decidedAt", ends_at as "endsAt"
              from privacy.reading where asked_by = $1 order by asked_at`,
    },
  ],
}
