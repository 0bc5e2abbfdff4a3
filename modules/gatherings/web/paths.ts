export const agendaPath = '/agenda'
export const myCalendarPath = '/me/calendar'
export const communityGatheringsPath = (slug: string): string => `/communities/${slug}/gatherings`
export const gatheringPath = (id: string): string => `/gatherings/${id}`
export const editPath = (id: string): string => `/gatherings/${id}/edit`
export const checkInPath = (id: string): string => `/gatherings/${id}/check-in`
export const newGatheringPath = (slug: string): string => `/gatherings/new?community=${slug}`
export const postPath = (id: string): string => `/posts/${id}`
export const calendarFilePath = (id: string): string => `/api/v1/gatherings/${id}/calendar-file`
