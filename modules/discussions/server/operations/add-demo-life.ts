import type { Context } from '#platform/context.ts'
import { insertDemoHelped, insertDemoReactions, setHistoryAsOwn } from '../queries/demo.ts'
import type { DemoReaction } from '../queries/demo.ts'

/**
 * Turns history written with the `insertImported…` doors into the demo community's own life, with the reactions and
 * silent thanks of its people. Finish with `refreshPostCards`.
 */
export async function addDemoLife(
  ctx: Context,
  life: {
    communityId: string
    pinnedIds: readonly string[]
    reactions: readonly DemoReaction[]
    helped: readonly { postId: string; commentId: string | null; memberId: string }[]
  },
): Promise<void> {
  await setHistoryAsOwn(ctx.tx, life.communityId, life.pinnedIds, ctx.now)
  await insertDemoReactions(ctx.tx, life.reactions)
  await insertDemoHelped(ctx.tx, life.helped)
}
