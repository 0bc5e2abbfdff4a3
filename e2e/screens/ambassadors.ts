import type { TourWorld } from './world.ts'

/** The module's screens over the demo company, for the tour. */
export const screens = async ({ stage }: TourWorld): Promise<string[]> => {
  const programme = await stage.t.db.read.row<{ id: string }>(
    'select id from ambassadors.programme order by created_at limit 1',
  )
  return [
    '/ambassadors',
    '/ambassadors?view=mine',
    ...(programme ? [`/ambassadors?programme=${programme.id}`] : []),
    '/communities/maintenance/workbench/ambassadors',
    '/ambassador-agreement',
  ]
}
