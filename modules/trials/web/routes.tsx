import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { ModuleRoutes } from '#platform/web/routing.ts'

export const routes: ModuleRoutes = ({ app }) => [
  createRoute({
    getParentRoute: () => app,
    path: '/trials',
    component: lazyRouteComponent(() => import('./pages/TrialsPage.tsx'), 'TrialsPage'),
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/trials/$trialId',
    component: lazyRouteComponent(() => import('./pages/TrialPage.tsx'), 'TrialPage'),
  }),
]
