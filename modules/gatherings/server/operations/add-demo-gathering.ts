import type { NewGathering, SeatKind } from '#modules/gatherings/contract.ts'
import type { Context } from '#platform/context.ts'
import { setAnswer } from '../queries/answers.ts'
import { insertPresence } from '../queries/presence.ts'
import { findFacts } from '../queries/gatherings.ts'
import { viewerOf } from '../access.ts'
import { createGathering } from './create-gathering.ts'
import { writeMinutes } from './write-minutes.ts'

export interface DemoGatheringRows {
  authorId: string
  input: NewGathering
  onSite: readonly string[]
  remote: readonly string[]
  /** For a seat on site. */
  waiting: readonly string[]
  no: readonly string[]
  report?: { notesMd: string; decisions: readonly string[]; openQuestions: readonly string[] }
}

/** A gathering of the demo company with its answers, and its minutes where it was; tells nobody but the post's readers. */
export async function addDemoGathering(
  ctx: Context,
  communityId: string,
  rows: DemoGatheringRows,
): Promise<{ id: string; postId: string | null }> {
  const { id } = await createGathering(ctx, communityId, rows.input, {
    authorId: rows.authorId,
    isHistory: true,
  })
  const answer = async (people: readonly string[], attends: SeatKind | null, waitsFor: SeatKind | null) => {
    for (const memberId of people)
      await setAnswer(ctx.tx, id, memberId, { attends, waitsFor }, false, ctx.now)
  }
  await answer(rows.onSite, 'onSite', null)
  await answer(rows.remote, 'remote', null)
  await answer(rows.waiting, null, 'onSite')
  await answer(rows.no, null, null)
  if (!rows.report) return { id, postId: null }
  const gathering = (await findFacts(ctx.tx, viewerOf(ctx), id))!
  // Nearly all who said that they would be there were.
  for (const memberId of [...rows.onSite, ...rows.remote].slice(0, -2))
    await insertPresence(ctx.tx, id, memberId, null, gathering.startsAt)
  const after = new Date(gathering.endsAt.getTime() + 3 * 3_600_000)
  const { postId } = await writeMinutes(
    { ...ctx, now: after < ctx.now ? after : ctx.now },
    id,
    rows.report,
    rows.authorId,
  )
  return { id, postId }
}
