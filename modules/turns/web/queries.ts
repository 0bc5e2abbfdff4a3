import { queryOptions } from '@tanstack/react-query'
import { api } from '#platform/web/api.ts'
import { queryClient } from '#platform/web/query-client.ts'
import type { AccountDetail, MyTurns } from '../contract.ts'

const all = ['turns'] as const

export const mineQuery = queryOptions({
  queryKey: [...all, 'mine'],
  queryFn: ({ signal }) => api('GET /api/v1/me/account-turns', { signal }),
})
export const accountQuery = (accountId: string) =>
  queryOptions({
    queryKey: [...all, 'account', accountId],
    queryFn: ({ signal }) => api('GET /api/v1/accounts/:accountId', { params: { accountId }, signal }),
  })
export const accountsQuery = (slug: string) =>
  queryOptions({
    queryKey: [...all, 'community', slug],
    queryFn: ({ signal }) =>
      api('GET /api/v1/communities/:community/accounts', { params: { community: slug }, signal }),
    staleTime: 60_000,
  })

/** What the server answered stands at once; the rest is asked again. */
export function refresh(answer?: unknown): void {
  if (answer && typeof answer === 'object') {
    if ('crew' in answer) {
      const account = answer as AccountDetail
      queryClient.setQueryData(accountQuery(account.id).queryKey, account)
    }
    if ('pauses' in answer) queryClient.setQueryData(mineQuery.queryKey, answer as MyTurns)
  }
  void queryClient.invalidateQueries({ queryKey: all })
}
