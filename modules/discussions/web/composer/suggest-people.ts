import type { MentionGroup } from '#modules/discussions/contract.ts'
import type { MemberCard } from '#modules/people/contract.ts'
import { api } from '#platform/web/api.ts'
import { queryClient } from '#platform/web/query-client.ts'
import { foldTag } from '../text/tags.ts'

/** Whom an @ may mean: a person, or a group of the community one writes in. */
export interface Mentionable {
  /** A member's identifier, or `group:name`. */
  id: string
  label: string
  person: MemberCard | null
  /** How many people a group is. */
  people: number | null
}

/** People whose name begins so. Empty, and silent, when nothing is typed or the server is away. */
async function suggestPeople(typed: string): Promise<MemberCard[]> {
  const q = typed.trim()
  if (q === '') return []
  const answer = await queryClient.fetchQuery({
    queryKey: ['discussions', 'suggestions', q.toLowerCase()],
    queryFn: () => api('GET /api/v1/members/suggestions', { query: { q, limit: 6 } }),
    staleTime: 60_000,
  })
  return answer.items
}

async function suggestGroups(
  typed: string,
  communityId: string | null,
  nameOf: (group: MentionGroup) => string,
): Promise<Mentionable[]> {
  if (!communityId) return []
  const answer = await queryClient.fetchQuery({
    queryKey: ['discussions', 'groups', communityId],
    queryFn: () =>
      api('GET /api/v1/communities/:community/mention-groups', { params: { community: communityId } }),
    staleTime: 60_000,
  })
  const words = foldTag(typed)
  return answer.items
    .map(({ name, people }) => ({ id: `group:${name}`, label: nameOf(name), person: null, people }))
    .filter(({ label }) =>
      foldTag(label)
        .split(' ')
        .some((word, index, all) => all.slice(index).join(' ').startsWith(words)),
    )
}

/** Groups of the community first, then people. What cannot be asked is left out, silently. */
export async function suggestMentions(
  typed: string,
  communityId: string | null,
  nameOf: (group: MentionGroup) => string,
): Promise<Mentionable[]> {
  const [groups, people] = await Promise.all([
    suggestGroups(typed, communityId, nameOf).catch(() => []),
    suggestPeople(typed).catch(() => []),
  ])
  return [
    ...groups,
    ...people.map((person) => ({ id: person.id, label: person.displayName, person, people: null })),
  ]
}
