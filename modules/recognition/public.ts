import type { Context } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { insertAct } from './server/queries/people.ts'

// The only server door of recognition for other modules.

/** People whom a manager might thank; the caller has checked `manage` and writes the access log. */
export { listPeopleToThank } from './server/operations/read-thanks.ts'
export type { PersonToThank } from './shapes.ts'
/** A member thanks another; refuses as the route does. */
export { thank } from './server/operations/thank.ts'
export type { ThankInput } from './server/operations/thank.ts'
/** Quiet work that only a module above knows of: somebody became a buddy, or welcomed. Worth a word for 90 days. */
export const noteQuietWork = async (
  ctx: Context,
  communityId: string,
  memberId: string,
  kind: 'welcome' | 'buddy',
): Promise<void> => {
  await insertAct(ctx.tx, { id: newId(ctx.now.getTime()), communityId, memberId, kind, at: ctx.now })
}
/** Only for the demo company. */
export { addDemoThanks } from './server/operations/demo-thanks.ts'
export type { DemoThanks } from './server/operations/demo-thanks.ts'
