import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { ModuleRoutes } from '#platform/web/routing.ts'

const words = (search: Record<string, unknown>, ...names: string[]): Record<string, string> =>
  Object.fromEntries(
    names.flatMap((name) => (typeof search[name] === 'string' ? [[name, search[name]]] : [])),
  )

export const routes: ModuleRoutes = ({ app, community }) => [
  createRoute({
    getParentRoute: () => community,
    path: '/workbench/listening',
    validateSearch: (search) => words(search, 'theme', 'part'),
    component: lazyRouteComponent(() => import('./pages/BoardPage.tsx'), 'BoardPage'),
  }),
  createRoute({
    getParentRoute: () => community,
    path: '/heard',
    validateSearch: (search) => words(search, 'part', 'tag'),
    component: lazyRouteComponent(() => import('./pages/HeardPage.tsx'), 'HeardPage'),
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/me/listening',
    component: lazyRouteComponent(() => import('./pages/MyListeningPage.tsx'), 'MyListeningPage'),
  }),
]
