import { findVisibleCommunity } from '#modules/communities/public.ts'
import { getProgrammeFor } from '#modules/programmes/public.ts'
import type { ProgrammeAccess as ChangeAccess } from '#modules/programmes/public.ts'
import type { MemberContext } from '#platform/context.ts'
import { enforce, Refusal } from '#platform/shared/refusal.ts'
import { findMandate } from './queries/mandates.ts'
import type { MandateRow } from './queries/mandates.ts'
import { findProgramme } from './queries/programmes.ts'
import type { ProgrammeFacts, Viewer } from './queries/programmes.ts'

/** The calendar day at this moment. */
export const todayOf = (ctx: { now: Date }): string => ctx.now.toISOString().slice(0, 10)
export const viewerOf = (ctx: MemberContext): Viewer => ({
  memberId: ctx.actor.memberId,
  isEmployee: ctx.actor.memberKind === 'employee',
})

export interface ProgrammeAccess extends ProgrammeFacts {
  /** The leader, whoever manages its community, or whoever leads its change programme. */
  mayLead: boolean
  /** Sponsors read the report. */
  maySponsor: boolean
}

/** What the reader may do under the community and the change programme; undefined where they see neither. */
export async function rightsOver(
  ctx: MemberContext,
  scope: { communityId: string | null; changeId: string | null },
): Promise<{ manages: boolean; sponsors: boolean } | undefined> {
  const community = scope.communityId ? await findVisibleCommunity(ctx, scope.communityId) : undefined
  if (scope.communityId && !community) return undefined
  const change = scope.changeId ? await findChange(ctx, scope.changeId) : undefined
  if (scope.changeId && !change) return undefined
  return {
    manages: (community?.can.manage ?? false) || (change?.isLeader ?? false),
    sponsors: (community?.standing.roles.includes('sponsor') ?? false) || (change?.isSponsor ?? false),
  }
}

/** The change programme if the reader may read it; absent and invisible are both undefined. */
async function findChange(ctx: MemberContext, id: string): Promise<ChangeAccess | undefined> {
  try {
    return await getProgrammeFor(ctx, id, 'read')
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}

/** A programme that the reader may see; `lead` also asks that they lead it. Absent and invisible are one. */
export async function getProgramme(
  ctx: MemberContext,
  id: string,
  ability: 'read' | 'lead',
  { toChange = false } = {},
): Promise<ProgrammeAccess> {
  const programme = await findProgramme(ctx.tx, id, toChange)
  const rights = programme && (await rightsOver(ctx, programme))
  const isLeader = programme?.leaderId === ctx.actor.memberId
  if (!programme || (!rights && !isLeader)) throw new Refusal('ambassadorProgrammeNotFound')
  const mayLead = isLeader || rights!.manages
  enforce(ability === 'read' || mayLead ? true : 'ambassadorLeadersOnly')
  return { ...programme, mayLead, maySponsor: mayLead || (rights?.sponsors ?? false) }
}

export interface MandateAccess {
  mandate: MandateRow
  programme: ProgrammeAccess
  isSelf: boolean
}

/** A mandate exists for the person and for who leads; for anybody else there is none. */
export async function getMandate(
  ctx: MemberContext,
  mandateId: string,
  as: 'either' | 'self' | 'leader' = 'either',
): Promise<MandateAccess> {
  const mandate = await findMandate(ctx.tx, mandateId)
  if (!mandate) throw new Refusal('mandateNotFound')
  const isSelf = mandate.memberId === ctx.actor.memberId
  const programme = await findProgramme(ctx.tx, mandate.programmeId)
  const rights = await rightsOver(ctx, programme!)
  const mayLead = programme!.leaderId === ctx.actor.memberId || (rights?.manages ?? false)
  if ((as === 'self' && !isSelf) || (!isSelf && !mayLead)) throw new Refusal('mandateNotFound')
  enforce(as === 'leader' && !mayLead ? 'ambassadorLeadersOnly' : true)
  return { mandate, programme: { ...programme!, mayLead, maySponsor: mayLead }, isSelf }
}
