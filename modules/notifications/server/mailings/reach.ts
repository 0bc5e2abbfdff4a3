import type { Context } from '#platform/context.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { Reach } from '#modules/notifications/mailings-contract.ts'
import { nextAwake } from '../quiet.ts'
import { listReceivers, preferencesOf, rulesOf } from '../queries/receivers.ts'
import type { ReceiverRow } from '../queries/receivers.ts'
import { listAudience } from './queries.ts'
import type { ReceiverState } from './queries.ts'

export interface Planned {
  memberId: string
  /** `waiting` = by mail, at `dueAt`. */
  state: Extract<ReceiverState, 'waiting' | 'digest' | 'unsubscribed' | 'unreachable'>
  wasHeld: boolean
  dueAt: Date
}

/** Below this, counts would say what single people chose. */
export const smallest = 5

/** By which way a mailing comes to one person, by their own settings. */
export function wayOf(receiver: ReceiverRow | undefined): Planned['state'] {
  if (!receiver?.email || receiver.level === 'nothing') return 'unreachable'
  const preferences = preferencesOf(receiver)
  if (receiver.level === 'digest' || !preferences.mail)
    return preferences.digest === 'never' ? 'unreachable' : 'digest'
  return 'waiting'
}

const chunk = 2_000

/** Everybody in a community with their way and time; about one statement per 2,000 people. */
export async function planMailing(ctx: { tx: Tx; now: Date }, communityId: string): Promise<Planned[]> {
  const audience = await listAudience(ctx.tx, communityId)
  const planned: Planned[] = []
  for (let start = 0; start < audience.length; start += chunk) {
    const part = audience.slice(start, start + chunk)
    const rows = await listReceivers(
      ctx.tx,
      part.map(({ memberId }) => memberId),
      communityId,
      null,
    )
    const byId = new Map(rows.map((row) => [row.memberId, row]))
    for (const { memberId, isRefused } of part) {
      const receiver = byId.get(memberId)
      const state = isRefused ? 'unsubscribed' : wayOf(receiver)
      const dueAt = state === 'waiting' ? nextAwake(rulesOf(receiver!), ctx.now) : ctx.now
      planned.push({ memberId, state, dueAt, wasHeld: dueAt > ctx.now })
    }
  }
  return planned
}

/** Whom something for all members reaches, if it left now. */
export async function readReach(ctx: Context, communityId: string): Promise<Reach> {
  const planned = await planMailing(ctx, communityId)
  const count = (is: (one: Planned) => boolean): number => planned.filter(is).length
  return {
    members: planned.length,
    ways:
      planned.length < smallest
        ? null
        : {
            now: count((one) => one.state === 'waiting' && !one.wasHeld),
            later: count((one) => one.state === 'waiting' && one.wasHeld),
            digest: count((one) => one.state === 'digest'),
            unsubscribed: count((one) => one.state === 'unsubscribed'),
            unreachable: count((one) => one.state === 'unreachable'),
          },
  }
}
