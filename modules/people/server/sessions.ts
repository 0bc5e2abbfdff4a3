import type { FastifyReply } from 'fastify'
import type { Context } from '#platform/context.ts'
import { sessionCookieName } from '#platform/http/app.ts'
import { newId } from '#platform/ids.ts'
import { endStreams } from '#platform/realtime/sessions.ts'
import { deleteSession, insertSession } from './queries/sessions.ts'
import { lifetimes, newToken } from './tokens.ts'

/** Opens a session and returns the secret for its cookie. A session that came along is ended: ids never survive a sign-in. */
export async function startSession(ctx: Context, memberId: string): Promise<string> {
  if (ctx.actor.kind === 'member') await deleteSession(ctx.tx, ctx.actor.memberId, ctx.actor.sessionId)
  const { token, hash } = newToken()
  await insertSession(ctx.tx, { id: newId(), hash, memberId, now: ctx.now, lifetime: lifetimes.session })
  return token
}

/** Ends what is open in browsers, on every node, once the caller's transaction commits. */
export const endOpenStreams = (
  ctx: Context,
  memberId: string,
  only: { sessionId?: string; exceptSessionId?: string } = {},
): Promise<void> => endStreams(ctx, { memberId, ...only })

const attributes = (publicUrl: string) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure: publicUrl.startsWith('https:') }) as const

export function giveCookie(reply: FastifyReply, publicUrl: string, token: string): void {
  void reply.setCookie(sessionCookieName(publicUrl), token, {
    ...attributes(publicUrl),
    maxAge: lifetimes.session / 1000,
  })
}

export function takeCookie(reply: FastifyReply, publicUrl: string): void {
  void reply.clearCookie(sessionCookieName(publicUrl), attributes(publicUrl))
}
