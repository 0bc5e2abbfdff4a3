import type { Thanks } from '#modules/recognition/contract.ts'
import type { MemberContext } from '#platform/context.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { findThanks } from './queries/thanks.ts'

/** Thanks that the actor may see at this moment; absent and invisible are the same. */
export async function getThanks(ctx: MemberContext, thanksId: string): Promise<Thanks> {
  const { memberId, memberKind } = ctx.actor
  const thanks = await findThanks(ctx.tx, memberId, memberKind === 'employee', thanksId)
  if (!thanks) throw new Refusal('thanksNotFound')
  return thanks
}
