import type { Debate } from '#modules/debates/contract.ts'
import { debateChanged } from '#modules/debates/events.ts'
import { emit } from '#platform/events/events.ts'
import { systemActor } from '#platform/context.ts'
import type { Context, MemberContext } from '#platform/context.ts'
import { getDebate } from '../access.ts'
import type { DebateAccess } from '../access.ts'
import { canDecide, missingToOpen } from '../policy.ts'
import type { Viewer } from '../queries/arguments.ts'
import { findWhole } from '../queries/debates.ts'

/** What is written in a debate is told as the product's word: the event keeps neither who nor which text. */
export const asNobody = (ctx: Context): Context => ({ ...ctx, actor: systemActor('debates') })

/** Tells open browsers that something changed. */
export const tellChange = (ctx: Context, { debate }: Pick<DebateAccess, 'debate'>): Promise<void> =>
  emit(asNobody(ctx), debateChanged(debate.communityId, { debateId: debate.id }))

export const viewerOf = (ctx: MemberContext, { debate, community }: DebateAccess): Viewer => ({
  id: ctx.actor.memberId,
  isOpen: debate.state === 'open' && community.can.participate,
  moderates: community.can.moderate,
})
export const hasEnded = ({ debate }: Pick<DebateAccess, 'debate'>): boolean =>
  debate.state !== 'prepared' && debate.state !== 'open'

/** A debate with what its reader may do: three statements beside the session. */
export async function viewDebate(ctx: MemberContext, debateId: string): Promise<Debate> {
  const access = await getDebate(ctx, debateId)
  const { debate, community } = access
  const me = ctx.actor.memberId
  const whole = await findWhole(ctx.tx, me, ctx.now, community.can.moderate, debate.id)
  return {
    ...whole,
    can: {
      participate: debate.state === 'open' && community.can.participate,
      why: debate.state === 'open' ? community.participationRefusal : 'notThisDebateState',
      manage: community.can.manage,
      moderate: community.can.moderate,
      review: debate.state === 'prepared' && debate.reviews.some(({ reviewerId }) => reviewerId === me),
      decide: canDecide(me, { ...debate, isManager: community.can.manage }),
      missing: debate.state === 'prepared' && community.can.manage ? missingToOpen(debate, ctx.now) : [],
    },
  }
}
