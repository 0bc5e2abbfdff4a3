export type CalendarView = 'month' | 'week' | 'list'
export type CalendarPart = 'calendar' | 'voices' | 'formats'

export const calendarPath = (
  slug: string,
  at: { part?: string; view?: string; on?: string; slot?: string } = {},
): string => {
  const query = new URLSearchParams(Object.entries(at).filter(([, value]) => value !== undefined))
  const text = query.toString()
  return `/communities/${slug}/workbench/calendar${text ? `?${text}` : ''}`
}
export const turnsPath = '/me/turns'
export const siteCalendarsPath = '/admin/site-calendars'
export const gatheringPath = (id: string): string => `/gatherings/${id}`
export const pagePath = (id: string): string => `/pages/${id}`
export const sharedFormatsPath = '/practice/templates?kind=format'
