import { recall } from './preferences.ts'

// The small part that every page loads; the store itself arrives when it is needed (kept.ts).

/** What may be read again without a network: conversations, pages, gatherings and lists of one's own communities. */
const worthKeeping = [
  /^\/api\/v1\/(session|feed|me\/communities)$/,
  /^\/api\/v1\/me\/agenda(\?|$)/,
  /^\/api\/v1\/(posts|pages|gatherings)\/[\w-]+$/,
  /^\/api\/v1\/communities\/[\w-]+(\/(feed|page-collections|gatherings))?$/,
]
const isWorthKeeping = (path: string): boolean =>
  recall('offline') !== 'off' && worthKeeping.some((pattern) => pattern.test(path))

const store = () => import('./kept.ts')

/** After an answer of the network. */
export function noteAnswer(path: string, body: unknown): void {
  if (isWorthKeeping(path)) void store().then(({ keepAnswer }) => keepAnswer(path, body))
}

/** After a refusal of the network: what is no longer open to this person does not stay on the device. */
export function noteRefusal(path: string, status: number): void {
  if ([401, 403, 404, 410].includes(status) && isWorthKeeping(path))
    void store().then(({ forgetAnswer }) => forgetAnswer(path))
}

/** Without a network: what this device has read of it. */
export async function recallAnswer(path: string): Promise<{ body: unknown; at: number } | undefined> {
  if (!isWorthKeeping(path)) return undefined
  try {
    return await (await store()).findAnswer(path)
  } catch {
    return undefined
  }
}

/** After a live message: what was deleted, hidden, moved or withdrawn does not stay on the device. */
export function noteGone(name: string, payload: Record<string, unknown>): void {
  if (!/(Deleted|Hidden|Moved|Withdrawn|Cancelled|Archived)$|visibilityChanged$/.test(name)) return
  const id = payload['commentId'] ?? payload['postId'] ?? payload['pageId'] ?? payload['gatheringId']
  void store().then(({ forgetAbout, forgetAllAnswers }) =>
    typeof id === 'string' ? forgetAbout(id) : forgetAllAnswers(),
  )
}
