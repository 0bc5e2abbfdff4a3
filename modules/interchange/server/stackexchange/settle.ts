import {
  insertImportedAcceptances,
  insertImportedClosures,
  insertImportedReactions,
  refreshPostCards,
} from '#modules/discussions/public.ts'
import { indexPosts } from '#modules/search/public.ts'
import type { Context } from '#platform/context.ts'
import { countImportedLikes, listAnswerDates, listSeen, listSources, listStaged } from '../queries.ts'
import { skip } from '../report.ts'
import { source } from './take.ts'
import type { Batch } from './take.ts'

/**
 * Settles one page of what waited, after the key `after`, in the caller's transaction. Returns the last key of the
 * page, or undefined when there is none left.
 */
export type Settle = (ctx: Context, batch: Batch, after: string, limit: number) => Promise<string | undefined>

/** Up votes become likes without a voter: the source names none. */
export const settleVotes: Settle = async (ctx, batch, after, limit) => {
  const staged = await listStaged(ctx.tx, batch.importId, 'like', after, limit)
  if (staged.length === 0) return undefined
  const targets = await listSources(
    ctx.tx,
    batch.communityId,
    source,
    ['question', 'answer'],
    staged.map((row) => row.key),
  )
  const counts = new Map(staged.map((row) => [row.key, row.n]))
  const likes = targets.flatMap(({ key, kind, id, postId }) =>
    id && postId
      ? [{ postId, commentId: kind === 'answer' ? id : null, kind: 'like' as const, n: counts.get(key)! }]
      : [],
  )
  const before = await countImportedLikes(ctx.tx, likes)
  await insertImportedReactions(ctx, likes)
  batch.tally.kinds.votes.fresh += (await countImportedLikes(ctx.tx, likes)) - before
  return staged.at(-1)!.key
}

/**
 * The date of an acceptance is that of its vote, which has no hour: not before the answer. By the asker, unless the
 * source has forgotten them.
 */
export const settleAcceptances: Settle = async (ctx, batch, after, limit) => {
  const staged = await listStaged(ctx.tx, batch.importId, 'accepted', after, limit)
  if (staged.length === 0) return undefined
  const report = batch.tally.kinds.acceptedAnswers
  const answers = new Map(
    (
      await listSources(
        ctx.tx,
        batch.communityId,
        source,
        ['answer'],
        staged.map((row) => row.key),
      )
    ).map((row) => [row.key, row]),
  )
  const dates = new Map(
    (
      await listAnswerDates(
        ctx.tx,
        [...answers.values()].map((row) => row.id!),
      )
    ).map((row) => [row.id, row]),
  )
  const rows = staged.flatMap((row) => {
    report.read++
    const answer = answers.get(row.key)
    const written = answer?.id ? dates.get(answer.id) : undefined
    if (!answer?.id || !answer.postId || !written) {
      skip(report, 'absentAnswer')
      return []
    }
    report.taken++
    if (written.isSettled) return []
    return [
      {
        postId: answer.postId,
        commentId: answer.id,
        byMemberId: written.askerId,
        at: row.at && row.at > written.at ? row.at : written.at,
      },
    ]
  })
  if (rows.length > 0) report.fresh += await insertImportedAcceptances(ctx, rows)
  return staged.at(-1)!.key
}

/** Closed questions: as duplicates of another one, else for a reason that the dump does not tell. */
export const settleClosures: Settle = async (ctx, batch, after, limit) => {
  const staged = await listStaged(ctx.tx, batch.importId, 'closed', after, limit)
  if (staged.length === 0) return undefined
  const report = batch.tally.kinds.closures
  const keys = staged.flatMap((row) => (row.ref ? [row.key, row.ref] : [row.key]))
  const ids = new Map(
    (await listSources(ctx.tx, batch.communityId, source, ['question'], keys)).map((row) => [
      row.key,
      row.id,
    ]),
  )
  const rows = staged.flatMap((row) => {
    report.read++
    const postId = ids.get(row.key)
    if (!postId) {
      skip(report, 'absentPost')
      return []
    }
    report.taken++
    const duplicateOf = (row.ref && ids.get(row.ref)) || null
    return [
      {
        postId,
        at: row.at!,
        byMemberId: null,
        reason: duplicateOf ? ('duplicate' as const) : ('other' as const),
        note: null,
        duplicateOf,
      },
    ]
  })
  if (rows.length > 0) report.fresh += await insertImportedClosures(ctx, rows)
  return staged.at(-1)!.key
}

/** Counters, cards and the search index of the questions that this import saw. */
export const settleCards: Settle = async (ctx, batch, after, limit) => {
  const seen = await listSeen(ctx.tx, batch.communityId, source, 'question', batch.importId, after, limit)
  if (seen.length === 0) return undefined
  const ids = seen.map((row) => row.id)
  await refreshPostCards(ctx, ids)
  await indexPosts(ctx, ids)
  return seen.at(-1)!.key
}
