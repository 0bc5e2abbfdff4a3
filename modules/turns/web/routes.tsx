import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { ModuleRoutes } from '#platform/web/routing.ts'

export const routes: ModuleRoutes = ({ app }) => [
  createRoute({
    getParentRoute: () => app,
    path: '/turns',
    component: lazyRouteComponent(() => import('./pages/TurnsPage.tsx'), 'TurnsPage'),
  }),
]
