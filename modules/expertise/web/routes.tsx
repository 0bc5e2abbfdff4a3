import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { queryClient } from '#platform/web/query-client.ts'
import type { ModuleRoutes } from '#platform/web/routing.ts'

// Questions are asked together with the page's code, and weigh nothing before.
const questions = () => import('./queries.ts')

export const routes: ModuleRoutes = ({ app, community }) => [
  createRoute({
    getParentRoute: () => app,
    path: '/people/meet',
    loader: async () => queryClient.ensureQueryData((await questions()).meetQuery),
    component: lazyRouteComponent(() => import('./pages/MeetPage.tsx'), 'MeetPage'),
  }),
  createRoute({
    getParentRoute: () => community,
    path: '/workbench/experts',
    loader: ({ params }) =>
      void questions().then(({ coverQuery }) =>
        queryClient.prefetchQuery(coverQuery((params as { slug: string }).slug)),
      ),
    component: lazyRouteComponent(() => import('./pages/ExpertsPage.tsx'), 'ExpertsPage'),
  }),
]
