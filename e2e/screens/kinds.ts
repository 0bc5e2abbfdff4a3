import type { TourWorld } from './world.ts'

/** The module's screens over the demo company, for the tour; Claire reads the programme and the project as a member. */
export const screens = async ({ stage }: TourWorld): Promise<string[]> => {
  const project = await stage.t.db.read.row<{ slug: string }>(
    `select slug from communities.community where kind = 'project' and demo and ends_on is not null order by slug limit 1`,
  )
  return [
    '/communities/maintenance/workbench/kind',
    '/communities/bien-demarrer/programme',
    `/communities/${project!.slug}/decisions`,
  ]
}
