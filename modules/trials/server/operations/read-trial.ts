import { getCommunityFor } from '#modules/communities/public.ts'
import { logAccess } from '#modules/people/public.ts'
import { getProgrammeFor } from '#modules/programmes/public.ts'
import { closedStatuses } from '#modules/trials/contract.ts'
import type { Tester, TrialCard, TrialDetail } from '#modules/trials/contract.ts'
import type { MemberContext } from '#platform/context.ts'
import { getTrialFor, getTrialToLead } from '../access.ts'
import type { TrialAccess } from '../access.ts'
import { isInvited } from '../populations.ts'
import { countVotes, listBacklog } from '../queries/ideas.ts'
import { findCard, findFeedback, findPlaceOf, listSteps, listTesters, listTrials } from '../queries/trials.ts'

/** Trials of a programme; whoever leads it sees drafts. */
export async function readTrialsOfProgramme(
  ctx: MemberContext,
  programmeId: string,
): Promise<{ items: TrialCard[]; canAdd: boolean }> {
  const programme = await getProgrammeFor(ctx, programmeId, 'read')
  const place = { programmeId: programme.id, communityId: null }
  return {
    items: await listTrials(ctx.tx, ctx.actor.memberId, place, programme.isLeader),
    canAdd: programme.isLeader && programme.state === 'running',
  }
}

/** Trials of a community; whoever manages it sees drafts. */
export async function readTrialsOfCommunity(
  ctx: MemberContext,
  idOrSlug: string,
): Promise<{ items: TrialCard[]; canAdd: boolean }> {
  const community = await getCommunityFor(ctx, idOrSlug, 'read')
  const place = { programmeId: null, communityId: community.id }
  return {
    items: await listTrials(ctx.tx, ctx.actor.memberId, place, community.can.manage),
    canAdd: community.can.manage,
  }
}

/** Why the person may take no seat now; null when they may. */
export async function joinRefusalOf(
  ctx: MemberContext,
  { trial, isAlive }: TrialAccess,
  testers: number,
): Promise<TrialDetail['joinRefusal']> {
  if (trial.state !== 'open' || !isAlive) return 'notOpen'
  if (!(await isInvited(ctx, trial))) return 'notInvited'
  return testers >= trial.seats ? 'full' : null
}

/** A trial with what the reader tried and the whole backlog. Seven statements beside the session and the rights. */
export async function readTrial(ctx: MemberContext, trialId: string): Promise<TrialDetail> {
  const access = await getTrialFor(ctx, trialId)
  const { trial, leads, isTester, isAlive } = access
  const me = ctx.actor.memberId
  const card = (await findCard(ctx.tx, me, trial.id))!
  const place = (await findPlaceOf(ctx.tx, trial.id))!
  const tests = isTester && trial.state === 'open' && isAlive
  const left = isTester ? Math.max(0, trial.votesEach - (await countVotes(ctx.tx, trial.id, me))) : 0
  const joinRefusal = isTester ? null : await joinRefusalOf(ctx, access, card.testers)
  return {
    ...card,
    programmeId: trial.programmeId,
    community: place.community,
    populationId: trial.populationId,
    leader: place.leader,
    votesEach: trial.votesEach,
    votesLeft: left,
    steps: await listSteps(ctx.tx, trial.id, me),
    feedback: (await findFeedback(ctx.tx, trial.id, me)) ?? null,
    backlog: (await listBacklog(ctx.tx, trial.id, me)).map((idea) => {
      const isOpen = !closedStatuses.includes(idea.status)
      return {
        ...idea,
        can: {
          change: leads,
          vote: tests && isOpen && (idea.hasMyVote || left > 0),
          judge: idea.status === 'delivered' && (isTester || idea.isMine || idea.hasMyVote),
        },
      }
    }),
    can: {
      lead: leads,
      join: !isTester && joinRefusal === null,
      test: tests,
      propose: (tests || leads) && trial.state !== 'closed' && isAlive,
    },
    joinRefusal,
  }
}

/** Who tried what. Everybody who is shown finds the look in their access log. */
export async function readTesters(ctx: MemberContext, trialId: string): Promise<{ testers: Tester[] }> {
  const { trial } = await getTrialToLead(ctx, trialId)
  const testers = await listTesters(ctx.tx, trial.id)
  if (testers.length > 0)
    await logAccess(ctx, {
      viewerRole: trial.communityId ? 'manager' : 'programmeLeader',
      communityId: trial.communityId,
      screen: 'trial',
      purpose: 'improve',
      subjects: testers.map(({ member }) => member.id),
      fields: ['displayName', 'outcome', 'what', 'feedback'],
    })
  return { testers }
}
