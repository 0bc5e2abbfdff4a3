import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { ModuleRoutes } from '#platform/web/routing.ts'

export const routes: ModuleRoutes = ({ community }) => [
  createRoute({
    getParentRoute: () => community,
    path: '/problem',
    component: lazyRouteComponent(() => import('./pages/ProblemPage.tsx'), 'ProblemPage'),
  }),
  createRoute({
    getParentRoute: () => community,
    path: '/workbench/problem',
    component: lazyRouteComponent(() => import('./pages/ProblemPage.tsx'), 'WorkbenchProblem'),
  }),
]
