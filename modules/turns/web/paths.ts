export const turnsPath = '/turns'
export const accountPath = (accountId: string): string => `/turns?account=${accountId}`
export const accountsPath = (slug: string): string => `/turns?community=${slug}`
export const calendarPath = '/api/v1/me/account-turns/calendar-file'
