import type { TourWorld } from './world.ts'

/** What conversations have beside those of the tour: kept, translated, shared. */
export async function screens({ stage }: TourWorld): Promise<string[]> {
  const one = async (sql: string) => (await stage.t.db.read.row<{ id: string }>(sql, []))!.id
  const translated = await one(
    'select post_id as id from discussions.translation order by updated_at limit 1',
  )
  const share = await one('select post_id as id from discussions.share limit 1')
  return ['/me/bookmarks', `/posts/${translated}`, `/posts/${share}`, '/communities/bien-demarrer']
}
