import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { ModuleRoutes } from '#platform/web/routing.ts'

export const routes: ModuleRoutes = ({ community }) => [
  createRoute({
    getParentRoute: () => community,
    path: '/figures',
    component: lazyRouteComponent(() => import('./pages/FiguresPage.tsx'), 'FiguresPage'),
  }),
]
