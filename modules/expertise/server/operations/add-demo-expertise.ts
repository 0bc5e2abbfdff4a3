import type { Context } from '#platform/context.ts'
import { insertDemoExpertise } from '../queries/demo.ts'
import type { DemoExpertise } from '../queries/demo.ts'

/** Only for the demo company: what its people know and were asked, at its own dates; nobody is told. */
export const addDemoExpertise = (ctx: Context, demo: DemoExpertise): Promise<void> =>
  insertDemoExpertise(ctx.tx, demo, ctx.now)
