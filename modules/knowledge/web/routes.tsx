import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { queryClient } from '#platform/web/query-client.ts'
import type { ModuleRoutes } from '#platform/web/routing.ts'

// Questions are asked together with the page's code, and weigh nothing before.
const questions = () => import('./queries.ts')

const slugOf = (params: unknown): string => (params as { slug: string }).slug
const pageOf = (params: unknown): string => (params as { pageId: string }).pageId

export const routes: ModuleRoutes = ({ app, community }) => [
  createRoute({
    getParentRoute: () => app,
    path: '/pages',
    loader: () =>
      void questions().then(({ pagesQuery, placesQuery }) => {
        void queryClient.prefetchInfiniteQuery(pagesQuery({}))
        void queryClient.prefetchQuery(placesQuery)
      }),
    component: lazyRouteComponent(() => import('./pages/PagesPage.tsx'), 'PagesPage'),
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/pages/$pageId',
    loader: async ({ params }) => queryClient.ensureQueryData((await questions()).pageQuery(pageOf(params))),
    component: lazyRouteComponent(() => import('./pages/PagePage.tsx'), 'PagePage'),
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/pages/$pageId/edit',
    loader: async ({ params }) => queryClient.ensureQueryData((await questions()).pageQuery(pageOf(params))),
    component: lazyRouteComponent(() => import('./pages/EditPage.tsx'), 'EditPage'),
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/pages/$pageId/history',
    loader: async ({ params }) => queryClient.ensureQueryData((await questions()).pageQuery(pageOf(params))),
    component: lazyRouteComponent(() => import('./pages/HistoryPage.tsx'), 'HistoryPage'),
  }),
  createRoute({
    getParentRoute: () => community,
    path: '/pages',
    loader: ({ params }) =>
      void questions().then(({ collectionsQuery }) =>
        queryClient.prefetchQuery(collectionsQuery(slugOf(params))),
      ),
    component: lazyRouteComponent(() => import('./pages/CommunityPages.tsx'), 'CommunityPages'),
  }),
  createRoute({
    getParentRoute: () => community,
    path: '/pages/new',
    component: lazyRouteComponent(() => import('./pages/NewPage.tsx'), 'NewPage'),
  }),
  createRoute({
    getParentRoute: () => community,
    path: '/workbench/pages',
    loader: ({ params }) =>
      void questions().then(({ workbenchQuery }) =>
        queryClient.prefetchQuery(workbenchQuery(slugOf(params))),
      ),
    component: lazyRouteComponent(() => import('./pages/WorkbenchPages.tsx'), 'WorkbenchPages'),
  }),
]
