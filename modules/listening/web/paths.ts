export const boardPath = (slug: string): string => `/communities/${slug}/workbench/listening`
export const heardPath = (slug: string): string => `/communities/${slug}/heard`
export const minePath = '/me/listening'
export const textPath = (postId: string, commentId: string | null): string =>
  `/posts/${postId}${commentId ? `#c-${commentId}` : ''}`
