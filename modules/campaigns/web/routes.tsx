import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { ModuleRoutes } from '#platform/web/routing.ts'

export const routes: ModuleRoutes = ({ app }) => [
  createRoute({
    getParentRoute: () => app,
    path: '/campaigns/$tag',
    component: lazyRouteComponent(() => import('./pages/CampaignPage.tsx'), 'CampaignPage'),
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/me/consents',
    component: lazyRouteComponent(() => import('./pages/ConsentsPage.tsx'), 'ConsentsPage'),
  }),
]
