import type { ClosePost, PostKind, ReactionKind } from '#modules/discussions/contract.ts'

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
