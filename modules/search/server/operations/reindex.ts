import type { Context } from '#platform/context.ts'
import { countWords, setDocsOfPosts, setGatheringDocs, setPageDocs } from '../queries/docs.ts'
import {
  deleteOrphans,
  deleteReindex,
  findReindex,
  insertReindex,
  listTextsAfter,
  reindexKinds,
  updateReindex,
} from '../queries/reindex.ts'

const write = { post: setDocsOfPosts, page: setPageDocs, gathering: setGatheringDocs }

/**
 * One step of indexing everything anew, in the caller's transaction: the next `size` conversations, pages or
 * gatherings; at the end the words are counted. What was done stays done: whoever calls again after an interruption
 * continues there. The search answers meanwhile. Answers how many texts were gone through, and whether that is all.
 */
export async function reindexStep(ctx: Context, size = 300): Promise<{ done: number; isComplete: boolean }> {
  await insertReindex(ctx.tx, ctx.now)
  const state = (await findReindex(ctx.tx))!
  if (state.kind === 'words') {
    await deleteOrphans(ctx.tx)
    await countWords(ctx.tx)
    await deleteReindex(ctx.tx)
    return { done: state.done, isComplete: true }
  }
  const ids = await listTextsAfter(ctx.tx, state.kind, state.after, size)
  if (ids.length > 0) await write[state.kind](ctx.tx, ids)
  const done = state.done + ids.length
  const isThrough = ids.length < size
  const next = reindexKinds[reindexKinds.indexOf(state.kind) + 1] ?? 'words'
  await updateReindex(
    ctx.tx,
    isThrough ? { kind: next, after: null, done } : { ...state, after: ids.at(-1)!, done },
  )
  return { done, isComplete: false }
}
