import { findVisibleCommunity } from '#modules/communities/public.ts'
import type { CommunityAccess } from '#modules/communities/public.ts'
import type { MemberContext } from '#platform/context.ts'
import { enforce, Refusal } from '#platform/shared/refusal.ts'
import { findArgument } from './queries/arguments.ts'
import type { ArgumentFacts } from './queries/arguments.ts'
import { findDebate, findDebateToChange } from './queries/debates.ts'
import type { DebateFacts } from './queries/debates.ts'
import { findProposal } from './queries/proposals.ts'
import type { ProposalFacts } from './queries/proposals.ts'

export type DebateAbility = 'read' | 'participate' | 'moderate' | 'manage'
export interface DebateAccess {
  debate: DebateFacts
  community: CommunityAccess
}

/**
 * A debate for somebody who reads its community; one being prepared exists for who runs the community, its two
 * readers and its decision-maker alone.
 */
export async function getDebate(
  ctx: MemberContext,
  debateId: string,
  ability: DebateAbility = 'read',
  options: { toChange?: boolean; notFound?: string } = {},
): Promise<DebateAccess> {
  const absent = options.notFound ?? 'debateNotFound'
  const debate = await (options.toChange ? findDebateToChange : findDebate)(ctx.tx, debateId, ctx.now)
  const community = debate && (await findVisibleCommunity(ctx, debate.communityId))
  if (!debate || !community?.can.read) throw new Refusal(absent)
  const own =
    debate.deciderId === ctx.actor.memberId ||
    debate.reviews.some(({ reviewerId }) => reviewerId === ctx.actor.memberId)
  if (debate.state === 'prepared' && !community.can.moderate && !own) throw new Refusal(absent)
  if (ability === 'participate') enforce(community.participationRefusal ?? true)
  if (ability === 'moderate') enforce(community.can.moderate ? true : 'moderatorsOnly')
  if (ability === 'manage') enforce(community.can.manage ? true : 'managersOnly')
  return { debate, community }
}

/** An argument with its debate. One that readers do not see exists for its author and those who moderate. */
export async function getArgument(
  ctx: MemberContext,
  argumentId: string,
  ability: DebateAbility = 'read',
  options: { toChange?: boolean } = {},
): Promise<DebateAccess & { argument: ArgumentFacts }> {
  const argument = await findArgument(ctx.tx, argumentId, ctx.actor.memberId)
  if (!argument) throw new Refusal('argumentNotFound')
  const access = await getDebate(ctx, argument.debateId, ability, {
    ...options,
    notFound: 'argumentNotFound',
  })
  if (argument.isReturned && !argument.isMine && !access.community.can.moderate)
    throw new Refusal('argumentNotFound')
  return { ...access, argument }
}

export async function getProposal(
  ctx: MemberContext,
  proposalId: string,
  ability: DebateAbility = 'read',
  options: { toChange?: boolean } = {},
): Promise<DebateAccess & { proposal: ProposalFacts }> {
  const proposal = await findProposal(ctx.tx, proposalId, ctx.actor.memberId)
  if (!proposal) throw new Refusal('proposalNotFound')
  return {
    ...(await getDebate(ctx, proposal.debateId, ability, { ...options, notFound: 'proposalNotFound' })),
    proposal,
  }
}

/** The debate must be in one of these states. */
export function inState({ debate }: Pick<DebateAccess, 'debate'>, ...states: DebateFacts['state'][]): void {
  if (!states.includes(debate.state)) throw new Refusal('notThisDebateState', { state: debate.state })
}
