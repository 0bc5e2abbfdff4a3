import type { Context } from '#platform/context.ts'
import { deleteDemoTraces, insertPresence } from '../queries.ts'

/** Only for the demo company: the bits its people would have left. `month` is its first day. */
export async function addDemoPresence(
  ctx: Context,
  communityId: string,
  bits: readonly { memberId: string; month: string }[],
): Promise<void> {
  for (const [month, entries] of Map.groupBy(bits, (bit) => bit.month))
    await insertPresence(
      ctx.tx,
      entries.map((bit) => bit.memberId),
      entries.map(() => communityId),
      month,
    )
}

/** Only for the demo company: forgets what its people left elsewhere: presence, minutes saved, roles held. */
export const removeDemoPresence = (ctx: Context): Promise<unknown> => deleteDemoTraces(ctx.tx)
