import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '#platform/context.ts'
import { sessionCookieName } from '#platform/http/app.ts'
import type { Services } from '#platform/services.ts'
import type { SessionState } from '#modules/people/contract.ts'
import { findSessionState } from '../queries/session-state.ts'
import { giveCookie } from '../sessions.ts'
import { lifetimes } from '../tokens.ts'

/** What the shell needs before anything else. Two statements, signed in or not. */
export async function readSession(
  ctx: Context,
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<SessionState> {
  const member = ctx.actor.kind === 'member' ? ctx.actor : undefined
  const state = await findSessionState(ctx.tx, {
    memberId: member?.memberId ?? null,
    sessionId: member?.sessionId ?? null,
    now: ctx.now,
    lifetime: lifetimes.session,
  })
  const { publicUrl } = services.config
  const token = request.cookies[sessionCookieName(publicUrl)]
  if (state.isRenewed && token) giveCookie(reply, publicUrl, token)
  return {
    member: state.member,
    language: member?.language ?? null,
    timezone: member ? state.timezone : null,
    isAdministrator: member?.isAdministrator ?? false,
    organisation: state.organisation,
    needsSetup: state.organisation === null,
    demo: { isLoaded: state.isDemoLoaded, isCast: state.isCast, cast: state.cast },
    isMailConfigured: services.mailer.isConfigured,
  }
}
