import type { Context } from '#platform/context.ts'
import {
  deleteDemoCommunities,
  insertDemoClosure,
  insertDemoMembers,
  setDemoProgress,
} from '#modules/communities/server/queries/demo.ts'
import type { DemoClosure, DemoMember } from '#modules/communities/server/queries/demo.ts'

/** Only for the demo company: members with their dates and inviters, charter accepted. */
export const addDemoMembers = (
  ctx: Context,
  communityId: string,
  members: readonly DemoMember[],
): Promise<void> => insertDemoMembers(ctx.tx, communityId, members)

/** Only for the demo company: the stage reached, and `unread` posts left unread. */
export const setDemoStage = (
  ctx: Context,
  communityId: string,
  stage: string,
  unread: number,
): Promise<void> => setDemoProgress(ctx.tx, communityId, stage, unread)

/** Only for the demo company: a closing that was announced some time ago. */
export const addDemoClosure = (ctx: Context, closure: DemoClosure): Promise<unknown> =>
  insertDemoClosure(ctx.tx, closure)

/** Removes the demo's communities with everything in them. @returns how many there were */
export const removeDemoCommunities = (ctx: Context): Promise<number> => deleteDemoCommunities(ctx.tx)
