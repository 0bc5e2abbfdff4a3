import type { AnyRouter } from '@tanstack/react-router'

/**
 * After navigation the focus goes to the page's heading, so that a screen reader says where one is and Tab
 * continues from there. Not on the first load, nor when only the search part changed (filters, tabs).
 */
export function followNavigation(router: AnyRouter): void {
  router.subscribe('onRendered', ({ fromLocation, pathChanged, hashChanged }) => {
    if (!fromLocation || !pathChanged || hashChanged) return
    const heading =
      document.querySelector<HTMLElement>('main h1[tabindex="-1"]') ??
      document.querySelector<HTMLElement>('main')
    heading?.focus({ preventScroll: true })
  })
}
