import type { TourWorld } from './world.ts'

/** The module's screens over the demo company, for the tour. */
export const screens = async ({ stage }: TourWorld): Promise<string[]> => {
  const published = await stage.t.db.read.row<{ month: string }>(
    `select to_char(r.month, 'YYYY-MM') as month from reports.report r join communities.community c on c.id = r.community_id
      where c.slug = 'maintenance'
        and exists (select 1 from reports.version v where v.report_id = r.id and v.published_at is not null)
      order by r.month desc limit 1`,
  )
  const bench = '/communities/maintenance/workbench'
  return [
    '/communities/maintenance/reports',
    `/communities/maintenance/reports/${published?.month}`,
    `${bench}/report`,
    `${bench}/report?part=voices`,
    `${bench}/report?part=decisions`,
    `${bench}/report?part=versions`,
    `${bench}/maturity`,
    `${bench}/maturity?part=return`,
    `${bench}/maturity?part=stories`,
    `${bench}/exports`,
    '/me/voices',
  ]
}
