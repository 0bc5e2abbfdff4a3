import type { TourWorld } from './world.ts'

/** The module's screens over the demo company, for the tour. */
export const screens = async ({ stage }: TourWorld): Promise<string[]> => {
  const slot = await stage.t.db.read.row<{ id: string; on: string }>(
    `select s.id, s.on_day::text as "on" from editorial.slot s join communities.community c on c.id = s.community_id
      where c.slug = 'maintenance' and s.state = 'idea' order by s.on_day limit 1`,
  )
  return [
    '/communities/maintenance/workbench/calendar',
    '/communities/maintenance/workbench/calendar?view=week',
    '/communities/maintenance/workbench/calendar?view=list',
    `/communities/maintenance/workbench/calendar?view=list&on=${slot?.on}&slot=${slot?.id}`,
    '/communities/maintenance/workbench/calendar?on=2027-01-04',
    `/communities/maintenance/workbench/calendar?part=voices&slot=${slot?.id}`,
    '/communities/maintenance/workbench/calendar?part=formats',
    '/me/turns',
    '/admin/site-calendars',
  ]
}
