import { vectors } from '#modules/radar/words.ts'
import type { VectorState } from '#modules/radar/words.ts'
import type { Context } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { insertBudget, insertMonth, setSigned } from '../queries/radar.ts'

/** Only for the demo company: signed hours, a budget that waits, and the months behind. */
export async function addDemoRadar(
  ctx: Context,
  demo: {
    programmeId: string
    leaderIds: readonly string[]
    sponsorId: string
    timeWords: string
    eventWords: string
    startsOn: string
    endsOn: string
    at: Date
    months: readonly { month: string; states: readonly VectorState[] }[]
  },
): Promise<void> {
  const base = { programmeId: demo.programmeId, startsOn: demo.startsOn, endsOn: demo.endsOn, now: demo.at }
  for (const memberId of demo.leaderIds) {
    const id = newId(demo.at.getTime())
    await insertBudget(ctx.tx, {
      ...base,
      id,
      kind: 'time',
      memberId,
      amount: 24,
      words: demo.timeWords,
      by: memberId,
    })
    await setSigned(ctx.tx, id, demo.sponsorId, demo.at)
  }
  await insertBudget(ctx.tx, {
    ...base,
    id: newId(demo.at.getTime()),
    kind: 'events',
    memberId: null,
    amount: 6_500,
    words: demo.eventWords,
    by: demo.leaderIds[0] ?? null,
  })
  for (const { month, states } of demo.months)
    await insertMonth(ctx.tx, {
      programmeId: demo.programmeId,
      month,
      states: vectors.map((vector, index) => ({ vector, state: states[index] ?? 'unknown' })),
      now: demo.at,
    })
}
