import { QueryCache, QueryClient } from '@tanstack/react-query'
import { ApiError } from './api.ts'

const worthAnotherTry = (error: unknown) => error instanceof ApiError && (error.status === 0 || error.status === 503)

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
      retry: (count, error) => count < 2 && worthAnotherTry(error),
    },
    mutations: { retry: false },
  },
})
