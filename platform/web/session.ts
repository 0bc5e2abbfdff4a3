import { queryOptions, useQuery } from '@tanstack/react-query'
import type { InterfaceLanguage } from '#platform/shared/i18n.ts'
import { api } from './api.ts'
import type { ApiResponse } from './api.ts'

/** Who is signed in, as `GET /api/v1/session` of the people module says. */
export type SessionState = ApiResponse<'GET /api/v1/session'>

export interface SessionMember {
  id: string
  name: string
  photo: string | null
  isGuest: boolean
  isAdministrator: boolean
}
export interface Session {
  member: SessionMember | null
  /** The language chosen in the profile; null for a visitor. */
  language: InterfaceLanguage | null
  /** Name of the company, shown in titles; empty before the set-up. */
  organisation: string
  /** No administrator yet: the first screen is the set-up. */
  needsSetup: boolean
  /** All that the server said. */
  state: SessionState | undefined
}

const unknown: Session = {
  member: null,
  language: null,
  organisation: '',
  needsSetup: false,
  state: undefined,
}

function sessionOf(state: SessionState): Session {
  const { member } = state
  return {
    member: member && {
      id: member.id,
      name: member.displayName,
      photo: member.photoUrl,
      isGuest: member.kind === 'guest',
      isAdministrator: state.isAdministrator,
    },
    language: state.language,
    organisation: state.organisation?.name ?? '',
    needsSetup: state.needsSetup,
    state,
  }
}

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }): Promise<Session> => sessionOf(await api('GET /api/v1/session', { signal })),
  staleTime: 5 * 60_000,
  retry: (count) => count < 1 && navigator.onLine,
})

/** The session; nobody while it is not known. Pages under the signed-in routes always have a member. */
export function useSession(): Session {
  return useQuery(sessionQuery).data ?? unknown
}

/** The member, in pages that exist only for signed-in people. */
export function useMember(): SessionMember {
  const { member } = useSession()
  if (!member) throw new Error('useMember outside a signed-in page')
  return member
}
