import type { Context } from '#platform/context.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { defaultPreferences } from '#modules/notifications/reasons.ts'
import { stopNewsletter } from '../bulk/kinds.ts'
import { findPreferences, setPreferences, stopCommunity } from '../queries/settings.ts'
import { openUnsubscribe } from '../secrets.ts'

/**
 * One click without signing in. The answer names neither the person nor the community, and is the same whether the
 * person is still in it, was removed, or has left the company (T15). Idempotent.
 */
export async function unsubscribe(
  ctx: Context,
  token: string,
): Promise<{ stopped: 'mail' | 'digest' | 'community' | 'newsletter' }> {
  const claim = await openUnsubscribe(ctx.tx, token)
  if (!claim) throw new Refusal('linkNotFound')
  const { memberId, stops } = claim
  if (typeof stops === 'object' && 'newsletterId' in stops) {
    await stopNewsletter(ctx.tx, stops.newsletterId, memberId, ctx.now)
    return { stopped: 'newsletter' }
  }
  if (typeof stops === 'object') {
    await stopCommunity(ctx.tx, memberId, stops.communityId)
    return { stopped: 'community' }
  }
  const preferences = (await findPreferences(ctx.tx, memberId)) ?? defaultPreferences
  await setPreferences(
    ctx.tx,
    memberId,
    stops === 'digest' ? { ...preferences, digest: 'never' } : { ...preferences, mail: false },
    ctx.now,
  )
  return { stopped: stops }
}
