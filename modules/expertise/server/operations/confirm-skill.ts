import type { MemberContext } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { newId } from '#platform/ids.ts'
import { cleanText } from '#platform/shared/local-text.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import type { Expertise } from '#modules/expertise/contract.ts'
import { skillConfirmed } from '#modules/expertise/events.ts'
import {
  deleteConfirmation,
  findSeenExpertise,
  setConfirmation,
  setConfirmationHidden,
} from '../queries/profile.ts'
import { dayOf, viewerOf } from '../shared.ts'
import { readExpertise } from './read-expertise.ts'

/**
 * A colleague confirms a declared subject and says on what occasion they saw it. Said again, the words change. Both
 * must be in each other's sight. Emits skillConfirmed the first time.
 */
export async function confirmSkill(
  ctx: MemberContext,
  input: { memberId: string; skill: string; occasion: string },
): Promise<Expertise> {
  const seen = await findSeenExpertise(ctx.tx, viewerOf(ctx), input.memberId, dayOf(ctx.now))
  if (!seen || seen.isFormer || !seen.seesViewer) throw new Refusal('notFound')
  if (input.memberId === ctx.actor.memberId) throw new Refusal('notOneself')
  const occasion = cleanText(input.occasion)
  if (!occasion) throw new Refusal('occasionMissing')
  const set = await setConfirmation(ctx.tx, {
    id: newId(ctx.now.getTime()),
    memberId: input.memberId,
    skill: input.skill,
    byMemberId: ctx.actor.memberId,
    occasion,
    at: ctx.now,
  })
  if (!set) throw new Refusal('skillNotDeclared')
  if (set.isNew) await emit(ctx, skillConfirmed(null, { memberId: input.memberId, confirmationId: set.id }))
  return readExpertise(ctx, input.memberId)
}

/** Whoever gave a confirmation takes it back. */
export async function withdrawConfirmation(ctx: MemberContext, id: string): Promise<void> {
  if ((await deleteConfirmation(ctx.tx, id, ctx.actor.memberId)) === 0)
    throw new Refusal('confirmationNotFound')
}

/** Whoever received a confirmation hides it, or shows it again. */
export async function hideConfirmation(ctx: MemberContext, id: string, isHidden: boolean): Promise<void> {
  const hiddenAt = isHidden ? ctx.now : null
  if ((await setConfirmationHidden(ctx.tx, { id, memberId: ctx.actor.memberId, hiddenAt })) === 0)
    throw new Refusal('confirmationNotFound')
}
