import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { queryClient } from '#platform/web/query-client.ts'
import type { ModuleRoutes } from '#platform/web/routing.ts'
import { administeredPath } from './paths.ts'
import { discoverQuery, membersQuery, mineQuery } from './queries.ts'

const settings = lazyRouteComponent(() => import('./pages/SettingsPage.tsx'), 'SettingsPage')

export const routes: ModuleRoutes = ({ app, community }) => [
  createRoute({
    getParentRoute: () => app,
    path: '/communities',
    loader: () => {
      void queryClient.prefetchQuery(mineQuery)
      void queryClient.prefetchInfiniteQuery(discoverQuery({ q: '', kind: undefined }))
    },
    component: lazyRouteComponent(() => import('./pages/CommunitiesPage.tsx'), 'CommunitiesPage'),
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/communities/new',
    component: lazyRouteComponent(() => import('./pages/NewCommunityPage.tsx'), 'NewCommunityPage'),
  }),
  createRoute({
    getParentRoute: () => app,
    path: administeredPath,
    component: lazyRouteComponent(
      () => import('./pages/AdministeredCommunitiesPage.tsx'),
      'AdministeredCommunitiesPage',
    ),
  }),
  createRoute({
    getParentRoute: () => community,
    path: '/members',
    loader: ({ params }) =>
      void queryClient.prefetchInfiniteQuery(membersQuery((params as { slug: string }).slug, '')),
    component: lazyRouteComponent(() => import('./pages/MembersPage.tsx'), 'MembersPage'),
  }),
  createRoute({
    getParentRoute: () => community,
    path: '/about',
    component: lazyRouteComponent(() => import('./pages/AboutPage.tsx'), 'AboutPage'),
  }),
  createRoute({ getParentRoute: () => community, path: '/settings', component: settings }),
  createRoute({ getParentRoute: () => community, path: '/settings/$part', component: settings }),
]
