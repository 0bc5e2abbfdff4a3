import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { ModuleRoutes } from '#platform/web/routing.ts'

const month = (search: Record<string, unknown>) =>
  /^\d{4}-\d{2}$/.test(String(search['month'])) ? { month: String(search['month']) } : {}
const part = (search: Record<string, unknown>) => (search['part'] === 'given' ? { part: 'given' } : {})

export const routes: ModuleRoutes = ({ app, community }) => [
  createRoute({
    getParentRoute: () => community,
    path: '/workbench/thanks',
    component: lazyRouteComponent(() => import('./pages/ThanksBenchPage.tsx'), 'ThanksBenchPage'),
  }),
  createRoute({
    getParentRoute: () => community,
    path: '/thanks',
    validateSearch: month,
    component: lazyRouteComponent(() => import('./pages/WallPage.tsx'), 'WallPage'),
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/me/thanks',
    validateSearch: part,
    component: lazyRouteComponent(() => import('./pages/MyThanksPage.tsx'), 'MyThanksPage'),
  }),
]
