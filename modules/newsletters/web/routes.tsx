import type { ModuleRoutes } from '#platform/web/routing.ts'

export const routes: ModuleRoutes = () => []
