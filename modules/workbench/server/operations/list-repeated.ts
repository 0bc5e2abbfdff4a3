import { getCommunityFor } from '#modules/communities/public.ts'
import type { MemberContext } from '#platform/context.ts'
import type { Repeated } from '#modules/workbench/contract.ts'
import { listAlike } from '../queries/repeated.ts'
import { listCardDecisions } from '../queries/morning.ts'
import { groupAlike } from '../repeated.ts'

/** Questions that come back and have no page yet; a group that somebody put away stays away. At most five. */
export async function listRepeatedQuestions(
  ctx: MemberContext,
  communityKey: string,
): Promise<{ items: Repeated[] }> {
  const { id } = await getCommunityFor(ctx, communityKey, 'manage')
  const rows = await listAlike(ctx.tx, id, ctx.now)
  const away = new Set((await listCardDecisions(ctx.tx, id)).map(({ card }) => card))
  const items = groupAlike(rows)
    .filter(({ all }) => !all.some((one) => away.has(`repeated:${one.id}`)))
    .slice(0, 5)
    .map(({ best, all }) => ({
      bestId: best.id,
      questions: all.map(({ id: postId, title, language, createdAt }) => ({
        id: postId,
        title,
        language,
        createdAt: createdAt.toISOString(),
      })),
      credited: [
        ...new Map(all.flatMap((one) => one.credited).map((card) => [card.id, card])).values(),
      ].slice(0, 6),
    }))
  return { items }
}
