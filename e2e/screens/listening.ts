import type { TourWorld } from './world.ts'

/** The module's screens over the demo company, for the tour. */
export const screens = async ({ stage }: TourWorld): Promise<string[]> => {
  const themes = await stage.t.db.read.rows<{ id: string }>(
    `select th.id from listening.theme th join communities.community c on c.id = th.community_id
      where c.slug = 'maintenance' order by th.created_at`,
  )
  return [
    '/communities/maintenance/workbench/listening',
    '/communities/maintenance/workbench/listening?part=texts',
    ...themes.map(({ id }) => `/communities/maintenance/workbench/listening?theme=${id}`),
    '/communities/maintenance/heard',
    '/communities/maintenance/heard?part=texts',
    '/me/listening',
  ]
}
