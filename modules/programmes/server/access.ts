import { getCommunityFor } from '#modules/communities/public.ts'
import type { Phase, ProgrammeState } from '#modules/programmes/contract.ts'
import type { Context, MemberContext } from '#platform/context.ts'
import type { LocalText } from '#platform/shared/local-text.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { findReadable, lockProgramme } from './queries/programmes.ts'

/** A programme as one person may use it. */
export interface ProgrammeAccess {
  id: string
  name: LocalText
  phase: Phase
  state: ProgrammeState
  visibility: 'company' | 'circle'
  /** The leader first, then the co-leaders. */
  leaderIds: string[]
  /** Asked or agreed. */
  sponsorId: string | null
  sponsorAgreed: boolean
  problemCommunityId: string | null
  communityIds: string[]
  isLeader: boolean
  /** The sponsor, once they said yes. */
  isSponsor: boolean
}

const nobody = '00000000-0000-0000-0000-000000000000'

/** Whoever asks, as the queries take it: `$1` and `$2` of every statement. The system sees what employees see. */
export const viewerOf = (ctx: Context): [string, boolean] => [
  ctx.actor.kind === 'member' ? ctx.actor.memberId : nobody,
  ctx.actor.kind === 'system' || (ctx.actor.kind === 'member' && ctx.actor.memberKind === 'employee'),
]

/** The calendar day at this moment. */
export const todayOf = (ctx: { now: Date }): string => ctx.now.toISOString().slice(0, 10)

/**
 * The programme if the actor may read or lead it. Refuses 404 `programmeNotFound` (absent and invisible are the same)
 * and 403 `programmeLeadersOnly`. The system may do both.
 */
export async function getProgrammeFor(
  ctx: Context,
  programmeId: string,
  ability: 'read' | 'lead',
): Promise<ProgrammeAccess> {
  const row = await findReadable(ctx.tx, viewerOf(ctx), programmeId, ctx.actor.kind === 'system')
  if (!row) throw new Refusal('programmeNotFound')
  const viewer = ctx.actor.kind === 'member' ? ctx.actor.memberId : null
  const leaderIds = [row.leaderId, ...row.coLeaderIds]
  const isLeader = viewer !== null && leaderIds.includes(viewer)
  if (ability === 'lead' && !isLeader && ctx.actor.kind !== 'system')
    throw new Refusal('programmeLeadersOnly')
  const { leaderId: _, coLeaderIds: __, ...facts } = row
  return {
    ...facts,
    leaderIds,
    isLeader,
    isSponsor: viewer !== null && row.sponsorId === viewer && row.sponsorAgreed,
  }
}

/** As `getProgrammeFor(…, 'lead')`, running, and held until the transaction ends: nobody else changes it meanwhile. */
export async function getToLead(ctx: MemberContext, programmeId: string): Promise<ProgrammeAccess> {
  const programme = await getProgrammeFor(ctx, programmeId, 'lead')
  await holdRunning(ctx, programme.id)
  return programme
}

/** Journal and board: leaders, and the sponsor who said yes. */
export async function getForCircle(ctx: MemberContext, programmeId: string): Promise<ProgrammeAccess> {
  const programme = await getProgrammeFor(ctx, programmeId, 'read')
  if (!programme.isLeader && !programme.isSponsor) throw new Refusal('programmeCircleOnly')
  return programme
}

/** Holds the programme and refuses `programmeClosed`. */
export async function holdRunning(ctx: Context, programmeId: string): Promise<void> {
  const state = await lockProgramme(ctx.tx, programmeId)
  if (state !== 'running') throw new Refusal('programmeClosed')
}

/** A community of the programme that the actor manages. */
export async function getOwnCommunity(ctx: MemberContext, programme: ProgrammeAccess, communityId: string) {
  if (!programme.communityIds.includes(communityId)) throw new Refusal('programmeLinkNotHere')
  return getCommunityFor(ctx, communityId, 'manage')
}
