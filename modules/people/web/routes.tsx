import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { queryClient } from '#platform/web/query-client.ts'
import type { ModuleRoutes } from '#platform/web/routing.ts'
import { sessionQuery } from '#platform/web/session.ts'

// Questions are asked together with the page's code, and weigh nothing before.
const questions = () => import('./queries.ts')

export const routes: ModuleRoutes = ({ app, bare }) => [
  createRoute({
    getParentRoute: () => bare,
    path: '/setup',
    component: lazyRouteComponent(() => import('./pages/SetUpPage.tsx'), 'SetUpPage'),
  }),
  createRoute({
    getParentRoute: () => bare,
    path: '/sign-in',
    component: lazyRouteComponent(() => import('./pages/SignInPage.tsx'), 'SignInPage'),
  }),
  createRoute({
    getParentRoute: () => bare,
    path: '/forgot',
    component: lazyRouteComponent(() => import('./pages/ForgotPage.tsx'), 'ForgotPage'),
  }),
  createRoute({
    getParentRoute: () => bare,
    path: '/reset/$token',
    component: lazyRouteComponent(() => import('./pages/ResetPage.tsx'), 'ResetPage'),
  }),
  createRoute({
    getParentRoute: () => bare,
    path: '/invitation/$token',
    component: lazyRouteComponent(() => import('./pages/InvitationPage.tsx'), 'InvitationPage'),
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/people',
    loader: () => void questions().then(({ filtersQuery }) => queryClient.prefetchQuery(filtersQuery)),
    component: lazyRouteComponent(() => import('./pages/DirectoryPage.tsx'), 'DirectoryPage'),
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/people/$memberId',
    loader: async ({ params }) =>
      queryClient.ensureQueryData(
        (await questions()).profileQuery((params as { memberId: string }).memberId),
      ),
    component: lazyRouteComponent(() => import('./pages/ProfilePage.tsx'), 'ProfilePage'),
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/me/profile',
    loader: async () => queryClient.ensureQueryData((await questions()).ownProfileQuery),
    component: lazyRouteComponent(() => import('./pages/EditProfilePage.tsx'), 'EditProfilePage'),
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/me/account',
    loader: () => void questions().then(({ sessionsQuery }) => queryClient.prefetchQuery(sessionsQuery)),
    component: lazyRouteComponent(() => import('./pages/AccountPage.tsx'), 'AccountPage'),
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/me/seen',
    loader: () =>
      void questions().then(({ accessLogQuery }) => queryClient.prefetchInfiniteQuery(accessLogQuery)),
    component: lazyRouteComponent(() => import('./pages/SeenPage.tsx'), 'SeenPage'),
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/admin/people',
    component: lazyRouteComponent(() => import('./pages/AccountsPage.tsx'), 'AccountsPage'),
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/admin/places',
    // The shell turns the others away; nothing is asked for them.
    loader() {
      if (queryClient.getQueryData(sessionQuery.queryKey)?.member?.isAdministrator)
        void questions().then(({ placesQuery }) => queryClient.prefetchQuery(placesQuery))
    },
    component: lazyRouteComponent(() => import('./pages/PlacesPage.tsx'), 'PlacesPage'),
  }),
]
