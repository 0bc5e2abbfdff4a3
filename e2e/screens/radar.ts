import type { TourWorld } from './world.ts'

/** The module's screens over the demo company, for the tour. */
export const screens = async ({ stage }: TourWorld): Promise<string[]> => {
  const programme = await stage.t.db.read.row<{ id: string }>(
    `select id from programmes.programme where demo and state = 'running' order by id desc limit 1`,
  )
  return [`/programmes/${programme?.id}?tab=radar`, `/programmes/${programme?.id}?tab=promises`]
}
