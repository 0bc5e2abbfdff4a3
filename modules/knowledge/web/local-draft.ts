import { useRef, useState } from 'react'
import type { Attachment } from '#modules/discussions/contract.ts'

/** What is being written of a page; kept on this device at every keystroke. */
export interface PageWriting {
  title: string
  bodyMd: string
  tags: string
  note: string
  language: 'fr' | 'en'
  reviewOn: string
  template: string
  attachments: Attachment[]
  /** Version that the writer began from; 0 for a page that is not published. */
  baseVersion: number
}

const keyOf = (memberId: string, key: string): string => `preau.page-draft.${memberId}.${key}`

function read(key: string): PageWriting | undefined {
  try {
    const text = localStorage.getItem(key)
    return text ? (JSON.parse(text) as PageWriting) : undefined
  } catch {
    return undefined
  }
}
function write(key: string, writing: PageWriting | undefined): void {
  try {
    if (writing) localStorage.setItem(key, JSON.stringify(writing))
    else localStorage.removeItem(key)
  } catch {
    // Full or forbidden: the text stays on screen, only the reload would lose it.
  }
}

export interface PageDraft {
  writing: PageWriting
  change: (patch: Partial<PageWriting> | ((now: PageWriting) => Partial<PageWriting>)) => void
  /** Found again after a reload. */
  isRestored: boolean
  dismissRestored: () => void
  /** Forgets what was kept, and goes back to `to` where it is given. */
  forget: (to?: PageWriting) => void
}

/** The text of one page being written by one person on this device. */
export function usePageDraft(memberId: string, name: string, start: PageWriting): PageDraft {
  const key = keyOf(memberId, name)
  const [first] = useState(() => read(key))
  const [writing, setWriting] = useState<PageWriting>(first ?? start)
  const [isRestored, setRestored] = useState(first !== undefined)
  const current = useRef(writing)
  const set = (next: PageWriting) => {
    current.current = next
    setWriting(next)
  }
  return {
    writing,
    isRestored,
    dismissRestored: () => setRestored(false),
    change(patch) {
      const next = { ...current.current, ...(typeof patch === 'function' ? patch(current.current) : patch) }
      set(next)
      write(key, next)
    },
    forget(to) {
      write(key, undefined)
      setRestored(false)
      if (to) set(to)
    },
  }
}
