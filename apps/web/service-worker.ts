/** The shell opens offline from the second visit on (`sw.js`, written by vite.config.ts). Never in development. */
export function registerServiceWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  window.addEventListener('load', () => {
    navigator.serviceWorker.register('/sw.js').catch(() => {
      // Plain HTTP or a policy forbids it: the product works without.
    })
  })
}
