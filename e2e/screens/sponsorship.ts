import type { TourWorld } from './world.ts'

/** The module's screens over the demo company, for the tour. */
export const screens = async (_: TourWorld): Promise<string[]> => [
  '/communities/maintenance/promises',
  '/me/sponsorship',
]
