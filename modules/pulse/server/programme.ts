import type { Context, MemberContext } from '#platform/context.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import type { PulseScope } from './scope.ts'

/** A programme for its readers or for whoever leads it. */
export async function getProgrammeScope(
  _ctx: MemberContext,
  _programmeId: string,
  _ability: 'read' | 'lead',
): Promise<PulseScope> {
  throw new Refusal('programmeNotFound')
}

/** The same without a refusal; whoever was asked to answer may also read what became of it. */
export async function findProgrammeScope(
  _ctx: MemberContext,
  _programmeId: string,
  _isAsked: boolean,
): Promise<PulseScope | undefined> {
  return undefined
}

/** Whom a wave of a programme is asked of, and the declared cohort of each. */
export async function listProgrammePeople(
  _ctx: Context,
  _programmeId: string,
): Promise<{ memberId: string; cell: string }[]> {
  return []
}
