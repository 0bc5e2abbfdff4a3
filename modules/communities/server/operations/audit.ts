import type { Context } from '#platform/context.ts'
import { insertAudit } from '#modules/communities/server/queries/life-cycle.ts'

/** Writes who did what to which community; ids only. */
export const audit = async (
  ctx: Context,
  action: string,
  subject: string,
  details: Record<string, unknown> = {},
): Promise<void> => {
  const actorId = ctx.actor.kind === 'member' ? ctx.actor.memberId : null
  await insertAudit(ctx.tx, { at: ctx.now, actorId, actorKind: ctx.actor.kind, action, subject, details })
}
