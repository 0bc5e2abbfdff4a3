import { queryOptions } from '@tanstack/react-query'
import { api } from '#platform/web/api.ts'
import { queryClient } from '#platform/web/query-client.ts'

export const keys = { all: ['editorial'] as const, turns: ['editorial', 'turns'] as const }

export const calendarQuery = (slug: string, from: string, to: string) =>
  queryOptions({
    queryKey: ['editorial', 'calendar', slug, from, to],
    queryFn: ({ signal }) =>
      api('GET /api/v1/communities/:community/calendar', {
        params: { community: slug },
        query: { from, to },
        signal,
      }),
    placeholderData: (before) => before,
  })

export const formatsQuery = (slug: string) =>
  queryOptions({
    queryKey: ['editorial', 'formats', slug],
    queryFn: ({ signal }) =>
      api('GET /api/v1/communities/:community/formats', { params: { community: slug }, signal }),
  })

export const voicesQuery = (slug: string, slot: string | undefined) =>
  queryOptions({
    queryKey: ['editorial', 'voices', slug, slot ?? null],
    queryFn: ({ signal }) =>
      api('GET /api/v1/communities/:community/voices', {
        params: { community: slug },
        query: slot ? { slot } : {},
        signal,
      }),
    placeholderData: (before) => before,
  })

export const linksQuery = (slug: string, slotId: string) =>
  queryOptions({
    queryKey: ['editorial', 'links', slug, slotId],
    queryFn: ({ signal }) =>
      api('GET /api/v1/communities/:community/slots/:slotId/links', {
        params: { community: slug, slotId },
        signal,
      }),
  })

export const turnsQuery = queryOptions({
  queryKey: keys.turns,
  queryFn: ({ signal }) => api('GET /api/v1/me/turns', { signal }),
})

export const volunteerQuery = (community: string) =>
  queryOptions({
    queryKey: ['editorial', 'volunteer', community],
    queryFn: ({ signal }) =>
      api('GET /api/v1/communities/:community/volunteer', { params: { community }, signal }),
    staleTime: 5 * 60_000,
    retry: false,
  })

export const siteCalendarsQuery = queryOptions({
  queryKey: ['editorial', 'sites'],
  queryFn: ({ signal }) => api('GET /api/v1/admin/site-calendars', { signal }),
})

/** After any act the calendar, voices and turns are asked again. */
export const refresh = (): void => void queryClient.invalidateQueries({ queryKey: keys.all })
