import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { CommunityRef } from '#modules/communities/contract.ts'
import type { SimilarQuestion } from '#modules/search/contract.ts'
import type { PostKind } from '#modules/discussions/contract.ts'
import { api } from '#platform/web/api.ts'
import type { Writing } from '../drafts.ts'
import { plainWords, proposeKind, proposeTitle } from '../text/kind-proposal.ts'

/** `value` once it has rested for `wait` milliseconds. */
export function useRested<V>(value: V, wait: number): V {
  const [rested, setRested] = useState(value)
  // Outside system: the clock.
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), wait)
    return () => clearTimeout(timer)
  }, [value, wait])
  return rested
}

export interface Proposals {
  kind: Exclude<PostKind, 'discussion'> | undefined
  title: string | undefined
  community: CommunityRef | undefined
  similar: SimilarQuestion[]
}

/** What the product has to say after a pause in the writing. Whatever was told no stays silent for this draft. */
export function useProposals(
  writing: Writing,
  communityId: string | null,
  mayWriteIn: (communityId: string) => boolean,
): Proposals {
  const text = useRested(writing.bodyMd, 600)
  const said = new Set(writing.declined)
  const looksLike = proposeKind(text)
  const kind = writing.kind ?? looksLike
  const asks = kind === 'question' || /\?\s*$/.test(text)
  const q = plainWords(writing.title || text)
    .slice(0, 400)
    .trim()
  const isEnough = q.length >= 12 && q.split(/\s+/).length >= 3
  const similar = useQuery({
    queryKey: ['discussions', 'similar', q, communityId],
    queryFn: ({ signal }) =>
      api('GET /api/v1/questions/similar', {
        query: { q, ...(communityId && { community: communityId }) },
        signal,
      }),
    enabled: isEnough && (asks || communityId === null) && !(said.has('similar') && communityId !== null),
    staleTime: 60_000,
    retry: false,
    placeholderData: (before) => before,
  })
  const found = isEnough ? (similar.data?.items ?? []) : []
  const near =
    communityId === null && !said.has('community')
      ? found.find(({ community }) => mayWriteIn(community.id))?.community
      : undefined
  return {
    kind: writing.kind === null && looksLike && !said.has(`kind:${looksLike}`) ? looksLike : undefined,
    title:
      writing.title === null && !said.has('title') ? proposeTitle(text, kind ?? 'discussion') : undefined,
    community: near,
    similar: asks && !said.has('similar') ? found : [],
  }
}
