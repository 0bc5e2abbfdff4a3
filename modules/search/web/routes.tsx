import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { ModuleRoutes } from '#platform/web/routing.ts'

export const routes: ModuleRoutes = ({ app, community }) => [
  createRoute({
    getParentRoute: () => app,
    path: '/search',
    component: lazyRouteComponent(() => import('./pages/SearchPage.tsx'), 'SearchPage'),
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/admin/search',
    component: lazyRouteComponent(() => import('./pages/MissedSearchesPage.tsx'), 'MissedSearchesPage'),
  }),
  createRoute({
    getParentRoute: () => community,
    path: '/workbench/unanswered-searches',
    component: lazyRouteComponent(() => import('./pages/MissedSearchesInPage.tsx'), 'MissedSearchesInPage'),
  }),
]
