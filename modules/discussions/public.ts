import type { Context } from '#platform/context.ts'
import type { AddComment, ClosePost, PostKind, PublishPost, ReactionKind } from '#modules/discussions/contract.ts'

/** The only server door for other modules. */
const soon = (): never => {
  throw new Error('not available yet')
}

/** For the system actor (demo, command line): who writes. Members write as themselves. */
export interface Written {
  authorId?: string
}

/** Publishes a post at `ctx.now`; emits postPublished. Refusals: 404 unseen community, 403 may not participate. */
export const publishPost: (ctx: Context, input: PublishPost & Written) => Promise<{ id: string }> = soon
/** Comments or answers at `ctx.now`; emits commentAdded. */
export const addComment: (ctx: Context, input: AddComment & Written & { postId: string }) => Promise<{ id: string }> = soon
/** Accepts an answer; the system may do it for the asker. Emits answerAccepted. */
export const acceptAnswer: (ctx: Context, input: { postId: string; commentId: string }) => Promise<void> = soon
/** Closes a post with a reason. */
export const closePost: (ctx: Context, input: ClosePost & { postId: string }) => Promise<void> = soon
/** Reacts; the system names the member. */
export const react: (
  ctx: Context,
  input: { postId: string; commentId?: string | null; kind: ReactionKind; memberId?: string },
) => Promise<void> = soon

export interface VisiblePost {
  id: string
  communityId: string
  kind: PostKind
  authorId: string
  title: string | null
  excerpt: string
  language: string
  createdAt: Date
  answerCount: number
  isDeleted: boolean
  isClosed: boolean
}
/** The post if this actor may read it now (the system always may); absent and invisible are both undefined. */
export const findVisiblePost: (ctx: Context, postId: string) => Promise<VisiblePost | undefined> = soon

export interface ImportedPost {
  id: string
  communityId: string
  kind: PostKind
  authorId: string
  title: string | null
  bodyMd: string
  language: 'fr' | 'en'
  tags: string[]
  createdAt: Date
  editedAt?: Date | null
}
export interface ImportedComment {
  id: string
  communityId: string
  postId: string
  parentId: string | null
  authorId: string
  isAnswer: boolean
  bodyMd: string
  language: 'fr' | 'en'
  createdAt: Date
  editedAt?: Date | null
}
/** Votes of a source that names no voter. `n` replaces the former number: safe to run again. */
export interface ImportedReaction {
  postId: string
  commentId: string | null
  kind: ReactionKind
  n: number
}
export interface ImportedLink {
  fromPostId: string
  toPostId: string
  kind: 'related' | 'duplicate'
}
export interface ImportedClosure extends ClosePost {
  postId: string
  at: Date
  byMemberId: string | null
}
export interface ImportedAcceptance {
  postId: string
  commentId: string
  byMemberId: string | null
  at: Date
}

/**
 * History brought from elsewhere: original dates and authors, no events, no notifications. Rows that are there
 * already (by id) are left as they are. One statement per call whatever the number of rows (≤ 1,000 advised);
 * all posts of a call belong to one community and receive `seq` in date order. Finish with `refreshPostCards`.
 */
export const insertImportedPosts: (ctx: Context, rows: readonly ImportedPost[]) => Promise<number> = soon
export const insertImportedComments: (ctx: Context, rows: readonly ImportedComment[]) => Promise<number> = soon
export const insertImportedReactions: (ctx: Context, rows: readonly ImportedReaction[]) => Promise<number> = soon
export const insertImportedLinks: (ctx: Context, rows: readonly ImportedLink[]) => Promise<number> = soon
export const insertImportedClosures: (ctx: Context, rows: readonly ImportedClosure[]) => Promise<number> = soon
export const insertImportedAcceptances: (ctx: Context, rows: readonly ImportedAcceptance[]) => Promise<number> = soon
/** Recounts answers, comments, reactions and last activity of these posts from their rows, then renders their cards. */
export const refreshPostCards: (ctx: Context, postIds: readonly string[]) => Promise<void> = soon
