import type { Context } from '#platform/context.ts'
import {
  deleteDemoPeople,
  insertDemoPartner,
  insertDemoPlaces,
  isDemoLoaded,
} from '../queries/demo-company.ts'
import type { DemoSite } from '../queries/demo-company.ts'
import { audit } from '../audit.ts'

export type { DemoSite } from '../queries/demo-company.ts'

/** Only for the demo company: where its people work. Ids by lower-case name. */
export async function addDemoPlaces(
  ctx: Context,
  places: {
    sites: readonly DemoSite[]
    entities: readonly { id: string; name: string }[]
    partner: { id: string; name: string }
  },
): Promise<{ sites: Map<string, string>; entities: Map<string, string> }> {
  await insertDemoPartner(ctx.tx, places.partner.id, places.partner.name)
  return insertDemoPlaces(ctx.tx, places.sites, places.entities)
}

/** Removes the demo's people, their places and their partner. */
export async function removeDemoPeople(ctx: Context): Promise<{ removed: number; kept: number }> {
  const result = await deleteDemoPeople(ctx.tx)
  await audit(ctx, 'demoRemoved', null, result)
  return result
}

/** Whether the demo company is here: its cast can sign in. */
export const hasDemoPeople = (ctx: Pick<Context, 'tx'>): Promise<boolean> => isDemoLoaded(ctx.tx)
