import { getCommunityFor } from '#modules/communities/public.ts'
import type { CommunityAccess } from '#modules/communities/public.ts'
import type { Context } from '#platform/context.ts'
import { enforce } from '#platform/shared/refusal.ts'

/** Whether the reader may change what managers write; an archive is read only. */
export const mayManage = (community: Pick<CommunityAccess, 'can' | 'stage'>): boolean =>
  community.can.manage && community.stage !== 'archived'

/** The community for a manager who writes. Refusals: 404, 403 with the reason, `archived` among them. */
export async function getCommunityToManage(ctx: Context, idOrSlug: string): Promise<CommunityAccess> {
  const community = await getCommunityFor(ctx, idOrSlug, 'manage')
  enforce(community.stage === 'archived' ? 'archived' : true)
  return community
}
