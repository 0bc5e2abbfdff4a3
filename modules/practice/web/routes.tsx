import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { ModuleRoutes } from '#platform/web/routing.ts'

const known = ['part', 'leave', 'circle', 'kind'] as const
/** What is shown stands in the address. */
const validateSearch = (search: Record<string, unknown>) =>
  Object.fromEntries(
    known.flatMap((key) => (typeof search[key] === 'string' ? [[key, search[key]]] : [])),
  ) as {
    [K in (typeof known)[number]]?: string
  }

export const routes: ModuleRoutes = ({ app, community }) => [
  createRoute({
    getParentRoute: () => community,
    path: '/workbench/practice',
    validateSearch,
    component: lazyRouteComponent(() => import('./pages/PracticePage.tsx'), 'PracticePage'),
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/practice/$part',
    validateSearch,
    component: lazyRouteComponent(() => import('./pages/NetworkPage.tsx'), 'NetworkPage'),
  }),
]
