import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { ModuleRoutes } from '#platform/web/routing.ts'

export const routes: ModuleRoutes = ({ app, community }) => [
  createRoute({
    getParentRoute: () => app,
    path: '/register',
    component: lazyRouteComponent(() => import('./pages/RegisterPage.tsx'), 'RegisterPage'),
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/admin/privacy',
    component: lazyRouteComponent(() => import('./pages/ReadingsPage.tsx'), 'ReadingsPage'),
  }),
  createRoute({
    getParentRoute: () => community,
    path: '/seen',
    component: lazyRouteComponent(() => import('./pages/SeenHerePage.tsx'), 'SeenHerePage'),
  }),
]
