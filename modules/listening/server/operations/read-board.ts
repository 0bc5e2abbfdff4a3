import { getCommunityFor } from '#modules/communities/public.ts'
import type { Board, HeardTheme } from '#modules/listening/contract.ts'
import type { MemberContext } from '#platform/context.ts'
import { pageOf, readCursor } from '#platform/db/keyset.ts'
import { todayOf } from '../access.ts'
import { listOthersWhoRun } from '../queries/people.ts'
import { countUncoded, listTagged, listTagMonths } from '../queries/tags.ts'
import { listBoardThemes, listHeard } from '../queries/themes.ts'

/** The listening board, for those who run the community. Texts stand here without their authors. */
export async function readBoard(ctx: MemberContext, communityKey: string): Promise<Board> {
  const community = await getCommunityFor(ctx, communityKey, 'moderate')
  const today = todayOf(ctx)
  const newest = await listTagged(
    ctx.tx,
    community.id,
    { tag: null, onlyUncoded: true },
    { at: null, id: null },
    10,
  )
  return {
    uncoded: await countUncoded(ctx.tx, community.id),
    heard: newest.map(({ postId, commentId, tag, title, excerpt, at }) => ({
      postId,
      commentId,
      tag,
      title,
      excerpt,
      at,
    })),
    themes: await listBoardThemes(ctx.tx, community.id, today),
    months: await listTagMonths(ctx.tx, community.id, today),
    isAlone: (await listOthersWhoRun(ctx.tx, community.id, [ctx.actor.memberId])).length === 0,
    canCode: community.can.manage,
  }
}

/** What members see of it: what was passed on, answered or closed. What is not published yet reads as asked. */
export async function readHeard(
  ctx: MemberContext,
  asked: { community: string; cursor?: string | undefined; limit?: number | undefined },
): Promise<{ items: HeardTheme[]; next: string | null }> {
  const community = await getCommunityFor(ctx, asked.community, 'read')
  const limit = asked.limit ?? 20
  const [at, id] = readCursor(asked.cursor, 'string', 'string') as [string | null, string | null]
  const rows = await listHeard(ctx.tx, ctx.actor.memberId, todayOf(ctx), community.id, { at, id }, limit + 1)
  return pageOf(
    rows,
    limit,
    (row) => [row.exact, row.id],
    // oxlint-disable-next-line no-unused-vars -- taken away by name
    ({ exact: _exact, ...theme }) => asMembersSee(theme),
  )
}

function asMembersSee(theme: HeardTheme): HeardTheme {
  const isPublished = theme.state === 'answered' || theme.state === 'done'
  return {
    ...theme,
    state: theme.state === 'decided' ? 'asked' : theme.state,
    answer: isPublished ? theme.answer : null,
    decision: theme.decision && { ...theme.decision, handedBy: null, handedReason: null },
  }
}
