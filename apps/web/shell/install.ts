import { useSyncExternalStore } from 'react'

interface InstallPrompt extends Event {
  prompt(): Promise<unknown>
}
let offered: InstallPrompt | undefined
const listeners = new Set<() => void>()
const say = () => {
  for (const listener of listeners) listener()
}

/** The browser offers the installation once, early: it is kept for the moment somebody wants it. */
export function rememberInstallOffer(): void {
  window.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault()
    offered = event as InstallPrompt
    say()
  })
  window.addEventListener('appinstalled', () => {
    offered = undefined
    say()
  })
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Asks the browser to install the product; undefined where it cannot, or has done so. */
export const useInstall = (): (() => void) | undefined => {
  const offer = useSyncExternalStore(subscribe, () => offered)
  return offer && (() => void offer.prompt())
}
