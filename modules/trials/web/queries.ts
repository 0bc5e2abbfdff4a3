import { queryOptions } from '@tanstack/react-query'
import { api } from '#platform/web/api.ts'
import { queryClient } from '#platform/web/query-client.ts'
import type { TrialDetail } from '../contract.ts'

const all = ['trials'] as const
/** Where a trial belongs. */
export type Place = { programmeId: string } | { slug: string }

export const listQuery = (place: Place) =>
  queryOptions({
    queryKey: [...all, 'list', place],
    queryFn: ({ signal }) =>
      'slug' in place
        ? api('GET /api/v1/communities/:community/trials', { params: { community: place.slug }, signal })
        : api('GET /api/v1/programmes/:programmeId/trials', { params: place, signal }),
    staleTime: 60_000,
  })
export const trialQuery = (trialId: string) =>
  queryOptions({
    queryKey: [...all, 'one', trialId],
    queryFn: ({ signal }) => api('GET /api/v1/trials/:trialId', { params: { trialId }, signal }),
  })
export const testersQuery = (trialId: string) =>
  queryOptions({
    queryKey: [...all, 'testers', trialId],
    queryFn: ({ signal }) => api('GET /api/v1/trials/:trialId/testers', { params: { trialId }, signal }),
  })

/** What the server answered stands at once; the rest is asked again. */
export function refresh(answer?: unknown): void {
  if (answer && typeof answer === 'object' && 'backlog' in answer) {
    const trial = answer as TrialDetail
    queryClient.setQueryData(trialQuery(trial.id).queryKey, trial)
  }
  void queryClient.invalidateQueries({ queryKey: all })
}
