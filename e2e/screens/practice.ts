import type { TourWorld } from './world.ts'

/** The module's screens over the demo company, for the tour. */
export const screens = async ({ stage }: TourWorld): Promise<string[]> => {
  const circle = await stage.t.db.read.row<{ id: string }>(
    `select circle_id as id from practice.circle_entry limit 1`,
  )
  return [
    '/communities/maintenance/workbench/practice',
    '/communities/maintenance/workbench/practice?part=leave',
    '/communities/maintenance/workbench/practice?part=copies',
    '/practice/portfolio',
    '/practice/leaves',
    '/practice/circles',
    `/practice/circles?circle=${circle?.id}`,
    '/practice/templates',
  ]
}
