import type { TourWorld } from './world.ts'

/** The module's screens over the demo company, for the tour. */
export const screens = async ({ stage }: TourWorld): Promise<string[]> => {
  const challenges = await stage.t.db.read.rows<{ id: string }>(
    `select id from campaigns.challenge order by kind desc`,
  )
  return [
    '/campaigns/moncarnet',
    '/campaigns/moncarnet?tab=about',
    '/campaigns/moncarnet?story=new',
    ...challenges.map(({ id }) => `/campaigns/moncarnet?challenge=${id}`),
    '/me/consents',
  ]
}
