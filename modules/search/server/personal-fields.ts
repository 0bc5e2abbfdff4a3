import type { Context } from '#platform/context.ts'
import type { PersonalField, PersonalValues } from '#platform/privacy/registry.ts'
import { listOwnMisses } from './queries/missed.ts'

/** What a search leaves behind when it finds nothing: a count of at least five people, and for a month a hash. */
export const personalFields: readonly PersonalField[] = [
  {
    entity: 'missedSearch',
    field: 'query',
    class: 'A5',
    seenBy: ['administrators', 'communityManagers'],
    purpose: 'privacy.missedSearch',
    retention: 'retention.missedSearch',
  },
]

/** The person's own searches without a result since the month began. */
export async function readPersonalValues(ctx: Context, memberId: string): Promise<PersonalValues> {
  return { 'missedSearch.query': await listOwnMisses(ctx.tx, memberId) }
}
