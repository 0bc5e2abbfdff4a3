export const directoryPath = '/people'
export const memberPath = (memberId: string): string => `/people/${memberId}`
export const editProfilePath = '/me/profile'
export const accountPath = '/me/account'
export const seenPath = '/me/seen'
export const signInPath = '/sign-in'
export const forgotPath = '/forgot'
export const accountsPath = '/admin/people'
export const placesPath = '/admin/places'
// Rooms of modules above this one: addresses only, so that administrators find every room in one row of tabs.
export const administeredCommunitiesPath = '/admin/communities'
export const bookmarksPath = '/me/bookmarks'
export const filesPath = '/admin/files'
export const missedSearchesPath = '/admin/search'
export const mediatorsPath = '/admin/mediators'
export const retentionPath = '/admin/retention'
export const holidaysPath = '/admin/site-calendars'
export const dataPath = '/me/data'
export const demoPath = '/admin/demo'

/** Where to go after signing in: an address of ours, never another site's. */
export const safeNext = (next: unknown): string =>
  typeof next === 'string' && /^\/(?![/\\])/.test(next) && !next.startsWith(signInPath) ? next : '/'
// Rooms that other modules furnish.
export const privacyDeskPath = '/admin/privacy'
export const registerPath = '/register'
