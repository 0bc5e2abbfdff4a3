export const notesPath = '/me/notes'
export const mediationPath = '/mediation'
export const officesPath = '/admin/mediators'
export const queuePath = (slug: string): string => `/communities/${slug}/workbench/moderation`
export const casePath = (slug: string | undefined, caseId: string): string =>
  slug === undefined ? `${mediationPath}/${caseId}` : `${queuePath(slug)}/${caseId}`
export const yearPath = (slug: string): string => `/communities/${slug}/moderation-report`
export const textPath = (postId: string, commentId: string | null): string =>
  `/posts/${postId}${commentId ? `#c-${commentId}` : ''}`
