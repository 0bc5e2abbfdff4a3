import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { ModuleRoutes } from '#platform/web/routing.ts'

/** `part` chooses what a page shows, `version` which canvas; anything else is dropped from the address. */
const validate = (search: Record<string, unknown>) => ({
  ...(typeof search['part'] === 'string' && { part: search['part'] }),
  ...(Number(search['version']) > 0 && { version: Number(search['version']) }),
})

export const routes: ModuleRoutes = ({ app, community }) => [
  createRoute({
    getParentRoute: () => app,
    path: '/communities/wishes',
    validateSearch: validate,
    component: lazyRouteComponent(() => import('./pages/WishesPage.tsx'), 'WishesPage'),
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/peer-reviews/$reviewId',
    component: lazyRouteComponent(() => import('./pages/PeerReviewPage.tsx'), 'PeerReviewPage'),
  }),
  createRoute({
    getParentRoute: () => community,
    path: '/life',
    validateSearch: validate,
    component: lazyRouteComponent(() => import('./pages/CanvasPage.tsx'), 'CanvasPage'),
  }),
  createRoute({
    getParentRoute: () => community,
    path: '/workbench/life',
    validateSearch: validate,
    component: lazyRouteComponent(() => import('./pages/LifePage.tsx'), 'LifePage'),
  }),
]
