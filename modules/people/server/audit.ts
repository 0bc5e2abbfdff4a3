import type { Context } from '#platform/context.ts'
import { insertAudit } from './queries/audit.ts'

/** Writes who did what to whom, in the same transaction as the effect. Ids only, never names, addresses or secrets. */
export const audit = (
  ctx: Context,
  action: string,
  subject: string | null,
  details: Record<string, unknown> = {},
): Promise<void> =>
  insertAudit(ctx.tx, {
    at: ctx.now,
    actorId: ctx.actor.kind === 'member' ? ctx.actor.memberId : null,
    actorKind: ctx.actor.kind === 'system' ? `system: ${ctx.actor.reason}` : ctx.actor.kind,
    action,
    subject,
    details,
  })
