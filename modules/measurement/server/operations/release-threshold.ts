import type { Context, MemberContext } from '#platform/context.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { insertThreshold, readThreshold } from '../release/queries.ts'

export interface Threshold {
  k: number
  kStrict: number
  changedAt: string | null
}

/** The smallest group a figure may rest on, and the one for ties, flows and pulses. */
export async function getReleaseThreshold(ctx: Context): Promise<Threshold> {
  const { k, changedAt } = await readThreshold(ctx.tx)
  return { k, kStrict: Math.max(10, k), changedAt: changedAt?.toISOString() ?? null }
}

/** An administrator raises it for what is released from now on. Refuses thresholdOnlyRises; the same value is no act. */
export async function raiseReleaseThreshold(ctx: MemberContext, k: number): Promise<Threshold> {
  const now = await readThreshold(ctx.tx)
  if (k < now.k) throw new Refusal('thresholdOnlyRises', { k: now.k })
  if (k > now.k) await insertThreshold(ctx.tx, k, ctx.actor.memberId, ctx.now)
  return await getReleaseThreshold(ctx)
}
