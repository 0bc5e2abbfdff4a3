import type { Context } from '#platform/context.ts'
import type { PersonalField, PersonalValues } from '#platform/privacy/registry.ts'
import { listOwnPresence } from './queries.ts'
import { listMinutesOf } from './time-saved/queries.ts'

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
  ...['commentId', 'minutes'].map((field): PersonalField => ({
    entity: 'timeSaved',
    field,
    class: 'S',
    seenBy: ['self'],
    purpose: 'privacy.timeSaved',
    retention: 'retention.timeSaved',
  })),
]

/** The months in which a bit is set, `2026-11`, newest first. */
export async function readPersonalValues(ctx: Context, memberId: string): Promise<PersonalValues> {
  const minutes = await listMinutesOf(ctx.tx, memberId)
  return {
    'presence.month': await listOwnPresence(ctx.tx, memberId),
    'timeSaved.commentId': minutes.length > 0 ? [String(minutes.length)] : [],
    'timeSaved.minutes': minutes.map(String),
  }
}
