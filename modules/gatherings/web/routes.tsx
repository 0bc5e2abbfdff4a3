import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { ModuleRoutes } from '#platform/web/routing.ts'

// `new` stands before `$gatheringId` by itself: the router prefers the fixed word.
export const routes: ModuleRoutes = ({ app, community }) => [
  createRoute({
    getParentRoute: () => app,
    path: '/agenda',
    component: lazyRouteComponent(() => import('./pages/AgendaPage.tsx'), 'AgendaPage'),
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/me/calendar',
    component: lazyRouteComponent(() => import('./pages/MyCalendarPage.tsx'), 'MyCalendarPage'),
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/gatherings/new',
    component: lazyRouteComponent(() => import('./pages/WriteGatheringPage.tsx'), 'NewGatheringPage'),
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/gatherings/$gatheringId',
    component: lazyRouteComponent(() => import('./pages/GatheringPage.tsx'), 'GatheringPage'),
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/gatherings/$gatheringId/edit',
    component: lazyRouteComponent(() => import('./pages/WriteGatheringPage.tsx'), 'EditGatheringPage'),
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/gatherings/$gatheringId/check-in',
    component: lazyRouteComponent(() => import('./pages/CheckInPage.tsx'), 'CheckInScreenPage'),
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/check-in/$token',
    component: lazyRouteComponent(() => import('./pages/CheckInPage.tsx'), 'CheckInPage'),
  }),
  createRoute({
    getParentRoute: () => community,
    path: '/gatherings',
    component: lazyRouteComponent(
      () => import('./pages/CommunityGatheringsPage.tsx'),
      'CommunityGatheringsPage',
    ),
  }),
]
