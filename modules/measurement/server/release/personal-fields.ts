import type { Context } from '#platform/context.ts'
import { fieldsOf } from '#platform/privacy/registry.ts'
import type { PersonalField, PersonalValues } from '#platform/privacy/registry.ts'

/** Own ties are shown to the person alone; the cohorts and the audit's memory to nobody. */
export const releaseFields: readonly PersonalField[] = [
  ...fieldsOf(
    'ownTies',
    'from to people twoWay spread constraint bridges ties',
    { class: 'S', seenBy: ['self'], purpose: 'privacy.ownTies' },
    'notKept',
  ),
  ...fieldsOf(
    'ownTie',
    'member isTwoWay threads isSameEntity communities',
    { class: 'S', seenBy: ['self'], purpose: 'privacy.ownTies' },
    'notKept',
  ),
  ...fieldsOf(
    'cohort',
    'cell',
    { class: 'A5', seenBy: ['self'], purpose: 'privacy.cohort' },
    'releaseMemory',
  ),
  ...fieldsOf(
    'releaseContributor',
    'release',
    { class: 'A5', seenBy: ['self'], purpose: 'privacy.releaseContributor' },
    'releaseMemory',
  ),
]

/** How often a person stands in each; what the rows say is closed to the application's own role. */
export async function readReleaseValues(ctx: Context, memberId: string): Promise<PersonalValues> {
  const row = await ctx.tx.row<{ cohorts: number; releases: number }>(
    `select (select count(*)::int from measurement.cohort_snapshot where member_id = $1) as cohorts,
            (select count(*)::int from measurement.release_contributor where member_id = $1) as releases`,
    [memberId],
  )
  const count = (n: number) => (n > 0 ? [String(n)] : [])
  return { 'cohort.cell': count(row!.cohorts), 'releaseContributor.release': count(row!.releases) }
}
