import { queryOptions, useQuery } from '@tanstack/react-query'
import type { InterfaceLanguage } from '#platform/shared/i18n.ts'
import { ApiError, request } from './api.ts'

/** Who is signed in, as `GET /api/v1/session` says; the people module answers it. */
export interface SessionMember {
  id: string
  name: string
  photo: string | null
  language: InterfaceLanguage
  timeZone: string
  isGuest: boolean
  isAdministrator: boolean
}
export interface Session {
  member: SessionMember | null
  /** Name of the company, shown in titles. */
  organisation: string
}

const nobody: Session = { member: null, organisation: '' }

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }): Promise<Session> => {
    try {
      const answer = (await request('GET /api/v1/session', { signal })) as Partial<Session> | undefined
      return { ...nobody, ...answer }
    } catch (error) {
      if (error instanceof ApiError && error.status === 401) return nobody
      throw error
    }
  },
  staleTime: 5 * 60_000,
})

/** The session; nobody while it is not known. Pages under the signed-in routes always have a member. */
export function useSession(): Session {
  return useQuery(sessionQuery).data ?? nobody
}

/** The member, in pages that exist only for signed-in people. */
export function useMember(): SessionMember {
  const { member } = useSession()
  if (!member) throw new Error('useMember outside a signed-in page')
  return member
}
