import { useNavigate } from '@tanstack/react-router'
import { useLanguage } from '#platform/web/i18n.tsx'
import { recall } from '#platform/web/preferences.ts'
import { queryClient } from '#platform/web/query-client.ts'
import { sessionQuery } from '#platform/web/session.ts'

/** After a session was opened: forgets whatever an earlier person loaded, then goes in. */
export function useEnter(): (href?: string) => Promise<void> {
  const navigate = useNavigate()
  const { setLanguage } = useLanguage()
  return async (href = '/') => {
    queryClient.clear()
    const session = await queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 })
    if (recall('language') === null && session.language) setLanguage(session.language)
    await navigate({ href, replace: true })
  }
}
