import type { MemberContext } from '#platform/context.ts'
import { listOpenCases } from './server/queries/cases.ts'
import { viewerOf } from './server/viewer.ts'
import type { CaseCard } from './shapes.ts'

// The only server door of moderation for other modules.

/**
 * Cases of a community that wait for somebody who moderates, oldest first, without those about the viewer's own
 * texts nor those that only wait for their author or a mediator. The caller has checked `moderate` or `manage`, and
 * writes the access log.
 */
export const listOpenReports = async (ctx: MemberContext, communityId: string): Promise<CaseCard[]> =>
  (await listOpenCases(ctx.tx, communityId, viewerOf(ctx))).filter(
    ({ waiting }) => waiting !== 'author' && waiting !== 'mediator',
  )
/** A note between the actor and the author of a text that the actor reads. Emits noteWritten. */
export { writeToAuthor } from './server/operations/write-note.ts'
/** Only for the demo company. */
export { addDemoModeration } from './server/operations/demo-moderation.ts'
export type { DemoCase } from './server/operations/demo-moderation.ts'
