import { useSyncExternalStore } from 'react'

const wide = typeof window === 'undefined' ? undefined : window.matchMedia('(min-width: 76rem)')
const subscribe = (listener: () => void) => {
  wide?.addEventListener('change', listener)
  return () => wide?.removeEventListener('change', listener)
}

/** Whether the right rail stands beside the page (breakpoint `lg`). */
export const useWide = (): boolean => useSyncExternalStore(subscribe, () => wide?.matches ?? false)
