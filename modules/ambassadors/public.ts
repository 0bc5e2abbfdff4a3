import type { Context } from '#platform/context.ts'
import { listOpenOf, listTrained } from './server/queries/doors.ts'
import type { AmbassadorProgramme } from './server/queries/doors.ts'
import { countOverBudget } from './server/queries/record.ts'

// The only server door of ambassadors for other modules. The caller has checked who may ask.

export type { AmbassadorProgramme } from './server/queries/doors.ts'
/** Open ambassador programmes of a change programme or a community, with M32 and coverage. */
export const listAmbassadorProgrammes = (
  ctx: Context,
  scope: { programmeId?: string; communityId?: string },
): Promise<AmbassadorProgramme[]> =>
  listOpenOf(ctx.tx, { changeId: scope.programmeId ?? null, communityId: scope.communityId ?? null }, ctx.now)
/** Serving ambassadors who know the tool and accept turns, the longest in their mandate first. */
export const listTrainedVolunteers = (
  ctx: Context,
  ambassadorProgrammeId: string,
): Promise<{ memberId: string; ambassadorId: string }[]> => listTrained(ctx.tx, ambassadorProgrammeId)
/** How many declared more hours than agreed, two whole months running; null under five people who declare. No names. */
export const listOverBudget = (ctx: Context, ambassadorProgrammeId: string): Promise<number | null> =>
  countOverBudget(ctx.tx, ambassadorProgrammeId, ctx.now.toISOString().slice(0, 10))
/** Written into the ambassador's own record, once per address. */
export { noteContribution } from './server/operations/keep-record.ts'
export type { NotedContribution } from './server/operations/keep-record.ts'
/** The programme if this person may see it, or lead it (404 `ambassadorProgrammeNotFound`, 403 `ambassadorLeadersOnly`). */
export { getProgramme as getAmbassadorProgramme } from './server/access.ts'
export type { ProgrammeAccess as AmbassadorProgrammeAccess } from './server/access.ts'
/** Cards of *This morning*. */
export { listAmbassadorCards } from './server/operations/doors.ts'
export type { AmbassadorCard } from './server/operations/doors.ts'
/** Only for the demo company. */
export { addDemoAmbassadors } from './server/operations/demo-ambassadors.ts'
export type { DemoAmbassador, DemoAmbassadorProgramme } from './server/operations/demo-ambassadors.ts'
