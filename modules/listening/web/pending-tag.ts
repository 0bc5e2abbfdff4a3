import { useSyncExternalStore } from 'react'
import { api } from '#platform/web/api.ts'
import { queryClient } from '#platform/web/query-client.ts'
import type { Tag } from '../contract.ts'
import { keepPost } from './queries.ts'

// What was chosen in the composer waits here until the post has its identifier: the composer does not know of tags.
interface Pending {
  tag: Tag
  since: number
  memberId: string
}
let pending: Pending | undefined
const listeners = new Set<() => void>()
let stop: (() => void) | undefined

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
export const usePendingTag = (): Tag | undefined => useSyncExternalStore(subscribe, () => pending?.tag)

/** Time at which a post was written, from its identifier (UUID version 7). */
const writtenAt = (postId: string): number => Number.parseInt(postId.replace('-', '').slice(0, 12), 16)

/** Applies the choice to a post of one's own that was written after it was made; once. */
export function applyPendingTag(postId: string, authorId: string): void {
  // Clocks of two machines differ: a minute is left to them.
  if (!pending || pending.memberId !== authorId || writtenAt(postId) < pending.since - 60_000) return
  const { tag } = pending
  choosePendingTag(undefined, authorId)
  void api('PUT /api/v1/listening/tags', { body: { postId, tag } }).then((now) => keepPost(postId, now))
}

interface MaybeFeed {
  pages?: { items?: { card?: { id?: string; author?: { id?: string } } }[] }[]
}

/** Chosen in the composer; undefined takes it back. Lists tell when the post is there. */
export function choosePendingTag(tag: Tag | undefined, memberId: string): void {
  pending = tag && { tag, since: Date.now(), memberId }
  stop?.()
  stop = undefined
  if (tag)
    stop = queryClient.getQueryCache().subscribe((event) => {
      if (event.type !== 'updated' || event.query.queryKey[0] !== 'discussions') return
      const card = (event.query.state.data as MaybeFeed | undefined)?.pages?.[0]?.items?.[0]?.card
      if (card?.id && card.author?.id) applyPendingTag(card.id, card.author.id)
    })
  for (const listener of listeners) listener()
}
