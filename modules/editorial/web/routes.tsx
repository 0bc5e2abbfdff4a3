import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { ModuleRoutes } from '#platform/web/routing.ts'

const known = ['part', 'view', 'on', 'slot'] as const

/** What the calendar shows stands in its address. */
const validateSearch = (search: Record<string, unknown>) =>
  Object.fromEntries(
    known.flatMap((key) => (typeof search[key] === 'string' ? [[key, search[key]]] : [])),
  ) as {
    [K in (typeof known)[number]]?: string
  }

export const routes: ModuleRoutes = ({ app, community }) => [
  createRoute({
    getParentRoute: () => community,
    path: '/workbench/calendar',
    validateSearch,
    component: lazyRouteComponent(() => import('./pages/CalendarPage.tsx'), 'CalendarPage'),
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/me/turns',
    component: lazyRouteComponent(() => import('./pages/TurnsPage.tsx'), 'TurnsPage'),
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/admin/site-calendars',
    component: lazyRouteComponent(() => import('./pages/SiteCalendarsPage.tsx'), 'SiteCalendarsPage'),
  }),
]
