import type { MemberCard } from '#modules/people/contract.ts'
import type { Context } from '#platform/context.ts'
import { isAway, listAway } from './server/queries/leaves.ts'

/** The only server door of practice for other modules. The caller has checked who may ask. */

/** Whether a manager has said that they are away on a day. */
export const isOnLeave = (
  ctx: Context,
  communityId: string,
  memberId: string,
  day: string,
): Promise<boolean> => isAway(ctx.tx, communityId, memberId, day, day)

/** Who is away on a day; `standIn` is whoever agreed to stand in, null without one. */
export interface Cover {
  away: MemberCard
  standIn: MemberCard | null
  from: string
  to: string
}
export const listCoveringManagers = (ctx: Context, communityId: string, day: string): Promise<Cover[]> =>
  listAway(ctx.tx, communityId, day)

/** The workbench hands down what only it knows: overrides of the clock, owners of questions, buddies. */
export { supplyWorkbenchFacts } from './server/workbench-facts.ts'
export type { WorkbenchFacts } from './server/workbench-facts.ts'
/** Only for the demo company. */
export { addDemoPractice, removeDemoPractice } from './server/operations/demo-practice.ts'
export type { DemoPractice } from './server/operations/demo-practice.ts'
