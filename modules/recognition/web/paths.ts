export const wallPath = (slug: string): string => `/communities/${slug}/thanks`
export const minePath = '/me/thanks'
export const textPath = (postId: string, commentId: string | null): string =>
  `/posts/${postId}${commentId ? `#c-${commentId}` : ''}`
export const pagePath = (pageId: string): string => `/pages/${pageId}`
