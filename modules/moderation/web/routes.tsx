import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { ModuleRoutes } from '#platform/web/routing.ts'

/** `year` in the address chooses the figures; anything else is dropped from it. */
const validateYear = (search: Record<string, unknown>) =>
  Number.isInteger(Number(search['year'])) && Number(search['year']) >= 2000
    ? { year: Number(search['year']) }
    : {}
export const queueParts = ['open', 'history', 'texts', 'charter'] as const
export type QueuePart = (typeof queueParts)[number]
const validatePart = (search: Record<string, unknown>) =>
  queueParts.includes(search['part'] as QueuePart) && search['part'] !== 'open'
    ? { part: search['part'] as QueuePart }
    : {}

export const routes: ModuleRoutes = ({ app, community }) => [
  createRoute({
    getParentRoute: () => app,
    path: '/me/notes',
    component: lazyRouteComponent(() => import('./pages/NotesPage.tsx'), 'NotesPage'),
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/mediation',
    component: lazyRouteComponent(() => import('./pages/MediationPage.tsx'), 'MediationPage'),
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/mediation/$caseId',
    component: lazyRouteComponent(() => import('./pages/CasePage.tsx'), 'MediationCasePage'),
  }),
  createRoute({
    getParentRoute: () => app,
    path: '/admin/mediators',
    component: lazyRouteComponent(() => import('./pages/OfficesPage.tsx'), 'OfficesPage'),
  }),
  createRoute({
    getParentRoute: () => community,
    path: '/workbench/moderation',
    validateSearch: validatePart,
    component: lazyRouteComponent(() => import('./pages/QueuePage.tsx'), 'QueuePage'),
  }),
  createRoute({
    getParentRoute: () => community,
    path: '/workbench/moderation/$caseId',
    component: lazyRouteComponent(() => import('./pages/CasePage.tsx'), 'CasePage'),
  }),
  createRoute({
    getParentRoute: () => community,
    path: '/moderation-report',
    validateSearch: validateYear,
    component: lazyRouteComponent(() => import('./pages/YearPage.tsx'), 'YearPage'),
  }),
]
