import { createCommunity, getCommunityFor } from '#modules/communities/public.ts'
import type { CommunityKind, CommunityRef } from '#modules/communities/contract.ts'
import type { MemberContext } from '#platform/context.ts'
import type { LocalText } from '#platform/shared/local-text.ts'
import { getToLead } from '../access.ts'
import { deleteLink, insertLink, updateProgramme } from '../queries/programmes.ts'

/**
 * A programme becomes a community: one that is founded now, with the leader as its first manager, or one that its
 * manager links. Several are possible.
 */
export async function linkCommunity(
  ctx: MemberContext,
  input: {
    programmeId: string
    communityId?: string | undefined
    found?:
      | { kind: CommunityKind; name: LocalText; purpose: LocalText; visibility: 'open' | 'closed' | 'secret' }
      | undefined
  },
): Promise<CommunityRef> {
  const programme = await getToLead(ctx, input.programmeId)
  const target = input.communityId
    ? input.communityId
    : (await createCommunity(ctx, { ...input.found!, charter: 'template' })).id
  const community = await getCommunityFor(ctx, target, 'manage')
  await insertLink(ctx.tx, programme.id, community.id, ctx.now, input.found !== undefined)
  const { id, slug, name, kind, visibility, accent, partnersAdmitted } = community
  return { id, slug, name, kind, visibility, accent, partnersAdmitted }
}

/** Unlinks a community; it goes on by itself, and no longer says where the problem stands. */
export async function unlinkCommunity(
  ctx: MemberContext,
  input: { programmeId: string; communityId: string },
): Promise<void> {
  const programme = await getToLead(ctx, input.programmeId)
  await deleteLink(ctx.tx, programme.id, input.communityId)
  if (programme.problemCommunityId === input.communityId)
    await updateProgramme(ctx.tx, programme.id, { problemCommunityId: null }, ctx.now)
}
