import type { Context } from '#platform/context.ts'
import { dayOf } from './server/operations/plan-weeks.ts'
import { listNext } from './server/queries/told.ts'
import { mondayOf } from './server/schedule.ts'

// The only server door of turns for other modules.

export interface NextTurn {
  id: string
  accountId: string
  account: string
  /** A Monday. */
  week: string
}
/** Turns of somebody that run or are to come, the soonest first; the caller has checked who may ask. */
export const listNextTurns = (ctx: Context, memberId: string): Promise<NextTurn[]> =>
  listNext(ctx.tx, memberId, mondayOf(dayOf(ctx.now)))
/** Only for the demo company. */
export { addDemoAccount } from './server/operations/demo-account.ts'
export type { DemoAccount } from './server/operations/demo-account.ts'
