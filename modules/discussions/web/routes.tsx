import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { mineQuery } from '#modules/communities/web/public.ts'
import type { ModuleRoutes } from '#platform/web/routing.ts'
import { queryClient } from '#platform/web/query-client.ts'
import { bookmarksQuery, homeFeedQuery, postQuery, waitingQuery } from './queries.ts'

export const routes: ModuleRoutes = ({ app, community }) => [
  createRoute({
    getParentRoute: () => app,
    path: '/',
    // Asked together with the page's code; the page shows skeletons meanwhile.
    loader: () => {
      void queryClient.prefetchInfiniteQuery(homeFeedQuery)
      void queryClient.prefetchQuery(mineQuery)
      void queryClient.prefetchQuery(waitingQuery)
    },
    component: lazyRouteComponent(() => import('./pages/HomePage.tsx'), 'HomePage'),
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/write',
    component: lazyRouteComponent(() => import('./pages/WritePage.tsx'), 'WritePage'),
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/posts/$postId',
    loader: ({ params }) => queryClient.ensureQueryData(postQuery((params as { postId: string }).postId)),
    component: lazyRouteComponent(() => import('./pages/PostPage.tsx'), 'PostPage'),
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/me/bookmarks',
    loader: () => void queryClient.prefetchInfiniteQuery(bookmarksQuery),
    component: lazyRouteComponent(() => import('./pages/BookmarksPage.tsx'), 'BookmarksPage'),
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/admin/files',
    component: lazyRouteComponent(() => import('./pages/FilesPage.tsx'), 'FilesPage'),
  }),
  createRoute({
    getParentRoute: () => community,
    path: '/',
    component: lazyRouteComponent(() => import('./pages/ConversationsTab.tsx'), 'ConversationsTab'),
  }),
  createRoute({
    getParentRoute: () => community,
    path: '/questions',
    component: lazyRouteComponent(() => import('./pages/QuestionsTab.tsx'), 'QuestionsTab'),
  }),
]
