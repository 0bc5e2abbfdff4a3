import { columnsOf } from '#platform/privacy/own-data.ts'
import type { OwnData } from '#platform/privacy/own-data.ts'

/** Where imported accounts came from, and what was asked about one's own data. */
export const ownData: OwnData = {
  columns: columnsOf('interchange', 'delete', 'archive.member_id erasure.member_id'),
  archive: [],
}
