import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { queryClient } from '#platform/web/query-client.ts'
import type { ModuleRoutes } from '#platform/web/routing.ts'
import { sessionQuery } from '#platform/web/session.ts'
import {
  accessLogQuery,
  filtersQuery,
  ownProfileQuery,
  placesQuery,
  profileQuery,
  sessionsQuery,
} from './queries.ts'

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
    loader: () => void queryClient.prefetchQuery(filtersQuery),
    component: lazyRouteComponent(() => import('./pages/DirectoryPage.tsx'), 'DirectoryPage'),
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/people/$memberId',
    loader: ({ params }) =>
      queryClient.ensureQueryData(profileQuery((params as { memberId: string }).memberId)),
    component: lazyRouteComponent(() => import('./pages/ProfilePage.tsx'), 'ProfilePage'),
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/me/profile',
    loader: () => queryClient.ensureQueryData(ownProfileQuery),
    component: lazyRouteComponent(() => import('./pages/EditProfilePage.tsx'), 'EditProfilePage'),
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/me/account',
    loader: () => void queryClient.prefetchQuery(sessionsQuery),
    component: lazyRouteComponent(() => import('./pages/AccountPage.tsx'), 'AccountPage'),
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/me/seen',
    loader: () => void queryClient.prefetchInfiniteQuery(accessLogQuery),
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
        void queryClient.prefetchQuery(placesQuery)
    },
    component: lazyRouteComponent(() => import('./pages/PlacesPage.tsx'), 'PlacesPage'),
  }),
]
