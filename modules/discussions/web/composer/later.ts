import { toast } from '#platform/web/toasts.ts'
import type { Writing } from '../drafts.ts'

interface Letter {
  memberId: string
  route: 'POST /api/v1/posts' | 'POST /api/v1/posts/:postId/comments'
  params?: Record<string, string>
  body: unknown
  /** Where it goes, in words, and the page where it will be read. */
  place: string
  href: string
  said: string
}

/** Without a network: hands the text to the outbox, which sends it once, later. False when it must stay in the box. */
export async function leaveForLater(writing: Writing, letter: Letter): Promise<boolean> {
  const { said, params = {}, ...rest } = letter
  // The store's code may itself be out of reach; the draft then keeps the text.
  const kept = await import('#platform/web/outbox.ts')
    .then(({ sendLater }) =>
      sendLater({
        ...rest,
        params,
        id: writing.sendKey,
        text: (writing.title ?? writing.bodyMd).trim().slice(0, 140),
      }),
    )
    .catch(() => false)
  if (kept) toast(said)
  return kept
}
