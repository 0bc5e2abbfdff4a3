import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { Context } from '#platform/context.ts'
import { RawJson } from '#platform/http/serve.ts'
import { Refusal } from '#platform/shared/refusal.ts'

const keyOf = (request: FastifyRequest): string | undefined => {
  const key = request.headers['idempotency-key']
  return typeof key === 'string' && /^[\w-]{8,100}$/.test(key) ? key : undefined
}

/**
 * Claims the request's Idempotency-Key in the caller's transaction. A parallel replay waits on the row until the
 * first has committed, then receives its answer; the same key with another body is refused.
 */
export async function claimIdempotencyKey(
  ctx: Context,
  request: FastifyRequest,
): Promise<{ answer: unknown } | undefined> {
  const key = keyOf(request)
  if (!key || ctx.actor.kind !== 'member') return undefined
  const hash = createHash('sha256')
    .update(`${request.method} ${request.url}\n${JSON.stringify(request.body ?? null)}`)
    .digest('base64url')
  const claimed = await ctx.tx.run(
    `insert into platform.idempotency (member_id, key, request_hash) values ($1, $2, $3) on conflict do nothing`,
    [ctx.actor.memberId, key, hash],
  )
  if (claimed === 1) return undefined
  const earlier = await ctx.tx.row<{ request_hash: string; body: string | null }>(
    `select request_hash, body from platform.idempotency where member_id = $1 and key = $2`,
    [ctx.actor.memberId, key],
  )
  if (!earlier || earlier.request_hash !== hash) throw new Refusal('idempotencyMismatch')
  return { answer: earlier.body === null ? undefined : JSON.parse(earlier.body) }
}

/** Remembers the answer for replays, in the same transaction as the effect. */
export async function storeIdempotentAnswer(
  ctx: Context,
  request: FastifyRequest,
  answer: unknown,
): Promise<void> {
  const key = keyOf(request)
  if (!key || ctx.actor.kind !== 'member') return
  const body = answer instanceof RawJson ? answer.text : answer === undefined ? null : JSON.stringify(answer)
  await ctx.tx.run(`update platform.idempotency set body = $3 where member_id = $1 and key = $2`, [
    ctx.actor.memberId,
    key,
    body,
  ])
}
