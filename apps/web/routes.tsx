import {
  createRootRoute,
  createRoute,
  lazyRouteComponent,
  Outlet,
  redirect,
  type AnyRoute,
} from '@tanstack/react-router'
import { routes as communities } from '#modules/communities/web/routes.tsx'
import { routes as demo } from '#modules/demo/web/routes.tsx'
import { routes as discussions } from '#modules/discussions/web/routes.tsx'
import { noteHere } from '#modules/measurement/web/note-here.ts'
import { routes as measurement } from '#modules/measurement/web/routes.tsx'
import { routes as people } from '#modules/people/web/routes.tsx'
import { routes as search } from '#modules/search/web/routes.tsx'
import { routes as workbench } from '#modules/workbench/web/routes.tsx'
import { routes as expertise } from '#modules/expertise/web/routes.tsx'
import { routes as gatherings } from '#modules/gatherings/web/routes.tsx'
import { routes as interchange } from '#modules/interchange/web/routes.tsx'
import { routes as knowledge } from '#modules/knowledge/web/routes.tsx'
import { routes as moderation } from '#modules/moderation/web/routes.tsx'
import { routes as notifications } from '#modules/notifications/web/routes.tsx'
import { routes as polls } from '#modules/polls/web/routes.tsx'
import { routes as problems } from '#modules/problems/web/routes.tsx'
import { routes as lifecycle } from '#modules/lifecycle/web/routes.tsx'
import { routes as kinds } from '#modules/kinds/web/routes.tsx'
import { routes as listening } from '#modules/listening/web/routes.tsx'
import { routes as recognition } from '#modules/recognition/web/routes.tsx'
import { routes as editorial } from '#modules/editorial/web/routes.tsx'
import { routes as practice } from '#modules/practice/web/routes.tsx'
import { routes as reports } from '#modules/reports/web/routes.tsx'
import { routes as privacy } from '#modules/privacy/web/routes.tsx'
import { routes as programmes } from '#modules/programmes/web/routes.tsx'
import { routes as newsletters } from '#modules/newsletters/web/routes.tsx'
import { routes as campaigns } from '#modules/campaigns/web/routes.tsx'
import { routes as pulse } from '#modules/pulse/web/routes.tsx'
import { routes as ambassadors } from '#modules/ambassadors/web/routes.tsx'
import { routes as sponsorship } from '#modules/sponsorship/web/routes.tsx'
import { routes as debates } from '#modules/debates/web/routes.tsx'
import { routes as turns } from '#modules/turns/web/routes.tsx'
import { routes as trials } from '#modules/trials/web/routes.tsx'
import { routes as radar } from '#modules/radar/web/routes.tsx'
import { queryClient } from '#platform/web/query-client.ts'
import type { ModuleRoutes, ParentRoutes } from '#platform/web/routing.ts'
import { sessionQuery } from '#platform/web/session.ts'
import { NotFoundPage } from './pages/ErrorPages.tsx'
import { Layout } from './shell/Layout.tsx'
import { Root } from './shell/Root.tsx'

/** The modules' routes. One line each: `import { routes as people } from '#modules/people/web/routes.tsx'`. */
const contributions: readonly ModuleRoutes[] = [
  people,
  communities,
  discussions,
  knowledge,
  gatherings,
  polls,
  expertise,
  search,
  notifications,
  moderation,
  interchange,
  measurement,
  problems,
  lifecycle,
  kinds,
  listening,
  recognition,
  editorial,
  practice,
  reports,
  privacy,
  programmes,
  newsletters,
  campaigns,
  pulse,
  ambassadors,
  sponsorship,
  debates,
  turns,
  trials,
  radar,
  workbench,
  demo,
]

const root = createRootRoute({ component: Root })

const app = createRoute({
  getParentRoute: () => root,
  id: 'app',
  component: Layout,
  async beforeLoad({ location }) {
    const session = await queryClient.ensureQueryData(sessionQuery)
    // oxlint-disable-next-line typescript/only-throw-error -- the router's way to redirect
    if (!session.member)
      throw redirect(
        session.needsSetup ? { to: '/setup' } : { to: '/sign-in', search: { next: location.href } },
      )
  },
})

const bare = createRoute({ getParentRoute: () => root, id: 'bare', component: Outlet })

const community = createRoute({
  getParentRoute: () => app,
  path: '/communities/$slug',
  component: lazyRouteComponent(
    () => import('#modules/communities/web/pages/CommunityLayout.tsx'),
    'CommunityLayout',
  ),
  onEnter: ({ params }) => noteHere(params.slug),
  onStay: ({ params }) => noteHere(params.slug),
})

/** Pages of the shell itself. */
const own: ModuleRoutes = ({ app: inside, bare: outside }) => [
  createRoute({
    getParentRoute: () => inside,
    path: '/me',
    component: lazyRouteComponent(() => import('./pages/MePage.tsx'), 'MePage'),
  }),
  // Within the layout and signed in: a stranger learns nothing from a wrong address.
  createRoute({ getParentRoute: () => inside, path: '$', component: NotFoundPage }),
  createRoute({
    getParentRoute: () => outside,
    path: '/gallery',
    component: lazyRouteComponent(() => import('#ui/gallery/Gallery.tsx'), 'Gallery'),
  }),
]

/** Hangs a flat list of routes under the parents that they name. */
function assemble(parents: ParentRoutes, routes: readonly AnyRoute[]): AnyRoute {
  const under = new Map<unknown, AnyRoute[]>()
  for (const route of routes) {
    const parent: unknown = (route.options as { getParentRoute: () => unknown }).getParentRoute()
    under.set(parent, [...(under.get(parent) ?? []), route])
  }
  const hang = (route: AnyRoute): AnyRoute => {
    const children = under.get(route)
    if (children) route.addChildren(children.map(hang))
    return route
  }
  for (const parent of [parents.community, parents.app, parents.bare]) {
    const grand: unknown = (parent.options as { getParentRoute: () => unknown }).getParentRoute()
    under.set(grand, [...(under.get(grand) ?? []), parent])
  }
  return hang(root)
}

const parents: ParentRoutes = { app, bare, community }
export const routeTree = assemble(
  parents,
  [own, ...contributions].flatMap((contribute) => contribute(parents)),
)
