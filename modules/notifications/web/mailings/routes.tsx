import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { ModuleRoutes } from '#platform/web/routing.ts'
import { ownMailPath } from './paths.ts'

export const mailingsRoutes: ModuleRoutes = ({ app, bare, community }) => [
  createRoute({
    getParentRoute: () => community,
    path: '/workbench/mailings',
    component: lazyRouteComponent(() => import('./pages/MailingsPage.tsx'), 'MailingsPage'),
  }),
  createRoute({
    getParentRoute: () => community,
    path: '/workbench/mailings/$mailingId',
    component: lazyRouteComponent(() => import('./pages/MailingPage.tsx'), 'MailingPage'),
  }),
  createRoute({
    getParentRoute: () => community,
    path: '/mailings',
    component: lazyRouteComponent(() => import('./pages/ArchivePage.tsx'), 'ArchivePage'),
  }),
  createRoute({
    getParentRoute: () => community,
    path: '/mailings/$mailingId',
    component: lazyRouteComponent(() => import('./pages/ArchivedMailingPage.tsx'), 'ArchivedMailingPage'),
  }),
  createRoute({
    getParentRoute: () => bare,
    path: '/mailings/stop/$token',
    component: lazyRouteComponent(() => import('./pages/StopPage.tsx'), 'StopPage'),
  }),
  createRoute({
    getParentRoute: () => app,
    path: ownMailPath,
    component: lazyRouteComponent(() => import('./pages/OwnMailPage.tsx'), 'OwnMailPage'),
  }),
]
