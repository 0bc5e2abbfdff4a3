import {
  commentAdded,
  commentDeleted,
  commentEdited,
  postDeleted,
  postEdited,
  postMoved,
  postPublished,
} from '#modules/discussions/events.ts'
import { listen } from '#platform/events/events.ts'
import { setCommentDoc, setDocsOfPosts, setPostDoc } from './queries/docs.ts'

/**
 * The index follows the texts within a second. Rights never wait for it: a search joins the post as it stands, so
 * that what was deleted or moved is not found even before its row here has gone.
 */
export const listeners = [
  listen(postPublished, {
    name: 'search.indexPost',
    run: (ctx, { payload }) => setPostDoc(ctx.tx, payload.postId),
  }),
  listen(postEdited, {
    name: 'search.reindexPost',
    run: (ctx, { payload }) => setPostDoc(ctx.tx, payload.postId),
  }),
  listen(postMoved, {
    name: 'search.moveThread',
    run: (ctx, { payload }) => setDocsOfPosts(ctx.tx, [payload.postId]),
  }),
  listen(postDeleted, {
    name: 'search.forgetThread',
    run: (ctx, { payload }) => setDocsOfPosts(ctx.tx, [payload.postId]),
  }),
  listen(commentAdded, {
    name: 'search.indexComment',
    run: (ctx, { payload }) => setCommentDoc(ctx.tx, payload.commentId),
  }),
  listen(commentEdited, {
    name: 'search.reindexComment',
    run: (ctx, { payload }) => setCommentDoc(ctx.tx, payload.commentId),
  }),
  listen(commentDeleted, {
    name: 'search.forgetComment',
    run: (ctx, { payload }) => setCommentDoc(ctx.tx, payload.commentId),
  }),
]
