// Keeps the shell: opening the product offline shows the page and what was kept, never a browser's error.
// Nothing of the API is ever cached here: what was visible yesterday may not be visible today.
const cacheName = 'preau-shell-__VERSION__'
const files = __FILES__
// A server may vary on Origin or encoding; the content is the same.
const anyVariant = { ignoreVary: true }

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(cacheName)
      .then((cache) => cache.addAll(files))
      .then(() => self.skipWaiting()),
  )
})

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(
          names
            .filter((name) => name.startsWith('preau-shell-') && name !== cacheName)
            .map((name) => caches.delete(name)),
        ),
      )
      .then(() => self.clients.claim()),
  )
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== location.origin || url.pathname.startsWith('/api/')) return
  if (request.mode === 'navigate') {
    // The network decides while it is there, so that a release shows at once; the kept shell otherwise.
    event.respondWith(fetch(request).catch(() => caches.match('/', anyVariant)))
    return
  }
  if (url.pathname.startsWith('/assets/') || files.includes(url.pathname)) {
    // Names carry the hash of their content: what is kept is right for ever.
    event.respondWith(
      caches.match(request, anyVariant).then(
        (kept) =>
          kept ??
          fetch(request).then((answer) => {
            if (answer.ok && url.pathname.startsWith('/assets/')) {
              const copy = answer.clone()
              event.waitUntil(caches.open(cacheName).then((cache) => cache.put(request, copy)))
            }
            return answer
          }),
      ),
    )
  }
})

// Web push: the server says what may be read now, sealed for this device. Without words something is still shown,
// because browsers withdraw the permission of a worker that stays silent.
self.addEventListener('push', (event) => {
  let told = {}
  try {
    told = event.data?.json() ?? {}
  } catch {
    // Not ours; the plain title stands.
  }
  event.waitUntil(
    self.registration.showNotification(told.title ?? 'Préau', {
      body: told.body ?? '',
      lang: told.lang ?? 'fr',
      tag: told.tag ?? 'preau',
      icon: '/favicon.svg',
      data: {
        path: typeof told.path === 'string' && told.path.startsWith('/') ? told.path : '/notifications',
      },
    }),
  )
})

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  const target = new URL(event.notification.data?.path ?? '/notifications', location.origin)
  if (target.origin !== location.origin) return
  event.waitUntil(
    self.clients.matchAll({ type: 'window', includeUncontrolled: true }).then(async (open) => {
      const [client] = open
      if (!client) return self.clients.openWindow(target.href)
      await client.focus()
      return client.navigate(target.href)
    }),
  )
})
