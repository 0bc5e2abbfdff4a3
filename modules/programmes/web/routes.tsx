import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { ModuleRoutes } from '#platform/web/routing.ts'

export const routes: ModuleRoutes = ({ app, community }) => [
  createRoute({
    getParentRoute: () => app,
    path: '/programmes/{-$programmeId}',
    component: lazyRouteComponent(() => import('./pages/ProgrammesPage.tsx'), 'ProgrammesPage'),
  }),
  createRoute({
    getParentRoute: () => community,
    path: '/workbench/change',
    component: lazyRouteComponent(() => import('./pages/ChangePage.tsx'), 'ChangePage'),
  }),
]
