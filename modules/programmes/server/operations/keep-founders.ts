import type { MemberCard } from '#modules/people/contract.ts'
import { audit } from '#modules/people/public.ts'
import type { MemberContext } from '#platform/context.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { deleteFounder, insertFounder, isActiveEmployee, listFounders } from '../queries/people.ts'

/** Who may begin programmes beyond managers and administrators. */
export const readFounders = async (
  ctx: MemberContext,
): Promise<{ items: { member: MemberCard; namedAt: string }[] }> => ({ items: await listFounders(ctx.tx) })

/** An administrator lets an employee begin programmes. Audited. */
export async function nameFounder(ctx: MemberContext, memberId: string): Promise<void> {
  if (!(await isActiveEmployee(ctx.tx, memberId))) throw new Refusal('notAnEmployee')
  await insertFounder(ctx.tx, memberId, ctx.actor.memberId, ctx.now)
  await audit(ctx, 'programmeFounderNamed', memberId)
}

/** They may no longer begin programmes; those that they lead go on. Audited. */
export async function removeFounder(ctx: MemberContext, memberId: string): Promise<void> {
  if ((await deleteFounder(ctx.tx, memberId)) > 0) await audit(ctx, 'programmeFounderRemoved', memberId)
}
