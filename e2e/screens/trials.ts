import type { TourWorld } from './world.ts'

/** The module's screens over the demo company, for the tour. */
export const screens = async ({ stage }: TourWorld): Promise<string[]> => {
  const one = await stage.t.db.read.row<{ id: string; programmeId: string }>(
    'select id, programme_id as "programmeId" from trials.trial order by id limit 1',
  )
  return [
    `/programmes/${one?.programmeId}?tab=trials`,
    `/trials/${one?.id}`,
    `/trials/${one?.id}?tab=ideas`,
    `/trials/${one?.id}?tab=results`,
  ]
}
