import type { MemberContext } from '#platform/context.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { deleteSession, deleteSessionsOfMember } from '../queries/sessions.ts'
import { endOpenStreams } from '../sessions.ts'

/** A member leaves this browser. */
export async function signOut(ctx: MemberContext): Promise<void> {
  await deleteSession(ctx.tx, ctx.actor.memberId, ctx.actor.sessionId)
  await endOpenStreams(ctx, ctx.actor.memberId, { sessionId: ctx.actor.sessionId })
}

/** A member leaves every browser, this one included. */
export async function signOutEverywhere(ctx: MemberContext): Promise<void> {
  await deleteSessionsOfMember(ctx.tx, ctx.actor.memberId)
  await endOpenStreams(ctx, ctx.actor.memberId)
}

/** A member ends one of their own sessions; somebody else's is not found. */
export async function endSession(ctx: MemberContext, sessionId: string): Promise<void> {
  if (!(await deleteSession(ctx.tx, ctx.actor.memberId, sessionId))) throw new Refusal('notFound')
  await endOpenStreams(ctx, ctx.actor.memberId, { sessionId })
}
