import type { contract } from '#modules/privacy/contract.ts'
import type { MemberContext } from '#platform/context.ts'
import { pageOf, readCursor } from '#platform/db/keyset.ts'
import type { QueryOf, ResponseOf } from '#platform/shared/contract.ts'
import { listReadings } from '../queries/readings.ts'
import { viewReading } from './exceptional-reading.ts'

type List = (typeof contract)['GET /api/v1/admin/readings']

/** Every request and what became of it, newest first, for all administrators. */
export async function readReadings(ctx: MemberContext, query: QueryOf<List>): Promise<ResponseOf<List>> {
  const limit = query.limit ?? 20
  const [at, id] = readCursor(query.cursor, 'string', 'string') as [string | null, string | null]
  const rows = await listReadings(ctx.tx, ctx.now, { at, id }, limit)
  return pageOf(
    rows,
    limit,
    (row) => [row.askedExactly, row.id],
    (row) => viewReading(ctx, row),
  )
}
