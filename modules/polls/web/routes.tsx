import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { ModuleRoutes } from '#platform/web/routing.ts'

export const routes: ModuleRoutes = ({ app }) => [
  createRoute({
    getParentRoute: () => app,
    path: '/polls/new',
    component: lazyRouteComponent(() => import('./pages/NewPollPage.tsx'), 'NewPollPage'),
  }),
]
