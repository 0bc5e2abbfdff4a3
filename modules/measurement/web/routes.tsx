import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { ModuleRoutes } from '#platform/web/routing.ts'

const validatePublished = ({ view, period }: Record<string, unknown>) => ({
  ...(view === 'network' && { view }),
  ...(typeof period === 'string' && /^\d{4}-(\d\d|Q[1-4])$/.test(period) && { period }),
})

export const routes: ModuleRoutes = ({ community }) => [
  createRoute({
    getParentRoute: () => community,
    path: '/published',
    validateSearch: validatePublished,
    component: lazyRouteComponent(() => import('./pages/NetworkPublishedPage.tsx'), 'NetworkPublishedPage'),
  }),
  createRoute({
    getParentRoute: () => community,
    path: '/workbench/network',
    validateSearch: validatePublished,
    component: lazyRouteComponent(() => import('./pages/NetworkPage.tsx'), 'NetworkPage'),
  }),
  createRoute({
    getParentRoute: () => community,
    path: '/figures',
    component: lazyRouteComponent(() => import('./pages/FiguresPage.tsx'), 'FiguresPage'),
  }),
]
