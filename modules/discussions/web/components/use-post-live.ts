import { useTopic } from '#platform/web/realtime.ts'
import { reloadPost } from '../acts.ts'

/** Everything that happens to one conversation asks for it again; the query keeps what is on screen. */
export function usePostLive(postId: string): void {
  const about = (payload: Record<string, unknown>) => {
    if (payload['postId'] === postId) soon(postId)
  }
  useTopic('commentAdded', ({ payload }) => about(payload))
  useTopic('commentEdited', ({ payload }) => about(payload))
  useTopic('commentDeleted', ({ payload }) => about(payload))
  useTopic('answerAccepted', ({ payload }) => about(payload))
  useTopic('reactionChanged', ({ payload }) => about(payload))
  useTopic('postEdited', ({ payload }) => about(payload))
  useTopic('postClosed', ({ payload }) => about(payload))
  useTopic('postMoved', ({ payload }) => about(payload))
  useTopic('textHidden', ({ payload }) => about(payload))
  useTopic('textShown', ({ payload }) => about(payload))
}

let timer: ReturnType<typeof setTimeout> | undefined
/** A burst of reactions is one question to the server. */
function soon(postId: string): void {
  clearTimeout(timer)
  timer = setTimeout(() => void reloadPost(postId), 400)
}
