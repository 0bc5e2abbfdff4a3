import type { Context } from '#platform/context.ts'
import { fieldsOf } from '#platform/privacy/registry.ts'
import type { PersonalField, PersonalScreen, PersonalValues } from '#platform/privacy/registry.ts'

/** Signatures and reviews of a voluntary role; whatever else a radar says is about a programme. */
export const personalFields: readonly PersonalField[] = [
  ...fieldsOf(
    'radarBudget',
    'id kind member amount words startsOn endsOn signedBy signedOn maySign',
    { class: 'V', seenBy: ['communityManagers', 'self'], purpose: 'privacy.budget' },
    'programme',
  ),
  ...fieldsOf(
    'radarReview',
    'id peer askedOn verdict word reviewedOn isMine',
    { class: 'V', seenBy: ['communityManagers', 'self'], purpose: 'privacy.review' },
    'programme',
  ),
]

const count = (n: number): string[] => (n > 0 ? [String(n)] : [])

/** One person's values of those fields. */
export async function readPersonalValues(ctx: Context, memberId: string): Promise<PersonalValues> {
  const own = (await ctx.tx.row<Record<'budgets' | 'reviews', number>>(
    `select (select count(*)::int from radar.budget where $1 in (member_id, signed_by)) as budgets,
            (select count(*)::int from radar.canvas_review where peer_id = $1) as reviews`,
    [memberId],
  ))!
  return { 'radarBudget.amount': count(own.budgets), 'radarReview.verdict': count(own.reviews) }
}

/** The sponsor's public acts are counted for who leads the change. */
export const personalScreens: readonly PersonalScreen[] = [
  {
    screen: 'radar',
    purpose: 'watchChange',
    seenBy: ['communityManagers'],
    fields: ['publicActs', 'promises'],
  },
]
