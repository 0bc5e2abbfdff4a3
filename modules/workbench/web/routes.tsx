import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { queryClient } from '#platform/web/query-client.ts'
import type { ModuleRoutes } from '#platform/web/routing.ts'
import { isLevel } from './levels.ts'

// Questions are asked together with the page's code, and weigh nothing before.
const questions = () => import('./queries.ts')

const slugOf = (params: unknown): string => (params as { slug: string }).slug

/** `level` in the address filters the list; anything else is dropped from it. */
export const validateRescue = (search: Record<string, unknown>) =>
  isLevel(search['level']) ? { level: search['level'] } : {}

export const routes: ModuleRoutes = ({ community }) => [
  createRoute({
    getParentRoute: () => community,
    path: '/workbench',
    loader: ({ params }) =>
      void questions().then(({ morningQuery }) => queryClient.prefetchQuery(morningQuery(slugOf(params)))),
    component: lazyRouteComponent(() => import('./pages/MorningPage.tsx'), 'MorningPage'),
  }),
  createRoute({
    getParentRoute: () => community,
    path: '/workbench/rescue',
    validateSearch: validateRescue,
    component: lazyRouteComponent(() => import('./pages/RescuePage.tsx'), 'RescuePage'),
  }),
  createRoute({
    getParentRoute: () => community,
    path: '/workbench/welcome',
    loader: ({ params }) =>
      void questions().then(({ welcomeQuery }) =>
        queryClient.prefetchInfiniteQuery(welcomeQuery(slugOf(params))),
      ),
    component: lazyRouteComponent(() => import('./pages/WelcomePage.tsx'), 'WelcomePage'),
  }),
  createRoute({
    getParentRoute: () => community,
    path: '/workbench/contributors',
    component: lazyRouteComponent(() => import('./pages/ContributorsPage.tsx'), 'ContributorsPage'),
  }),
  createRoute({
    getParentRoute: () => community,
    path: '/workbench/seeding',
    component: lazyRouteComponent(() => import('./pages/SeedingPage.tsx'), 'SeedingPage'),
  }),
  createRoute({
    getParentRoute: () => community,
    path: '/workbench/figures',
    component: lazyRouteComponent(() => import('./pages/FiguresPage.tsx'), 'FiguresPage'),
  }),
]
