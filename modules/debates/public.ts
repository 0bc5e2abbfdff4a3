import type { DebateCard } from '#modules/debates/contract.ts'
import type { Context } from '#platform/context.ts'
import { listOpen } from './server/queries/doors.ts'

// The only server door of debates for other modules.

/** Debates of a community that are open now, the first to close first; at most twenty. The caller has checked who reads. */
export const listOpenDebates = (ctx: Context, communityId: string): Promise<DebateCard[]> =>
  listOpen(ctx.tx, communityId, ctx.now)
/** Only for the demo company. */
export { removeDemoFiles as removeDemoDebateFiles } from './server/operations/file-video.ts'
export { addDemoDebates } from './server/operations/demo-debates.ts'
export type { DemoArgument, DemoDebate } from './server/operations/demo-debates.ts'
