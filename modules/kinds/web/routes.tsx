import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { ModuleRoutes } from '#platform/web/routing.ts'

export const routes: ModuleRoutes = ({ community }) => [
  createRoute({
    getParentRoute: () => community,
    path: '/board',
    component: lazyRouteComponent(() => import('./pages/BoardPage.tsx'), 'BoardPage'),
  }),
  createRoute({
    getParentRoute: () => community,
    path: '/programme',
    component: lazyRouteComponent(() => import('./pages/ProgrammePage.tsx'), 'ProgrammePage'),
  }),
  createRoute({
    getParentRoute: () => community,
    path: '/decisions',
    component: lazyRouteComponent(() => import('./pages/DecisionsPage.tsx'), 'DecisionsPage'),
  }),
  createRoute({
    getParentRoute: () => community,
    path: '/workbench/kind',
    component: lazyRouteComponent(() => import('./pages/KindPage.tsx'), 'KindPage'),
  }),
]
