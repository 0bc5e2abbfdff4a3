import { budgets } from '#modules/demo/story/sponsorship.ts'
import { listProgrammes } from '#modules/programmes/public.ts'
import { addDemoRadar } from '#modules/radar/public.ts'
import type { Context } from '#platform/context.ts'
import type { DemoStory } from '../build.ts'
import { french } from '../typography.ts'

const day = 86_400_000
const months = [
  ['unknown', 'failing', 'unknown', 'failing', 'unknown', 'failing', 'failing'],
  ['watch', 'failing', 'failing', 'failing', 'watch', 'failing', 'failing'],
  ['watch', 'watch', 'failing', 'watch', 'watch', 'cleared', 'failing'],
] as const

/** The months behind, signed hours, and a budget for events that waits for its signature. */
export async function addRadar(
  ctx: Context,
  _story: DemoStory,
  _ids: ReadonlyMap<string, string>,
): Promise<void> {
  const at = (ago: number) => new Date(ctx.now.getTime() - ago * day)
  const dayOf = (when: Date) => when.toISOString().slice(0, 10)
  for (const { id, sponsorId, leaderIds } of await listProgrammes(ctx, { running: true })) {
    if (!sponsorId) continue
    await addDemoRadar(ctx, {
      programmeId: id,
      leaderIds,
      sponsorId,
      timeWords: french(budgets.time),
      eventWords: french(budgets.events),
      startsOn: dayOf(at(50)),
      endsOn: dayOf(at(-140)),
      at: at(50),
      months: months.map((states, index) => ({
        month: dayOf(
          new Date(Date.UTC(ctx.now.getUTCFullYear(), ctx.now.getUTCMonth() - months.length + index, 1)),
        ),
        states,
      })),
    })
  }
}
