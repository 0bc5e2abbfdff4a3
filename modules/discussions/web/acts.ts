import type { Comment, PostDetail, ReactionKind } from '../contract.ts'
import { api } from '#platform/web/api.ts'
import { queryClient } from '#platform/web/query-client.ts'
import { keys } from './queries.ts'
import { changeComment, withAccepted, withReaction } from './thread.ts'

type Change = (post: PostDetail) => PostDetail

export const changePost = (postId: string, change: Change): void =>
  void queryClient.setQueryData<PostDetail>(keys.post(postId), (post) => post && change(post))
export const reloadPost = (postId: string): Promise<void> =>
  queryClient.invalidateQueries({ queryKey: keys.post(postId) })

// Acts on one thing go one after the other: on, off, on again must arrive in that order.
const turns = new Map<string, Promise<unknown>>()
function inTurn(name: string, run: () => Promise<unknown>): Promise<unknown> {
  const turn = (turns.get(name) ?? Promise.resolve()).catch(() => {}).then(run)
  turns.set(name, turn)
  return turn
}

/** Shows the effect at once; when it is refused, `undo` takes exactly this effect back, whatever else arrived meanwhile. */
async function optimistic(
  postId: string,
  name: string,
  change: Change,
  undo: Change,
  run: () => Promise<unknown>,
): Promise<void> {
  changePost(postId, change)
  try {
    await inTurn(name, run)
  } catch (error) {
    changePost(postId, undo)
    throw error
  }
}

const on = (commentId: string | null, change: <R extends PostDetail | Comment>(target: R) => R): Change =>
  commentId === null ? change : (post) => changeComment(post, commentId, change)

export function react(
  postId: string,
  commentId: string | null,
  kind: ReactionKind,
  isOn: boolean,
): Promise<void> {
  const verb = isOn ? 'PUT' : 'DELETE'
  return optimistic(
    postId,
    `react ${postId} ${commentId} ${kind}`,
    on(commentId, (target) => withReaction(target, kind, isOn)),
    on(commentId, (target) => withReaction(target, kind, !isOn)),
    () =>
      commentId
        ? api(`${verb} /api/v1/comments/:commentId/reactions/:kind`, { params: { commentId, kind } })
        : api(`${verb} /api/v1/posts/:postId/reactions/:kind`, { params: { postId, kind } }),
  )
}

export function markHelped(postId: string, commentId: string | null, isOn: boolean): Promise<void> {
  const verb = isOn ? 'PUT' : 'DELETE'
  return optimistic(
    postId,
    `helped ${postId} ${commentId}`,
    on(commentId, (target) => ({ ...target, iWasHelped: isOn })),
    on(commentId, (target) => ({ ...target, iWasHelped: !isOn })),
    () =>
      commentId
        ? api(`${verb} /api/v1/comments/:commentId/helped`, { params: { commentId } })
        : api(`${verb} /api/v1/posts/:postId/helped`, { params: { postId } }),
  )
}

/** On or off; the note of a bookmark that is there stays. */
export async function keepBookmark(postId: string, isOn: boolean): Promise<void> {
  const set =
    (on: boolean): Change =>
    (post) => ({ ...post, isBookmarked: on })
  await optimistic(postId, `bookmark ${postId}`, set(isOn), set(!isOn), () =>
    isOn
      ? api('PUT /api/v1/me/bookmarks/:postId', { params: { postId }, body: {} })
      : api('DELETE /api/v1/me/bookmarks/:postId', { params: { postId } }),
  )
  void queryClient.invalidateQueries({ queryKey: keys.bookmarks, refetchType: 'none' })
}

export async function noteBookmark(postId: string, note: string | null): Promise<void> {
  await api('PUT /api/v1/me/bookmarks/:postId', { params: { postId }, body: { note } })
  changePost(postId, (post) => ({ ...post, isBookmarked: true }))
  await queryClient.invalidateQueries({ queryKey: keys.bookmarks })
}

/** `null` withdraws the acceptance. */
export async function accept(postId: string, commentId: string | null): Promise<void> {
  const before = queryClient.getQueryData<PostDetail>(keys.post(postId))?.acceptedAnswer?.id ?? null
  await optimistic(
    postId,
    `accept ${postId}`,
    (post) => withAccepted(post, commentId),
    (post) => withAccepted(post, before),
    () =>
      commentId
        ? api('PUT /api/v1/posts/:postId/accepted-answer', { params: { postId }, body: { commentId } })
        : api('DELETE /api/v1/posts/:postId/accepted-answer', { params: { postId } }),
  )
  void reloadPost(postId)
}
