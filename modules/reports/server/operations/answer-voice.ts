import type { Asked } from '#modules/reports/contract.ts'
import { voiceAnswered } from '#modules/reports/events.ts'
import type { MemberContext } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { listAsked, setAnswer } from '../queries/voices.ts'
import type { AskedRow } from '../queries/voices.ts'

const view = ({ slug, name, communityId: _community, askedById: _by, askedAt, ...row }: AskedRow): Asked => ({
  ...row,
  community: { slug, name },
  askedAt: askedAt.toISOString(),
})

/** What I am or was asked to agree to, newest first. */
export const readAsked = async (ctx: MemberContext): Promise<{ items: Asked[] }> => ({
  items: (await listAsked(ctx.tx, ctx.actor.memberId, null)).map(view),
})

/**
 * Agrees by name or without it, declines, or takes an agreement back: the words then leave the page, and every file
 * made from then on. Emits voiceAnswered. Refuses `voiceNotFound`.
 */
export async function answerVoice(
  ctx: MemberContext,
  input: { voiceId: string; answer: 'named' | 'anonymous' | 'no' },
): Promise<Asked> {
  const [asked] = await listAsked(ctx.tx, ctx.actor.memberId, input.voiceId)
  if (!asked) throw new Refusal('voiceNotFound')
  const agrees = input.answer !== 'no'
  const state = agrees ? 'yes' : ['yes', 'withdrawn'].includes(asked.state) ? 'withdrawn' : 'no'
  const shownAs = input.answer === 'no' ? null : input.answer
  if (state !== asked.state || shownAs !== asked.shownAs) {
    await setAnswer(ctx.tx, ctx.actor.memberId, input.voiceId, { state, shownAs, at: ctx.now })
    if (asked.askedById && state !== asked.state)
      await emit(ctx, voiceAnswered(asked.communityId, { memberId: asked.askedById, voiceId: input.voiceId }))
  }
  return view((await listAsked(ctx.tx, ctx.actor.memberId, input.voiceId))[0]!)
}
