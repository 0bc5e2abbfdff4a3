import type { ReactionKind } from '#modules/discussions/contract.ts'
import { reactionChanged } from '#modules/discussions/events.ts'
import type { Context } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { enforce } from '#platform/shared/refusal.ts'
import { canReact } from '../policy.ts'
import { updateCards, updateCommentCard } from '../queries/cards.ts'
import { deleteReaction, insertReaction } from '../queries/reactions.ts'
import { authorOf } from '../shared.ts'
import { getTarget } from '../target.ts'
import type { TargetInput } from '../target.ts'

/** Reacts to a post or a comment, once per kind. Idempotent. The system names the member. */
export async function react(
  ctx: Context,
  input: TargetInput & { kind: ReactionKind; memberId?: string },
): Promise<void> {
  await change(ctx, input, insertReaction)
}

/** Takes a reaction back. Idempotent. */
export async function unreact(
  ctx: Context,
  input: TargetInput & { kind: ReactionKind; memberId?: string },
): Promise<void> {
  await change(ctx, input, deleteReaction)
}

async function change(
  ctx: Context,
  input: TargetInput & { kind: ReactionKind; memberId?: string },
  write: typeof insertReaction,
): Promise<void> {
  const memberId = authorOf(ctx, input.memberId)
  const { target, post, isDeleted } = await getTarget(ctx, input)
  enforce(isDeleted ? 'postDeleted' : canReact(ctx.actor, post))
  if (!(await write(ctx.tx, target, memberId, input.kind, ctx.now))) return
  if (target.commentId) await updateCommentCard(ctx.tx, target.commentId)
  else await updateCards(ctx.tx, [post.id])
  await emit(ctx, reactionChanged(post.communityId, target))
}
