import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { ModuleRoutes } from '#platform/web/routing.ts'
import { mailingsRoutes } from './mailings/routes.tsx'

/** What the list shows is in the address. */
export const validateShow = (search: Record<string, unknown>): { show?: 'unread' | 'needsYou' } =>
  search['show'] === 'unread' || search['show'] === 'needsYou' ? { show: search['show'] } : {}

export const routes: ModuleRoutes = ({ app, bare, community }) => [
  ...mailingsRoutes({ app, bare, community }),
  createRoute({
    getParentRoute: () => app,
    path: '/notifications',
    validateSearch: validateShow,
    component: lazyRouteComponent(() => import('./pages/NotificationsPage.tsx'), 'NotificationsPage'),
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/me/notifications',
    component: lazyRouteComponent(() => import('./pages/SettingsPage.tsx'), 'SettingsPage'),
  }),
  createRoute({
    getParentRoute: () => bare,
    path: '/unsubscribe/$token',
    component: lazyRouteComponent(() => import('./pages/UnsubscribePage.tsx'), 'UnsubscribePage'),
  }),
]
