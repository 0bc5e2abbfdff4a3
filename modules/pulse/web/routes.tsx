import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { ModuleRoutes } from '#platform/web/routing.ts'

export const routes: ModuleRoutes = ({ app, community }) => [
  createRoute({
    getParentRoute: () => community,
    path: '/pulse',
    component: lazyRouteComponent(() => import('./pages/PulsePage.tsx'), 'PulsePage'),
  }),
  createRoute({
    getParentRoute: () => community,
    path: '/workbench/pulse',
    component: lazyRouteComponent(() => import('./pages/DeskPage.tsx'), 'DeskPage'),
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/pulse/$waveId',
    component: lazyRouteComponent(() => import('./pages/WavePage.tsx'), 'WavePage'),
  }),
]
