import type { TourWorld } from './world.ts'

/** The module's screens over the demo company, for the tour. */
export const screens = async ({ stage }: TourWorld): Promise<string[]> => {
  const open = await stage.t.db.read.row<{ id: string }>(
    `select f.id from moderation.case_file f join communities.community c on c.id = f.community_id
      where c.slug = 'maintenance' and f.closed_at is null limit 1`,
  )
  return [
    '/communities/maintenance/workbench/moderation',
    `/communities/maintenance/workbench/moderation/${open?.id}`,
    '/communities/maintenance/workbench/moderation?part=history',
    '/communities/maintenance/workbench/moderation?part=texts',
    '/communities/maintenance/workbench/moderation?part=charter',
    '/communities/maintenance/moderation-report',
    '/me/notes',
    '/mediation',
    '/admin/mediators',
  ]
}
