import type { Context } from '#platform/context.ts'
import type { Organisation } from '#modules/people/contract.ts'
import { insertOrganisation } from '../queries/organisation.ts'

/** Creates the organisation without the set-up page (command line, demo, tests). False when there is one already. */
export const createOrganisation = (ctx: Context, organisation: Organisation): Promise<boolean> =>
  insertOrganisation(ctx.tx, organisation, ctx.now)
