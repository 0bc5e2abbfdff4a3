import type { TourWorld } from './world.ts'

/** The module's screens over the demo company, for the tour. */
export const screens = async ({ stage }: TourWorld): Promise<string[]> => {
  const posts = await stage.t.db.read.rows<{ id: string }>(
    `select post_id as id from polls.poll where kind in ('ranked', 'dates') order by kind`,
  )
  return ['/polls/new', ...posts.map(({ id }) => `/posts/${id}`)]
}
