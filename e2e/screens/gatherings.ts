import type { TourWorld } from './world.ts'

/** The module's screens over the demo company, for the tour. */
export const screens = async ({ stage }: TourWorld): Promise<string[]> => {
  const { read } = stage.t.db
  const full = await read.row<{ id: string }>(
    `select g.id from gatherings.gathering g where g.seats_on_site is not null and g.ends_at > now() order by g.starts_at limit 1`,
  )
  const past = await read.row<{ id: string }>(`select gathering_id as id from gatherings.minutes limit 1`)
  return [
    '/agenda',
    '/agenda?view=month',
    '/me/calendar',
    '/communities/maintenance/gatherings',
    '/communities/maintenance/gatherings?when=past',
    '/gatherings/new?community=maintenance',
    `/gatherings/${full!.id}`,
    `/gatherings/${full!.id}/edit`,
    `/gatherings/${past!.id}`,
    `/gatherings/${past!.id}/check-in`,
    '/check-in/inconnu',
  ]
}
