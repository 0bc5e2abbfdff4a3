import { findVisibleCommunity, getCommunityFor } from '#modules/communities/public.ts'
import type { Context, MemberContext } from '#platform/context.ts'
import type { LocalText } from '#platform/shared/local-text.ts'
import { enforce, Refusal } from '#platform/shared/refusal.ts'
import { findProgrammeScope, getProgrammeScope } from './programme.ts'
import { findTicket } from './queries/tickets.ts'
import { findWave, findWaveToChange } from './queries/waves.ts'
import type { ScopeIds, WaveRow } from './queries/waves.ts'

/** A place where waves are asked, as one person may use it. */
export interface PulseScope extends ScopeIds {
  slug: string | null
  name: LocalText
  /** Manages the community, or leads the programme. */
  mayManage: boolean
  /** Takes part: a member of the community. Of a programme the ticket decides. */
  takesPart: boolean
}

const ofCommunity = (community: {
  id: string
  slug: string
  name: LocalText
  isMember: boolean
  can: { manage: boolean }
}): PulseScope => ({
  communityId: community.id,
  programmeId: null,
  slug: community.slug,
  name: community.name,
  mayManage: community.can.manage,
  takesPart: community.isMember,
})

/** Refuses 404 for whoever may not see the community, 403 for whoever may not do this. */
export const getCommunityScope = async (
  ctx: Context,
  idOrSlug: string,
  ability: 'read' | 'manage',
): Promise<PulseScope> => ofCommunity(await getCommunityFor(ctx, idOrSlug, ability))

export { getProgrammeScope } from './programme.ts'

/** A wave for its readers: those of its community, those of its programme, and whoever was asked. */
export async function getWaveFor(
  ctx: MemberContext,
  waveId: string,
): Promise<{ wave: WaveRow; scope: PulseScope }> {
  const wave = await findWave(ctx.tx, waveId)
  const scope = wave && (await scopeOf(ctx, wave))
  if (!wave || !scope) throw new Refusal('waveNotFound')
  // What is being prepared exists for those who prepare it.
  if (wave.state === 'draft' && !scope.mayManage) throw new Refusal('waveNotFound')
  return { wave, scope }
}

async function scopeOf(ctx: MemberContext, wave: WaveRow): Promise<PulseScope | undefined> {
  if (wave.communityId) {
    const community = await findVisibleCommunity(ctx, wave.communityId)
    return community?.can.read ? ofCommunity(community) : undefined
  }
  const isAsked = (await findTicket(ctx.tx, wave.id, ctx.actor.memberId)) !== undefined
  return await findProgrammeScope(ctx, wave.programmeId!, isAsked)
}

/** A wave for whoever prepares it; held until the end of the transaction with `toChange`. */
export async function getWaveToManage(
  ctx: MemberContext,
  waveId: string,
  options: { toChange?: boolean } = {},
): Promise<{ wave: WaveRow; scope: PulseScope }> {
  const wave = await (options.toChange ? findWaveToChange : findWave)(ctx.tx, waveId)
  if (!wave) throw new Refusal('waveNotFound')
  if (wave.communityId) {
    const community = await findVisibleCommunity(ctx, wave.communityId)
    if (!community?.can.read || (wave.state === 'draft' && !community.can.manage))
      throw new Refusal('waveNotFound')
    enforce(community.can.manage ? true : 'managersOnly')
    return { wave, scope: ofCommunity(community) }
  }
  return { wave, scope: await getProgrammeScope(ctx, wave.programmeId!, 'lead') }
}
