import { findVisibleCommunity } from '#modules/communities/public.ts'
import { getProgrammeFor } from '#modules/programmes/public.ts'
import type { MemberContext } from '#platform/context.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { findTrial, isTester } from './queries/trials.ts'
import type { TrialFacts } from './queries/trials.ts'

export interface TrialAccess {
  trial: TrialFacts
  leads: boolean
  isTester: boolean
  /** The programme runs, or the community is not archived. */
  isAlive: boolean
}

/** Rights in the place of a trial; undefined when the person may not read it. */
async function findRights(
  ctx: MemberContext,
  place: Pick<TrialFacts, 'programmeId' | 'communityId'>,
): Promise<{ leads: boolean; isAlive: boolean } | undefined> {
  if (place.communityId) {
    const community = await findVisibleCommunity(ctx, place.communityId)
    return community?.can.read
      ? { leads: community.can.manage, isAlive: community.stage !== 'archived' }
      : undefined
  }
  try {
    const programme = await getProgrammeFor(ctx, place.programmeId!, 'read')
    return { leads: programme.isLeader, isAlive: programme.state === 'running' }
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}

/** A trial as one person may use it. Absent, invisible, and somebody else's draft are the same: `trialNotFound`. */
export async function getTrialFor(ctx: MemberContext, trialId: string): Promise<TrialAccess> {
  const trial = await findTrial(ctx.tx, trialId)
  const rights = trial && (await findRights(ctx, trial))
  if (!trial || !rights || (trial.state === 'draft' && !rights.leads)) throw new Refusal('trialNotFound')
  return { trial, ...rights, isTester: await isTester(ctx.tx, trial.id, ctx.actor.memberId) }
}

/** Refusals `trialNotFound`, `trialLeadersOnly`. */
export async function getTrialToLead(ctx: MemberContext, trialId: string): Promise<TrialAccess> {
  const access = await getTrialFor(ctx, trialId)
  if (!access.leads) throw new Refusal('trialLeadersOnly')
  return access
}

/** A tester of a trial that runs. Refusals `testersOnly`, `trialNotOpen`. */
export function enforceTester({ trial, isTester: tests, isAlive }: TrialAccess): void {
  if (!tests) throw new Refusal('testersOnly')
  if (trial.state !== 'open' || !isAlive) throw new Refusal('trialNotOpen')
}
