import { turnsPlanned } from '#modules/turns/events.ts'
import type { Context } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { newId } from '#platform/ids.ts'
import { crewIds } from '../ambassadors.ts'
import { lockAccount } from '../queries/accounts.ts'
import { deleteTurns, insertTurn, listTrained, listTurns } from '../queries/plan.ts'
import type { TrainedMember } from '../queries/plan.ts'
import { addDays, mondayOf, planTurns, weeksFrom } from '../schedule.ts'

/** Weeks that begin within so many days stay as they were told, unless their holder can no longer. */
const firmDays = 14

export const dayOf = (now: Date): string => now.toISOString().slice(0, 10)

/** Whether any working day of a week falls into what somebody said. */
export const isAwayIn = (away: TrainedMember['away'], week: string): boolean =>
  away.some(({ from, to }) => from <= addDays(week, 4) && to >= week)

/**
 * Brings an account's plan up to date: weeks that are firm or were changed between two people stay, the others are given
 * anew. Called after every act that the plan depends on, and each night. Emits turnsPlanned to whoever has a new week.
 */
export async function planWeeks(
  ctx: Context,
  accountId: string,
  options: { tells: boolean } = { tells: true },
): Promise<void> {
  const account = await lockAccount(ctx.tx, accountId)
  if (!account) return
  const today = dayOf(ctx.now)
  const thisWeek = mondayOf(today)
  const start = account.startsOn > thisWeek ? account.startsOn : thisWeek
  const turns = await listTurns(ctx.tx, accountId)
  const open = turns.filter(({ state, week }) => state === 'planned' && week >= start)
  if (account.closedAt) {
    await deleteTurns(
      ctx.tx,
      open.map(({ id }) => id),
    )
    return
  }
  const trained = await listTrained(ctx.tx, accountId, await crewIds(ctx, account))
  const byId = new Map(trained.map((one) => [one.id, one]))
  const stays = (turn: (typeof turns)[number]): boolean => {
    const holder = byId.get(turn.memberId)
    if (!holder || isAwayIn(holder.away, turn.week)) return false
    return turn.isSettled || turn.week <= addDays(today, firmDays)
  }
  const kept = open.filter(stays)
  const counted = turns.filter(
    ({ state, week }) => state === 'done' || state === 'passed' || (state === 'planned' && week < start),
  )
  const taken = new Set([...kept, ...turns.filter(({ state }) => state === 'done')].map(({ week }) => week))
  const plan = planTurns(
    trained.map(({ id, trainedAt, away }) => ({
      id,
      trainedAt,
      weeks: [...counted, ...kept].filter((turn) => turn.memberId === id).map(({ week }) => week),
      refused: turns
        .filter(({ memberId, state }) => memberId === id && (state === 'passed' || state === 'returned'))
        .map(({ week }) => week),
      isAway: (week) => isAwayIn(away, week),
    })),
    weeksFrom(start, account.horizon).filter((week) => !taken.has(week)),
  )
  const same = (turn: { week: string; memberId: string }) => (other: { week: string; memberId: string }) =>
    turn.week === other.week && turn.memberId === other.memberId
  const gone = open.filter((turn) => !kept.includes(turn) && !plan.assigned.some(same(turn)))
  await deleteTurns(
    ctx.tx,
    gone.map(({ id }) => id),
  )
  const told = new Set<string>()
  for (const { week, memberId } of plan.assigned) {
    if (open.some(same({ week, memberId }))) continue
    const id = newId(ctx.now.getTime())
    await insertTurn(ctx.tx, { id, accountId, week, memberId, at: ctx.now })
    // One line for each person: their next new week.
    if (!options.tells || told.has(memberId)) continue
    told.add(memberId)
    await emit(ctx, turnsPlanned(account.communityId, { accountId, turnId: id, memberId, week }))
  }
}
