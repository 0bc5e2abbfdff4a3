import type { MyTurns } from '#modules/turns/contract.ts'
import {
  accountTurnEnded,
  turnLookAnswered,
  turnLookAsked,
  turnSwapAnswered,
  turnSwapAsked,
} from '#modules/turns/events.ts'
import type { MemberContext } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { newId } from '#platform/ids.ts'
import { cleanText } from '#platform/shared/local-text.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { getAccountFor } from '../access.ts'
import { crewIds } from '../ambassadors.ts'
import { findAccount, listAccountIdsOf, lockAccount } from '../queries/accounts.ts'
import {
  deletePause,
  exchangeHolders,
  hasOpenSwap,
  insertLook,
  insertPause,
  insertSwap,
  lockLook,
  lockMyTurn,
  lockSwap,
  lockTurns,
  mayLook,
  setEnd,
  setLookAnswer,
  setState,
  setSwapAnswer,
  setTick,
} from '../queries/mine.ts'
import type { TurnFacts } from '../queries/mine.ts'
import { listTrained } from '../queries/plan.ts'
import { mondayOf } from '../schedule.ts'
import { cleanAddress, refuseSecrets } from '../secrets.ts'
import { dayOf, isAwayIn, planWeeks } from './plan-weeks.ts'
import { readMine } from './read-mine.ts'

/** A turn of the caller's, on an account that they may still read. */
async function getMyTurn(ctx: MemberContext, turnId: string): Promise<TurnFacts> {
  const turn = await lockMyTurn(ctx.tx, turnId, ctx.actor.memberId)
  if (!turn) throw new Refusal('turnNotFound')
  await getAccountFor(ctx, turn.accountId)
  return turn
}
const isOver = (ctx: MemberContext, turn: TurnFacts): boolean =>
  turn.state !== 'planned' || turn.week < mondayOf(dayOf(ctx.now))

/** “I let this one pass” counts as the person's turn; “I hand it back” keeps their place. Nobody asks why. */
export async function passTurn(
  ctx: MemberContext,
  input: { turnId: string; how: 'passed' | 'returned' },
): Promise<MyTurns> {
  const turn = await getMyTurn(ctx, input.turnId)
  if (isOver(ctx, turn)) throw new Refusal('turnOver')
  await setState(ctx.tx, turn.id, input.how, ctx.now)
  await planWeeks(ctx, turn.accountId)
  return readMine(ctx)
}

/** Whether two people could each take the other's week. */
async function canSwap(ctx: MemberContext, mine: TurnFacts, theirs: TurnFacts): Promise<boolean> {
  if (mine.accountId !== theirs.accountId || mine.memberId === theirs.memberId) return false
  if (isOver(ctx, mine) || isOver(ctx, theirs)) return false
  const account = (await findAccount(ctx.tx, mine.accountId))!
  const trained = await listTrained(ctx.tx, account.id, await crewIds(ctx, account))
  const free = (memberId: string, week: string): boolean => {
    const one = trained.find(({ id }) => id === memberId)
    return one !== undefined && !isAwayIn(one.away, week)
  }
  return account.closedAt === null && free(mine.memberId, theirs.week) && free(theirs.memberId, mine.week)
}

/** Asks the holder of another week to change. Refusals: turnOver, swapNotPossible, alreadyAsked. */
export async function askSwap(
  ctx: MemberContext,
  input: { turnId: string; withTurnId: string },
): Promise<MyTurns> {
  const mine = await getMyTurn(ctx, input.turnId)
  if (isOver(ctx, mine)) throw new Refusal('turnOver')
  const [theirs] = await lockTurns(ctx.tx, [input.withTurnId])
  if (!theirs || !(await canSwap(ctx, mine, theirs))) throw new Refusal('swapNotPossible')
  if (await hasOpenSwap(ctx.tx, [mine.id, theirs.id])) throw new Refusal('alreadyAsked')
  const id = newId(ctx.now.getTime())
  await insertSwap(ctx.tx, {
    id,
    turnId: mine.id,
    withTurnId: theirs.id,
    askedBy: ctx.actor.memberId,
    toMemberId: theirs.memberId,
    at: ctx.now,
  })
  await emit(
    ctx,
    turnSwapAsked(mine.communityId, { swapId: id, accountId: mine.accountId, memberId: theirs.memberId }),
  )
  return readMine(ctx)
}

/** The other person accepts or declines; whoever asked may take it back. Both weeks are then settled. */
export async function answerSwap(
  ctx: MemberContext,
  input: { swapId: string; answer: 'accepted' | 'declined' | 'withdrawn' },
): Promise<MyTurns> {
  const me = ctx.actor.memberId
  const swap = await lockSwap(ctx.tx, input.swapId, me)
  const isAsker = swap?.askedBy === me
  if (!swap || isAsker !== (input.answer === 'withdrawn')) throw new Refusal('swapNotFound')
  if (swap.answer !== null) throw new Refusal('alreadyAnswered')
  const both = await lockTurns(ctx.tx, [swap.turnId, swap.withTurnId])
  const theirs = both.find(({ id }) => id === swap.turnId)
  const mine = both.find(({ id }) => id === swap.withTurnId)
  if (!theirs || !mine) throw new Refusal('swapNotFound')
  await getAccountFor(ctx, mine.accountId)
  if (input.answer === 'accepted') {
    await lockAccount(ctx.tx, mine.accountId)
    const isSame = theirs.memberId === swap.askedBy && mine.memberId === swap.toMemberId
    if (!isSame || !(await canSwap(ctx, mine, theirs))) throw new Refusal('swapNotPossible')
    await exchangeHolders(ctx.tx, theirs, mine)
  }
  await setSwapAnswer(ctx.tx, swap.id, input.answer, ctx.now)
  if (!isAsker)
    await emit(
      ctx,
      turnSwapAnswered(mine.communityId, {
        swapId: swap.id,
        accountId: mine.accountId,
        memberId: swap.askedBy,
        answer: input.answer,
      }),
    )
  if (input.answer === 'accepted') await planWeeks(ctx, mine.accountId)
  return readMine(ctx)
}

/** Ticks an item of the checklist of one's own turn. */
export async function tickItem(
  ctx: MemberContext,
  input: { turnId: string; item: string; isDone: boolean },
): Promise<MyTurns> {
  const turn = await getMyTurn(ctx, input.turnId)
  const account = (await findAccount(ctx.tx, turn.accountId))!
  if (!account.checklist.some(({ id }) => id === input.item))
    throw new Refusal('invalidInput', { field: 'item' })
  await setTick(ctx.tx, turn.id, input.item, input.isDone ? ctx.now : null)
  return readMine(ctx)
}

/** Asks somebody who knows the account to look. Nothing waits for them. */
export async function askLook(
  ctx: MemberContext,
  input: { turnId: string; memberId: string; text: string },
): Promise<MyTurns> {
  const turn = await getMyTurn(ctx, input.turnId)
  const text = cleanText(input.text)
  if (!text) throw new Refusal('invalidInput', { field: 'text' })
  refuseSecrets(text)
  if (input.memberId === ctx.actor.memberId || !(await mayLook(ctx.tx, turn.accountId, input.memberId)))
    throw new Refusal('memberNotHere')
  const id = newId(ctx.now.getTime())
  await insertLook(ctx.tx, { id, turnId: turn.id, to: input.memberId, text, at: ctx.now })
  await emit(
    ctx,
    turnLookAsked(turn.communityId, { lookId: id, accountId: turn.accountId, memberId: input.memberId }),
  )
  return readMine(ctx)
}

/** Says what one thinks of it; may be said again. */
export async function answerLook(
  ctx: MemberContext,
  input: { lookId: string; answer: string },
): Promise<MyTurns> {
  const look = await lockLook(ctx.tx, input.lookId, ctx.actor.memberId)
  const answer = cleanText(input.answer)
  if (!look) throw new Refusal('lookNotFound')
  if (!answer) throw new Refusal('invalidInput', { field: 'answer' })
  await getAccountFor(ctx, look.accountId)
  refuseSecrets(answer)
  await setLookAnswer(ctx.tx, look.id, answer, ctx.now)
  await emit(
    ctx,
    turnLookAnswered(look.communityId, {
      lookId: look.id,
      accountId: look.accountId,
      memberId: look.byMemberId,
    }),
  )
  return readMine(ctx)
}

/** Ends a turn that has begun; links and word may be written again. Emits accountTurnEnded. */
export async function endTurn(
  ctx: MemberContext,
  input: { turnId: string; links: string[]; word?: string | null | undefined },
): Promise<MyTurns> {
  const turn = await getMyTurn(ctx, input.turnId)
  if (turn.week > mondayOf(dayOf(ctx.now))) throw new Refusal('turnNotYet')
  refuseSecrets(input.word)
  const links = [...new Set(input.links.filter((link) => link.trim() !== '').map(cleanAddress))]
  await setEnd(ctx.tx, turn.id, { links, word: cleanText(input.word), at: ctx.now })
  if (turn.state === 'planned')
    await emit(
      ctx,
      accountTurnEnded(turn.communityId, {
        turnId: turn.id,
        accountId: turn.accountId,
        memberId: turn.memberId,
        links: links.length,
      }),
    )
  return readMine(ctx)
}

/** Days on which the caller takes no turn. Weeks that fall into them go to others. */
export async function pauseTurns(ctx: MemberContext, input: { from: string; to: string }): Promise<MyTurns> {
  if (input.to < dayOf(ctx.now)) throw new Refusal('pauseInPast')
  if (input.to < input.from) throw new Refusal('invalidInput', { field: 'to' })
  await insertPause(ctx.tx, {
    id: newId(ctx.now.getTime()),
    memberId: ctx.actor.memberId,
    from: input.from,
    to: input.to,
    at: ctx.now,
  })
  return planOwn(ctx)
}
/** The caller is there after all. */
export async function endPause(ctx: MemberContext, pauseId: string): Promise<MyTurns> {
  await deletePause(ctx.tx, pauseId, ctx.actor.memberId)
  return planOwn(ctx)
}
async function planOwn(ctx: MemberContext): Promise<MyTurns> {
  for (const accountId of await listAccountIdsOf(ctx.tx, ctx.actor.memberId)) await planWeeks(ctx, accountId)
  return readMine(ctx)
}
