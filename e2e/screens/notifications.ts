import { screens as mailings } from './mailings.ts'
import type { TourWorld } from './world.ts'

/** The module's screens over the demo company, for the tour. */
export const screens = async (world: TourWorld): Promise<string[]> => [
  '/notifications',
  '/notifications?show=needsYou',
  '/me/notifications',
  '/unsubscribe/inconnu',
  '/mailings/stop/inconnu',
  ...(await mailings(world)),
]
