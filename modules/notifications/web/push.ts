import { api } from '#platform/web/api.ts'

export const canPush = (): boolean =>
  'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window

const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (one) => one.charCodeAt(0))
const textOf = (bytes: ArrayBuffer | null): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes ?? new ArrayBuffer(0))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')

/** "Firefox · Android": enough to tell one's own devices apart. */
function deviceLabel(): string {
  const agent = navigator.userAgent
  const browser = /Firefox|Edg|SamsungBrowser|Chrome|Safari/.exec(agent)?.[0] ?? ''
  const system = /Android|iPhone|iPad|Windows|Mac OS|Linux/.exec(agent)?.[0] ?? ''
  return (
    [browser.replace('Edg', 'Edge').replace('SamsungBrowser', 'Samsung'), system]
      .filter(Boolean)
      .join(' · ') || 'Web'
  )
}

/** Asks the browser, then lets the server wake it. `denied` when the person or the browser said no. */
export async function allowThisDevice(publicKey: string): Promise<'allowed' | 'denied'> {
  if ((await Notification.requestPermission()) !== 'granted') return 'denied'
  const worker = await navigator.serviceWorker.ready
  const subscription = await worker.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: bytesOf(publicKey),
  })
  await api('POST /api/v1/me/push', {
    body: {
      endpoint: subscription.endpoint,
      p256dh: textOf(subscription.getKey('p256dh')),
      auth: textOf(subscription.getKey('auth')),
      label: deviceLabel(),
    },
  })
  return 'allowed'
}
