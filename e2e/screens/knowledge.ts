import type { TourWorld } from './world.ts'

/** The module's screens over the demo company, for the tour. */
export const screens = async ({ stage, postId }: TourWorld): Promise<string[]> => {
  const page = await stage.t.db.read.row<{ id: string }>(
    `select id from knowledge.page where deleted_at is null order by version desc, created_at limit 1`,
  )
  const obsolete = await stage.t.db.read.row<{ id: string }>(
    `select page_id as id from knowledge.page_withdrawal limit 1`,
  )
  return [
    '/pages',
    '/communities/maintenance/pages',
    '/communities/maintenance/pages/new',
    `/communities/maintenance/pages/new?from=${postId}`,
    '/communities/maintenance/workbench/pages',
    `/pages/${page!.id}`,
    `/pages/${page!.id}/edit`,
    `/pages/${page!.id}/history`,
    `/pages/${obsolete!.id}`,
  ]
}
