import type { Context } from '#platform/context.ts'
import type { PersonalField, PersonalValues } from '#platform/privacy/registry.ts'
import { listOwnPresence } from './queries.ts'

/** The one thing kept about reading: a bit per community and month, which only ever leaves as a share of a circle. */
export const personalFields: readonly PersonalField[] = [
  {
    entity: 'presence',
    field: 'month',
    class: 'A5',
    seenBy: ['self'],
    purpose: 'privacy.presence',
    retention: 'retention.presence',
  },
]

/** The months in which a bit is set, `2026-11`, newest first. */
export async function readPersonalValues(ctx: Context, memberId: string): Promise<PersonalValues> {
  return { 'presence.month': await listOwnPresence(ctx.tx, memberId) }
}
