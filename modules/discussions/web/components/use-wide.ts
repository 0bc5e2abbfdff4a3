import { useSyncExternalStore } from 'react'

const wide = typeof window === 'undefined' ? undefined : window.matchMedia('(min-width: 76rem)')
const subscribe = (listener: () => void) => {
  wide?.addEventListener('change', listener)
  return () => wide?.removeEventListener('change', listener)
}

const roomy = typeof window === 'undefined' ? undefined : window.matchMedia('(min-width: 60rem)')
const subscribeRoomy = (listener: () => void) => {
  roomy?.addEventListener('change', listener)
  return () => roomy?.removeEventListener('change', listener)
}

/** Whether two columns of text fit side by side. */
export const useRoomForTwo = (): boolean =>
  useSyncExternalStore(subscribeRoomy, () => roomy?.matches ?? false)

/** Whether the right rail stands beside the page (breakpoint `lg`). */
export const useWide = (): boolean => useSyncExternalStore(subscribe, () => wide?.matches ?? false)
