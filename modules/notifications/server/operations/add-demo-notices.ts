import type { Context } from '#platform/context.ts'
import { insertDemoChoices, insertDemoNotices } from '../queries/demo.ts'

/**
 * What the cast of the demo company finds under Notifications: three weeks of answers and replies to what they wrote,
 * the last days unread. Nothing leaves by mail. Removed with the people. Two statements.
 */
export async function addDemoNotices(ctx: Context): Promise<void> {
  await insertDemoNotices(ctx.tx, ctx.now)
  await insertDemoChoices(ctx.tx, ctx.now)
}
