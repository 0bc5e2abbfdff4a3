import { ambassadorProposed, ambassadorReady } from '#modules/ambassadors/events.ts'
import type { MemberContext } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { newId } from '#platform/ids.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { getProgramme } from '../access.ts'
import { insertMandate, insertStep } from '../queries/mandates.ts'
import { isActiveEmployee } from '../queries/programmes.ts'

/**
 * Proposes oneself, or a colleague, who then says yes first; who leads may propose and invite. Emits ambassadorProposed
 * or ambassadorReady. Refusals: `memberNotAvailable`, `alreadyInProgramme`, `ambassadorProgrammeClosed`.
 */
export async function nominate(
  ctx: MemberContext,
  input: { ambassadorProgrammeId: string; memberId?: string | undefined; word?: string | undefined },
): Promise<{ mandateId: string }> {
  const programme = await getProgramme(ctx, input.ambassadorProgrammeId, 'read')
  if (programme.closedAt) throw new Refusal('ambassadorProgrammeClosed')
  const me = ctx.actor.memberId
  const memberId = input.memberId ?? me
  if (!(await isActiveEmployee(ctx.tx, memberId))) throw new Refusal('memberNotAvailable')
  const as = memberId === me ? 'self' : programme.mayLead ? 'manager' : 'peer'
  const id = newId(ctx.now.getTime())
  const made = await insertMandate(ctx.tx, {
    id,
    programmeId: programme.id,
    memberId,
    by: me,
    as,
    word: input.word?.trim() || null,
    consentedAt: as === 'self' ? ctx.now : null,
    now: ctx.now,
  })
  if (!made) throw new Refusal('alreadyInProgramme')
  await insertStep(ctx.tx, {
    id: newId(ctx.now.getTime()),
    mandateId: made.id,
    from: null,
    to: 'nominated',
    by: me,
    now: ctx.now,
  })
  const about = { programmeId: programme.id, mandateId: made.id }
  if (as === 'peer') await emit(ctx, ambassadorProposed(programme.communityId, { ...about, memberId }))
  if (as === 'self' && programme.leaderId !== me)
    await emit(ctx, ambassadorReady(programme.communityId, { ...about, memberId: programme.leaderId }))
  return { mandateId: made.id }
}
