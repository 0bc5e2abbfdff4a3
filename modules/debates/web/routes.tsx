import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { ModuleRoutes } from '#platform/web/routing.ts'

export const routes: ModuleRoutes = ({ app, community }) => [
  createRoute({
    getParentRoute: () => community,
    path: '/debates',
    component: lazyRouteComponent(() => import('./pages/DebatesPage.tsx'), 'DebatesPage'),
  }),
  createRoute({
    getParentRoute: () => community,
    path: '/workbench/debates',
    component: lazyRouteComponent(() => import('./pages/BenchPage.tsx'), 'BenchPage'),
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/debates/$debateId',
    component: lazyRouteComponent(() => import('./pages/DebatePage.tsx'), 'DebatePage'),
  }),
]
