import type { Context } from '#platform/context.ts'
import type {
  ImportedAcceptance,
  ImportedClosure,
  ImportedComment,
  ImportedLink,
  ImportedReaction,
} from './server/imported.ts'
import { listMentioned } from './server/queries/groups.ts'
import type { MentionedMember } from './server/queries/groups.ts'
import {
  insertAcceptances,
  insertClosures,
  insertComments,
  insertLinks,
  insertReactions,
} from './server/queries/imports.ts'

// The only server door for other modules. Operations take `ctx` first; the system actor names who writes.

/** Publishes at `ctx.now`; emits postPublished. The system passes `authorId`. Answers the feed item. */
export { publishPost } from './server/operations/publish-post.ts'
/** Comments or answers at `ctx.now`; emits commentAdded. The system passes `authorId`. Answers `{ id }`. */
export { addComment } from './server/operations/add-comment.ts'
export { acceptAnswer, withdrawAcceptance } from './server/operations/accept-answer.ts'
export { closePost, reopenPost } from './server/operations/close-post.ts'
/** Reacts to `{ postId }` or `{ commentId }`; the system passes `memberId`. */
export { react } from './server/operations/react.ts'
/** Keeps a file for what its owner is about to write; outside a transaction. */
export { uploadAttachment } from './server/operations/upload-attachment.ts'
/** Other words for a post, nothing of the former ones kept; the caller may. */
export { rewritePost } from './server/operations/rewrite-post.ts'
export { deletePost } from './server/operations/delete-post.ts'
export { pinPost } from './server/operations/pin-post.ts'
/** "This helped me", silently. */
export { markHelped } from './server/operations/mark-helped.ts'
/** Shares into another community; the system passes `authorId`. Answers the feed item of the share. */
export { sharePost } from './server/operations/share-post.ts'
/** The author's words in another language; the system may write for the author. */
export { translatePost } from './server/operations/translate-post.ts'
/**
 * Whom a post (`commentId` null) or a comment names, as of now: people by name, and the members of the groups it
 * names, those only who may read it; never its author, each once. For whoever tells people.
 */
export const listMentionedMembers = (
  ctx: Context,
  postId: string,
  commentId: string | null,
): Promise<MentionedMember[]> => listMentioned(ctx.tx, postId, commentId)
export type { MentionedMember } from './server/queries/groups.ts'
/** `(tx, postIds)`: what living posts say in another language than their own, as Markdown. For the index and exports. */
export { listTranslations } from './server/queries/translations.ts'
/** The post if this actor may read it now (the system always may); absent and invisible are both undefined. */
export { findVisiblePost } from './server/access.ts'
export type { AccessiblePost as VisiblePost } from './server/access.ts'
/** Whether somebody may write, react or vote in a conversation: `true`, or why not. */
export { canComment } from './server/policy.ts'
/** SQL condition under which post `p` of community `c` may be read by `(viewer, viewerIsEmployee)`. */
export { readablePostSql } from './server/access.ts'
/** For moderation, which decides who may: hides a text behind a placeholder, and shows it again as it was. */
export { hideText, showTextAgain } from './server/operations/hide-text.ts'
/** The words of a hidden text `(tx, postId, commentId)`; its author, its moderators and nobody else may be shown them. */
export { findHiddenText } from './server/queries/hiding.ts'
export type { HiddenText } from './server/queries/hiding.ts'
/** Writes what was counted in memory; whoever stops the process calls it. */
export { flushThreadViews } from './server/thread-views.ts'
/** Posts of one call belong to one community and receive their order by date. Finish with `refreshPostCards`. */
export { insertImportedPosts, refreshPostCards } from './server/operations/import-history.ts'

export type {
  ImportedAcceptance,
  ImportedClosure,
  ImportedComment,
  ImportedLink,
  ImportedPost,
  ImportedReaction,
} from './server/imported.ts'

// History brought from elsewhere: original dates and authors, no events, no notifications. Rows that are there
// already are left as they are (reactions and acceptances are replaced), so every call may be made again. One
// statement per call whatever the number of rows; about 1,000 rows a call keep memory flat.
export const insertImportedComments = (ctx: Context, rows: readonly ImportedComment[]): Promise<number> =>
  insertComments(ctx.tx, rows)
export const insertImportedReactions = (ctx: Context, rows: readonly ImportedReaction[]): Promise<number> =>
  insertReactions(ctx.tx, rows)
export const insertImportedLinks = (ctx: Context, rows: readonly ImportedLink[]): Promise<number> =>
  insertLinks(ctx.tx, rows)
export const insertImportedClosures = (ctx: Context, rows: readonly ImportedClosure[]): Promise<number> =>
  insertClosures(ctx.tx, rows)
export const insertImportedAcceptances = (
  ctx: Context,
  rows: readonly ImportedAcceptance[],
): Promise<number> => insertAcceptances(ctx.tx, rows)
/** For sponsorship: the line that says with whom a text was prepared stays, whatever the author changes. */
export { alsoKeepLine } from './server/kept-lines.ts'
export type { KeepLine } from './server/kept-lines.ts'
/** For sponsorship, when a room begins or ends to be without hierarchy: cards say who wrote what, pins put forward. */
export { unpinAll, updateCardsOfCommunity } from './server/queries/cards.ts'
/** Only for the demo company: its history is its own. */
export { addDemoEverywhere, addDemoLife } from './server/operations/add-demo-life.ts'
/** Files of modules above: taken over from uploads, found again at the same address, bytes removed after the commit. */
export { alsoFindFiles, findFile, takeUploads } from './server/held-files.ts'
export type { FindFile } from './server/held-files.ts'
export { forgetBlobs } from './server/shared.ts'
export { contentDisposition } from './server/file-answer.ts'
export { prepareTags, prepareTitle } from './server/text.ts'
