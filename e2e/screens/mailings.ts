import type { TourWorld } from './world.ts'

/** Mailings of the demo company, for the tour: the workbench, one with its report, the archive, one's own addresses. */
export const screens = async ({ stage }: TourWorld): Promise<string[]> => {
  const row = await stage.t.db.read.row<{ id: string; slug: string }>(
    `select g.id, c.slug from notifications.mailing g join communities.community c on c.id = g.community_id
      where c.slug = 'maintenance' and g.state = 'sent' limit 1`,
  )
  if (!row) return []
  const community = `/communities/${row.slug}`
  return [
    `${community}/workbench/mailings`,
    `${community}/workbench/mailings/${row.id}`,
    `${community}/mailings`,
    `${community}/mailings/${row.id}`,
    '/me/mail',
  ]
}
