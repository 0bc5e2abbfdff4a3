export const managedPath = (slug: string): string => `/communities/${slug}/workbench/mailings`
export const managedMailingPath = (slug: string, id: string): string => `${managedPath(slug)}/${id}`
export const archivePath = (slug: string): string => `/communities/${slug}/mailings`
export const archivedMailingPath = (slug: string, id: string): string => `${archivePath(slug)}/${id}`
export const ownMailPath = '/me/mail'
