import type { TourWorld } from './world.ts'

/** The module's screens over the demo company, for the tour; Claire writes « La lettre du préau ». */
export const screens = async ({ stage }: TourWorld): Promise<string[]> => {
  const find = async (state: string): Promise<string> =>
    (await stage.t.db.read.row<{ id: string }>(
      `select i.id from newsletters.issue i join newsletters.newsletter n on n.id = i.newsletter_id
        where n.demo and i.state = $1 order by i.created_at desc limit 1`,
      [state],
    ))!.id
  const [sent, draft] = [await find('sent'), await find('draft')]
  return [
    '/newsletters',
    `/newsletters/${sent}`,
    `/newsletters/${sent}?view=print`,
    `/newsletters/${draft}/edit`,
    `/newsletters/${draft}/edit?step=audience`,
    `/newsletters/${draft}/edit?step=preview`,
  ]
}
