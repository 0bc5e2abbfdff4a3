import { randomInt } from 'node:crypto'
import type { Challenge } from '#modules/campaigns/contract.ts'
import type { MemberContext } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { cleanText } from '#platform/shared/local-text.ts'
import { enforce, Refusal } from '#platform/shared/refusal.ts'
import {
  deleteParticipation,
  hasEntry,
  setEntry,
  setNote,
  setParticipation,
  setWithdrawn,
} from '../queries/challenges.ts'
import { getChallenge, getOpenChallenge, viewChallenge } from './view-challenge.ts'

/** Takes part in a challenge. Others are told only if the person wishes so; nobody is counted otherwise. */
export async function takeUp(
  ctx: MemberContext,
  input: {
    challengeId: string
    stepsDone: readonly number[]
    team?: string | null | undefined
    isTold: boolean
  },
): Promise<Challenge> {
  const challenge = await getOpenChallenge(ctx, input.challengeId, 'challenge')
  const stepsDone = [...new Set(input.stepsDone)].toSorted((a, b) => a - b)
  if (stepsDone.some((step) => step >= challenge.steps)) throw new Refusal('stepUnknown')
  await setParticipation(ctx.tx, {
    challengeId: challenge.id,
    memberId: ctx.actor.memberId,
    stepsDone,
    team: cleanText(input.team),
    isTold: input.isTold,
    now: ctx.now,
  })
  return viewChallenge(ctx, challenge.id)
}

export async function giveUp(ctx: MemberContext, challengeId: string): Promise<Challenge> {
  const challenge = await getChallenge(ctx, challengeId)
  await deleteParticipation(ctx.tx, challenge.id, ctx.actor.memberId)
  return viewChallenge(ctx, challenge.id)
}

/** Crockford's alphabet: nothing that is read as something else. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const newCode = (): string => Array.from({ length: 8 }, () => alphabet[randomInt(alphabet.length)]).join('')

/** Enters a contest with a story of one's own that is shown. Refusals `entryUnknown`, 403 `jurorsDoNotEnter`. */
export async function enterContest(
  ctx: MemberContext,
  input: { challengeId: string; storyId: string },
): Promise<Challenge> {
  const challenge = await getOpenChallenge(ctx, input.challengeId, 'contest')
  enforce(challenge.isJuror ? 'jurorsDoNotEnter' : true)
  const isIn = await setEntry(ctx.tx, {
    id: newId(ctx.now.getTime()),
    challengeId: challenge.id,
    storyId: input.storyId,
    memberId: ctx.actor.memberId,
    code: newCode(),
    now: ctx.now,
  })
  if (!isIn) throw new Refusal('entryUnknown')
  return viewChallenge(ctx, challenge.id)
}

/** Withdraws at any time. A frozen list stays what it was, and the code in it wins nothing. */
export async function withdrawFromContest(ctx: MemberContext, challengeId: string): Promise<Challenge> {
  const challenge = await getChallenge(ctx, challengeId, { toChange: true })
  await setWithdrawn(ctx.tx, challenge.id, ctx.actor.memberId, ctx.now)
  return viewChallenge(ctx, challenge.id)
}

/** What one juror keeps for themselves about an entry. Refusals 403 `jurorsOnly`, `entryUnknown`. */
export async function noteEntry(
  ctx: MemberContext,
  input: { challengeId: string; entryId: string; note: string },
): Promise<Challenge> {
  const challenge = await getChallenge(ctx, input.challengeId)
  enforce(challenge.isJuror ? true : 'jurorsOnly')
  if (!(await hasEntry(ctx.tx, challenge.id, input.entryId))) throw new Refusal('entryUnknown')
  await setNote(ctx.tx, input.entryId, ctx.actor.memberId, cleanText(input.note) ?? '')
  return viewChallenge(ctx, challenge.id)
}
