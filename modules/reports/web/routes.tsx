import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { ModuleRoutes } from '#platform/web/routing.ts'

/** Views inside a page travel in the address; anything else is dropped from it. */
const validate = (search: Record<string, unknown>) => ({
  ...(/^\d{4}-\d{2}$/.test(String(search['month'])) && { month: String(search['month']) }),
  ...(/^[a-z]{4,10}$/.test(String(search['part'])) && { part: String(search['part']) }),
  ...(Number(search['version']) > 0 && { version: Number(search['version']) }),
  ...(search['draft'] === true && { draft: true }),
})

export const routes: ModuleRoutes = ({ app, community }) => [
  createRoute({
    getParentRoute: () => app,
    path: '/me/voices',
    component: lazyRouteComponent(() => import('./pages/VoicesPage.tsx'), 'VoicesPage'),
  }),
  createRoute({
    getParentRoute: () => community,
    path: '/reports',
    component: lazyRouteComponent(() => import('./pages/ReportsPage.tsx'), 'ReportsPage'),
  }),
  createRoute({
    getParentRoute: () => community,
    path: '/reports/$month',
    validateSearch: validate,
    component: lazyRouteComponent(() => import('./pages/ReportsPage.tsx'), 'ReportPage'),
  }),
  createRoute({
    getParentRoute: () => community,
    path: '/workbench/report',
    validateSearch: validate,
    component: lazyRouteComponent(() => import('./pages/WritePage.tsx'), 'WritePage'),
  }),
  createRoute({
    getParentRoute: () => community,
    path: '/workbench/maturity',
    validateSearch: validate,
    component: lazyRouteComponent(() => import('./pages/WorthPage.tsx'), 'WorthPage'),
  }),
  createRoute({
    getParentRoute: () => community,
    path: '/workbench/exports',
    component: lazyRouteComponent(() => import('./pages/ExportsPage.tsx'), 'ExportsPage'),
  }),
]
