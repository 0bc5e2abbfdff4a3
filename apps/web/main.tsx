import '#ui/styles/index.css'
import './catalogues.ts'
import { QueryClientProvider } from '@tanstack/react-query'
import { createRouter, RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { LanguageProvider, loadCatalogue, preferredLanguage } from '#platform/web/i18n.tsx'
import { recall } from '#platform/web/preferences.ts'
import { queryClient } from '#platform/web/query-client.ts'
import { sessionQuery } from '#platform/web/session.ts'
import { SkeletonPage } from '#ui/Skeleton.tsx'
import { routeTree } from './routes.tsx'
import { CrashPage, NotFoundPage } from './pages/ErrorPages.tsx'
import { registerServiceWorker } from './service-worker.ts'
import { followNavigation } from './shell/focus.ts'
import { rememberInstallOffer } from './shell/install.ts'

const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  defaultPendingComponent: SkeletonPage,
  defaultPendingMs: 120,
  defaultPendingMinMs: 200,
  defaultErrorComponent: CrashPage,
  defaultNotFoundComponent: NotFoundPage,
  scrollRestoration: true,
})
followNavigation(router)

async function start() {
  // The session decides the language unless this device has chosen one; words and session travel together.
  const early = preferredLanguage()
  const words = Promise.all([loadCatalogue('shell', early), loadCatalogue('platform', early)])
  const session = await queryClient.ensureQueryData(sessionQuery).catch(() => undefined)
  const language = recall('language') === null ? (session?.language ?? early) : early
  await (language === early
    ? words
    : Promise.all([loadCatalogue('shell', language), loadCatalogue('platform', language)]))
  const element = document.getElementById('root')
  if (!element) throw new Error('index.html has no #root')
  createRoot(element).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <LanguageProvider initial={language} navigate={(href) => void router.navigate({ href })}>
          <RouterProvider router={router} />
        </LanguageProvider>
      </QueryClientProvider>
    </StrictMode>,
  )
}

rememberInstallOffer()
void start()
registerServiceWorker()
