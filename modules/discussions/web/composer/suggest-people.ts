import type { MemberCard } from '#modules/people/contract.ts'
import { api } from '#platform/web/api.ts'
import { queryClient } from '#platform/web/query-client.ts'

/** People whose name begins so. Empty, and silent, when nothing is typed or the server is away. */
export async function suggestPeople(typed: string): Promise<MemberCard[]> {
  const q = typed.trim()
  if (q === '') return []
  try {
    const answer = await queryClient.fetchQuery({
      queryKey: ['discussions', 'suggestions', q.toLowerCase()],
      queryFn: () => api('GET /api/v1/members/suggestions', { query: { q, limit: 6 } }),
      staleTime: 60_000,
    })
    return answer.items
  } catch {
    return []
  }
}
