import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { ModuleRoutes } from '#platform/web/routing.ts'

/** Views inside a page travel in the address. */
const words = (search: Record<string, unknown>) =>
  Object.fromEntries(
    ['step', 'part', 'view', 'language'].flatMap((name) =>
      typeof search[name] === 'string' ? [[name, search[name]]] : [],
    ),
  )

export const routes: ModuleRoutes = ({ app }) => [
  createRoute({
    getParentRoute: () => app,
    path: '/newsletters',
    component: lazyRouteComponent(() => import('./pages/NewslettersPage.tsx'), 'NewslettersPage'),
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/newsletters/$issueId',
    validateSearch: words,
    component: lazyRouteComponent(() => import('./pages/IssuePage.tsx'), 'IssuePage'),
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/newsletters/$issueId/edit',
    validateSearch: words,
    component: lazyRouteComponent(() => import('./pages/EditPage.tsx'), 'EditPage'),
  }),
]
