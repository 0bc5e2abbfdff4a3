import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { ModuleRoutes } from '#platform/web/routing.ts'

// The third one opens without a session: a line manager needs no account.
export const routes: ModuleRoutes = ({ app, bare, community }) => [
  createRoute({
    getParentRoute: () => app,
    path: '/ambassadors',
    component: lazyRouteComponent(() => import('./pages/AmbassadorsPage.tsx'), 'AmbassadorsPage'),
  }),
  createRoute({
    getParentRoute: () => community,
    path: '/workbench/ambassadors',
    component: lazyRouteComponent(() => import('./pages/BenchPage.tsx'), 'BenchPage'),
  }),
  createRoute({
    getParentRoute: () => bare,
    path: '/ambassador-agreement',
    component: lazyRouteComponent(() => import('./pages/AgreementPage.tsx'), 'AgreementPage'),
  }),
]
