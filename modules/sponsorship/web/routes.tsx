import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { ModuleRoutes } from '#platform/web/routing.ts'

export const routes: ModuleRoutes = ({ app, community }) => [
  createRoute({
    getParentRoute: () => community,
    path: '/promises',
    component: lazyRouteComponent(() => import('./pages/PromisesPage.tsx'), 'PromisesPage'),
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/me/sponsorship',
    component: lazyRouteComponent(() => import('./pages/MySponsorshipPage.tsx'), 'MySponsorshipPage'),
  }),
]
