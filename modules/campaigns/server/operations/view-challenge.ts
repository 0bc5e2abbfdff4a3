import type { Challenge } from '#modules/campaigns/contract.ts'
import type { MemberContext } from '#platform/context.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { viewerOf } from '../access.ts'
import { findChallenge, readChallenge } from '../queries/challenges.ts'
import type { ChallengeFacts } from '../queries/challenges.ts'

/** For whoever may know of its campaign. Refusal `challengeNotFound`. */
export async function getChallenge(
  ctx: MemberContext,
  id: string,
  options: { toChange?: boolean } = {},
): Promise<ChallengeFacts> {
  const challenge = await findChallenge(ctx.tx, id, viewerOf(ctx), ctx.now, options)
  if (!challenge) throw new Refusal('challengeNotFound')
  return challenge
}

/** As above, while people may still enter or take part. Refusal `contestClosed`. */
export async function getOpenChallenge(
  ctx: MemberContext,
  id: string,
  kind: ChallengeFacts['kind'],
): Promise<ChallengeFacts> {
  const challenge = await getChallenge(ctx, id, { toChange: true })
  if (challenge.kind !== kind) throw new Refusal('challengeNotFound')
  if (challenge.isOver || challenge.isCampaignClosed) throw new Refusal('contestClosed')
  return challenge
}

export async function viewChallenge(ctx: MemberContext, id: string): Promise<Challenge> {
  const facts = await getChallenge(ctx, id)
  const read = await readChallenge(ctx.tx, id, viewerOf(ctx), ctx.now)
  const isContest = facts.kind === 'contest'
  const isOpen = !facts.isOver && !facts.isCampaignClosed
  const isLeader = facts.leaderId === ctx.actor.memberId
  return {
    ...read,
    // Who enters does not judge.
    can: {
      enter: isContest && isOpen && !facts.isJuror,
      takePart: !isContest && isOpen,
      note: facts.isJuror && !facts.isDecided,
      decide: facts.way === 'jury' && facts.isJuror && facts.isOver && !facts.isDecided,
      close: isLeader && isContest && isOpen,
    },
  }
}
