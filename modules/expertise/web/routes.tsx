import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { queryClient } from '#platform/web/query-client.ts'
import type { ModuleRoutes } from '#platform/web/routing.ts'
import { coverQuery, meetQuery } from './queries.ts'

export const routes: ModuleRoutes = ({ app, community }) => [
  createRoute({
    getParentRoute: () => app,
    path: '/people/meet',
    loader: () => queryClient.ensureQueryData(meetQuery),
    component: lazyRouteComponent(() => import('./pages/MeetPage.tsx'), 'MeetPage'),
  }),
  createRoute({
    getParentRoute: () => community,
    path: '/workbench/experts',
    loader: ({ params }) => void queryClient.prefetchQuery(coverQuery((params as { slug: string }).slug)),
    component: lazyRouteComponent(() => import('./pages/ExpertsPage.tsx'), 'ExpertsPage'),
  }),
]
