import type { Bookmark } from '#modules/discussions/contract.ts'
import type { MemberContext } from '#platform/context.ts'
import { cleanText } from '#platform/shared/local-text.ts'
import { getVisiblePost } from '../access.ts'
import { deleteBookmark, listBookmarks, setBookmark } from '../queries/bookmarks.ts'
import { viewerOf } from '../shared.ts'
import { newestFirst, readCursor } from '../sql.ts'

/** Keeps a conversation that one reads, for oneself alone. Idempotent; a note left out stays as it is. */
export async function keepBookmark(
  ctx: MemberContext,
  input: { postId: string; note?: string | null | undefined },
): Promise<void> {
  const post = await getVisiblePost(ctx, input.postId)
  const note = input.note === undefined ? undefined : cleanText(input.note)
  await setBookmark(ctx.tx, { memberId: ctx.actor.memberId, postId: post.id, note, now: ctx.now })
}

/** Idempotent, and possible for what one can no longer read. */
export async function dropBookmark(ctx: MemberContext, postId: string): Promise<void> {
  await deleteBookmark(ctx.tx, ctx.actor.memberId, postId)
}

export async function readBookmarks(
  ctx: MemberContext,
  page: { cursor?: string | undefined; limit?: number | undefined },
): Promise<{ items: Bookmark[]; next: string | null }> {
  const limit = page.limit ?? 20
  const rows = await listBookmarks(ctx.tx, viewerOf(ctx), readCursor(page.cursor) ?? newestFirst, limit + 1)
  const shown = rows.slice(0, limit)
  return {
    items: shown.map(({ postId, note, at, item }) => ({ postId, note, at, item })),
    next: rows.length > limit ? shown.at(-1)!.next : null,
  }
}
