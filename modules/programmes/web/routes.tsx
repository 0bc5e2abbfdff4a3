import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { ModuleRoutes } from '#platform/web/routing.ts'

export const routes: ModuleRoutes = ({ app }) => [
  createRoute({
    getParentRoute: () => app,
    path: '/programmes',
    component: lazyRouteComponent(() => import('./pages/ProgrammesPage.tsx'), 'ProgrammesPage'),
  }),
]
