import { indicators } from '#modules/demo/story/problems.ts'
import { writeIndicator } from '#modules/communities/public.ts'
import {
  compareWith,
  findDeclared,
  insertProblemValue,
  noteIntervention,
  reviewProblem,
} from '#modules/problems/public.ts'
import type { Context } from '#platform/context.ts'
import { french } from '../typography.ts'

const day = 86_400_000

/** Values month by month, what was done beside them, and a review. `ids`: communities by slug. */
export async function addProblems(ctx: Context, ids: ReadonlyMap<string, string>): Promise<void> {
  for (const story of indicators) {
    const communityId = ids.get(story.community)
    if (!communityId) continue
    const declared = await findDeclared(ctx, communityId)
    if (!declared) continue
    await writeIndicator(ctx, communityId, { ...declared, formula: french(story.formula) })
    const source = declared.source ?? 'GMAO'
    const length = story.values.length
    const review = story.review && {
      ...story.review,
      on: { ...ctx, now: new Date(ctx.now.getTime() - story.review.ago * day) },
      isDone: false,
    }
    for (const [index, value] of story.values.entries()) {
      const on = monthEnd(ctx.now, length - index)
      // A review looks at what was known on its day.
      if (review && !review.isDone && Date.parse(on) > review.on.now.getTime()) {
        review.isDone = true
        await reviewProblem(review.on, communityId, { decision: review.decision, why: french(review.why) })
      }
      await insertProblemValue(at(ctx, on), communityId, { on, value, source })
    }
    for (const { ago, text, doneAs } of story.interventions) {
      const then = { ...ctx, now: new Date(ctx.now.getTime() - ago * day) }
      await noteIntervention(then, communityId, {
        on: then.now.toISOString().slice(0, 10),
        text: french(text),
        doneAs,
      })
    }
    if (story.beside) {
      const { id } = await compareWith(ctx, communityId, story.beside)
      for (const [index, value] of story.beside.values.entries()) {
        const on = monthEnd(ctx.now, length - index)
        await insertProblemValue(at(ctx, on), communityId, {
          on,
          value,
          source: story.beside.source,
          comparisonId: id,
        })
      }
    }
  }
}

/** As somebody would have written it then: a few days after the month's end. */
const at = (ctx: Context, on: string): Context => ({
  ...ctx,
  now: new Date(Math.min(ctx.now.getTime(), Date.parse(`${on}T09:00:00Z`) + 3 * day)),
})

/** The last day of the month that lies so many months back. */
function monthEnd(now: Date, months: number): string {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months + 1, 0))
    .toISOString()
    .slice(0, 10)
}
