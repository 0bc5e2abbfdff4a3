import type { Context } from '#platform/context.ts'
import { defineEvent, emit } from '#platform/events/events.ts'

/** Sessions ended: one session, or all of a member's except perhaps the one in use. */
export interface EndedSessions {
  memberId: string
  /** Absent = every session of the member. */
  sessionId?: string
  /** The session that goes on (password changed by its owner). */
  exceptSessionId?: string
}

export const sessionsEnded = defineEvent<EndedSessions>('sessionsEnded')

/** Channel of the immediate hint; the event is the truth that a node reads when it missed the hint. */
export const sessionsChannel = 'preau_sessions'

/**
 * Ends open streams of a member on every node once the caller's transaction commits. Called wherever sessions
 * are revoked or a member is deactivated. The NOTIFY is inside the transaction on purpose: it is rare, and it
 * does not wait for older transactions as ordered reading of events does.
 */
export async function endStreams(ctx: Context, ended: EndedSessions): Promise<void> {
  await emit(ctx, sessionsEnded(null, ended))
  await ctx.tx.run('select pg_notify($1, $2)', [sessionsChannel, JSON.stringify(ended)])
}
