import type { Challenge } from '#modules/campaigns/contract.ts'
import { drawOrder, listOf } from '#modules/campaigns/draw.ts'
import { winnerAsked } from '#modules/campaigns/events.ts'
import type { Context, MemberContext } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { cleanText } from '#platform/shared/local-text.ts'
import { enforce, Refusal } from '#platform/shared/refusal.ts'
import {
  findContestToDraw,
  insertWins,
  listDueContests,
  listEntryCodes,
  listWins,
  setDecision,
  setFrozen,
  setWinAnswer,
} from '../queries/challenges.ts'
import { getChallenge, getOpenChallenge, viewChallenge } from './view-challenge.ts'

/** Whoever leads closes the entries before their time. Refusal 403 `leaderOnly`. */
export async function closeContest(ctx: MemberContext, challengeId: string): Promise<Challenge> {
  const challenge = await getChallenge(ctx, challengeId)
  enforce(challenge.leaderId === ctx.actor.memberId ? true : 'leaderOnly')
  await getOpenChallenge(ctx, challengeId, 'contest')
  await freeze(ctx, challengeId)
  return viewChallenge(ctx, challengeId)
}

/** Freezes the list of every contest whose time is over, and draws those that are drawn. */
export async function closeDueContests(ctx: Context): Promise<void> {
  for (const { id } of await listDueContests(ctx.tx, ctx.now)) await freeze(ctx, id)
}

/** The list is what stands now, for good; a draw is made from it at once with the seed that was promised. */
async function freeze(ctx: Context, id: string): Promise<void> {
  const contest = await findContestToDraw(ctx.tx, id)
  if (!contest || contest.isFrozen) return
  const list = listOf(await listEntryCodes(ctx.tx, id))
  await setFrozen(ctx.tx, id, list, ctx.now)
  if (contest.way !== 'draw') return
  await setDecision(ctx.tx, id, { words: null, by: null, now: ctx.now })
  await askNext(ctx, { id, seed: contest.seed!, winners: contest.winners, list })
}

/** Asks as many as there are prizes left, in the order of the draw. */
async function askNext(
  ctx: Context,
  contest: { id: string; seed: string; winners: number; list: readonly string[] },
): Promise<void> {
  const order = await drawOrder(contest.seed, contest.list)
  for (;;) {
    const asked = await listWins(ctx.tx, contest.id)
    const missing = contest.winners - asked.filter(({ answer }) => answer !== 'declined').length
    const next = order.filter((code) => !asked.some((one) => one.code === code)).slice(0, missing)
    if (missing <= 0 || next.length === 0) return
    await ask(ctx, contest.id, next)
  }
}

async function ask(ctx: Context, challengeId: string, codes: readonly string[]): Promise<void> {
  for (const { memberId } of await insertWins(ctx.tx, challengeId, codes, ctx.now))
    if (memberId) await emit(ctx, winnerAsked(null, { challengeId, memberId }))
}

/** The jury decides once entries are closed, in words; no marks exist. Refusals 403 `jurorsOnly`, `contestOpen`, `entryUnknown`. */
export async function decideContest(
  ctx: MemberContext,
  input: { challengeId: string; words: string; codes: readonly string[] },
): Promise<Challenge> {
  const challenge = await getChallenge(ctx, input.challengeId, { toChange: true })
  enforce(challenge.isJuror ? true : 'jurorsOnly')
  if (!challenge.isOver) throw new Refusal('contestOpen')
  if (challenge.isDecided) throw new Refusal('contestClosed')
  if (!challenge.frozenList) await freeze(ctx, challenge.id)
  const codes = [...new Set(input.codes)]
  const standing = await listEntryCodes(ctx.tx, challenge.id)
  if (codes.length > challenge.winners || codes.some((code) => !standing.includes(code)))
    throw new Refusal('entryUnknown')
  await setDecision(ctx.tx, challenge.id, {
    words: cleanText(input.words) ?? '…',
    by: ctx.actor.memberId,
    now: ctx.now,
  })
  await ask(ctx, challenge.id, codes)
  return viewChallenge(ctx, challenge.id)
}

/** Somebody chosen answers; the prize of a draw that is declined passes to the next of the list. Refusal `notWinner`. */
export async function answerWin(
  ctx: MemberContext,
  input: { challengeId: string; answer: 'named' | 'unnamed' | 'declined' },
): Promise<Challenge> {
  const challenge = await getChallenge(ctx, input.challengeId, { toChange: true })
  const { id, seed, winners, frozenList: list } = challenge
  const isIn = await setWinAnswer(ctx.tx, {
    challengeId: id,
    memberId: ctx.actor.memberId,
    answer: input.answer,
    now: ctx.now,
  })
  if (!isIn) throw new Refusal('notWinner')
  if (input.answer === 'declined' && seed && list) await askNext(ctx, { id, seed, winners, list })
  return viewChallenge(ctx, id)
}
