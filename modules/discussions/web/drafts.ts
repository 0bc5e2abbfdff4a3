import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Attachment, DraftContent, PostKind } from '../contract.ts'
import { api, newKey } from '#platform/web/api.ts'
import { queryClient } from '#platform/web/query-client.ts'
import { useMember } from '#platform/web/session.ts'
import { draftsQuery, keys } from './queries.ts'
import { createDraftStore, type DraftStore } from './text/draft-store.ts'

/** What a composer holds. `sendKey` and `declined` never leave the device. */
export interface Writing {
  bodyMd: string
  title: string | null
  kind: PostKind | null
  communityId: string | null
  attachments: Attachment[]
  tags: string[]
  /** Fixed for the life of the draft: a second click or a retry after a lost answer sends once. */
  sendKey: string
  /** Proposals that were told no. */
  declined: string[]
}

export const emptyWriting = (start: Partial<Writing> = {}): Writing => ({
  bodyMd: '',
  title: null,
  kind: null,
  communityId: null,
  attachments: [],
  tags: [],
  sendKey: newKey(),
  declined: [],
  ...start,
})
export const isWritten = (writing: Writing): boolean =>
  writing.bodyMd.trim() !== '' || Boolean(writing.title?.trim()) || writing.attachments.length > 0

const travelling = ({ bodyMd, title, kind, communityId, attachments, tags }: Writing): DraftContent => ({
  bodyMd,
  ...(title && { title }),
  ...(kind && { kind }),
  ...(communityId && { communityId }),
  ...(attachments.length > 0 && { attachments }),
  ...(tags && tags.length > 0 && { tags }),
})
const fromServer = (content: DraftContent): Writing =>
  emptyWriting({
    bodyMd: content.bodyMd ?? '',
    title: content.title ?? null,
    kind: content.kind ?? null,
    communityId: content.communityId ?? null,
    attachments: content.attachments ?? [],
    tags: content.tags ?? [],
  })

function browserStorage(): Storage | undefined {
  try {
    return window.localStorage
  } catch {
    return undefined
  }
}

const stores = new Map<string, DraftStore<Writing>>()

/** The drafts of one member on this device; one store per page load. */
export function draftsOf(memberId: string): DraftStore<Writing> {
  let store = stores.get(memberId)
  if (store) return store
  const forgetList = () => void queryClient.invalidateQueries({ queryKey: keys.drafts, refetchType: 'none' })
  store = createDraftStore<Writing>({
    memberId,
    storage: browserStorage(),
    adopt: (there, here) => (here ? { ...there, sendKey: here.sendKey, declined: here.declined } : there),
    remote: {
      // The list is asked once for all composers of a page.
      async load(key) {
        const drafts = await queryClient.fetchQuery(draftsQuery)
        const draft = drafts.find((one) => one.key === key)
        return draft && { content: fromServer(draft.content), at: Date.parse(draft.updatedAt) }
      },
      async save(key, content) {
        await api('PUT /api/v1/drafts/:key', { params: { key }, body: travelling(content) })
        forgetList()
      },
      async remove(key) {
        await api('DELETE /api/v1/drafts/:key', { params: { key } })
        forgetList()
      },
    },
  })
  stores.set(memberId, store)
  const flush = () => void stores.get(memberId)?.flush()
  window.addEventListener('online', flush)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') flush()
  })
  return store
}

export interface DraftHandle {
  writing: Writing
  /** A function receives the text of that very moment (an upload may end long after it began). */
  change: (patch: Partial<Writing> | ((now: Writing) => Partial<Writing>)) => void
  /** Found again after a reload or on another device; the composer says so. */
  isRestored: boolean
  /** Throws the text away, or forgets it after it was sent. */
  forget: () => void
  dismissRestored: () => void
}

/** The text of one composer, kept at every keystroke and found again. */
export function useDraft(key: string, start: Partial<Writing> = {}): DraftHandle {
  const { id } = useMember()
  const store = draftsOf(id)
  const [first] = useState(() => store.peek(key))
  const [writing, setWriting] = useState<Writing>(() => first ?? emptyWriting(start))
  const [isRestored, setRestored] = useState(first !== undefined && isWritten(first))
  const hasTyped = useRef(false)
  const current = useRef(writing)
  const set = (next: Writing) => {
    current.current = next
    setWriting(next)
  }
  const take = useEffectEvent((found: Writing | undefined) => {
    if (!found || hasTyped.current || !isWritten(found)) return
    set(found)
    setRestored(true)
  })
  // Outside system: the drafts kept by the server, maybe from another device.
  useEffect(() => {
    let isCurrent = true
    void store.restore(key).then((found) => {
      if (isCurrent) take(found)
    })
    return () => {
      isCurrent = false
    }
  }, [store, key])
  return {
    writing,
    isRestored,
    dismissRestored: () => setRestored(false),
    change(patch) {
      hasTyped.current = true
      const next = { ...current.current, ...(typeof patch === 'function' ? patch(current.current) : patch) }
      set(next)
      if (isWritten(next)) store.keep(key, next)
      else store.drop(key)
    },
    forget() {
      hasTyped.current = true
      setRestored(false)
      set(emptyWriting(start))
      store.drop(key)
    },
  }
}
