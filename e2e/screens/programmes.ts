import type { TourWorld } from './world.ts'

/** The module's screens over the demo company, for the tour. */
export const screens = async ({ stage }: TourWorld): Promise<string[]> => {
  const one = await stage.t.db.read.row<{ id: string }>(
    `select id from programmes.programme where demo and state = 'running' order by id desc limit 1`,
  )
  const path = `/programmes/${one?.id}`
  return [
    '/programmes',
    path,
    `${path}?tab=board`,
    `${path}?tab=calendar`,
    `${path}?tab=journal`,
    `${path}?tab=kit`,
  ]
}
