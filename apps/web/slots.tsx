import { lazy, type ComponentType } from 'react'
import { fillSlots } from '#platform/web/slots.tsx'

// Where modules furnish the shell. Each entry is lazy, so that the first route does not pay for it; the list of what
// furnishes the modules' own pages comes after it, for the same reason.
fillSlots(async () => (await import('./slots-inside.tsx')).inside)

/** Blocks of the left rail under the navigation (my communities with unread). */
export const railBlocks: readonly ComponentType[] = [
  lazy(() => import('#modules/communities/web/components/MyCommunitiesRail.tsx')),
]

/** The badge on "Me" (unread notifications): renders a `Count`, or nothing. */
export const meBadges: readonly ComponentType[] = [
  lazy(() => import('#modules/notifications/web/components/Badge.tsx')),
]

/** Groups of the search palette: receives what is typed and shows its own results. */
export const paletteResults: readonly ComponentType<{ text: string; onChosen: () => void }>[] = [
  lazy(() => import('#modules/search/web/components/PaletteResults.tsx')),
]
