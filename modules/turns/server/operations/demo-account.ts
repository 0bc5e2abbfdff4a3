import type { Network } from '#modules/turns/contract.ts'
import type { Context } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { usualChecklist } from '../checklist.ts'
import { insertAccount, insertTrainings, setVolunteer } from '../queries/accounts.ts'
import { insertTurn } from '../queries/plan.ts'
import { addDays, mondayOf, weeksFrom } from '../schedule.ts'
import { dayOf, planWeeks } from './plan-weeks.ts'

export interface DemoAccount {
  communityId: string
  name: string
  network: Network
  url: string
  ownerId: string
  managerId: string
  openedHow: string
  /** In the order of their first turn. */
  crew: readonly string[]
  /** Offered themselves lately and wait to be shown how. */
  newcomers: readonly string[]
  /** What each past week left, oldest first; the last is that of last week. */
  past: readonly { links: readonly string[]; word: string | null }[]
}

/** Only for the demo company: an account with its past, planned ahead by the scheduler itself; nobody is told. */
export async function addDemoAccount(ctx: Context, demo: DemoAccount): Promise<void> {
  const id = newId(ctx.now.getTime())
  const first = addDays(mondayOf(dayOf(ctx.now)), -7 * demo.past.length)
  const begun = new Date(`${addDays(first, -10)}T09:00:00Z`)
  await insertAccount(ctx.tx, {
    id,
    communityId: demo.communityId,
    ambassadorProgrammeId: null,
    name: demo.name,
    network: demo.network,
    url: demo.url,
    ownerId: demo.ownerId,
    openedHow: demo.openedHow,
    checklist: usualChecklist('fr'),
    startsOn: first,
    by: demo.managerId,
    at: begun,
  })
  for (const memberId of [...demo.crew, ...demo.newcomers]) await setVolunteer(ctx.tx, id, memberId, begun)
  await insertTrainings(ctx.tx, id, demo.crew, {
    trainerId: demo.ownerId,
    on: addDays(first, -4),
    at: begun,
  })
  for (const [index, week] of weeksFrom(first, demo.past.length).entries())
    await insertTurn(ctx.tx, {
      id: newId(ctx.now.getTime()),
      accountId: id,
      week,
      memberId: demo.crew[index % demo.crew.length]!,
      at: new Date(`${addDays(week, 4)}T16:00:00Z`),
      state: 'done',
      ...demo.past[index],
    })
  await planWeeks(ctx, id, { tells: false })
}
