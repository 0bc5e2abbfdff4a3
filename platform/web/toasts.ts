import { useSyncExternalStore } from 'react'
import type { ToastItem } from '#ui/Toasts.tsx'

interface Entry extends ToastItem {
  leaves: number
}

const plainTime = 6000
/** With a way back, people get longer to think. */
const undoTime = 10_000

let entries: readonly Entry[] = []
let heldSince: number | undefined
let timer: ReturnType<typeof setTimeout> | undefined
let nextId = 1
const listeners = new Set<() => void>()

function set(next: readonly Entry[]) {
  entries = next
  for (const listener of listeners) listener()
  schedule()
}
function schedule() {
  clearTimeout(timer)
  if (entries.length === 0 || heldSince !== undefined) return
  const first = Math.min(...entries.map((entry) => entry.leaves))
  timer = setTimeout(
    () => set(entries.filter((entry) => entry.leaves > Date.now())),
    Math.max(50, first - Date.now()),
  )
}

/** Says something short at the bottom of the screen: `toast(t('left'), { action: { label: t('undo'), run } })`. */
export function toast(text: string, options: Pick<ToastItem, 'action' | 'tone'> = {}): string {
  const id = `toast-${nextId++}`
  const leaves = Date.now() + (options.action ? undoTime : plainTime)
  set([...entries.slice(-2), { id, text, ...options, leaves }])
  return id
}
export const closeToast = (id: string): void => set(entries.filter((entry) => entry.id !== id))

/** While held (pointer or focus inside), nothing leaves; the time held is given back. */
export function holdToasts(held: boolean): void {
  if (held) heldSince ??= Date.now()
  else if (heldSince !== undefined) {
    const pause = Date.now() - heldSince
    heldSince = undefined
    entries = entries.map((entry) => ({ ...entry, leaves: entry.leaves + pause }))
  }
  schedule()
}

export const useToasts = (): readonly ToastItem[] =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => entries,
  )
