import type { PostKind } from '../contract.ts'

export const postPath = (postId: string, commentId?: string | null): string =>
  `/posts/${postId}${commentId ? `#${commentAnchor(commentId)}` : ''}`

/** Permalink of a comment inside its conversation. */
export const commentAnchor = (commentId: string): string => `c-${commentId}`

/** The composer on a page of its own, filled with what is already known. */
export function writePath(from: { text?: string; kind?: PostKind; communityId?: string } = {}): string {
  const query = new URLSearchParams()
  if (from.text) query.set('text', from.text)
  if (from.kind) query.set('kind', from.kind)
  if (from.communityId) query.set('in', from.communityId)
  const text = query.toString()
  return text ? `/write?${text}` : '/write'
}

export const communityPath = (slug: string): string => `/communities/${slug}`
export const questionsPath = (slug: string, show?: 'unanswered' | 'accepted'): string =>
  `/communities/${slug}/questions${show ? `?show=${show}` : ''}`
export const bookmarksPath = '/me/bookmarks'
export const discoverPath = '/communities'
/** Where a person finds what was said to them about their texts. */
export const notesPath = '/me/notes'
