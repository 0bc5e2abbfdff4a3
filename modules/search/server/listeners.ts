import {
  commentAdded,
  commentDeleted,
  commentEdited,
  postDeleted,
  postEdited,
  postMoved,
  postPublished,
  textHidden,
  textShown,
} from '#modules/discussions/events.ts'
import { gatheringCancelled, gatheringChanged, gatheringCreated } from '#modules/gatherings/events.ts'
import { pageChanged, pageDeleted, pagePublished, pageWithdrawn } from '#modules/knowledge/events.ts'
import type { Context } from '#platform/context.ts'
import { listen } from '#platform/events/events.ts'
import { setCommentDoc, setDocsOfPosts, setGatheringDocs, setPageDocs, setPostDoc } from './queries/docs.ts'

interface Text {
  payload: { postId: string; commentId: string | null }
}
/** A hidden text is as good as deleted; one that is shown again comes back. A hidden post takes its thread along. */
const followText = (ctx: Context, { payload }: Text): Promise<void> =>
  payload.commentId === null
    ? setDocsOfPosts(ctx.tx, [payload.postId])
    : setCommentDoc(ctx.tx, payload.commentId)
const followPage = (ctx: Context, { payload }: { payload: { pageId: string } }): Promise<void> =>
  setPageDocs(ctx.tx, [payload.pageId])
const followGathering = (ctx: Context, { payload }: { payload: { gatheringId: string } }): Promise<void> =>
  setGatheringDocs(ctx.tx, [payload.gatheringId])

/**
 * The index follows the texts within a second. Rights never wait for it: a search joins the text as it stands, so
 * that what was deleted, hidden or moved is not found even before its row here has gone.
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
  listen(textHidden, { name: 'search.forgetHiddenText', run: (ctx, event) => followText(ctx, event) }),
  listen(textShown, { name: 'search.indexShownText', run: (ctx, event) => followText(ctx, event) }),
  listen(pagePublished, { name: 'search.indexPage', run: (ctx, event) => followPage(ctx, event) }),
  listen(pageChanged, { name: 'search.reindexPage', run: (ctx, event) => followPage(ctx, event) }),
  listen(pageWithdrawn, { name: 'search.markPage', run: (ctx, event) => followPage(ctx, event) }),
  listen(pageDeleted, { name: 'search.forgetPage', run: (ctx, event) => followPage(ctx, event) }),
  listen(gatheringCreated, {
    name: 'search.indexGathering',
    run: (ctx, event) => followGathering(ctx, event),
  }),
  listen(gatheringChanged, {
    name: 'search.reindexGathering',
    run: (ctx, event) => followGathering(ctx, event),
  }),
  listen(gatheringCancelled, {
    name: 'search.markGathering',
    run: (ctx, event) => followGathering(ctx, event),
  }),
]
