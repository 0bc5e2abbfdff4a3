import type { TourWorld } from './world.ts'

/** The module's screens over the demo company, for the tour. */
export const screens = async ({ stage }: TourWorld): Promise<string[]> => {
  const waves = await stage.t.db.read.rows<{ id: string }>(
    `select id from pulse.wave where programme_id is not null and state = 'closed' limit 1`,
  )
  return [
    '/communities/maintenance/pulse',
    '/communities/maintenance/workbench/pulse',
    ...waves.map(({ id }) => `/pulse/${id}`),
  ]
}
