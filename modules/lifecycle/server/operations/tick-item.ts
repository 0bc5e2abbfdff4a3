import { getCommunityFor } from '#modules/communities/public.ts'
import type { CommunityStage } from '#modules/communities/contract.ts'
import type { Life } from '#modules/lifecycle/contract.ts'
import { checklists } from '#modules/lifecycle/words.ts'
import type { MemberContext } from '#platform/context.ts'
import { cleanText } from '#platform/shared/local-text.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { deleteTick, upsertTick } from '../queries/life.ts'
import { viewLife } from './read-life.ts'

/** A manager says that something is done that the data cannot know, or takes it back. */
export async function tickItem(
  ctx: MemberContext,
  input: {
    community: string
    item: string
    stage: CommunityStage
    done: boolean
    note?: string | null | undefined
  },
): Promise<Life> {
  const { id } = await getCommunityFor(ctx, input.community, 'manage')
  const known = checklists[input.stage].find(({ key }) => key === input.item)
  if (!known) throw new Refusal('unknownItem')
  if (known.isComputed) throw new Refusal('computedItem')
  if (input.done)
    await upsertTick(ctx.tx, {
      communityId: id,
      stage: input.stage,
      item: input.item,
      by: ctx.actor.memberId,
      at: ctx.now,
      note: cleanText(input.note),
    })
  else await deleteTick(ctx.tx, id, input.stage, input.item)
  return viewLife(ctx, id)
}
