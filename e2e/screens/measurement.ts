import type { TourWorld } from './world.ts'

/** The module's screens over the demo company, for the tour. */
export const screens = async (_world: TourWorld): Promise<string[]> => [
  '/communities/maintenance/published',
  '/communities/maintenance/published?view=network',
  '/communities/maintenance/workbench/network',
]
