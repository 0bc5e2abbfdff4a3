import type { TourWorld } from './world.ts'

/** The module's screens over the demo company, for the tour. */
export const screens = async ({ stage }: TourWorld): Promise<string[]> => {
  const one = await stage.t.db.read.row<{ id: string }>('select id from turns.account order by id limit 1')
  return ['/turns', '/turns?community=maintenance', `/turns?account=${one?.id}`]
}
