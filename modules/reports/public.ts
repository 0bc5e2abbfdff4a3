import type { Context } from '#platform/context.ts'
import { listOf } from './server/queries/reports.ts'
import type { ReportListed } from './server/queries/reports.ts'

// The only server door of reports for other modules.

export type { ReportListed } from './server/queries/reports.ts'
/** Reports of a community, newest first. Says nothing about rights: drafts are for managers only. */
export const listReports = (ctx: Context, communityId: string): Promise<ReportListed[]> =>
  listOf(ctx.tx, communityId)

/** Only for the demo company. */
export { addDemoReports } from './server/operations/demo-reports.ts'
export type { DemoVoice } from './server/operations/demo-reports.ts'
