import { useSyncExternalStore } from 'react'
import {
  fontNow,
  setFont,
  setTheme,
  themeNow,
  type FontChoice,
  type Theme,
} from '#platform/web/preferences.ts'

const listeners = new Set<() => void>()
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
const changed = () => {
  for (const listener of listeners) listener()
}

/** Theme and face of this device, and how to change them. */
export function useDisplay() {
  return {
    theme: useSyncExternalStore(subscribe, themeNow),
    font: useSyncExternalStore(subscribe, fontNow),
    setTheme(theme: Theme) {
      setTheme(theme)
      changed()
    },
    setFont(font: FontChoice) {
      setFont(font)
      changed()
    },
  }
}
