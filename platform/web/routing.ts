import type { AnyRoute } from '@tanstack/react-router'

/** Where a module may hang its routes. */
export interface ParentRoutes {
  /** Inside the layout, signed in: nearly everything. */
  app: AnyRoute
  /** Without the layout, signed in or not: sign-in, invitation, public pages. */
  bare: AnyRoute
  /** `/communities/$slug`, inside the layout: sections of one community; the communities module gives its header. */
  community: AnyRoute
}

/**
 * What `modules/<m>/web/routes.tsx` exports: `export const routes: ModuleRoutes = ({ app }) => [createRoute({
 * getParentRoute: () => app, path: '/people', component: lazyRouteComponent(() => import('./pages/PeoplePage.tsx'), 'PeoplePage') })]`.
 */
export type ModuleRoutes = (parents: ParentRoutes) => AnyRoute[]
