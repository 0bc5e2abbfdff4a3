import type { MentionGroup } from '#modules/discussions/contract.ts'
import type { Context } from '#platform/context.ts'
import { enforce, Refusal } from '#platform/shared/refusal.ts'
import { canNameEveryone } from './policy.ts'
import { countGroups, insertGroupMentions } from './queries/groups.ts'
import { actorId } from './shared.ts'

/**
 * Notes the groups that a text names and returns those it did not name before. No statement where there is none.
 * Everyone is named by a manager who has read how many that is. Refusals: `managersNameEveryone`, `reachToConfirm`.
 */
export async function nameGroups(
  ctx: Context,
  place: { communityId: string; roles: readonly string[] },
  text: {
    postId: string
    commentId: string | null
    groups: readonly MentionGroup[]
    reachConfirmed?: boolean | undefined
  },
): Promise<MentionGroup[]> {
  if (text.groups.length === 0) return []
  const fresh = await insertGroupMentions(ctx.tx, text, text.groups)
  if (!fresh.includes('everyone')) return fresh
  enforce(canNameEveryone(ctx.actor, place.roles))
  if (!text.reachConfirmed && ctx.actor.kind === 'member') {
    const [everyone] = await countGroups(ctx.tx, place.communityId, ['everyone'], actorId(ctx)!)
    throw new Refusal('reachToConfirm', { people: everyone?.people ?? 0 })
  }
  return fresh
}
