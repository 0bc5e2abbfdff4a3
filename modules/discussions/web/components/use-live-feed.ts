import { useState } from 'react'
import { queryClient } from '#platform/web/query-client.ts'
import { useTopic } from '#platform/web/realtime.ts'
import { useMember } from '#platform/web/session.ts'
import { countComment, keys, patchCards } from '../queries.ts'

export interface LiveFeed {
  /** Posts published since the list was loaded. */
  waiting: number
  show: () => void
}

/**
 * New posts are announced, not pushed under the reader's eyes; what changes on cards that are shown changes in
 * place. `communityId` narrows to one community.
 */
export function useLiveFeed(communityId?: string): LiveFeed {
  const { id: me } = useMember()
  const [waiting, setWaiting] = useState<ReadonlySet<string>>(new Set())
  useTopic('postPublished', ({ communityId: where, payload }) => {
    if (payload['authorId'] === me || (communityId && where !== communityId)) return
    setWaiting((now) => new Set(now).add(String(payload['postId'])))
  })
  const forget = (payload: Record<string, unknown>) => {
    const postId = String(payload['postId'])
    patchCards(postId, () => undefined)
    setWaiting((now) => new Set([...now].filter((id) => id !== postId)))
  }
  useTopic('postDeleted', ({ payload }) => forget(payload))
  useTopic('textHidden', ({ payload }) => {
    if (payload['commentId'] === null) forget(payload)
  })
  useTopic('commentAdded', ({ payload }) => {
    if (payload['authorId'] === me) return
    countComment(String(payload['postId']), payload['isAnswer'] === true)
  })
  useTopic('answerAccepted', ({ payload }) => {
    const acceptedAnswerId = payload['accepted'] ? String(payload['commentId']) : null
    patchCards(String(payload['postId']), (item) => ({ ...item, card: { ...item.card, acceptedAnswerId } }))
  })
  return {
    waiting: waiting.size,
    show() {
      setWaiting(new Set())
      void queryClient.invalidateQueries({ queryKey: keys.feeds })
      void queryClient.invalidateQueries({ queryKey: keys.waiting })
      window.scrollTo({ top: 0 })
    },
  }
}
