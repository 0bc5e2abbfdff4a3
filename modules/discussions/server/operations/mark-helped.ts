import type { MemberContext } from '#platform/context.ts'
import { enforce } from '#platform/shared/refusal.ts'
import { canMarkHelped } from '../policy.ts'
import { deleteHelped, insertHelped } from '../queries/reactions.ts'
import { getTarget } from '../target.ts'
import type { TargetInput } from '../target.ts'

/** "This helped me": silent, no event, no notification; the author sees a number from five people on. Idempotent. */
export async function markHelped(ctx: MemberContext, input: TargetInput): Promise<void> {
  const { target, post, authorId, isDeleted } = await getTarget(ctx, input)
  enforce(canMarkHelped(ctx.actor, post, { authorId, isDeleted }))
  await insertHelped(ctx.tx, target, ctx.actor.memberId)
}

/** Takes it back. Idempotent. */
export async function unmarkHelped(ctx: MemberContext, input: TargetInput): Promise<void> {
  const { target } = await getTarget(ctx, input)
  await deleteHelped(ctx.tx, target, ctx.actor.memberId)
}
