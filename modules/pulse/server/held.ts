import { randomInt } from 'node:crypto'
import type { Services } from '#platform/services.ts'
import { markAnswered } from './queries/tickets.ts'

/**
 * Who has answered and is not marked yet: in this process's memory only, so that "has answered" is written neither in
 * the transaction of the answer nor next to it in time. A crash forgets it: those people are asked once more
 * (docs/decisions/0015-pulses-are-sealed.md).
 */
const held = new WeakMap<object, Map<string, Set<string>>>()
/** Answers on their way in, so that a second press waits for the first. */
const arriving = new WeakMap<object, Map<string, Promise<void>>>()
const rounds = new WeakMap<object, Map<string, number>>()

/** People of one batch: below it a batch waits, at most for this many rounds of three to ten minutes. */
const fewest = 5
const patience = 6

const inside = <V>(store: WeakMap<object, Map<string, V>>, services: Services): Map<string, V> => {
  let found = store.get(services.db)
  if (!found) store.set(services.db, (found = new Map()))
  return found
}

export const isHeld = (services: Services, waveId: string, memberId: string): boolean =>
  inside(held, services).get(waveId)?.has(memberId) === true ||
  inside(arriving, services).has(`${waveId} ${memberId}`)

/** Stores one person's answer through `store`, once: a double click waits for the first press and stores nothing. */
export async function storeOnce(
  services: Services,
  waveId: string,
  memberId: string,
  store: () => Promise<void>,
): Promise<void> {
  const key = `${waveId} ${memberId}`
  const under = inside(arriving, services)
  const first = under.get(key)
  if (first) return await first
  if (inside(held, services).get(waveId)?.has(memberId)) return
  const mine = store().then(() => {
    const people = inside(held, services)
    people.set(waveId, (people.get(waveId) ?? new Set()).add(memberId))
    planRound(services)
  })
  under.set(key, mine)
  try {
    await mine
  } finally {
    under.delete(key)
  }
}

/** Marks those who answered, wave by wave in one statement each. Without `all`, small batches wait for company. */
export async function markHeld(
  services: Services,
  options: { all?: boolean; waveId?: string } = {},
): Promise<void> {
  const waited = inside(rounds, services)
  for (const [waveId, people] of inside(held, services)) {
    if (options.waveId && options.waveId !== waveId) continue
    const round = (waited.get(waveId) ?? 0) + 1
    if (!options.all && people.size < fewest && round < patience) {
      waited.set(waveId, round)
      continue
    }
    waited.delete(waveId)
    const batch = [...people].toSorted()
    await services.db.transaction((tx) => markAnswered(tx, waveId, batch))
    for (const memberId of batch) people.delete(memberId)
    if (people.size === 0) inside(held, services).delete(waveId)
  }
}

const timers = new WeakMap<object, NodeJS.Timeout>()
/** The next round comes after three to ten minutes, at random: its time says nothing about anybody's answer. */
function planRound(services: Services): void {
  if (timers.has(services.db)) return
  const timer = setTimeout(
    () => {
      timers.delete(services.db)
      markHeld(services)
        .catch(() =>
          services.log.warn('who answered a pulse could not be marked; the next round tries again'),
        )
        .finally(() => {
          if (inside(held, services).size > 0) planRound(services)
        })
    },
    randomInt(180_000, 600_000),
  )
  timer.unref()
  timers.set(services.db, timer)
}

/** The process stops: everybody is marked, and nothing waits any more. */
export async function stopHolding(services: Services): Promise<void> {
  clearTimeout(timers.get(services.db))
  timers.delete(services.db)
  await markHeld(services, { all: true })
}
