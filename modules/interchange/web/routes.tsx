import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { ModuleRoutes } from '#platform/web/routing.ts'

export const routes: ModuleRoutes = ({ app }) => [
  createRoute({
    getParentRoute: () => app,
    path: '/me/data',
    component: lazyRouteComponent(() => import('./pages/MyDataPage.tsx'), 'MyDataPage'),
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/admin/retention',
    component: lazyRouteComponent(() => import('./pages/RetentionPage.tsx'), 'RetentionPage'),
  }),
]
