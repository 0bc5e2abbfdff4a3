import { getProgrammeFor } from '#modules/programmes/public.ts'
import type { ProgrammeAccess } from '#modules/programmes/public.ts'
import type { Context, MemberContext } from '#platform/context.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { findProgrammeName, listProgrammePeople as listPeople } from './queries/programmes.ts'
import type { PulseScope } from './scope.ts'

const ofProgramme = (programme: Pick<ProgrammeAccess, 'id' | 'name' | 'isLeader'>): PulseScope => ({
  communityId: null,
  programmeId: programme.id,
  slug: null,
  name: programme.name,
  mayManage: programme.isLeader,
  takesPart: true,
})

/** A programme for its readers or for whoever leads it. */
export const getProgrammeScope = async (
  ctx: MemberContext,
  programmeId: string,
  ability: 'read' | 'lead',
): Promise<PulseScope> => ofProgramme(await getProgrammeFor(ctx, programmeId, ability))

/** The same without a refusal; whoever was asked to answer may also read what became of it. */
export async function findProgrammeScope(
  ctx: MemberContext,
  programmeId: string,
  isAsked: boolean,
): Promise<PulseScope | undefined> {
  try {
    return await getProgrammeScope(ctx, programmeId, 'read')
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const name = isAsked ? await findProgrammeName(ctx.tx, programmeId) : undefined
    return name && ofProgramme({ id: programmeId, name, isLeader: false })
  }
}

/**
 * Whom a wave of a programme is asked of, and the declared cohort of each: whoever stands in several counts in the
 * smallest. Without populations: the members of its communities, without cohorts.
 */
export const listProgrammePeople = (
  ctx: Context,
  programmeId: string,
): Promise<{ memberId: string; cell: string }[]> => listPeople(ctx.tx, programmeId)
