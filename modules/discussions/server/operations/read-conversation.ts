import type { ReactionKind } from '#modules/discussions/contract.ts'
import type { MemberContext } from '#platform/context.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { getVisibleComment, getVisiblePost } from '../access.ts'
import {
  findComment,
  findComments,
  findConversation,
  findHistory,
  findSurroundings,
} from '../queries/conversation.ts'
import { listReactors } from '../queries/reactions.ts'
import type { Target } from '../queries/reactions.ts'
import { viewerOf } from '../shared.ts'
import { newestFirst, oldestFirst, readCursor } from '../sql.ts'
import { abilitiesOn } from '../views.ts'

/** Comments that come with a conversation. */
const firstComments = 50

/** A conversation with its first comments and what its reader may do, as JSON text, in one or two statements. Refusal `postNotFound`. */
export async function readConversation(ctx: MemberContext, postId: string): Promise<string> {
  const row = await findConversation(ctx.tx, postId, viewerOf(ctx), oldestFirst, firstComments)
  if (!row) throw new Refusal('postNotFound')
  // Few conversations are closed or linked: the others do not pay for it.
  const around = row.hasSurroundings
    ? await findSurroundings(ctx.tx, postId, viewerOf(ctx))
    : ',"closure":null,"links":[]'
  // The decisions come from the policy; the rest is passed on as PostgreSQL wrote it.
  return `${row.body.slice(0, -1)}${around},"can":${JSON.stringify(abilitiesOn(ctx.actor, row, row))}}`
}

export async function readComments(
  ctx: MemberContext,
  postId: string,
  page: { cursor?: string | undefined; limit?: number | undefined },
): Promise<string> {
  const after = readCursor(page.cursor) ?? oldestFirst
  const body = await findComments(ctx.tx, postId, viewerOf(ctx), after, page.limit ?? firstComments)
  if (!body) throw new Refusal('postNotFound')
  return body
}

/** A comment as its writer sees it after writing, as JSON text. */
export async function readComment(ctx: MemberContext, postId: string, commentId: string): Promise<string> {
  const body = await findComment(ctx.tx, postId, commentId, viewerOf(ctx))
  if (!body) throw new Refusal('commentNotFound')
  return body
}

/** Every wording of a post, for whoever may read it. */
export async function readPostHistory(ctx: MemberContext, postId: string): Promise<string> {
  const post = await getVisiblePost(ctx, postId)
  return findHistory(ctx.tx, post.id, null)
}

export async function readCommentHistory(ctx: MemberContext, commentId: string): Promise<string> {
  const { post, comment } = await getVisibleComment(ctx, commentId)
  return findHistory(ctx.tx, post.id, comment.id)
}

interface ReactorPage {
  items: { kind: ReactionKind; member: never }[]
  next: string | null
}

/** Who reacted, for whoever may read the parent. */
export async function readReactors(
  ctx: MemberContext,
  of: { postId: string } | { commentId: string },
  page: { cursor?: string | undefined; limit?: number | undefined },
): Promise<ReactorPage> {
  const before = readCursor(page.cursor) ?? newestFirst
  const limit = page.limit ?? 20
  const target: Target =
    'commentId' in of
      ? await getVisibleComment(ctx, of.commentId).then(({ post, comment }) => ({
          postId: post.id,
          commentId: comment.id,
        }))
      : { postId: (await getVisiblePost(ctx, of.postId)).id, commentId: null }
  const rows = await listReactors(ctx.tx, target, before, limit + 1)
  const shown = rows.slice(0, limit)
  return {
    items: shown.map(({ kind, member }) => ({ kind, member })),
    next: rows.length > limit ? shown.at(-1)!.next : null,
  }
}
