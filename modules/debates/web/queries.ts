import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api } from '#platform/web/api.ts'
import { queryClient } from '#platform/web/query-client.ts'
import type { Debate } from '../contract.ts'

const all = ['debates'] as const
export const keys = {
  all,
  list: (slug: string) => [...all, 'list', slug] as const,
  debate: (id: string) => [...all, 'debate', id] as const,
  proposals: (id: string) => [...all, 'proposals', id] as const,
  arguments: (id: string) => [...all, 'arguments', id] as const,
  waiting: (id: string) => [...all, 'waiting', id] as const,
}
const first = undefined as string | undefined
const after = (page: { next: string | null }) => page.next ?? undefined

export const listQuery = (slug: string) =>
  infiniteQueryOptions({
    queryKey: keys.list(slug),
    queryFn: ({ pageParam, signal }) =>
      api('GET /api/v1/communities/:community/debates', {
        params: { community: slug },
        query: pageParam ? { cursor: pageParam } : {},
        signal,
      }),
    initialPageParam: first,
    getNextPageParam: after,
  })
export const debateQuery = (debateId: string) =>
  queryOptions({
    queryKey: keys.debate(debateId),
    queryFn: ({ signal }) => api('GET /api/v1/debates/:debateId', { params: { debateId }, signal }),
  })
export const proposalsQuery = (debateId: string) =>
  infiniteQueryOptions({
    queryKey: keys.proposals(debateId),
    queryFn: ({ pageParam, signal }) =>
      api('GET /api/v1/debates/:debateId/proposals', {
        params: { debateId },
        query: pageParam ? { cursor: pageParam } : {},
        signal,
      }),
    initialPageParam: first,
    getNextPageParam: after,
  })
export const proposalQuery = (proposalId: string) =>
  queryOptions({
    queryKey: [...all, 'proposal', proposalId],
    queryFn: ({ signal }) =>
      api('GET /api/v1/debate-proposals/:proposalId', { params: { proposalId }, signal }),
  })
export const argumentsQuery = (debateId: string, proposal: string | null, limit = 5) =>
  infiniteQueryOptions({
    queryKey: [...keys.arguments(debateId), proposal, limit],
    queryFn: ({ pageParam, signal }) =>
      api('GET /api/v1/debates/:debateId/arguments', {
        params: { debateId },
        query: { limit, ...(proposal && { proposal }), ...(pageParam && { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: first,
    getNextPageParam: after,
  })
export const originalsQuery = (argumentId: string) =>
  queryOptions({
    queryKey: [...all, 'originals', argumentId],
    queryFn: ({ signal }) =>
      api('GET /api/v1/debate-arguments/:argumentId/originals', { params: { argumentId }, signal }),
  })
export const waitingQuery = (debateId: string) =>
  queryOptions({
    queryKey: keys.waiting(debateId),
    queryFn: ({ signal }) => api('GET /api/v1/debates/:debateId/waiting', { params: { debateId }, signal }),
  })
export const charterQuery = (slug: string) =>
  queryOptions({
    queryKey: [...all, 'charter', slug],
    queryFn: ({ signal }) =>
      api('GET /api/v1/communities/:community/charter', { params: { community: slug }, signal }),
  })
export const wishesQuery = (slug: string) =>
  queryOptions({
    queryKey: [...all, 'wishes', slug],
    queryFn: ({ signal }) =>
      api('GET /api/v1/communities/:community/debate-wishes', { params: { community: slug }, signal }),
  })

/** After any act what shows debates is asked again; a debate that the server answered stands at once. */
export function refresh(answer?: unknown): void {
  if (answer && typeof answer === 'object' && 'mayBeNameless' in answer) {
    const debate = answer as Debate
    queryClient.setQueryData(debateQuery(debate.id).queryKey, debate)
  }
  void queryClient.invalidateQueries({ queryKey: keys.all })
}
