import { QueryCache, QueryClient } from '@tanstack/react-query'
import { ApiError } from './api.ts'

const worthAnotherTry = (error: unknown) =>
  error instanceof ApiError && (error.status === 0 || error.status === 503)

/** `initialPageParam` of lists paged by cursor. */
export const firstPage = undefined as string | undefined

/** The one query client. Lists stay fresh through realtime, so that data may rest for half a minute. */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({
    onError(error, query) {
      // The session ended elsewhere (signed out, revoked): ask again who we are, the shell then redirects.
      if (error instanceof ApiError && error.status === 401 && query.queryKey[0] !== 'session')
        void queryClient.invalidateQueries({ queryKey: ['session'] })
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      gcTime: 10 * 60_000,
      // Offline is an answer like any other (ApiError `offline`), not a reason to wait without a word.
      networkMode: 'always',
      retry: (count, error) => count < 2 && worthAnotherTry(error),
    },
    mutations: { retry: false, networkMode: 'always' },
  },
})
