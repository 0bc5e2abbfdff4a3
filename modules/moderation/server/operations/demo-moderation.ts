import type { Outcome } from '#modules/moderation/contract.ts'
import type { Context } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import type { LocalText } from '#platform/shared/local-text.ts'
import { insertDemoCase, insertDemoPast } from '../queries/demo.ts'
import { insertExample } from '../queries/places.ts'

export interface DemoCase {
  communityId: string
  postId: string
  commentId: string
  authorId: string
  reporterId: string
  article: number
  words: string
  at: Date
  /** Absent: still open. */
  closed?: { at: Date; byMemberId: string; outcome: Outcome; word: string; message: string }
}

/** Only for the demo company: cases with their words, counts of the year, cases to learn from; nobody is told. */
export async function addDemoModeration(
  ctx: Context,
  demo: {
    cases: readonly DemoCase[]
    past: readonly {
      communityId: string
      article: number
      outcome: Outcome
      hours: number
      appealed: boolean
      overturned: boolean
    }[]
    examples: readonly {
      communityId: string
      article: number
      situation: LocalText
      lesson: LocalText
      byMemberId: string
    }[]
  },
): Promise<void> {
  for (const one of demo.cases) await insertDemoCase(ctx.tx, one)
  await insertDemoPast(ctx.tx, ctx.now.getUTCFullYear(), demo.past)
  for (const { byMemberId, ...example } of demo.examples)
    await insertExample(ctx.tx, {
      ...example,
      id: newId(ctx.now.getTime()),
      by: byMemberId,
      at: ctx.now,
    })
}
